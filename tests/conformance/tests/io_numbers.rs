//! Numbers, there and back.

use await_me_maybe::maybe_async;
use await_me_maybe_conformance::both;

/// An annotated module whose function is made of a table: no macro makes async code inside it.
macro_rules! there_and_back {
    ($($write:ident $read:ident $value:expr;)*) => {
        #[maybe_async]
        mod table {
            use await_me_maybe_conformance::outcome::shown;
            use tokio::io::{AsyncReadExt, AsyncWriteExt};

            pub(crate) async fn numbers() -> Vec<String> {
                let mut seen = Vec::new();
                $(
                    let mut bytes = Vec::new();
                    bytes.$write($value).await.unwrap();
                    let read = (&bytes[..]).$read().await;
                    seen.push(format!("{bytes:02x?} {}", shown(read)));
                    seen.push(shown((&bytes[1..]).$read().await));
                )*
                seen
            }
        }
    };
}

there_and_back! {
    write_u8 read_u8 0xfe;
    write_i8 read_i8 -2;
    write_u16 read_u16 0x0102;
    write_i16 read_i16 -2;
    write_u32 read_u32 0x0102_0304;
    write_i32 read_i32 -3;
    write_u64 read_u64 0x0102_0304_0506_0708;
    write_i64 read_i64 -4;
    write_u128 read_u128 u128::MAX - 1;
    write_i128 read_i128 -5;
    write_f32 read_f32 1.5;
    write_f64 read_f64 -2.5;
    write_u16_le read_u16_le 0x0102;
    write_i16_le read_i16_le -2;
    write_u32_le read_u32_le 0x0102_0304;
    write_i32_le read_i32_le -3;
    write_u64_le read_u64_le 0x0102_0304_0506_0708;
    write_i64_le read_i64_le -4;
    write_u128_le read_u128_le 3;
    write_i128_le read_i128_le -5;
    write_f32_le read_f32_le 1.5;
    write_f64_le read_f64_le -2.5;
}

#[maybe_async]
mod suite {
    use std::io::ErrorKind;

    use await_me_maybe_conformance::outcome::shown;
    use await_me_maybe_conformance::scripted::{Reader, Writer};
    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    pub(crate) async fn in_pieces() -> Vec<String> {
        let mut seen = Vec::new();
        let script = [Ok("ab"), Err(ErrorKind::Interrupted), Ok("c"), Ok("d")];
        seen.push(shown(Reader::new(script).read_u32().await));
        let script = [Ok("ab"), Err(ErrorKind::ConnectionReset)];
        seen.push(shown(Reader::new(script).read_u32_le().await));

        for script in [
            vec![Ok(1), Err(ErrorKind::Interrupted), Ok(2)],
            vec![Ok(3), Err(ErrorKind::BrokenPipe)],
            vec![Ok(2), Ok(0)],
        ] {
            let mut writer = Writer::new(script);
            seen.push(shown(writer.write_u32(0x6162_6364).await));
            seen.append(&mut writer.log);
        }
        seen
    }
}

#[test]
fn numbers_go_there_and_back() {
    let seen = both(table::numbers(), table::blocking::numbers);
    assert_eq!(seen.len(), 44);
    assert_eq!(seen[0], "[fe] 254");
    assert_eq!(seen[1], "UnexpectedEof: unexpected end of file");
    assert_eq!(seen[4], "[01, 02] 258");
    assert_eq!(seen[24], "[02, 01] 258");
}

#[test]
fn numbers_come_in_pieces() {
    let seen = both(suite::in_pieces(), suite::blocking::in_pieces);
    assert_eq!(seen[0], 0x6162_6364.to_string());
    assert_eq!(seen[1], "ConnectionReset: connection reset");
    assert_eq!(seen[2], "()");
    assert_eq!(seen.last().unwrap(), r#"write Ok("") of 2"#);
}
