//! Futures that are made early and awaited late, or never: what the sensor sees is the same in both
//! halves.

#![allow(
    clippy::redundant_closure,
    reason = "the halves are to be compared by eye, too"
)]

mod common;

use common::halves;
use sensor::simulation::Device;

#[await_me_maybe::maybe_async(replace(sensor::driver = sensor::driver::blocking))]
mod late {
    use embedded_hal::i2c::ErrorKind;
    use sensor::Error;
    use sensor::driver::Sensor;
    use sensor::simulation::{Bus, Delay};

    type Simulated<'b, 'd> = Sensor<Bus<'b>, Delay<'d>>;
    type Result<T> = std::result::Result<T, Error<ErrorKind>>;

    async fn serial(sensor: &mut Simulated<'_, '_>, log: &mut Vec<&'static str>) -> Result<u64> {
        log.push("serial");
        sensor.serial_number().await
    }

    pub(super) async fn named(sensor: &mut Simulated<'_, '_>) -> Result<(u64, Vec<&'static str>)> {
        let mut log = Vec::new();
        let mut other = vec!["made"];
        let number = serial(sensor, &mut log);
        other.push("awaited");
        let number = number.await?;
        other.append(&mut log);
        Ok((number, other))
    }

    pub(super) async fn block(sensor: &mut Simulated<'_, '_>, wanted: bool) -> Result<Option<u32>> {
        let offset = async {
            sensor.set_temperature_offset(1_000).await?;
            sensor.temperature_offset().await
        };
        if !wanted {
            return Ok(None);
        }
        offset.await.map(Some)
    }

    pub(super) async fn method(sensor: &mut Simulated<'_, '_>, wanted: bool) -> Result<u32> {
        let offset = async { sensor.temperature_offset().await };
        if wanted { offset.await } else { Ok(0) }
    }

    pub(super) async fn with<S, T>(
        sensor: &mut S,
        times: u8,
        work: impl AsyncFn(&mut S, u8) -> Result<T>,
    ) -> Result<Vec<T>> {
        let mut all = Vec::new();
        for at in 0..times {
            all.push(work(sensor, at).await?);
        }
        Ok(all)
    }
}

#[test]
fn a_call_that_is_awaited_late_runs_late() {
    let device = Device::new(6).with_registers([0, 0, 7], [0; 3], 0);
    let trace = halves(
        &device,
        async |sensor| late::named(sensor).await,
        |sensor| late::blocking::named(sensor),
    );
    assert_eq!(trace.value, Ok((7, vec!["made", "awaited", "serial"])));
    assert_eq!(trace.transfers, 2);
}

#[test]
fn a_block_that_is_never_awaited_never_runs() {
    for wanted in [false, true] {
        let trace = halves(
            &Device::new(6),
            async |sensor| late::block(sensor, wanted).await,
            |sensor| late::blocking::block(sensor, wanted),
        );
        assert_eq!(trace.value, Ok(wanted.then_some(999)));
        assert_eq!(trace.transfers, if wanted { 3 } else { 0 });
        let trace = halves(
            &Device::new(6),
            async |sensor| late::method(sensor, wanted).await,
            |sensor| late::blocking::method(sensor, wanted),
        );
        assert_eq!(trace.transfers, if wanted { 2 } else { 0 });
    }
}

#[test]
fn callbacks_get_the_sensor_of_their_half() {
    let device = Device::new(6).with_registers([0, 0, 7], [0; 3], 0);
    let trace = halves(
        &device,
        async |sensor| {
            late::with(sensor, 3, async |sensor, at| {
                Ok((at, sensor.serial_number().await?))
            })
            .await
        },
        |sensor| late::blocking::with(sensor, 3, |sensor, at| Ok((at, sensor.serial_number()?))),
    );
    assert_eq!(trace.value, Ok(vec![(0, 7), (1, 7), (2, 7)]));
}
