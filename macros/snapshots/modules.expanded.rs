pub mod api {
    //! Doc of the module.
    use std::fmt;
    pub struct Error;
    pub(super) struct Client {
        url: String,
    }
    impl Client {
        fn new(url: String) -> Self {
            Client { url }
        }
        pub async fn get(&self) -> Result<String, Error> {
            yield_now().await;
            let late = inner::fetch(&self.url);
            Ok(late.await)
        }
    }
    fn helper() {}
    mod inner {
        pub(super) async fn fetch(url: &str) -> String {
            super::helper();
            { url.to_owned() }
        }
        #[doc(hidden)]
        pub mod blocking {
            //! Blocking form of [`inner`](super).
            pub(in super::super) fn fetch(url: &str) -> String {
                super::super::blocking::helper();
                { String::new() }
            }
        }
    }
    async fn yield_now() {}
    pub mod blocking {
        //! Blocking form of [`api`](super).
        pub(super) use std::fmt;
        pub use super::Error;
        pub(in super::super) struct Client {
            pub(super) url: String,
        }
        impl Client {
            pub(super) fn new(url: String) -> Self {
                Client { url }
            }
            pub fn get(&self) -> Result<String, Error> {
                let late = ::await_me_maybe::__private::later1(inner::fetch)
                    .with(&self.url);
                Ok(::await_me_maybe::__private::resolve(late))
            }
        }
        pub(super) use super::helper;
        #[doc(inline)]
        pub(super) use super::inner::blocking as inner;
    }
}
