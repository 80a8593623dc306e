//! Numbers as bytes, the most significant one first or (`_le`) last.

macro_rules! read_numbers {
    ($($be:ident $Be:ty),*; $($le:ident $Le:ty),*) => {
        $(read_numbers! { @ $be $Be, from_be_bytes, "Reads a big-endian `" })*
        $(read_numbers! { @ $le $Le, from_le_bytes, "Reads a little-endian `" })*
    };
    (@ $method:ident $Number:ty, $from:ident, $doc:literal) => {
        #[doc = concat!($doc, stringify!($Number), "`.")]
        fn $method(&mut self) -> Result<$Number>
        where
            Self: Unpin,
        {
            let mut bytes = [0; size_of::<$Number>()];
            fill(self, &mut bytes, || ErrorKind::UnexpectedEof.into())?;
            Ok(<$Number>::$from(bytes))
        }
    };
}

macro_rules! write_numbers {
    ($($be:ident $Be:ty),*; $($le:ident $Le:ty),*) => {
        $(write_numbers! { @ $be $Be, to_be_bytes, "Writes a big-endian `" })*
        $(write_numbers! { @ $le $Le, to_le_bytes, "Writes a little-endian `" })*
    };
    (@ $method:ident $Number:ty, $to:ident, $doc:literal) => {
        #[doc = concat!($doc, stringify!($Number), "`.")]
        fn $method(&mut self, n: $Number) -> Result<()>
        where
            Self: Unpin,
        {
            self.write_all(&n.$to())
        }
    };
}

pub(super) use {read_numbers, write_numbers};
