use super::*;
use crate::shared::Error;

#[maybe_async]
pub async fn three_times<R>(attempt: impl AsyncFn(u8) -> Result<R, Error>) -> Result<R, Error> {
    let mut last = Error::Closed;
    for n in 1..=3 {
        match attempt(n).await {
            Ok(value) => return Ok(value),
            Err(error) => last = error,
        }
    }
    Err(last)
}
