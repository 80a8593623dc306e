//! The page on the mirror against the mirror: it has all names, and no others.
mod code;
mod list;
mod made;
mod methods;

#[test]
fn dump() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let source = code::Source::read(&root.join("../../runtime/src/mirror"));
    for (module, items) in source.public() {
        println!("## {module}");
        for (item, methods) in items {
            println!(
                "{item}: {}",
                methods.into_iter().collect::<Vec<_>>().join(" ")
            );
        }
    }
}
