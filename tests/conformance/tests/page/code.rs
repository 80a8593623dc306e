//! The public names of the mirror, read from its source.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use syn::{File, Item, UseTree, Visibility};

use crate::made::Definitions;
use crate::methods::{self, Methods};

/// What each item has: a type its methods, a trait those that it declares.
pub(crate) type Items = BTreeMap<String, Methods>;

/// The public modules, by their paths behind `mirror::`.
pub(crate) type Modules = BTreeMap<String, Items>;

/// A module of the source: a file, or a module inside one.
struct Module {
    items: Vec<Item>,
    /// From the folder of the mirror on.
    file: String,
    /// What the macros called in it make.
    made: Vec<(String, Methods)>,
    /// Where its own names are public, if they are: the path of the nearest public module.
    home: String,
    is_public: bool,
}

/// What the mirror is made of.
pub(crate) struct Source {
    modules: BTreeMap<String, Module>,
    methods: BTreeMap<(String, String), Methods>,
}

impl Source {
    /// Reads `runtime/src/mirror` and adds what its macros make.
    pub(crate) fn read(mirror: &Path) -> Self {
        let mut source = Self {
            modules: BTreeMap::new(),
            methods: BTreeMap::new(),
        };
        for library in ["tokio", "tokio_stream", "futures"] {
            source.file(mirror, library, library, true);
        }
        let mut definitions = Definitions::default();
        for module in source.modules.values() {
            definitions.add(&module.file, &module.items);
        }
        for module in source.modules.values_mut() {
            module.made = definitions.made(&module.file, &module.items);
            let made = module.made.iter().cloned();
            for (name, methods) in methods::of(&module.items).into_iter().chain(made) {
                let key = (module.home.clone(), name);
                source.methods.entry(key).or_default().extend(methods);
            }
        }
        source
    }

    fn file(&mut self, mirror: &Path, path: &str, home: &str, is_public: bool) {
        let relative = path.replace("::", "/");
        let names = [format!("{relative}/mod.rs"), format!("{relative}.rs")];
        let file = names.into_iter().find(|file| mirror.join(file).exists());
        let file = file.unwrap_or_else(|| panic!("`{path}` has no file"));
        let text = fs::read_to_string(mirror.join(&file)).expect("a source is text");
        let File { items, .. } = syn::parse_file(&text).expect("the mirror compiles");
        let module = Module {
            items,
            file,
            made: Vec::new(),
            home: home.to_owned(),
            is_public,
        };
        self.module(mirror, path, module);
    }

    fn module(&mut self, mirror: &Path, path: &str, module: Module) {
        for item in &module.items {
            let Item::Mod(inner) = item else { continue };
            let is_public = module.is_public && is_pub(&inner.vis);
            let path = format!("{path}::{}", inner.ident);
            let home = if is_public { &path } else { &module.home };
            let Some((_, items)) = &inner.content else {
                self.file(mirror, &path, home, is_public);
                continue;
            };
            let module = Module {
                items: items.clone(),
                file: module.file.clone(),
                made: Vec::new(),
                home: home.clone(),
                is_public,
            };
            self.module(mirror, &path, module);
        }
        self.modules.insert(path.to_owned(), module);
    }

    /// The names that can be reached from outside.
    pub(crate) fn public(&self) -> Modules {
        let public = self.modules.iter().filter(|(_, module)| module.is_public);
        let of_module = public.map(|(path, module)| {
            let mut items = Items::new();
            for item in &module.items {
                match item {
                    Item::Use(it) if is_pub(&it.vis) => {
                        self.reexports(path, &mut Vec::new(), &it.tree, &mut items);
                    }
                    _ => {
                        if let Some(name) = methods::public_name(item) {
                            let methods = self.methods_of(path, &name);
                            items.insert(name, methods);
                        }
                    }
                }
            }
            for (name, _) in &module.made {
                items.insert(name.clone(), self.methods_of(path, name));
            }
            (path.clone(), items)
        });
        of_module.collect()
    }

    fn methods_of(&self, home: &str, name: &str) -> Methods {
        let key = (home.to_owned(), name.to_owned());
        self.methods.get(&key).cloned().unwrap_or_default()
    }

    fn reexports(&self, from: &str, way: &mut Vec<String>, tree: &UseTree, items: &mut Items) {
        match tree {
            UseTree::Path(path) => {
                way.push(path.ident.to_string());
                self.reexports(from, way, &path.tree, items);
                way.pop();
            }
            UseTree::Group(group) => {
                for tree in &group.items {
                    self.reexports(from, way, tree, items);
                }
            }
            UseTree::Name(name) if name.ident == "self" => {}
            UseTree::Name(name) => {
                let name = name.ident.to_string();
                let methods = self.reexported(from, way, &name);
                items.insert(name, methods);
            }
            UseTree::Rename(it) => {
                let methods = self.reexported(from, way, &it.ident.to_string());
                let name = if it.rename == "_" {
                    &it.ident
                } else {
                    &it.rename
                };
                items.insert(name.to_string(), methods);
            }
            UseTree::Glob(_) => panic!("{from}: what a glob exports cannot be read"),
        }
    }

    /// The methods of what is public nowhere else; others are listed where they are at home.
    fn reexported(&self, from: &str, way: &[String], name: &str) -> Methods {
        let mut path: Vec<&str> = from.split("::").collect();
        for step in way {
            match step.as_str() {
                "crate" => path.clear(),
                "mirror" if path.is_empty() => {}
                "self" => {}
                "super" => {
                    path.pop();
                }
                step => path.push(step),
            }
        }
        match self.modules.get(&path.join("::")) {
            Some(module) if !module.is_public => self.methods_of(&module.home, name),
            _ => BTreeSet::new(),
        }
    }
}

pub(crate) fn is_pub(vis: &Visibility) -> bool {
    matches!(vis, Visibility::Public(_))
}
