//! Every text an author can be shown: what is wrong `;` what to write instead.

use proc_macro2::Ident;
use quote::ToTokens as _;

/// The arguments an item takes, for the error on an unknown one.
const KNOWN: &str = "`name = ident`, `suffix = ident`, `keep(..)`, `twins(..)`, `streams(..)`, `replace(path = path)`, `cfg(..)`, `join = policy`, `crate = path`, on a module `path = path`, on a method `skip`, and on an item of a module `shared` and `twin`";

/// The way out where nothing can be lowered.
const BY_HAND: &str = "take `#[maybe_async]` off this function (on a method: write `#[maybe_async(skip)]`) and write its blocking variant by hand, under the twin's name";

/// The argument `replace`.
const RULES: &str = "replace(tokio::net = std::net)";

pub(crate) fn unknown_argument(key: &Ident) -> String {
    format!("unknown argument `{key}`; the arguments are {KNOWN}")
}

pub(crate) fn repeated_argument(key: &Ident) -> String {
    format!("`{key}` is given twice; each argument stands at most once")
}

pub(crate) fn argument_shape(key: &Ident) -> String {
    let shape = match key.to_string().as_str() {
        "name" => "name = other_name",
        "suffix" => "suffix = _sync",
        "keep" => "keep(one, other)",
        "streams" => "streams(pages)",
        "twins" => "twins(Store, fetch)",
        "crate" => "crate = path::to::await_me_maybe",
        "path" => "path = crate::api",
        "replace" => RULES,
        "cfg" => "cfg(feature = \"blocking\")",
        "join" => "join = sequential` or `join = threads",
        _ => return format!("`{key}` takes nothing; write `{key}` alone"),
    };
    format!("this is not what `{key}` takes; write `{shape}`")
}

pub(crate) fn rule_shape() -> String {
    format!("this is no rule of two paths; write `{RULES}`")
}

pub(crate) const GENERIC_RULE: &str = "a rule takes paths without generic arguments; name the type with an alias (`type Pool = r2d2::Pool<Manager>;`) and put the alias into the rule";

pub(crate) fn repeated_rule(from: &str) -> String {
    format!("`{from}` is replaced twice; keep one of the rules")
}

pub(crate) fn unused_rule(from: &str) -> String {
    format!(
        "`{from}` replaces nothing here: no path begins with it, or a longer rule takes it; remove it"
    )
}

pub(crate) const FUTURE_REPLACED: &str = "the twin returns the value itself, so the type that makes or hides the future cannot be replaced; write it as `impl Future<Output = T>`, or make this an `async fn`";

pub(crate) fn discarded_replaced(name: &str) -> String {
    format!(
        "`{name}` is replaced, and would run in the twin where the async half may drop a future that has not run; write `.await`, or list it with `keep({name})` if it is not async"
    )
}

pub(crate) fn name_and_suffix(name: &Ident) -> String {
    format!("`suffix` has no effect beside `name = {name}`; give one of the two")
}

pub(crate) fn same_names(key: &Ident) -> String {
    format!("`{key}` has no effect where both halves have the same names; remove it")
}

pub(crate) fn expected_argument() -> String {
    format!("this is not an argument; the arguments are {KNOWN}")
}

pub(crate) fn kept_and_listed(name: &Ident) -> String {
    format!("`{name}` is listed in `keep(..)` too, which says that it has no twin; list it once")
}

/// Behind a text about a name that may be the author's.
pub(crate) fn own_function(text: &str, name: &Ident) -> String {
    format!("{text}; if this is a function of your own, list it with `twins({name})`")
}

/// The same of a method, which has the name that the call has, in both halves.
pub(crate) fn own_method(text: &str, name: &Ident) -> String {
    format!("{text}; if this is a method of your own, list it with `keep({name})`")
}

pub(crate) fn library_call(name: &Ident) -> String {
    format!(
        "`{name}` belongs to an async library, which has no blocking twin of it; call an `async fn` of your own here, and write its blocking variant by hand, under the twin's name"
    )
}

pub(crate) fn combinator(name: &Ident) -> String {
    format!(
        "`{name}` has no blocking meaning on a future; await the future first, and use its value"
    )
}

pub(crate) const TURNED_INTO_A_FUTURE: &str = "a value may do or drop something here, before its future is awaited, and the twin would do that at the await; write `async move { value.await }`, or await the value itself";

pub(crate) fn not_on_a_method(key: &Ident) -> String {
    format!("`{key}` belongs on the outer attribute; a method takes `skip` or `name = ident`")
}

pub(crate) const NAME_OF_IMPL: &str = "`name` cannot name the twins of several methods; put `#[maybe_async(name = ..)]` on each method";

pub(crate) const NAME_OF_RESOLVE: &str = "the twin of `IntoFuture` is the trait `Resolve` of `await-me-maybe`, which has its own names; remove this";

pub(crate) fn bad_suffix(suffix: &Ident) -> String {
    format!("`{suffix}` cannot end a name; write `_` and a word, such as `suffix = _sync`")
}

pub(crate) fn same_name(name: &Ident) -> String {
    format!(
        "the twin cannot have the name of the async item itself; give it another `name` than `{name}`"
    )
}

pub(crate) fn name_clash(name: &Ident) -> String {
    format!(
        "the twin would be called `{name}`, which is already a member here; rename it with `#[maybe_async(name = ..)]`, or mark the async method `#[maybe_async(skip)]` if that member is its twin"
    )
}

pub(crate) fn skip_and_name() -> &'static str {
    "a skipped method has no twin to name; remove `skip` or `name`"
}

pub(crate) fn not_for_suffix_form(what: &str) -> String {
    format!(
        "`#[maybe_async]` cannot be put on {what}; put it on an `async fn`, an `impl` or a `trait`"
    )
}

pub(crate) fn unknown_grammar(name: &Ident) -> String {
    format!(
        "the arguments of `{name}!` are not a list of expressions, so what happens to this cannot be known; bind it with `let` before the macro"
    )
}

pub(crate) fn unknown_operand(name: &Ident) -> String {
    format!(
        "where what is awaited here begins cannot be seen, as the grammar of `{name}!` is not known; bind it with `let` before the macro"
    )
}

pub(crate) const CODE_AS_MESSAGE: &str = "the text of this error would be made of the code of the condition, which is another one in the twin; give it a text, as in `ensure!(condition, \"text\")`";

pub(crate) fn callback_in_macro(name: &Ident) -> String {
    format!(
        "what `{name}!` does with an async callback cannot be known; call and await it before the macro, and give the macro its value"
    )
}

pub(crate) fn local_macro(name: &str) -> String {
    format!(
        "{name} that holds async code cannot be lowered inside a function body; move it out of the body, or write its code here"
    )
}

pub(crate) fn discarded_call(name: &Ident) -> String {
    format!(
        "the future of `{name}` is dropped without being awaited, so nothing would run; write `.await`, or remove the call"
    )
}

pub(crate) fn receiver_with_effects(name: &Ident) -> String {
    format!(
        "the future of `{name}` is awaited later, but its receiver is more than a path or a field; bind the receiver with `let` first, or await the call here"
    )
}

pub(crate) fn too_many_arguments(name: &Ident) -> String {
    format!(
        "a call of `{name}` with more than 12 arguments cannot be awaited later; await it here, or wrap it in an `async` block"
    )
}

pub(crate) fn future_in_trait(name: &Ident) -> String {
    format!(
        "a type that has to be a `{name}` has no blocking form; write an `async fn`, or a method that returns `impl Future<Output = T>`"
    )
}

pub(crate) fn future_and_result(name: &Ident) -> String {
    format!(
        "`{name}` is what a callback returns, a value in the blocking twin, and is a parameter too, which has to be a future there; give the two a type parameter each"
    )
}

pub(crate) fn needs_policy(name: &Ident) -> String {
    format!(
        "`{name}` runs its branches at the same time; write `#[maybe_async(join = sequential)]` if the twin can run them one after the other (they must not wait for each other), or `join = threads` for a thread each (they and their values must be `Send`)"
    )
}

pub(crate) fn count_of_branches(most: usize) -> String {
    format!("threads join two to {most} branches; collect more of them and await `join_all(..)`")
}

pub(crate) fn race(name: &Ident) -> String {
    format!(
        "`{name}` waits for whichever comes first, which has no blocking meaning; await one future, or {BY_HAND}"
    )
}

pub(crate) fn timeout(name: &Ident) -> String {
    format!(
        "`{name}` cancels a future, and blocking code cannot be cancelled; use the timeout of the operation itself (such as a socket's), or {BY_HAND}"
    )
}

pub(crate) fn spawn(name: &Ident) -> String {
    format!(
        "`{name}` needs an async runtime, which a blocking twin does not have; await the work here, or {BY_HAND}"
    )
}

pub(crate) fn hand_polled(name: &Ident) -> String {
    format!(
        "`{name}` polls by hand, and a blocking twin has no task to poll from; write an `async fn`, or {BY_HAND}"
    )
}

pub(crate) fn never_ready(name: &Ident) -> String {
    format!(
        "`{name}` never completes, so a blocking twin would hang for ever; remove it, or {BY_HAND}"
    )
}

pub(crate) fn task_group(name: &Ident) -> String {
    format!(
        "`{name}` drives several futures at once; write `#[maybe_async(join = sequential)]` if the twin can run them one after the other when they are asked for (they must not wait for each other), or `join = threads` for a thread each (they must be `Send` and borrow nothing)"
    )
}

pub(crate) fn statements_before_tail() -> &'static str {
    "this runs when the function is called, before its future is awaited, and the twin would run both at once; put it inside the `async` block, or write an `async fn`"
}

pub(crate) fn async_adaptor() -> &'static str {
    "an async closure here would give futures, to be awaited later or never; write `|x| async move { .. }` instead"
}

pub(crate) fn async_function_as_value() -> &'static str {
    "calls of this would give futures, to be awaited later or never; write a closure, such as `|x| f(x)` for a function `f`"
}

pub(crate) fn eager_closure() -> &'static str {
    "calling this closure does more than make its future, and the twin would do both at once; await the call here, or put all of the closure into its `async move` block"
}

pub(crate) fn ambiguous_callback() -> &'static str {
    "this may be an async callback, and a call that is not awaited would run at once in the blocking twin; await it here, wrap it in an `async` block that awaits it, or bind it to a name and list that in `keep(..)` if it is not async"
}

pub(crate) fn conditional_future() -> &'static str {
    "which future is awaited is decided inside a block that also does other things; bind it with `let` before, await in each branch, or write an `async fn`"
}

pub(crate) fn hand_written(name: &Ident) -> String {
    format!(
        "a hand-written `{name}` has no blocking meaning; remove `#[maybe_async]` here and give the twin a function of its own"
    )
}

pub(crate) fn test_clock() -> &'static str {
    "`start_paused` lets time fly in the async test, while the blocking one would really sleep; write the blocking test by hand"
}

pub(crate) fn test_twice(path: &syn::Path) -> String {
    let path = path.to_token_stream().to_string().replace(' ', "");
    format!("`#[await_me_maybe::test]` makes both tests itself; remove `#[{path}]`")
}

pub(crate) const TEST_REWRITTEN: &str = "this has made a test already, and `#[await_me_maybe::test]` makes both tests itself; remove it";
pub(crate) const TEST_NOT_FN: &str =
    "this is not a function; put `#[await_me_maybe::test]` on an `async fn`";
pub(crate) const TEST_NOT_ASYNC: &str = "this test is not async, so there is nothing to make two tests of; write `#[test]`, or `async fn`";
pub(crate) const TEST_PARAMETERS: &str = "nobody gives a test arguments; remove the parameters";
pub(crate) const NOT_ASYNC_FN: &str = "this function is not async and returns no future, so it has no twin; remove `#[maybe_async]`, or write `async fn` (if an alias hides a future, write its type out; if an attribute above has rewritten the function, put `#[maybe_async]` above that one)";
pub(crate) const NOT_ASYNC_IMPL: &str =
    "nothing in this `impl` is async, so it has no twin; remove `#[maybe_async]`";
pub(crate) const NOT_ASYNC_TRAIT: &str =
    "nothing in this trait is async, so it has no twin; remove `#[maybe_async]`";
pub(crate) const LOCAL_STATE: &str = "each half has its own copy of this body, so that there would be two of this, each with a state of its own; move it out of the function";
pub(crate) const FILE_MODULE: &str = "the file of this module cannot be seen from here; write the module out, or annotate the items in the file and compile it twice";
pub(crate) const NOT_ASYNC_MODULE: &str =
    "nothing in this module is async, so it has no twin; remove `#[maybe_async]`";
pub(crate) const PATH_OUTSIDE: &str =
    "`path` belongs on an annotated module, whose own path it is; remove it";
pub(crate) const EMPTY_MARK: &str = "the whole module is annotated already; remove this, or write `#[maybe_async(shared)]` or `#[maybe_async(twin)]`";
pub(crate) const TWO_MARKS: &str = "this item is marked already; give it one mark";

pub(crate) fn mark_outside(key: &Ident) -> String {
    format!("`{key}` belongs on an item inside an annotated module; remove it")
}

pub(crate) fn not_in_a_module(key: &Ident) -> String {
    format!("`{key}` belongs on the annotated module; an item in it takes `shared` or `twin`")
}

pub(crate) fn name_of_module(name: &Ident) -> String {
    format!(
        "the twins go into a module `{name}`, and this has its name; give the module another one with `name = ..` on `#[maybe_async]`"
    )
}

pub(crate) fn async_macro(name: &Ident) -> String {
    format!(
        "`{name}!` makes async code, which is not lowered, as it stands in a macro; write that code here, or mark this `#[only_async]` and write the blocking variant by hand"
    )
}

pub(crate) fn may_lead_back(own: &str) -> String {
    format!(
        "this may be a path to an item that is repeated in this module; say where the module is, with `#[maybe_async(path = {own})]`"
    )
}

pub(crate) fn cannot_share(what: &str, word: &Ident) -> String {
    format!(
        "{what} cannot be shared, as it holds `{word}`; remove `shared`, or mark the item `#[only_async]`"
    )
}

pub(crate) fn two_statics(chain: &str) -> String {
    format!(
        "there would be two of this, each with a state of its own: {chain}; mark it `#[maybe_async(twin)]` if that is meant, or `#[maybe_async(shared)]`"
    )
}

pub(crate) fn impl_exists_once(chain: &str) -> String {
    format!(
        "this can exist only once, as neither its type nor its trait is defined in the annotated module, but it has to exist twice: {chain}; mark it `#[maybe_async(shared)]` or `#[only_async]`, or move it out"
    )
}

pub(crate) const METHOD_OF_TRAIT: &str =
    "a single method of a trait cannot have a twin; put `#[maybe_async]` on the trait";
pub(crate) const SKIP_OUTSIDE: &str =
    "`skip` belongs on a method inside an annotated item; remove `#[maybe_async]` here instead";
pub(crate) const EMPTY_HELPER: &str = "the whole item is annotated already; remove this, or write `#[maybe_async(skip)]` or `#[maybe_async(name = ..)]`";
pub(crate) const MAIN: &str =
    "`main` can exist only once; annotate the functions it calls and let `main` call one of them";
pub(crate) const SYMBOL: &str =
    "this would export the twin too; move this attribute to a wrapper that is not annotated";
pub(crate) const ASYNC_RETURNS_FUTURE: &str = "an `async fn` that returns a future is awaited twice, which has no blocking meaning; await inside and return the value";
pub(crate) const REWRITTEN_ASYNC_TRAIT: &str =
    "`#[async_trait]` has already rewritten this item; put `#[maybe_async]` above it";
pub(crate) const TRAIT_VARIANT: &str = "`trait_variant` makes futures `Send`, by a trait that the twin does not have; write one trait, with `fn get(..) -> impl Future<Output = T> + Send` for `async fn get(..) -> T`";
pub(crate) const REWRITTEN_INSTRUMENT: &str =
    "`#[instrument]` has already rewritten this function; put `#[maybe_async]` above it";
pub(crate) const DISCARDED_BLOCK: &str = "this future is dropped without being awaited, so nothing would run; write `.await`, or remove it";
pub(crate) const YIELDED: &str = "`yield` gives an item of the `stream!` around it, and there is none, or a closure or an async block lies between; write it directly inside of one";
pub(crate) const ANNOTATED_TWICE: &str =
    "this is annotated already; put all arguments into one `#[maybe_async(..)]`";
pub(crate) const HELPER_WITHOUT_EFFECT: &str =
    "this has no twin of its own to name or to skip; remove the attribute";
pub(crate) const RUNTIME_ATTRIBUTE: &str = "this makes the function blocking already, and only one can be the entry point; annotate the functions that it calls instead";
pub(crate) const TWO_HALVES: &str =
    "this would stand in neither half; write one of `#[only_async]` and `#[only_blocking]`";
pub(crate) const HALF_TWICE: &str = "this is said already; remove one of the two";
pub(crate) const HALF_WITH_ARGUMENTS: &str =
    "this takes no arguments; write `#[only_async]` or `#[only_blocking]` alone";
pub(crate) const HALF_OF_A_PREDICATE: &str = "rustc takes no attributes here; write the bound at the parameter, as in `<#[only_async] T: Send, #[only_blocking] T>`";
pub(crate) const BLOCKING_MODULE: &str = "a module cannot be for the blocking half alone here; mark the items in it, or write the module outside and `#[only_blocking] use` it";
pub(crate) const OTHER_HALF_INSIDE: &str = "this belongs to the other half than what it stands in, so it is never compiled; remove it, or move it out";
pub(crate) const HOLE: &str =
    "nothing is left here in the other half; write `if is_async!() { .. } else { .. }`";
pub(crate) const HALF_IN_MACRO: &str = "the arguments of this macro are not a list of expressions, so nothing in them can be left out; choose outside, with `if is_async!() { .. } else { .. }`";
pub(crate) const ONE_HALF_ALONE: &str = "this item belongs to one half alone, so it has no twin; remove `#[maybe_async]`, and write the item of the other half beside it";

pub(crate) fn half_of_one(name: &Ident) -> String {
    format!(
        "`{name}` is not async, so both halves share it on this type, and it cannot differ between them; mark it `#[only_async]`, write an `#[only_blocking]` one under another name, and choose where it is used"
    )
}

pub(crate) fn same_name_in_one_type(name: &Ident) -> String {
    format!(
        "the type has a `{name}` already, as both halves stand on it; give this another name, such as that which an awaited call has in the twin"
    )
}

pub(crate) fn async_in_blocking(name: &Ident, twin: &Ident) -> String {
    format!(
        "`{name}` is async, and this stands in the blocking half alone, which never awaits it; call `{twin}`"
    )
}
