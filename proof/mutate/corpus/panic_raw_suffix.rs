// panic: "calls_and_layoutr#async" is not a valid Ident
// beside: suffix = r#async
fn calls_and_layout() -> Future {}
