use await_me_maybe::maybe_async;

pub(crate) use scenarios::{blocking, run};

/// What a program does with the driver: written once, too.
#[maybe_async(replace(
    sensor::driver = sensor::driver::blocking,
    sensor::line = sensor::line::blocking
))]
#[allow(clippy::module_inception, reason = "the attribute needs a module")]
mod scenarios {
    use std::error::Error;

    use sensor::driver::Sensor;
    use sensor::line::{Lines, serve};
    use sensor::simulation::{Bus, Delay, Port, Simulation};
    use sensor::{Pace, command};

    use super::super::case::Scenario;

    type Simulated<'a> = Sensor<Bus<'a>, Delay<'a>>;
    type Result<T = String> = std::result::Result<T, Box<dyn Error>>;

    pub(crate) async fn run(scenario: Scenario, simulation: &Simulation) -> Result {
        let mut sensor = Sensor::new(simulation.bus(), simulation.delay());
        sensor.reset().await?;
        match scenario {
            Scenario::Once => Ok(sensor.measure().await?.to_string()),
            Scenario::Periodic => periodic(&mut sensor, Pace::Normal).await,
            Scenario::LowPower => periodic(&mut sensor, Pace::LowPower).await,
            Scenario::Settings => settings(&mut sensor).await,
            Scenario::Sleep => sleep(&mut sensor).await,
            Scenario::Host => host(&mut sensor).await,
        }
    }

    async fn periodic(sensor: &mut Simulated<'_>, pace: Pace) -> Result {
        let mut measuring = sensor.start(pace).await?;
        measuring.set_pressure(980).await?;
        let mut sum = 0;
        for _ in 0..5 {
            sum += u32::from(measuring.next().await?.co2);
        }
        measuring.stop().await?;
        Ok(format!("{} ppm in the mean", sum / 5))
    }

    async fn settings(sensor: &mut Simulated<'_>) -> Result {
        sensor.set_temperature_offset(2_500).await?;
        sensor.execute(command::SetAltitude(540)).await?;
        sensor.self_test().await?;
        Ok(format!(
            "{} thousandths of a degree, {} metres",
            sensor.temperature_offset().await?,
            sensor.execute(command::Altitude).await?,
        ))
    }

    async fn sleep(sensor: &mut Simulated<'_>) -> Result {
        let before = sensor.serial_number().await?;
        sensor.sleep().await?;
        let after = sensor.serial_number().await?;
        if before != after {
            return Err("another sensor has woken up".into());
        }
        Ok(format!("sensor {after:012x}"))
    }

    async fn host(sensor: &mut Simulated<'_>) -> Result {
        let mut port = Port::new(b"read\r\nwrite\r\nsteady\r\nquit\r\n").with_chunk(5);
        serve(&mut Lines::<_, 64>::new(&mut port), sensor).await?;
        let written = std::str::from_utf8(port.written())?;
        Ok(written.trim_end().replace("\r\n", " / "))
    }
}
