//! A test that is not async has no second form.

#[await_me_maybe::test]
fn plain() {} //~

#[await_me_maybe::test]
pub fn returns_a_future() -> impl Future<Output = ()> { //~
    async {}
}

fn main() {}
