//! A module with its twin inside.

#[maybe_async]
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
            #[only_async]
            yield_now().await;
            let late = inner::fetch(&self.url);
            Ok(late.await)
        }
    }

    fn helper() {}

    mod inner {
        pub(super) async fn fetch(url: &str) -> String {
            super::helper();
            if is_async!() { url.to_owned() } else { String::new() }
        }
    }

    #[only_async]
    async fn yield_now() {}
}
