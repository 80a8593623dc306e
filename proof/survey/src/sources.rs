//! The Rust files of a crate, and which module each of them is.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use proc_macro2::{Ident, Span};
use walkdir::{DirEntry, WalkDir};

/// Where a module stands in its crate.
#[derive(Clone)]
pub struct ModulePath {
    /// Its last name.
    pub name: Ident,
    /// `crate::a::b`
    pub path: syn::Path,
}

impl ModulePath {
    /// By the place of its file: `src/net/conn.rs` is `crate::net::conn`.
    ///
    /// # Errors
    ///
    /// If a name on the way is none in Rust.
    pub fn of(root: &Path, file: &Path) -> Result<Self> {
        let inside = file.strip_prefix(root).unwrap_or(file);
        let mut names: Vec<String> = inside
            .with_extension("")
            .components()
            .map(|part| part.as_os_str().to_string_lossy().into_owned())
            .collect();
        if let Some(src) = names.iter().position(|name| name == "src") {
            names.drain(..=src);
        }
        let last = names.last().map(String::as_str);
        if matches!(last, Some("mod")) || names.len() == 1 && matches!(last, Some("lib" | "main")) {
            names.pop();
        }
        let idents = names
            .iter()
            .map(|name| ident(name))
            .collect::<Result<Vec<_>>>()?;
        let root = || Ident::new("root", Span::call_site());
        Ok(Self {
            name: idents.last().cloned().unwrap_or_else(root),
            path: syn::parse_quote!(crate #(::#idents)*),
        })
    }
}

fn ident(name: &str) -> Result<Ident> {
    let name = name.replace(['-', '.'], "_");
    syn::parse_str(&name)
        .or_else(|_| syn::parse_str(&format!("r#{name}")))
        .with_context(|| format!("`{name}` is no name of a module"))
}

/// The Rust files below a folder, in the order of their names.
///
/// # Errors
///
/// If a folder cannot be read.
pub fn files(root: &Path, with_tests: bool) -> Result<Vec<PathBuf>> {
    // What lies beside it, such as templates, need not be Rust.
    let source = root.join("src");
    let root = if source.is_dir() && !with_tests {
        &source
    } else {
        root
    };
    let walk = WalkDir::new(root).sort_by_file_name().into_iter();
    let walk = walk.filter_entry(|entry| with_tests || !is_for_tests(entry));
    let mut files = Vec::new();
    for entry in walk {
        let entry = entry.with_context(|| format!("cannot read {}", root.display()))?;
        let is_rust = entry.path().extension() == Some(OsStr::new("rs"));
        if entry.file_type().is_file() && is_rust {
            files.push(entry.into_path());
        }
    }
    Ok(files)
}

fn is_for_tests(entry: &DirEntry) -> bool {
    const FOLDERS: [&str; 4] = ["tests", "benches", "examples", "target"];
    let name = entry.file_name();
    entry.depth() > 0 && entry.file_type().is_dir() && FOLDERS.iter().any(|folder| name == *folder)
}
