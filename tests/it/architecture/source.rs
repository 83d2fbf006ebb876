//! The source as syntax trees: what each file names. Comments and texts do not count.

use super::names::{Found, Meaning, Module, Modules, find};
use proc_macro2::{TokenStream, TokenTree};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;
use syn::visit::{self, Visit};
use syn::{Attribute, Item, Meta, UseTree, Visibility};

/// The whole source, read once.
pub(super) static SOURCE: LazyLock<Vec<File>> = LazyLock::new(|| read("src"));

/// A file of the source.
pub(super) struct File {
    /// Below its folder, as in `ui/state.rs`.
    pub(super) path: String,
    /// The module at the top of the crate that it belongs to.
    pub(super) room: String,
    /// Every name it uses, apart from what it only hands on by `pub use`.
    pub(super) named: Vec<Named>,
    /// Methods it calls.
    pub(super) methods: Vec<String>,
    /// The texts that take a value as `Debug` has it, outside of implementations of `Debug`.
    pub(super) debugged: Vec<String>,
}

/// A name in a file.
pub(super) struct Named {
    /// Whole, as in `std::fs::read` or `crate::ui::state::View`.
    pub(super) path: String,
    /// The rooms on the way to it: the one it is asked of, and the one that has it.
    pub(super) rooms: BTreeSet<String>,
    /// The file that defines it, if one of ours does.
    pub(super) file: Option<String>,
}

/// What one file holds, before its names are followed.
struct Reading<'m> {
    modules: &'m mut Modules,
    /// The module being read.
    at: Vec<String>,
    written: Vec<Written>,
    methods: Vec<String>,
    debugged: Vec<String>,
}

/// A path as written, and in which module.
type Written = (Vec<String>, Vec<String>);

/// Reads the files of a folder.
pub(super) fn read(folder: &str) -> Vec<File> {
    let top = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let text = |path: &String| std::fs::read_to_string(top.join(path)).expect("a source file");
    files(paths(&top).into_iter().map(|path| (text(&path), path)))
}

/// Reads files, each a text and its path.
pub(super) fn files(texts: impl IntoIterator<Item = (String, String)>) -> Vec<File> {
    let (mut modules, mut readings) = (Modules::new(), Vec::new());
    for (text, path) in texts {
        let tree = syn::parse_file(&text).unwrap_or_else(|error| panic!("{path}: {error}"));
        let names = path.trim_end_matches(".rs").split('/').filter(|name| !["lib", "mod"].contains(name));
        let at: Vec<String> = names.map(str::to_owned).collect();
        modules.insert(at.clone(), Module { file: path.clone(), ..Module::default() });
        let (written, methods, debugged) = Default::default();
        let mut reading = Reading { modules: &mut modules, at, written, methods, debugged };
        reading.visit_file(&tree);
        readings.push((path, reading.written, reading.methods, reading.debugged));
    }
    let file = |(path, written, methods, debugged): (String, Vec<Written>, _, _)| {
        let room = path.split(['/', '.']).next().unwrap_or_default().to_owned();
        let named = written.iter().filter_map(|written| follow(&modules, written)).collect();
        File { path, room, named, methods, debugged }
    };
    readings.into_iter().map(file).collect()
}

/// The files of the library, below its folder.
fn paths(top: &Path) -> BTreeSet<String> {
    let (mut found, mut folders) = (BTreeSet::new(), vec![top.to_owned()]);
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("a folder of the source").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") && !path.ends_with("src/main.rs") {
                found.insert(path.strip_prefix(top).expect("inside").to_string_lossy().replace('\\', "/"));
            }
        }
    }
    found
}

/// What a path stands for; none for a name of its own place, such as a variable.
fn follow(modules: &Modules, (at, path): &Written) -> Option<Named> {
    let mut rooms = BTreeSet::new();
    let (path, file) = match find(modules, at, path, &mut rooms)? {
        Found::Item(module, name) => {
            (format!("crate::{}::{name}", module.join("::")), Some(modules[&module].file.clone()))
        }
        Found::Module(module) => (format!("crate::{}", module.join("::")), None),
        Found::Foreign(path) => (path.join("::"), None),
    };
    Some(Named { path, rooms, file })
}

impl Reading<'_> {
    fn module(&mut self) -> &mut Module {
        self.modules.entry(self.at.clone()).or_default()
    }

    fn mean(&mut self, name: String, meaning: Meaning) {
        self.module().names.entry(name).or_default().push(meaning);
    }

    fn write(&mut self, path: Vec<String>) {
        self.written.push((self.at.clone(), path));
    }

    /// What a `use` brings in. It is used here unless it is only handed on.
    fn take(&mut self, tree: &UseTree, before: &[String], is_handed_on: bool) {
        let joined = |name: &syn::Ident| [before, &[name.to_string()]].concat();
        let (name, path) = match tree {
            UseTree::Path(path) => return self.take(&path.tree, &joined(&path.ident), is_handed_on),
            UseTree::Group(group) => return group.items.iter().for_each(|one| self.take(one, before, is_handed_on)),
            UseTree::Glob(_) => return self.module().globs.push(before.to_vec()),
            UseTree::Name(name) if name.ident == "self" => {
                (before.last().cloned().unwrap_or_default(), before.to_vec())
            }
            UseTree::Name(name) => (name.ident.to_string(), joined(&name.ident)),
            UseTree::Rename(rename) => (rename.rename.to_string(), joined(&rename.ident)),
        };
        if !is_handed_on {
            self.write(path.clone());
        }
        self.mean(name, Meaning::Use(path));
    }

    /// What stands among the tokens of a macro or an attribute: paths, methods, texts that take values.
    fn scan(&mut self, tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let is = |at: usize, mark: char| matches!(tokens.get(at), Some(TokenTree::Punct(one)) if one.as_char() == mark);
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            match token {
                TokenTree::Group(group) => self.scan(group.stream()),
                TokenTree::Literal(text) if takes_debugged(&text.to_string()) => {
                    self.debugged.push(text.to_string());
                }
                TokenTree::Ident(name) if at > 0 && is(at - 1, '.') => {
                    self.methods.push(name.to_string());
                }
                // Neither a lifetime, nor what a macro stands for, which is named where the macro is used.
                TokenTree::Ident(name) if at == 0 || !is(at - 1, '\'') && !is(at - 1, '$') => {
                    let mut path = vec![name.to_string()];
                    while is(at + 1, ':')
                        && is(at + 2, ':')
                        && let Some(TokenTree::Ident(next)) = tokens.get(at + 3)
                    {
                        path.push(next.to_string());
                        at += 3;
                    }
                    self.write(path);
                }
                _ => {}
            }
            at += 1;
        }
    }
}

/// Whether a text takes a value as `Debug` has it: `{value:?}`.
fn takes_debugged(text: &str) -> bool {
    let mut places = text.split('{').skip(1).filter_map(|rest| rest.split_once('}'));
    places.any(|(place, _)| place.split_once(':').is_some_and(|(_, how)| how.ends_with('?')))
}

impl<'a> Visit<'a> for Reading<'_> {
    fn visit_item(&mut self, item: &'a Item) {
        let name = match item {
            Item::Const(item) => Some(&item.ident),
            Item::Enum(item) => Some(&item.ident),
            Item::Fn(item) => Some(&item.sig.ident),
            Item::Macro(item) => item.ident.as_ref(),
            Item::Static(item) => Some(&item.ident),
            Item::Struct(item) => Some(&item.ident),
            Item::Trait(item) => Some(&item.ident),
            Item::Type(item) => Some(&item.ident),
            _ => None,
        };
        if let Some(name) = name {
            self.mean(name.to_string(), Meaning::Item);
        }
        visit::visit_item(self, item);
    }

    fn visit_item_mod(&mut self, item: &'a syn::ItemMod) {
        if item.attrs.iter().any(|one| matches!(&one.meta, Meta::List(list) if list.tokens.to_string() == "test")) {
            return;
        }
        self.mean(item.ident.to_string(), Meaning::Module);
        if let Some((_, items)) = &item.content {
            let file = self.module().file.clone();
            self.at.push(item.ident.to_string());
            self.module().file = file;
            items.iter().for_each(|item| self.visit_item(item));
            self.at.pop();
        }
    }

    fn visit_item_use(&mut self, item: &'a syn::ItemUse) {
        self.take(&item.tree, &[], !matches!(item.vis, Visibility::Inherited));
    }

    fn visit_item_impl(&mut self, item: &'a syn::ItemImpl) {
        let before = self.debugged.len();
        visit::visit_item_impl(self, item);
        if item.trait_.as_ref().and_then(|(path, _)| path.segments.last()).is_some_and(|name| name.ident == "Debug") {
            self.debugged.truncate(before);
        }
    }

    fn visit_path(&mut self, path: &'a syn::Path) {
        if path.leading_colon.is_none() {
            self.write(path.segments.iter().map(|one| one.ident.to_string()).collect());
        }
        visit::visit_path(self, path);
    }

    fn visit_expr_method_call(&mut self, call: &'a syn::ExprMethodCall) {
        self.methods.push(call.method.to_string());
        visit::visit_expr_method_call(self, call);
    }

    fn visit_attribute(&mut self, attribute: &'a Attribute) {
        if let Meta::List(list) = &attribute.meta {
            self.scan(list.tokens.clone());
        }
    }

    fn visit_macro(&mut self, of: &'a syn::Macro) {
        self.visit_path(&of.path);
        self.scan(of.tokens.clone());
    }
}
