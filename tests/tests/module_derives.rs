//! Derives and their attributes inside an annotated module.

#![allow(
    dead_code,
    unreachable_pub,
    clippy::unused_async,
    reason = "libraries have more than a test uses"
)]

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{both, same};

#[maybe_async]
mod wire {
    use serde::{Deserialize, Serialize};
    use thiserror::Error;

    #[derive(Debug, Error, PartialEq)]
    pub enum Error {
        #[error("no {0}")]
        Missing(String),
        #[error("{level} is above {LIMIT}", LIMIT = super::wire::LIMIT)]
        TooHigh { level: u8 },
    }

    pub const LIMIT: u8 = 10;

    /// Shared, with helpers that strings name.
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    #[serde(deny_unknown_fields)]
    pub struct Config {
        #[serde(with = "hex")]
        pub key: u8,
        #[serde(default = "default_level", skip_serializing_if = "is_default")]
        pub level: u8,
    }

    fn default_level() -> u8 {
        3
    }

    fn is_default(level: &u8) -> bool {
        *level == default_level()
    }

    mod hex {
        use serde::{Deserialize as _, Deserializer, Serializer};

        pub(super) fn serialize<S: Serializer>(key: &u8, to: S) -> Result<S::Ok, S::Error> {
            to.serialize_str(&format!("{key:x}"))
        }

        pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<u8, D::Error> {
            let text = String::deserialize(from)?;
            u8::from_str_radix(&text, 16).map_err(serde::de::Error::custom)
        }
    }

    /// Repeated, as the helper in the string is: it names the client.
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    pub struct Session {
        #[serde(default = "Client::start")]
        pub level: u8,
        #[serde(default = "tagged::start")]
        pub other: u8,
        #[serde(skip, default = "super::start_outside")]
        pub outside: u8,
    }

    mod tagged {
        pub(super) fn start() -> u8 {
            super::Client::start() + 1
        }
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    pub struct Client {
        pub config: Config,
        #[serde(skip)]
        pub session: Option<Box<Session>>,
    }

    impl Client {
        pub fn start() -> u8 {
            4
        }

        pub async fn level(&self) -> Result<u8, Error> {
            if self.config.level > LIMIT {
                return Err(Error::TooHigh {
                    level: self.config.level,
                });
            }
            Ok(self.config.level)
        }
    }

    /// An error that holds what is repeated.
    #[derive(Debug, Error)]
    #[error("client at {}", .0.config.level)]
    pub struct Failed(pub Client, #[source] pub Error);

    impl Failed {
        pub async fn retry(self) -> Result<u8, Self> {
            match self.0.level().await {
                Ok(level) => Ok(level),
                Err(error) => Err(Self(self.0, error)),
            }
        }
    }
}

fn start_outside() -> u8 {
    9
}

#[test]
fn strings_in_attributes_lead_to_the_same_half() {
    use wire::blocking;
    assert!(same::<wire::Config, blocking::Config>());
    assert!(same::<wire::Error, blocking::Error>());
    assert!(!same::<wire::Session, blocking::Session>());
    assert!(!same::<wire::Client, blocking::Client>());
    assert!(!same::<wire::Failed, blocking::Failed>());
    let config: wire::Config = serde_json::from_str(r#"{"key": "ff"}"#).unwrap();
    assert_eq!(config, blocking::Config { key: 255, level: 3 });
    assert_eq!(serde_json::to_string(&config).unwrap(), r#"{"key":"ff"}"#);
    let session: wire::Session = serde_json::from_str("{}").unwrap();
    let twin: blocking::Session = serde_json::from_str("{}").unwrap();
    assert_eq!((session.level, session.other, session.outside), (4, 5, 9));
    assert_eq!((twin.level, twin.other, twin.outside), (4, 5, 9));
}

#[test]
fn errors_say_the_same() {
    use wire::blocking;
    let config = wire::Config { key: 1, level: 11 };
    let (value, _) = both(
        async {
            let client = wire::Client {
                config: config.clone(),
                session: None,
            };
            let error = client.level().await.unwrap_err();
            let failed = wire::Failed(client, error).retry().await.unwrap_err();
            (failed.to_string(), failed.1)
        },
        || {
            let client = blocking::Client {
                config: config.clone(),
                session: None,
            };
            let error = client.level().unwrap_err();
            let failed = blocking::Failed(client, error).retry().unwrap_err();
            (failed.to_string(), failed.1)
        },
    );
    assert_eq!(value.0, "client at 11");
    assert_eq!(value.1.to_string(), "11 is above 10");
}
