//! What makes an async example run: an attribute on `main`, or a block given to an executor.

use super::code::Code;
use super::edits::Edits;
use super::imports::Import;
use super::lexer::Kind;

/// Crates with an attribute for `main` and for tests.
const ATTRIBUTES: [&str; 5] = ["tokio", "async_std", "actix_web", "actix_rt", "smol_potat"];

/// Functions that run a future to its end.
const EXECUTORS: [&str; 9] = [
    "async_std::task::block_on",
    "await_me_maybe::blocking::block_on",
    "futures::executor::block_on",
    "futures_executor::block_on",
    "futures_lite::future::block_on",
    "pollster::block_on",
    "smol::block_on",
    "smol::future::block_on",
    "tokio_test::block_on",
];

/// What is found and taken out.
pub(super) struct Runtime<'a> {
    /// Tokens that are gone in the twin's example.
    pub(super) gone: Vec<bool>,
    /// Calls whose future is given to an executor, by their closing parentheses.
    pub(super) calls: Vec<usize>,
    /// Variables that hold a runtime.
    pub(super) variables: Vec<&'a str>,
}

impl Runtime<'_> {
    fn take(&mut self, first: usize, last: usize) {
        if let Some(tokens) = self.gone.get_mut(first..=last) {
            tokens.fill(true);
        }
    }
}

/// `None` where what runs the example is not known.
pub(super) fn read<'a>(
    code: &Code<'a>,
    imports: &[Import],
    edits: &mut Edits,
) -> Option<Runtime<'a>> {
    let mut runtime = Runtime {
        gone: vec![false; code.len()],
        calls: Vec::new(),
        variables: Vec::new(),
    };
    for index in 0..code.len() {
        if code.is_punct(index, '#') {
            attribute(code, index, &mut runtime, edits)?;
        }
    }
    let builders = builders(code, imports, &mut runtime, edits);
    for index in 0..code.len() {
        if code.is_ident(index, "let") {
            variable(code, index, &builders, &mut runtime, edits);
        }
    }
    runtime.variables.extend(builders.iter().copied());
    let mut imported = None;
    for index in 0..code.len() {
        if !code.is_ident(index, "block_on") || code.closed(index + 1, '(').is_none() {
            continue;
        }
        let start = code.chain_start(index)?;
        let chain = code.joined(start..=index);
        let chain = chain.trim_start_matches("::");
        let receiver = chain.strip_suffix(".block_on");
        if chain == "block_on" {
            imported = Some(executor_import(code, imports)?);
        } else if !EXECUTORS.contains(&chain)
            && !receiver.is_some_and(|receiver| {
                runtime.variables.contains(&receiver) || is_runtime(receiver, &builders)
            })
        {
            return None;
        }
        run(code, start, index, &mut runtime, edits)?;
    }
    if let Some((first, last)) = imported {
        runtime.take(first, last);
        edits.remove_lines(code, first, last);
    }
    Some(runtime)
}

/// Input:  `#[tokio::main(flavor = "current_thread")]`, `#[tokio::test]`
/// Output: nothing, `#[test]`
fn attribute(code: &Code, mark: usize, runtime: &mut Runtime, edits: &mut Edits) -> Option<()> {
    let Some(close) = code.closed(mark + 1, '[') else {
        return Some(());
    };
    let root = mark + 2;
    let of_runtime = code
        .ident(root)
        .is_some_and(|root| ATTRIBUTES.contains(&root));
    if !of_runtime || !code.is_separator(root + 1) {
        return Some(());
    }
    match code.ident(root + 3)? {
        "main" => edits.remove_lines(code, mark, close),
        "test" => {
            if (root..close).any(|index| code.is_ident(index, "start_paused")) {
                return None;
            }
            edits.replace(code.tokens[root].start..code.tokens[close].start, "test");
        }
        _ => return None,
    }
    runtime.take(mark, close);
    Some(())
}

/// The names that are imported from `tokio::runtime`, by declarations that go.
fn builders<'a>(
    code: &Code<'a>,
    imports: &[Import],
    runtime: &mut Runtime,
    edits: &mut Edits,
) -> Vec<&'a str> {
    let of_runtime = |import: &Import| import.segments(code).starts_with(&["tokio", "runtime"]);
    let mut names = Vec::new();
    for import in imports.iter().filter(|import| of_runtime(import)) {
        let (first, last) = import.statement;
        let whole = imports
            .iter()
            .filter(|other| other.statement == import.statement)
            .all(of_runtime);
        let Some(name) = import.visible(code).filter(|_| whole) else {
            continue;
        };
        names.push(name);
        if !runtime.gone[first] {
            runtime.take(first, last);
            edits.remove_lines(code, first, last);
        }
    }
    names
}

/// `tokio::runtime::Runtime::new().unwrap()`, `Runtime::new()?`
fn is_runtime(chain: &str, builders: &[&str]) -> bool {
    let chain = chain.trim_start_matches("::");
    chain.starts_with("tokio::runtime::")
        || builders.iter().any(|name| {
            chain
                .strip_prefix(name)
                .is_some_and(|rest| rest.starts_with("::"))
        })
}

/// Input:  `let runtime = tokio::runtime::Runtime::new()?;`
/// Output: nothing
fn variable<'a>(
    code: &Code<'a>,
    index: usize,
    builders: &[&str],
    runtime: &mut Runtime<'a>,
    edits: &mut Edits,
) {
    let name = if code.is_ident(index + 1, "mut") {
        index + 2
    } else {
        index + 1
    };
    let (Some(variable), true) = (code.ident(name), code.is_punct(name + 1, '=')) else {
        return;
    };
    let mut end = name + 2;
    while !matches!(
        code.kind(end),
        None | Some(Kind::Punct(';') | Kind::Close(..))
    ) {
        end = match code.kind(end) {
            Some(Kind::Open(_, close)) => close + 1,
            _ => end + 1,
        };
    }
    let first = name + 2;
    if !code.is_punct(end, ';') || code.chain_start(end - 1) != Some(first) {
        return;
    }
    if is_runtime(&code.joined(first..=end - 1), builders) {
        runtime.take(index, end);
        runtime.variables.push(variable);
        edits.remove_lines(code, index, end);
    }
}

/// The declaration that `block_on` comes from.
fn executor_import(code: &Code, imports: &[Import]) -> Option<(usize, usize)> {
    let import = imports
        .iter()
        .find(|import| import.visible(code) == Some("block_on"))?;
    let path = import.segments(code).join("::");
    (import.alone && EXECUTORS.contains(&path.as_str())).then_some(import.statement)
}

/// Input:  `executor::block_on(async { .. });`, `executor::block_on(async { f()? }).unwrap()`,
///         `executor::block_on(f(1))`
/// Output: `{ .. };`, `(|| { f()? })().unwrap()`, `f(1)`, which is then awaited
///
/// A closure keeps `?` and `return` inside, and what is moved into it is dropped when it ends.
fn run(
    code: &Code,
    start: usize,
    name: usize,
    runtime: &mut Runtime,
    edits: &mut Edits,
) -> Option<()> {
    let (first, close) = (name + 2, code.closed(name + 1, '(')?);
    let comma = usize::from(code.is_punct(close - 1, ','));
    let last = close.checked_sub(1 + comma)?;
    let place = |index: usize| code.tokens[index];
    if code.is_ident(first, "async") {
        let moved = code.is_ident(first + 1, "move");
        let open = first + 1 + usize::from(moved);
        if code.closed(open, '{') != Some(last) {
            return None;
        }
        let escapes = |index| code.is_punct(index, '?') || code.is_ident(index, "return");
        let block = !moved
            && code.begins_statement(start)
            && code.ends_statement(close + 1)
            && !(open..last).any(escapes);
        let (head, tail) = match (block, moved) {
            (true, _) => ("{", "}"),
            (false, true) => ("(move || {", "})()"),
            (false, false) => ("(|| {", "})()"),
        };
        edits.replace(place(start).start..place(open).end, head);
        edits.replace(place(last).start..place(close).end, tail);
        runtime.take(start, open);
    } else {
        code.callee(last)?;
        if code.chain_start(last) != Some(first) {
            return None;
        }
        edits.replace(place(start).start..place(first).start, "");
        edits.replace(place(last).end..place(close).end, "");
        runtime.calls.push(last);
        runtime.take(start, first - 1);
    }
    Some(())
}
