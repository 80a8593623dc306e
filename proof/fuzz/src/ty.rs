//! The types of the programs.

/// A type that a variable, a parameter or an expression of a program has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Ty {
    Unit,
    U32,
    I64,
    Bool,
    Text,
    Option(Box<Ty>),
    /// With `String` as the error.
    Result(Box<Ty>),
    Vec(Box<Ty>),
    Tuple(Vec<Ty>),
    /// The struct of the program.
    Point,
    /// What logs that it is dropped.
    Guard,
    /// `&str`.
    Str,
    /// `&mut u32`.
    Counter,
    /// `&mut Point`, or `&mut self`.
    PointMut,
    /// `&Point`, or `&self`.
    PointRef,
    /// A future of a type that has no name.
    Future(Box<Ty>),
    /// `Pin<Box<dyn Future<Output = T> + '_>>`.
    Boxed(Box<Ty>),
    /// A `Vec` of the one before.
    Queue(Box<Ty>),
    /// An `Option` of it.
    Slot(Box<Ty>),
    /// An async callback: what it takes and gives.
    Callback(Box<Ty>, Box<Ty>),
    /// A callback that returns a future.
    Returning(Box<Ty>, Box<Ty>),
    /// A callback that may change things, and one that is called once.
    CallbackMut(Box<Ty>, Box<Ty>),
    CallbackOnce(Box<Ty>, Box<Ty>),
    /// `&dyn Fn(..) -> LocalBoxFuture<'static, ..>`.
    Dynamic(Box<Ty>, Box<Ty>),
    /// A closure that is not async.
    Closure(Box<Ty>, Box<Ty>),
    /// A stream that is `Unpin`.
    Stream(Box<Ty>),
    /// The struct of the program that is awaited itself.
    Builder,
    /// A reference to a type parameter that is bound by the trait of the program.
    Generic,
}

impl Ty {
    /// How it is written, for those that have a name.
    pub(crate) fn text(&self) -> String {
        match self {
            Ty::Unit => "()".to_owned(),
            Ty::U32 => "u32".to_owned(),
            Ty::I64 => "i64".to_owned(),
            Ty::Bool => "bool".to_owned(),
            Ty::Text => "String".to_owned(),
            Ty::Option(inner) => format!("Option<{}>", inner.text()),
            Ty::Result(inner) => format!("Result<{}, String>", inner.text()),
            Ty::Vec(inner) => format!("Vec<{}>", inner.text()),
            Ty::Tuple(items) => {
                let items: Vec<_> = items.iter().map(Ty::text).collect();
                format!("({})", items.join(", "))
            }
            Ty::Point => "Point".to_owned(),
            Ty::Guard => "Guard".to_owned(),
            Ty::Builder => "Ask".to_owned(),
            Ty::Str => "&str".to_owned(),
            Ty::Counter => "&mut u32".to_owned(),
            Ty::PointMut => "&mut Point".to_owned(),
            Ty::PointRef => "&Point".to_owned(),
            Ty::Boxed(inner) => {
                format!("Pin<Box<dyn Future<Output = {}> + '_>>", inner.text())
            }
            Ty::Queue(inner) => format!("Vec<{}>", Ty::Boxed(inner.clone()).text()),
            Ty::Slot(inner) => format!("Option<{}>", Ty::Boxed(inner.clone()).text()),
            Ty::Stream(inner) => format!("impl Stream<Item = {}> + Unpin", inner.text()),
            Ty::Future(inner) => format!("impl Future<Output = {}>", inner.text()),
            Ty::Callback(from, to) => format!("impl AsyncFn({}) -> {}", from.text(), to.text()),
            Ty::Returning(..) => "F".to_owned(),
            Ty::CallbackMut(from, to) => {
                format!("impl AsyncFnMut({}) -> {}", from.text(), to.text())
            }
            Ty::CallbackOnce(from, to) => {
                format!("impl AsyncFnOnce({}) -> {}", from.text(), to.text())
            }
            Ty::Dynamic(from, to) => {
                let to = to.text();
                format!("&dyn Fn({}) -> LocalBoxFuture<'static, {to}>", from.text())
            }
            Ty::Closure(from, to) => format!("impl Fn({}) -> {}", from.text(), to.text()),
            Ty::Generic => "&T".to_owned(),
        }
    }

    /// Whether it is plain data: can be cloned, compared and shown.
    pub(crate) fn is_data(&self) -> bool {
        match self {
            Ty::Unit | Ty::U32 | Ty::I64 | Ty::Bool | Ty::Text | Ty::Point => true,
            Ty::Option(inner) | Ty::Result(inner) | Ty::Vec(inner) => inner.is_data(),
            Ty::Tuple(items) => items.iter().all(Ty::is_data),
            _ => false,
        }
    }

    /// Whether it can be called.
    pub(crate) fn is_callback(&self) -> bool {
        self.callback_output().is_some()
    }

    /// What comes out of a callback that is called and awaited, or of a closure that is called.
    pub(crate) fn callback_output(&self) -> Option<&Ty> {
        match self {
            Ty::Callback(_, to)
            | Ty::CallbackMut(_, to)
            | Ty::CallbackOnce(_, to)
            | Ty::Dynamic(_, to)
            | Ty::Returning(_, to)
            | Ty::Closure(_, to) => Some(to),
            _ => None,
        }
    }

    /// Whether using it leaves it where it is.
    pub(crate) fn is_copy(&self) -> bool {
        match self {
            Ty::Unit | Ty::U32 | Ty::I64 | Ty::Bool | Ty::Str | Ty::PointRef | Ty::Generic => true,
            Ty::Option(inner) => inner.is_copy(),
            Ty::Tuple(items) => items.iter().all(Ty::is_copy),
            _ => false,
        }
    }

    /// The simplest value, if it can be written anywhere.
    pub(crate) fn simplest(&self) -> Option<String> {
        Some(match self {
            Ty::Unit => "()".to_owned(),
            Ty::U32 => "0u32".to_owned(),
            Ty::I64 => "0i64".to_owned(),
            Ty::Bool => "false".to_owned(),
            Ty::Text => "String::new()".to_owned(),
            Ty::Option(inner) => format!("None::<{}>", inner.text()),
            Ty::Result(inner) => {
                format!("Ok::<{}, String>({})", inner.text(), inner.simplest()?)
            }
            Ty::Vec(inner) => format!("Vec::<{}>::new()", inner.text()),
            Ty::Tuple(items) => {
                let items: Option<Vec<_>> = items.iter().map(Ty::simplest).collect();
                format!("({})", items?.join(", "))
            }
            Ty::Point => "Point::new(0)".to_owned(),
            Ty::Guard => "Guard::new(\"g\")".to_owned(),
            Ty::Str => "\"\"".to_owned(),
            _ => return None,
        })
    }
}
