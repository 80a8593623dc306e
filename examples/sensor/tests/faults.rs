//! What goes wrong on a simulated sensor, in both halves.

#![allow(
    clippy::redundant_closure_for_method_calls,
    reason = "the halves are to be compared by eye, too"
)]

mod common;

use std::pin::pin;
use std::task::{Context, Waker};

use embedded_hal::i2c::{ErrorKind, NoAcknowledgeSource};
use sensor::driver::Sensor;
use sensor::simulation::{Device, Fault, Noise, Simulation};
use sensor::{Error, Pace};

use common::{Trace, block_on, halves};

const NACK: Error<ErrorKind> = Error::Bus(ErrorKind::NoAcknowledge(NoAcknowledgeSource::Address));

/// Resets the sensor and reads three measurements: every step a sensor takes.
fn run(device: &Device) -> Trace<Result<Vec<u16>, Error<ErrorKind>>> {
    halves(
        device,
        async |sensor| {
            sensor.reset().await?;
            let mut values = vec![sensor.measure().await?.co2];
            let mut periodic = sensor.start(Pace::Normal).await?;
            values.push(periodic.next().await?.co2);
            values.push(periodic.next().await?.co2);
            periodic.stop().await?;
            Ok(values)
        },
        |sensor| {
            sensor.reset()?;
            let mut values = vec![sensor.measure()?.co2];
            let mut periodic = sensor.start(Pace::Normal)?;
            values.push(periodic.next()?.co2);
            values.push(periodic.next()?.co2);
            periodic.stop()?;
            Ok(values)
        },
    )
}

#[test]
fn every_fault_at_every_transfer_does_the_same_in_both_halves() {
    let fine = run(&Device::new(3));
    assert_eq!(fine.value.as_ref().map(Vec::len), Ok(3));
    let (mut overcome, mut failed) = (0, 0);
    let faults = [
        Fault::Nack,
        Fault::Bus,
        Fault::Arbitration,
        Fault::Flip(13),
        Fault::NotReady,
    ];
    for fault in faults {
        for times in [1, 2, 3] {
            // The first 20 transfers hold all kinds of them.
            for after in 0..20 {
                let trace = run(&Device::new(3).with_fault(fault, after, times));
                match trace.value {
                    Ok(values) => {
                        assert_eq!(values.len(), 3);
                        overcome += 1;
                    }
                    Err(_) => failed += 1,
                }
            }
        }
    }
    assert!(overcome > 100 && failed > 50, "{overcome} and {failed}");
}

#[test]
fn two_refusals_are_overcome_and_three_are_not() {
    let stop = 1;
    let run = |times| run(&Device::new(1).with_fault(Fault::Nack, stop, times)).value;
    assert!(run(2).is_ok());
    assert_eq!(run(3), Err(NACK));
}

#[test]
fn a_garbled_measurement_is_lost_and_the_next_one_is_not() {
    let device = Device::new(5).with_fault(Fault::Flip(70), 3, 1);
    let trace = halves(
        &device,
        async |sensor| {
            let lost = sensor.measure().await;
            (lost, sensor.measure().await.is_ok())
        },
        |sensor| {
            let lost = sensor.measure();
            (lost, sensor.measure().is_ok())
        },
    );
    assert_eq!(trace.value, (Err(Error::Checksum { word: 2 }), true));
}

#[test]
fn a_sensor_that_is_never_ready_is_given_up() {
    let device = Device::new(5).with_fault(Fault::NotReady, 0, u32::MAX);
    let trace = halves(&device, async |s| s.measure().await, |s| s.measure());
    assert_eq!(trace.value, Err(Error::Overdue));
    assert_eq!(trace.milliseconds, 5_000 + 51 * (1 + 20));
}

#[test]
fn a_bus_that_breaks_in_the_middle_leaves_a_sensor_that_can_be_reset() {
    let device = Device::new(5).with_fault(Fault::Bus, 0, 1);
    let trace = halves(
        &device,
        async |sensor| {
            let broken = sensor.start(Pace::Normal).await.map(drop);
            // It measures all the same, and this command stops it.
            (broken, sensor.serial_number().await)
        },
        |sensor| {
            let broken = sensor.start(Pace::Normal).map(drop);
            (broken, sensor.serial_number())
        },
    );
    let (broken, serial) = trace.value;
    assert_eq!(broken, Err(Error::Bus(ErrorKind::Bus)));
    assert!(serial.is_ok());
}

#[test]
fn the_self_test_tells_its_code() {
    for code in [0, 1, 0xbeef] {
        let device = Device::new(5).with_registers([1, 2, 3], [0; 3], code);
        let trace = halves(&device, async |s| s.self_test().await, |s| s.self_test());
        let expected = if code == 0 {
            Ok(())
        } else {
            Err(Error::SelfTest(code))
        };
        assert_eq!(trace.value, expected);
        assert_eq!(trace.milliseconds, 10_000);
    }
}

#[test]
fn a_future_that_is_dropped_half_way_leaves_a_sensor_that_can_be_reset() {
    for polls in 0..200 {
        let simulation = Simulation::new(Device::new(9));
        let mut sensor = Sensor::new(simulation.bus(), simulation.delay());
        {
            let mut future = pin!(async {
                let mut periodic = sensor.start(Pace::LowPower).await?;
                periodic.next().await
            });
            let mut context = Context::from_waker(Waker::noop());
            for _ in 0..polls {
                if future.as_mut().poll(&mut context).is_ready() {
                    break;
                }
            }
        }
        assert!(block_on(sensor.reset()).is_ok(), "after {polls} polls");
        assert!(block_on(sensor.measure()).is_ok(), "after {polls} polls");
    }
}

#[test]
fn both_halves_do_the_same_with_any_registers() {
    let mut noise = Noise::new(2024);
    for seed in 0..500 {
        let mut three = || [noise.next_word(), noise.next_word(), noise.next_word()];
        let (serial, registers) = (three(), three());
        let code = noise.below(3);
        let offset = u32::from(noise.next_word()) * 3;
        let device = Device::new(seed).with_registers(serial, registers, code);
        let trace = halves(
            &device,
            async |sensor| {
                let serial = sensor.serial_number().await;
                let before = sensor.temperature_offset().await;
                let set = sensor.set_temperature_offset(offset).await;
                let after = sensor.temperature_offset().await;
                let healthy = sensor.self_test().await;
                (serial, before, set, after, healthy, sensor.measure().await)
            },
            |sensor| {
                let serial = sensor.serial_number();
                let before = sensor.temperature_offset();
                let set = sensor.set_temperature_offset(offset);
                let after = sensor.temperature_offset();
                let healthy = sensor.self_test();
                (serial, before, set, after, healthy, sensor.measure())
            },
        );
        let (number, before, set, after, ..) = trace.value;
        let [a, b, c] = serial.map(u64::from);
        assert_eq!(number, Ok(a << 32 | b << 16 | c));
        match set {
            // A step of the register is 2.67 thousandths.
            Ok(()) => assert!(after.is_ok_and(|after| after.abs_diff(offset) <= 2)),
            Err(error) => {
                assert_eq!(error, Error::Range);
                assert!(offset > 175_000);
                assert_eq!(after, before);
            }
        }
    }
}
