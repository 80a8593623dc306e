use await_me_maybe::maybe_async;

/// The sensor's address on the bus.
pub const ADDRESS: u8 = 0x62;

/// The SCD41 over [`I2c`](embedded_hal_async::i2c::I2c), and in [`blocking`](driver::blocking) the
/// same over [`embedded_hal::i2c::I2c`].
#[maybe_async]
pub mod driver {
    use core::time::Duration;

    use embedded_hal_async::delay::DelayNs;
    use embedded_hal_async::i2c::I2c;

    use super::ADDRESS;
    use crate::command::{self, Command, Frame, Reply};
    use crate::crc::WORD;
    use crate::error::is_refusal;
    use crate::measurement::{self, Measurement, Pace};
    use crate::{Error, Step};

    /// How long to wait before something is sent again.
    const PAUSE_MS: u32 = 10;

    /// What measures the air.
    #[allow(
        async_fn_in_trait,
        reason = "executors of microcontrollers need no `Send`"
    )]
    pub trait Source {
        /// What can go wrong.
        type Error;

        /// The next measurement.
        async fn sample(&mut self) -> Result<Measurement, Self::Error>;

        /// The middle one of three measurements, by their carbon dioxide.
        async fn steady(&mut self) -> Result<Measurement, Self::Error> {
            let mut three = [
                self.sample().await?,
                self.sample().await?,
                self.sample().await?,
            ];
            three.sort_unstable_by_key(|measurement| measurement.co2);
            Ok(three[1])
        }
    }

    /// The sensor on a bus, or on a share in one (`&mut I2C` is a bus, too).
    ///
    /// It keeps in mind what the sensor is doing, and stops or wakes it where a command needs that.
    /// A future that is dropped half-way leaves the sensor busy at worst: call
    /// [`reset`](Self::reset), or wait, and go on.
    #[derive(Debug)]
    pub struct Sensor<I2C, D> {
        i2c: I2C,
        delay: D,
        attempts: u8,
        step: Step,
    }

    impl<I2C, D> Sensor<I2C, D> {
        /// A sensor that has just been powered.
        pub const fn new(i2c: I2C, delay: D) -> Self {
            Self {
                i2c,
                delay,
                attempts: 3,
                step: Step::Idle,
            }
        }

        /// How often a command is sent that the sensor does not answer, or whose answer is garbled:
        /// 3 unless told.
        #[must_use]
        pub fn with_attempts(mut self, attempts: u8) -> Self {
            self.attempts = attempts;
            self
        }

        /// The bus and the timer again.
        pub fn release(self) -> (I2C, D) {
            (self.i2c, self.delay)
        }
    }

    impl<I2C: I2c, D: DelayNs> Sensor<I2C, D> {
        /// Brings the sensor into a known state, whatever it was doing, and gives its serial
        /// number.
        ///
        /// ```
        /// use sensor::driver::Sensor;
        /// use sensor::simulation::{Device, Simulation};
        ///
        /// # #[tokio::main(flavor = "current_thread")]
        /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
        /// let simulation = Simulation::new(Device::new(1));
        /// let mut sensor = Sensor::new(simulation.bus(), simulation.delay());
        /// sensor.reset().await?;
        /// let air = sensor.measure().await?;
        /// assert!((400..2000).contains(&air.co2));
        /// # Ok(())
        /// # }
        /// ```
        ///
        /// # Errors
        ///
        /// [`Error::Bus`] and [`Error::Checksum`].
        pub async fn reset(&mut self) -> Result<u64, Error<I2C::Error>> {
            self.step = Step::Unknown;
            self.idle().await?;
            self.execute(command::Reinit).await?;
            self.serial_number().await
        }

        /// The number of this sensor: 48 bits.
        ///
        /// # Errors
        ///
        /// [`Error::Bus`] and [`Error::Checksum`].
        pub async fn serial_number(&mut self) -> Result<u64, Error<I2C::Error>> {
            let words = self.execute(command::SerialNumber).await?;
            Ok(words
                .iter()
                .fold(0, |number, word| number << 16 | u64::from(*word)))
        }

        /// Has the sensor look for faults, for 10 seconds.
        ///
        /// # Errors
        ///
        /// [`Error::SelfTest`], [`Error::Bus`] and [`Error::Checksum`].
        pub async fn self_test(&mut self) -> Result<(), Error<I2C::Error>> {
            match self.execute(command::SelfTest).await? {
                0 => Ok(()),
                code => Err(Error::SelfTest(code)),
            }
        }

        /// How much warmer the sensor is than the air, in thousandths of a degree.
        ///
        /// # Errors
        ///
        /// [`Error::Bus`] and [`Error::Checksum`].
        pub async fn temperature_offset(&mut self) -> Result<u32, Error<I2C::Error>> {
            let word = self.execute(command::TemperatureOffset).await?;
            Ok(measurement::offset(word))
        }

        /// Sets how much warmer the sensor is than the air, in thousandths of a degree.
        ///
        /// # Errors
        ///
        /// [`Error::Range`] above 175 degrees, and [`Error::Bus`].
        pub async fn set_temperature_offset(
            &mut self,
            offset: u32,
        ) -> Result<(), Error<I2C::Error>> {
            let word = measurement::word(offset, 175_000).ok_or(Error::Range)?;
            self.execute(command::SetTemperatureOffset(word)).await
        }

        /// Has the sensor take what it measures now for so many ppm of carbon dioxide, and gives
        /// the correction in ppm.
        ///
        /// # Errors
        ///
        /// [`Error::Recalibration`], [`Error::Bus`] and [`Error::Checksum`].
        pub async fn recalibrate(&mut self, ppm: u16) -> Result<i32, Error<I2C::Error>> {
            match self.execute(command::Recalibrate(ppm)).await? {
                0xffff => Err(Error::Recalibration),
                word => Ok(i32::from(word) - 0x8000),
            }
        }

        /// Measures once, for 5 seconds.
        ///
        /// # Errors
        ///
        /// [`Error::Overdue`], [`Error::Bus`] and [`Error::Checksum`].
        pub async fn measure(&mut self) -> Result<Measurement, Error<I2C::Error>> {
            self.execute(command::MeasureOnce).await?;
            self.ready(Duration::from_secs(1)).await?;
            self.execute(command::ReadMeasurement).await
        }

        /// Has the sensor measure by itself.
        ///
        /// ```
        /// # use sensor::driver::Sensor;
        /// # use sensor::simulation::{Device, Simulation};
        /// use sensor::Pace;
        ///
        /// # #[tokio::main(flavor = "current_thread")]
        /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
        /// # let simulation = Simulation::new(Device::new(1));
        /// # let mut sensor = Sensor::new(simulation.bus(), simulation.delay());
        /// let mut periodic = sensor.start(Pace::Normal).await?;
        /// let before = periodic.next().await?;
        /// let after = periodic.next().await?;
        /// assert!(before.co2.abs_diff(after.co2) < 100);
        /// periodic.stop().await?;
        /// # Ok(())
        /// # }
        /// ```
        ///
        /// # Errors
        ///
        /// [`Error::Bus`].
        pub async fn start(
            &mut self,
            pace: Pace,
        ) -> Result<Periodic<'_, I2C, D>, Error<I2C::Error>> {
            self.idle().await?;
            // Before the command: nobody knows whether one has arrived whose future is dropped.
            self.step = Step::Measuring;
            match pace {
                Pace::Normal => self.execute_now(&command::StartPeriodic).await?,
                Pace::LowPower => self.execute_now(&command::StartLowPower).await?,
            }
            Ok(Periodic { sensor: self, pace })
        }

        /// Lets the sensor sleep until the next command.
        ///
        /// # Errors
        ///
        /// [`Error::Bus`].
        pub async fn sleep(&mut self) -> Result<(), Error<I2C::Error>> {
            self.idle().await?;
            self.step = Step::Unknown;
            self.execute_now(&command::PowerDown).await?;
            self.step = Step::Asleep;
            Ok(())
        }

        /// Any command, with what it needs: a sensor that sleeps is woken, and one that measures by
        /// itself stopped.
        ///
        /// ```
        /// # use sensor::driver::Sensor;
        /// # use sensor::simulation::{Device, Simulation};
        /// use sensor::command::{Altitude, SetAltitude};
        ///
        /// # #[tokio::main(flavor = "current_thread")]
        /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
        /// # let simulation = Simulation::new(Device::new(1));
        /// # let mut sensor = Sensor::new(simulation.bus(), simulation.delay());
        /// sensor.execute(SetAltitude(540)).await?;
        /// assert_eq!(sensor.execute(Altitude).await?, 540);
        /// # Ok(())
        /// # }
        /// ```
        ///
        /// # Errors
        ///
        /// [`Error::Bus`] and [`Error::Checksum`].
        pub async fn execute<C: Command>(
            &mut self,
            command: C,
        ) -> Result<C::Reply, Error<I2C::Error>> {
            if !(C::WHILE_MEASURING && self.step == Step::Measuring) {
                self.idle().await?;
            }
            self.execute_now(&command).await
        }

        async fn execute_now<C: Command>(
            &mut self,
            command: &C,
        ) -> Result<C::Reply, Error<I2C::Error>> {
            let mut attempt = 1;
            loop {
                match self.exchange(command).await {
                    Err(error)
                        if C::REPEATABLE && attempt < self.attempts && error.is_transient() =>
                    {
                        attempt += 1;
                        self.delay.delay_ms(PAUSE_MS).await;
                    }
                    result => return result,
                }
            }
        }

        async fn exchange<C: Command>(
            &mut self,
            command: &C,
        ) -> Result<C::Reply, Error<I2C::Error>> {
            let frame = Frame::of(command);
            let written = self.i2c.write(ADDRESS, frame.bytes()).await;
            written.map_err(Error::Bus)?;
            if C::MILLISECONDS > 0 {
                self.delay.delay_ms(C::MILLISECONDS).await;
            }
            let mut buffer = [0; 3 * WORD];
            let answer = &mut buffer[..C::Reply::WORDS * WORD];
            if !answer.is_empty() {
                let read = self.i2c.read(ADDRESS, answer).await;
                read.map_err(Error::Bus)?;
            }
            match command::words(answer) {
                Ok(words) => Ok(C::Reply::from_words(words)),
                Err(word) => Err(Error::Checksum { word }),
            }
        }

        /// Sees to it that the sensor takes every command.
        async fn idle(&mut self) -> Result<(), Error<I2C::Error>> {
            if matches!(self.step, Step::Asleep | Step::Unknown) {
                match self.exchange(&command::WakeUp).await {
                    // The one command that is never acknowledged; one awake does not know it.
                    Err(Error::Bus(error)) if is_refusal(&error) => {
                        self.delay.delay_ms(command::WakeUp::MILLISECONDS).await;
                    }
                    result => result?,
                }
            }
            if matches!(self.step, Step::Measuring | Step::Unknown) {
                self.execute_now(&command::StopPeriodic).await?;
            }
            self.step = Step::Idle;
            Ok(())
        }

        /// Waits until there is a measurement.
        async fn ready(&mut self, limit: Duration) -> Result<(), Error<I2C::Error>> {
            const LOOKS: u32 = 50;
            let pause = u32::try_from(limit.as_micros()).unwrap_or(u32::MAX) / LOOKS;
            for _ in 0..=LOOKS {
                if self.execute_now(&command::DataReady).await? & 0x07ff != 0 {
                    return Ok(());
                }
                self.delay.delay_us(pause).await;
            }
            Err(Error::Overdue)
        }
    }

    impl<I2C: I2c, D: DelayNs> Source for Sensor<I2C, D> {
        type Error = Error<I2C::Error>;

        async fn sample(&mut self) -> Result<Measurement, Self::Error> {
            self.measure().await
        }
    }

    /// A sensor that measures by itself, until [`stop`](Self::stop) or the sensor's next command.
    #[derive(Debug)]
    pub struct Periodic<'a, I2C, D> {
        sensor: &'a mut Sensor<I2C, D>,
        pace: Pace,
    }

    impl<I2C: I2c, D: DelayNs> Periodic<'_, I2C, D> {
        /// The next measurement, when there is one.
        ///
        /// # Errors
        ///
        /// [`Error::Overdue`], [`Error::Bus`] and [`Error::Checksum`]: a garbled measurement is
        /// lost.
        pub async fn next(&mut self) -> Result<Measurement, Error<I2C::Error>> {
            let interval = self.pace.interval();
            self.sensor.ready(interval + interval / 5).await?;
            self.sensor.execute(command::ReadMeasurement).await
        }

        /// Tells the sensor the pressure of the air, in hundreds of pascals, while it measures.
        ///
        /// # Errors
        ///
        /// [`Error::Bus`].
        pub async fn set_pressure(&mut self, pressure: u16) -> Result<(), Error<I2C::Error>> {
            self.sensor.execute(command::SetPressure(pressure)).await
        }

        /// Has the sensor stop.
        ///
        /// # Errors
        ///
        /// [`Error::Bus`].
        pub async fn stop(self) -> Result<(), Error<I2C::Error>> {
            self.sensor.idle().await
        }
    }

    impl<I2C: I2c, D: DelayNs> Source for Periodic<'_, I2C, D> {
        type Error = Error<I2C::Error>;

        async fn sample(&mut self) -> Result<Measurement, Self::Error> {
            self.next().await
        }
    }
}
