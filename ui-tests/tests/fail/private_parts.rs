//! What is not public cannot be imported under another name either.

use await_me_maybe::witness::awaited; //~
use await_me_maybe::tag::of; //~

fn main() {
    let _ = (awaited(1, 0), of(&1));
}
