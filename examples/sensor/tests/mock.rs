//! Every byte and every pause, as the data sheet has them, in both halves.

#![allow(
    clippy::redundant_closure_for_method_calls,
    reason = "the halves are to be compared by eye, too"
)]

mod common;

use std::fmt::Debug;

use embedded_hal::i2c::{ErrorKind, NoAcknowledgeSource};
use embedded_hal_mock::eh1::{delay, i2c};
use sensor::driver::{Sensor, blocking};
use sensor::{ADDRESS, Error, Measurement, Pace, command};

use common::block_on;

type Bus = i2c::Mock;
type Timer = delay::CheckedDelay;

const NACK: ErrorKind = ErrorKind::NoAcknowledge(NoAcknowledgeSource::Address);

/// What the bus and the timer are asked for.
enum Expected {
    Write(Vec<u8>),
    Read(Vec<u8>),
    Refused(Vec<u8>, ErrorKind),
    /// A read of so many bytes that fails.
    Broken(usize, ErrorKind),
    Pause(u32),
}

use Expected::{Broken, Pause, Read, Refused, Write};

fn transfers(script: &[Expected]) -> Vec<i2c::Transaction> {
    let transfer = |expected: &Expected| match expected {
        Write(bytes) => Some(i2c::Transaction::write(ADDRESS, bytes.clone())),
        Read(bytes) => Some(i2c::Transaction::read(ADDRESS, bytes.clone())),
        Refused(bytes, error) => {
            Some(i2c::Transaction::write(ADDRESS, bytes.clone()).with_error(*error))
        }
        Broken(len, error) => {
            Some(i2c::Transaction::read(ADDRESS, vec![0; *len]).with_error(*error))
        }
        Pause(_) => None,
    };
    script.iter().filter_map(transfer).collect()
}

/// The pauses, each of the half's own kind.
fn pauses(script: &[Expected], kind: fn(u32) -> delay::Transaction) -> Vec<delay::Transaction> {
    let pause = |expected: &Expected| match expected {
        Pause(microseconds) => Some(kind(*microseconds)),
        _ => None,
    };
    script.iter().filter_map(pause).collect()
}

fn halves<T: Debug + PartialEq>(
    script: &[Expected],
    asynchronous: impl AsyncFnOnce(&mut Sensor<Bus, Timer>) -> T,
    blocking: impl FnOnce(&mut blocking::Sensor<Bus, Timer>) -> T,
) -> T {
    let timer = Timer::new(&pauses(script, delay::Transaction::async_delay_us));
    let mut sensor = Sensor::new(Bus::new(&transfers(script)), timer);
    let value = block_on(asynchronous(&mut sensor));
    let (mut bus, mut timer) = sensor.release();
    bus.done();
    timer.done();

    let timer = Timer::new(&pauses(script, delay::Transaction::blocking_delay_us));
    let mut sensor = blocking::Sensor::new(Bus::new(&transfers(script)), timer);
    assert_eq!(blocking(&mut sensor), value);
    let (mut bus, mut timer) = sensor.release();
    bus.done();
    timer.done();
    value
}

fn ready() -> [Expected; 3] {
    [
        Write(vec![0xe4, 0xb8]),
        Pause(1_000),
        Read(vec![0x80, 0x06, 0x04]),
    ]
}

fn not_ready() -> [Expected; 3] {
    [
        Write(vec![0xe4, 0xb8]),
        Pause(1_000),
        Read(vec![0x80, 0x00, 0xa2]),
    ]
}

/// 500 ppm, 25 degrees and 37 percent: the example of the data sheet.
fn measurement() -> [Expected; 3] {
    [
        Write(vec![0xec, 0x05]),
        Pause(1_000),
        Read(vec![0x01, 0xf4, 0x33, 0x66, 0x67, 0xa2, 0x5e, 0xb9, 0x3c]),
    ]
}

#[test]
fn measures_once() {
    let mut script = vec![Write(vec![0x21, 0x9d]), Pause(5_000_000)];
    script.extend(not_ready());
    script.push(Pause(20_000));
    script.extend(ready());
    script.extend(measurement());
    let result = halves(&script, async |s| s.measure().await, |s| s.measure());
    let expected = Measurement::from_words([500, 0x6667, 0x5eb9]);
    assert_eq!(result, Ok(expected));
    assert_eq!(expected.to_string(), "500 ppm, 25.003 °C, 37.002 %");
}

#[test]
fn measures_periodically_until_another_command() {
    let mut script = vec![Write(vec![0x21, 0xac])];
    for _ in 0..2 {
        script.extend(not_ready());
        script.push(Pause(720_000));
    }
    script.extend(ready());
    script.extend(measurement());
    script.extend([
        Write(vec![0xe0, 0x00, 0x03, 0xdb, 0x42]),
        Pause(1_000),
        Write(vec![0x3f, 0x86]),
        Pause(500_000),
        Write(vec![0x36, 0x82]),
        Pause(1_000),
        Read(vec![0xf8, 0x96, 0x31, 0x9f, 0x07, 0xc2, 0x3b, 0xbe, 0x89]),
    ]);
    let result = halves(
        &script,
        async |sensor| {
            let mut periodic = sensor.start(Pace::LowPower).await?;
            let co2 = periodic.next().await?.co2;
            periodic.set_pressure(987).await?;
            Ok::<_, Error<ErrorKind>>((co2, sensor.serial_number().await?))
        },
        |sensor| {
            let mut periodic = sensor.start(Pace::LowPower)?;
            let co2 = periodic.next()?.co2;
            periodic.set_pressure(987)?;
            Ok::<_, Error<ErrorKind>>((co2, sensor.serial_number()?))
        },
    );
    assert_eq!(result, Ok((500, 0xf896_9f07_3bbe)));
}

#[test]
fn resets_a_sensor_that_sleeps() {
    let script = [
        Refused(vec![0x36, 0xf6], NACK),
        Pause(30_000),
        Write(vec![0x3f, 0x86]),
        Pause(500_000),
        Write(vec![0x36, 0x46]),
        Pause(30_000),
        Write(vec![0x36, 0x82]),
        Pause(1_000),
        Read(vec![0xf8, 0x96, 0x31, 0x9f, 0x07, 0xc2, 0x3b, 0xbe, 0x89]),
    ];
    let result = halves(&script, async |s| s.reset().await, |s| s.reset());
    assert_eq!(result, Ok(0xf896_9f07_3bbe));
}

#[test]
fn sends_again_what_was_refused_or_garbled() {
    let script = [
        Refused(vec![0x23, 0x18], NACK),
        Pause(10_000),
        Write(vec![0x23, 0x18]),
        Pause(1_000),
        Read(vec![0x09, 0x12, 0x00]),
        Pause(10_000),
        Write(vec![0x23, 0x18]),
        Pause(1_000),
        Read(vec![0x09, 0x12, 0x63]),
    ];
    let result = halves(
        &script,
        async |sensor| sensor.temperature_offset().await,
        |sensor| sensor.temperature_offset(),
    );
    assert_eq!(result, Ok(6_201));
}

#[test]
fn gives_up_when_it_was_told_to() {
    let script = [
        Refused(vec![0x23, 0x18], NACK),
        Pause(10_000),
        Refused(vec![0x23, 0x18], NACK),
    ];
    for attempts in [2, 1] {
        let script = &script[if attempts == 1 { 2.. } else { 0.. }];
        let timer = Timer::new(&pauses(script, delay::Transaction::async_delay_us));
        let sensor = Sensor::new(Bus::new(&transfers(script)), timer);
        let mut sensor = sensor.with_attempts(attempts);
        assert_eq!(block_on(sensor.temperature_offset()), Err(Error::Bus(NACK)));
        let (mut bus, mut timer) = sensor.release();
        bus.done();
        timer.done();

        let timer = Timer::new(&pauses(script, delay::Transaction::blocking_delay_us));
        let sensor = blocking::Sensor::new(Bus::new(&transfers(script)), timer);
        let mut sensor = sensor.with_attempts(attempts);
        assert_eq!(sensor.temperature_offset(), Err(Error::Bus(NACK)));
        let (mut bus, mut timer) = sensor.release();
        bus.done();
        timer.done();
    }
}

#[test]
fn other_errors_of_the_bus_end_it_at_once() {
    let script = [
        Write(vec![0x36, 0x82]),
        Pause(1_000),
        Broken(9, ErrorKind::ArbitrationLoss),
    ];
    let result = halves(
        &script,
        async |sensor| sensor.serial_number().await,
        |sensor| sensor.serial_number(),
    );
    assert_eq!(result, Err(Error::Bus(ErrorKind::ArbitrationLoss)));
}

#[test]
fn settings_out_of_range_are_not_sent() {
    let result = halves(
        &[],
        async |sensor| sensor.set_temperature_offset(175_002).await,
        |sensor| sensor.set_temperature_offset(175_002),
    );
    assert_eq!(result, Err(Error::Range));
}

#[test]
fn recalibrates() {
    for (answer, expected) in [
        ([0x7f, 0xce, 0x7b], Ok(-50)),
        ([0xff, 0xff, 0xac], Err(Error::Recalibration)),
    ] {
        let script = [
            Write(vec![0x36, 0x2f, 0x01, 0xe0, 0xb4]),
            Pause(400_000),
            Read(answer.to_vec()),
        ];
        let result = halves(
            &script,
            async |sensor| sensor.recalibrate(480).await,
            |sensor| sensor.recalibrate(480),
        );
        assert_eq!(result, expected);
    }
}

#[test]
fn any_command_can_be_sent() {
    let script = [
        Write(vec![0x24, 0x27, 0x07, 0x9e, 0x09]),
        Pause(1_000),
        Write(vec![0x23, 0x22]),
        Pause(1_000),
        Read(vec![0x04, 0x4c, 0x42]),
    ];
    let result = halves(
        &script,
        async |sensor| {
            sensor.execute(command::SetAltitude(1950)).await?;
            sensor.execute(command::Altitude).await
        },
        |sensor| {
            sensor.execute(command::SetAltitude(1950))?;
            sensor.execute(command::Altitude)
        },
    );
    assert_eq!(result, Ok(1100));
}
