/// What the command line says.
pub(crate) struct Args {
    /// Of the room's noise.
    pub(crate) seed: u32,
    /// Whether the halves get different rooms, to see that the comparison notices.
    pub(crate) skew: bool,
}

const USAGE: &str = "usage: sensor [--seed NUMBER] [--skew]";

impl Args {
    pub(crate) fn parse(mut args: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut parsed = Self {
            seed: 1,
            skew: false,
        };
        while let Some(arg) = args.next() {
            match arg.as_str() {
                "--skew" => parsed.skew = true,
                "--seed" => {
                    let number = args.next().and_then(|number| number.parse().ok());
                    parsed.seed = number.filter(|seed| *seed < u32::MAX).ok_or(USAGE)?;
                }
                other => return Err(format!("unknown argument `{other}`\n{USAGE}")),
            }
        }
        Ok(parsed)
    }
}
