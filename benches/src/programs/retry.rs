//! Attempts with `?`, errors that are worth another one, and a growing pause between them.

use std::num::ParseIntError;

use await_me_maybe::maybe_async;

use super::Program;

#[derive(Debug, PartialEq)]
pub(super) enum Error {
    Busy(u32),
    Format(ParseIntError),
    Gone,
}

impl From<ParseIntError> for Error {
    fn from(error: ParseIntError) -> Self {
        Self::Format(error)
    }
}

/// Answers in this order, and notes how long it was left alone.
struct Device<'a> {
    answers: std::slice::Iter<'a, Result<&'static str, u32>>,
    pauses: Vec<u32>,
}

impl<'a> Device<'a> {
    fn new(answers: &'a [Result<&'static str, u32>]) -> Self {
        Self {
            answers: answers.iter(),
            pauses: Vec::new(),
        }
    }
}

#[maybe_async]
impl Device<'_> {
    async fn ask(&mut self) -> Result<&'static str, Error> {
        match self.answers.next() {
            Some(Ok(text)) => Ok(text),
            Some(&Err(pause)) => Err(Error::Busy(pause)),
            None => Err(Error::Gone),
        }
    }

    async fn pause(&mut self, length: u32) {
        self.pauses.push(length);
    }
}

/// Some input that wants another attempt.
#[maybe_async]
async fn number(device: &mut Device<'_>, attempts: u32) -> Result<u32, Error> {
    let mut pause = 1;
    let mut attempt = 0;
    loop {
        attempt += 1;
        let answer = async {
            let text = device.ask().await?;
            let number: u32 = text.trim().parse()?;
            if number == 0 {
                return Err(Error::Busy(1));
            }
            Ok(number)
        }
        .await;
        match answer {
            Err(Error::Busy(least)) if attempt < attempts => {
                pause = (2 * pause).max(least);
                device.pause(pause).await;
            }
            answer => return answer,
        }
    }
}

#[maybe_async]
async fn sum(device: &mut Device<'_>) -> Result<u32, Error> {
    let mut sum = 0;
    loop {
        match number(device, 4).await {
            Ok(number) => sum += number,
            Err(Error::Gone) => return Ok(sum),
            Err(error) => return Err(error),
        }
    }
}

mod by_hand {
    use super::{Device, Error};

    fn ask(device: &mut Device<'_>) -> Result<&'static str, Error> {
        match device.answers.next() {
            Some(Ok(text)) => Ok(text),
            Some(&Err(pause)) => Err(Error::Busy(pause)),
            None => Err(Error::Gone),
        }
    }

    fn pause_for(device: &mut Device<'_>, length: u32) {
        device.pauses.push(length);
    }

    fn attempt_once(device: &mut Device<'_>) -> Result<u32, Error> {
        let text = ask(device)?;
        let number: u32 = text.trim().parse()?;
        if number == 0 {
            return Err(Error::Busy(1));
        }
        Ok(number)
    }

    fn number(device: &mut Device<'_>, attempts: u32) -> Result<u32, Error> {
        let mut pause = 1;
        let mut attempt = 0;
        loop {
            attempt += 1;
            match attempt_once(device) {
                Err(Error::Busy(least)) if attempt < attempts => {
                    pause = (2 * pause).max(least);
                    pause_for(device, pause);
                }
                answer => return answer,
            }
        }
    }

    pub(super) fn sum(device: &mut Device<'_>) -> Result<u32, Error> {
        let mut sum = 0;
        loop {
            match number(device, 4) {
                Ok(number) => sum += number,
                Err(Error::Gone) => return Ok(sum),
                Err(error) => return Err(error),
            }
        }
    }
}

pub(super) struct Retry;

impl Program for Retry {
    const NAME: &'static str = "retry loop with `?`";
    type Input = Vec<Result<&'static str, u32>>;
    type Output = (Result<u32, Error>, Vec<u32>);

    fn input() -> Self::Input {
        let mut answers = Vec::new();
        for _ in 0..16 {
            answers.extend([
                Ok("12"),
                Err(3),
                Ok(" 0"),
                Ok("400 "),
                Err(1),
                Err(9),
                Ok("7"),
            ]);
        }
        answers.push(Ok("seven"));
        answers
    }

    #[inline(never)]
    fn twin(input: &Self::Input) -> Self::Output {
        let mut device = Device::new(input);
        (sum_blocking(&mut device), device.pauses)
    }

    #[inline(never)]
    fn by_hand(input: &Self::Input) -> Self::Output {
        let mut device = Device::new(input);
        (by_hand::sum(&mut device), device.pauses)
    }

    async fn asynchronous(input: &Self::Input) -> Self::Output {
        let mut device = Device::new(input);
        (sum(&mut device).await, device.pauses)
    }
}
