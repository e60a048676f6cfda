//! The layout of the sources: no import cycles, no overlong files.

mod sources;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

/// The most lines of a file whose first comment does not say why it is longer.
const MAX_LINES: usize = 600;

/// The words with which a first comment gives that reason.
const LONG_BECAUSE: &str = "Over 600 lines:";

/// The names of files and folders that are not looked at: tests, and roots of crates without a module of their own.
const SKIPPED: &[&str] = &["examples", "main.rs", "target", "tests", "tests.rs"];

/// A module, as the path to it from the root of its crate.
type Module = Vec<String>;

/// The modules of a crate, each with the paths that it imports: `true` before those that it exports again.
type Imports = BTreeMap<Module, Vec<(bool, Vec<String>)>>;

/// Returns the paths of a `use` declaration without its braces: `a::b` and `a::c::d` of `a::{b, c::{d as e}}`.
fn expand(tree: &str) -> Vec<Vec<String>> {
    let tree = tree.trim();
    let Some((prefix, list)) = tree.split_once('{') else {
        let path = tree.split(" as ").next().unwrap_or_default();
        return vec![path.split("::").map(|it| it.trim().to_string()).filter(|it| !it.is_empty()).collect()];
    };
    let list = list.strip_suffix('}').expect("braces are closed");
    let prefix: Vec<String> = prefix.split("::").map(|it| it.trim().to_string()).filter(|it| !it.is_empty()).collect();
    let mut depth = 0;
    let items = list.split(|letter| {
        depth += i32::from(letter == '{') - i32::from(letter == '}');
        letter == ',' && depth == 0
    });
    items
        .filter(|item| !item.trim().is_empty())
        .flat_map(expand)
        .map(|path| prefix.iter().cloned().chain(path).collect())
        .collect()
}

/// Returns the imports of a source, outside of its tests.
fn imports(source: &str) -> Vec<(bool, Vec<String>)> {
    let code: String =
        source.lines().map(|line| line.split("//").next().unwrap_or_default().to_string() + "\n").collect();
    let code = code.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    let mut found = Vec::new();
    for statement in code.split_inclusive(';') {
        let Some(statement) = statement.strip_suffix(';') else { continue };
        let mut lines = statement
            .lines()
            .map(str::trim_start)
            .skip_while(|line| !line.starts_with("use ") && !line.starts_with("pub use ") && !line.starts_with("pub("));
        let Some(first) = lines.next() else { continue };
        let Some((visibility, tree)) = first.split_once("use ") else { continue };
        let tree = lines.fold(tree.to_string(), |tree, line| tree + " " + line);
        found.extend(expand(&tree).into_iter().map(|path| (!visibility.is_empty(), path)));
    }
    found
}

fn read_crate(folder: &str) -> Imports {
    let files = sources::below(folder, SKIPPED);
    files
        .iter()
        .map(|path| {
            let below = path.strip_prefix(sources::root().join(folder)).unwrap().with_extension("");
            let mut module: Module = below.iter().map(|it| it.to_str().unwrap().to_string()).collect();
            if matches!(module.last().map(String::as_str), Some("mod" | "lib")) {
                module.pop();
            }
            (module, imports(&fs::read_to_string(path).unwrap()))
        })
        .collect()
}

/// Returns the module in whose file the thing is that `module` imports by `path`; `None` where it is another crate's.
fn resolve(all: &Imports, module: &Module, path: &[String], depth: usize) -> Option<Module> {
    let mut rest = path;
    let mut current: Module = match path.first()?.as_str() {
        "crate" => Vec::new(),
        "self" | "super" => module.clone(),
        name => Some(module.clone()).filter(|module| all.contains_key(&[&module[..], &[name.to_string()]].concat()))?,
    };
    while let Some(word) = rest.first().filter(|word| matches!(word.as_str(), "crate" | "self" | "super")) {
        if word == "super" {
            current.pop();
        }
        rest = &rest[1..];
    }
    while let Some(below) = rest.first().map(|name| [&current[..], std::slice::from_ref(name)].concat())
        && all.contains_key(&below)
    {
        current = below;
        rest = &rest[1..];
    }
    if let Some(name) = rest.first().filter(|_| depth < 8) {
        let exported = all.get(&current)?.iter().filter(|(again, path)| *again && path.last() == Some(name));
        let origins =
            exported.filter(|(_, path)| path.len() > 1).filter_map(|(_, path)| resolve(all, &current, path, depth + 1));
        return Some(origins.into_iter().find(|origin| *origin != current).unwrap_or(current));
    }
    Some(current)
}

fn graph(all: &Imports) -> BTreeMap<&Module, BTreeSet<Module>> {
    all.iter()
        .map(|(module, paths)| {
            let targets = paths.iter().filter_map(|(_, path)| resolve(all, module, path, 0));
            let is_relative = |target: &Module| target.starts_with(module) || module.starts_with(target);
            (module, targets.filter(|target| !is_relative(target)).collect())
        })
        .collect()
}

/// Returns the modules that can be reached from one by imports.
fn reachable<'g>(graph: &'g BTreeMap<&Module, BTreeSet<Module>>, from: &Module) -> BTreeSet<&'g Module> {
    let mut found = BTreeSet::new();
    let mut open: Vec<&Module> = graph[from].iter().collect();
    while let Some(module) = open.pop() {
        if found.insert(module) {
            open.extend(graph.get(module).into_iter().flatten());
        }
    }
    found
}

#[test]
fn no_files_import_one_another() {
    for folder in ["rules", "src"] {
        let all = read_crate(folder);
        assert!(all.len() > 100, "{folder} is read");
        let graph = graph(&all);
        let reach: BTreeMap<&Module, _> = all.keys().map(|module| (module, reachable(&graph, module))).collect();
        for (module, reached) in &reach {
            let cycle: Vec<String> = reached
                .iter()
                .filter(|other| reach.get(**other).is_some_and(|back| back.contains(module)))
                .map(|other| format!("{folder}/{}", other.join("/")))
                .collect();
            assert!(cycle.is_empty(), "these files import one another: {cycle:?}");
        }
    }
}

#[test]
fn a_long_file_says_why() {
    let folders = ["rules", "src", "xtask", "benches", "fuzz/src", "python/src"];
    for path in folders.into_iter().flat_map(|folder| sources::below(folder, SKIPPED)) {
        let text = fs::read_to_string(&path).unwrap();
        let comment: String = text.lines().take_while(|line| line.starts_with("//!")).collect();
        let lines = text.lines().count();
        assert!(lines <= MAX_LINES || comment.contains(LONG_BECAUSE), "{} has {lines} lines", path.display());
    }
}

#[test]
fn imports_are_read_as_they_are_written() {
    let source = "use a::{b, c::{d as e, f}};\npub use g::H;\nfn f() {}\n#[cfg(test)]\nmod tests { use z::y; }\n";
    let read: Vec<_> = imports(source).into_iter().map(|(again, path)| (again, path.join("::"))).collect();
    let expected = [(false, "a::b"), (false, "a::c::d"), (false, "a::c::f"), (true, "g::H")];
    assert_eq!(read, expected.map(|(again, path)| (again, path.to_string())));
}
