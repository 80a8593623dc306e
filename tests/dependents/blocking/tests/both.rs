//! Both dependents in one program: the library's error is one type for them.

use await_me_maybe_library::{Error, Source, blocking};

struct Pages(&'static [&'static str]);

impl Pages {
    fn get(&self, number: u32) -> Result<String, Error> {
        let index = usize::try_from(number).map_err(|_| Error::Missing)?;
        let page = index.checked_sub(1).and_then(|index| self.0.get(index));
        page.map(|page| (*page).to_owned()).ok_or(Error::Missing)
    }
}

impl Source for Pages {
    async fn page(&self, number: u32) -> Result<String, Error> {
        self.get(number)
    }
}

impl blocking::Source for Pages {
    fn page(&self, number: u32) -> Result<String, Error> {
        self.get(number)
    }
}

#[test]
fn both_halves_in_one_build() {
    for pages in [&["one two", "three"][..], &["alone"], &[]] {
        let asynchronous = await_me_maybe_wants_async::summary(Pages(pages));
        let asynchronous = futures::executor::block_on(asynchronous);
        let blocking = await_me_maybe_wants_blocking::summary(Pages(pages));
        assert_eq!(asynchronous, blocking);
    }
    let none = await_me_maybe_wants_blocking::summary(Pages(&[]));
    assert_eq!(none, Err(Error::Missing));
}
