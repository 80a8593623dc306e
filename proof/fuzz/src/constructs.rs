//! What programs are made of, and which lowerings of `docs/lowerings.md` that reaches.

/// The lowerings, and constructs that lead to each.
pub(crate) const LOWERINGS: &[(&str, &[&str])] = &[
    (
        "An awaited call",
        &["an awaited call", "an awaited method", "`?`"],
    ),
    (
        "Operands",
        &[
            "an operator",
            "a compound assignment",
            "an index",
            "a field",
        ],
    ),
    (
        "An async block that is awaited where it stands",
        &["an async block that is awaited"],
    ),
    (
        "Anything else that is awaited",
        &["a future that is awaited late", "a slot for a future"],
    ),
    ("`ready`", &["`ready`", "a `future::ok` that is awaited"]),
    (
        "A branch or a block in front of `.await`",
        &[
            "an `if` in front of `.await`",
            "a `match` in front of `.await`",
        ],
    ),
    (
        "Boxes for recursion",
        &["a recursive call", "a box that is awaited"],
    ),
    (
        "An async block that is bound",
        &[
            "an async block",
            "an `async move` block",
            "a future that is bound",
        ],
    ),
    (
        "A call that is awaited later",
        &["a call that is awaited later", "a `Vec` of calls"],
    ),
    (
        "A method that is awaited later",
        &["a method that is awaited later"],
    ),
    (
        "A parameter that is a future",
        &["an async function", "a future that is moved"],
    ),
    (
        "Stored futures",
        &[
            "a `Vec` of boxed futures",
            "a field that is a future",
            "a pinned future",
            "a future by `&mut`",
        ],
    ),
    (
        "A function that returns a future",
        &[
            "a function that returns `impl Future`",
            "a function that returns a boxed future",
            "a function that returns a `LocalBoxFuture`",
            "a function that returns early",
        ],
    ),
    (
        "A type that is awaited itself",
        &[
            "an `impl` of `IntoFuture`",
            "a builder that is awaited",
            "a literal that is awaited",
        ],
    ),
    (
        "Async closures and their bounds",
        &[
            "an async closure",
            "an async closure that changes things",
            "an awaited callback",
        ],
    ),
    (
        "Callbacks that return futures",
        &[
            "a closure that returns an async block",
            "a reference to a callback",
        ],
    ),
    (
        "Closures given to what is not awaited",
        &["closures that make futures"],
    ),
    (
        "Branches, one after the other",
        &[
            "`futures::join!`",
            "`tokio::join!`",
            "`try_join!`",
            "`join_all` of calls",
        ],
    ),
    ("Groups of futures", &["`FuturesUnordered`", "`buffered`"]),
    (
        "Streams as types",
        &[
            "a stream that is an argument",
            "`next` of a parameter",
            "`then` of a stream",
        ],
    ),
    (
        "Generators",
        &[
            "`stream!`",
            "a function of `stream!`",
            "a function of `try_stream!`",
            "`yield`",
        ],
    ),
    (
        "Arguments of macros",
        &[
            "`format!`",
            "`matches!`",
            "`assert!`",
            "`vec![..]`",
            "a macro of the program",
        ],
    ),
    ("Functions inside bodies", &["a nested function"]),
    ("Code for one half", &["`is_async!`", "`#[only_async]`"]),
    (
        "Traits and their impls",
        &[
            "a trait with a default body",
            "an `impl` of a trait",
            "a function over a trait",
        ],
    ),
    ("Modules", &["the module form"]),
];

/// The lowerings that are not reached, and why.
pub(crate) const MISSING: &[(&str, &str)] = &[
    (
        "Branches on threads",
        "the order of their effects is not fixed",
    ),
    (
        "Tasks",
        "the log belongs to a thread, and so does a task of the twin",
    ),
    (
        "Mirrored libraries",
        "time, files and sockets; the conformance tests compare them",
    ),
];

/// Constructs that lead to a lowering.
pub(crate) fn of(lowering: &str) -> Option<&'static [&'static str]> {
    let found = LOWERINGS.iter().find(|(name, _)| *name == lowering);
    found.map(|(_, constructs)| *constructs)
}

/// All of them.
pub(crate) fn all() -> impl Iterator<Item = &'static str> {
    let text = include_str!("constructs.txt");
    text.lines().filter(|line| !line.is_empty())
}
