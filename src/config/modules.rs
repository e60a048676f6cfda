//! The files of a configuration: reads them, resolves imports, and returns their exports.

use std::{
    collections::HashMap,
    fs::{self, File},
    io::Read,
    path::{Path, PathBuf},
    rc::Rc,
};

use indexmap::IndexMap;
use oxc_allocator::Allocator;
use oxc_ast::ast::Program;
use oxc_parser::Parser;
use oxc_span::SourceType;
use oxsec_rules::{Analyzer, RuleSet, Verdict, catalogue::catalogue};

use super::{
    member::member,
    trouble::{Source, Trouble},
    value::{Function, Located, Object, Place, Value},
};

/// The extensions of files that a configuration may consist of.
const EXTENSIONS: &[&str] = &["js", "mjs", "cjs", "ts", "mts", "cts", "json"];

/// The bytes of the largest file of a configuration.
const MAX_FILE_BYTES: u64 = 512 << 10;

/// The files that a configuration may consist of, and the depth of their imports.
const MAX_FILES: usize = 200;

/// The values that a configuration may consist of, copies included.
const MAX_VALUES: usize = 1_000_000;

/// The advice about a file that cannot be read.
const UNREADABLE_HELP: &str = "let ESLint print the configuration, `eslint --print-config FILE > config.json`, and \
                          pass --config config.json; or write an oxsec.toml (`oxsec init`)";

/// The bytes of stack that the parser takes for each byte of text, which may be a level.
const STACK_BYTES_PER_BYTE: usize = 6 << 10;

/// The bytes of stack for evaluating what was parsed.
const BASE_STACK_BYTES: usize = 8 << 20;

/// The number of bytes before a text of JSON, so that it can be parsed: a bracket.
pub const JSON_WRAPPER_BYTES: usize = 1;

/// Gives the exports of a file that was read and parsed; the loader loads what it imports. The flag tells JSON.
pub type Evaluate = for<'a> fn(&mut Loader, usize, &Program<'a>, bool) -> Result<Exports, Trouble>;

/// Reads the files of one configuration.
pub struct Loader {
    pub files: Vec<Source>,
    /// The configuration's folder, which contains everything that it imports.
    root: PathBuf,
    loading: Vec<PathBuf>,
    loaded: HashMap<PathBuf, Rc<Exports>>,
    values: usize,
    exports: Evaluate,
}

/// The exports of a file.
#[derive(Debug, Default)]
pub struct Exports {
    pub default: Option<Located>,
    pub named: IndexMap<Rc<str>, Located>,
}

impl Loader {
    /// Makes a loader for the configuration in a folder.
    pub fn new(root: &Path, exports: Evaluate) -> Self {
        let root = root.canonicalize().unwrap_or_else(|_| root.to_path_buf());
        Self { files: Vec::new(), root, loading: Vec::new(), loaded: HashMap::new(), values: 0, exports }
    }

    /// Counts values as they are made.
    pub fn count(&mut self, values: usize, place: Place) -> Result<(), Trouble> {
        self.values += values;
        if self.values > MAX_VALUES {
            return Err(Trouble::at(place, format!("the configuration is made of more than {MAX_VALUES} values"))
                .help("spread lists into one another less often"));
        }
        Ok(())
    }

    /// Returns the exports of a file. `importer` is the place of its import, unless it is the configuration itself.
    pub fn load(&mut self, path: &Path, importer: Option<Place>) -> Result<Rc<Exports>, Trouble> {
        let trouble = |message: String| match importer {
            Some(place) => Trouble::at(place, message),
            None => Trouble::of_file(message),
        };
        let real = path.canonicalize().map_err(|error| trouble(format!("the file cannot be read: {error}")))?;
        if let Some(exports) = self.loaded.get(&real) {
            return Ok(Rc::clone(exports));
        }
        if self.loading.contains(&real) {
            return Err(
                trouble("the file is imported in a circle".into()).help("move what both need into a third file")
            );
        }
        let known = |path: &Path| path.extension().is_some_and(|it| EXTENSIONS.iter().any(|known| it == *known));
        // Nothing is revealed about another file, not even the line that does not parse.
        if !known(path) || !known(&real) {
            return Err(trouble(format!("a configuration is a file in {}", EXTENSIONS.join(", "))));
        }
        if importer.is_some() && !real.starts_with(&self.root) {
            return Err(trouble("the file is not in the configuration's folder, and is not read".into()));
        }
        if self.files.len() >= MAX_FILES {
            return Err(trouble(format!("the configuration is made of more than {MAX_FILES} files")));
        }
        let text = read(&real).map_err(trouble).map_err(|trouble| trouble.help(UNREADABLE_HELP))?;
        let file = self.files.len();
        self.files.push(Source { path: path.to_path_buf(), text });
        self.loading.push(real.clone());
        let text = self.files[file].text.clone();
        let exports = stacker::grow(stack_for(&text), || self.evaluate(file, &real, &text))?;
        self.loading.pop();
        let exports = Rc::new(exports);
        self.loaded.insert(real, Rc::clone(&exports));
        Ok(exports)
    }

    /// Returns the value of a JSON text; messages show `name` in place of a path.
    pub fn load_json(&mut self, text: &str, name: &str) -> Result<Located, Trouble> {
        if text.len() as u64 > MAX_FILE_BYTES {
            return Err(Trouble::of_file(format!("it is longer than {MAX_FILE_BYTES} bytes")));
        }
        let file = self.files.len();
        self.files.push(Source { path: name.into(), text: text.to_owned() });
        let path = Path::new("config.json");
        let exports = stacker::grow(stack_for(text), || self.evaluate(file, path, text))?;
        exports.default.ok_or_else(|| Trouble::of_file("it exports no configuration"))
    }

    fn evaluate(&mut self, file: usize, path: &Path, text: &str) -> Result<Exports, Trouble> {
        let is_json = path.extension().is_some_and(|extension| extension == "json");
        // An array whose only item is the text, so that it parses as an expression.
        let wrapped = if is_json { format!("[{text}\n]") } else { String::new() };
        let (source, offset) = if is_json { (wrapped.as_str(), JSON_WRAPPER_BYTES) } else { (text, 0) };
        let whole = Place { file, start: 0, end: 0 };
        // Text that would take the parser too long or too deep is refused first, as in code.
        let analysis = Analyzer::new(&RuleSet::new()).analyze(&path.to_string_lossy(), source);
        if analysis.verdict == Verdict::OverLimit {
            return Err(Trouble::at(whole, analysis.messages[0].message.clone()));
        }
        let allocator = Allocator::default();
        let kind = if is_json { SourceType::mjs() } else { source_type(path) };
        let parsed = Parser::new(&allocator, source, kind).parse();
        if let Some(error) = parsed.diagnostics.errors().next() {
            let start = error.labels.first().map_or(0, |label| label.offset() as usize);
            let end = error.labels.first().map_or(0, |label| label.offset() as usize + label.len() as usize);
            let place = Place { file, start: start.saturating_sub(offset), end: end.saturating_sub(offset) };
            return Err(Trouble::at(place, format!("it does not parse: {}", error.message))
                .help("mend the syntax there; nothing is checked with half a configuration"));
        }
        (self.exports)(self, file, &parsed.program, is_json)
    }

    /// Returns the value of an import of a module or package, with its exports by name, `default` among them.
    pub fn import(&mut self, specifier: &str, from: &Path, place: Place) -> Result<Imported, Trouble> {
        if specifier.starts_with("./") || specifier.starts_with("../") || specifier.starts_with('/') {
            let path = resolve(specifier, from).ok_or_else(|| {
                Trouble::at(place, format!("there is no file `{specifier}`"))
                    .help("mend the path; it starts from the folder of the file that imports")
            })?;
            return self.load(&path, Some(place)).map(Imported::File);
        }
        Ok(Imported::Package(package(specifier, place)))
    }
}

/// Returns the bytes of stack with which a text is parsed and evaluated.
fn stack_for(text: &str) -> usize {
    BASE_STACK_BYTES + text.len() * STACK_BYTES_PER_BYTE
}

/// The result of an import.
pub enum Imported {
    File(Rc<Exports>),
    Package(Value),
}

impl Imported {
    pub fn default(&self, place: Place) -> Value {
        match self {
            Self::File(exports) => match &exports.default {
                Some(default) => default.value.clone(),
                None => self.namespace(place),
            },
            Self::Package(value) => value.clone(),
        }
    }

    pub fn named(&self, name: &str, place: Place) -> Value {
        match self {
            _ if name == "default" => self.default(place),
            Self::File(exports) => match (exports.named.get(name), &exports.default) {
                (Some(named), _) => named.value.clone(),
                (None, Some(default)) => member(&default.value, name, place),
                (None, None) => Value::Undefined,
            },
            Self::Package(value) => member(value, name, place),
        }
    }

    pub fn namespace(&self, _place: Place) -> Value {
        match self {
            Self::File(exports) => {
                let mut object = Object { entries: exports.named.clone(), ..Object::default() };
                if let Some(default) = &exports.default {
                    object.entries.insert("default".into(), default.clone());
                }
                Value::object(object)
            }
            Self::Package(value) => value.clone(),
        }
    }
}

/// The contents of the package `globals` that rules need: the global names of each environment.
const GLOBALS: &[(&str, &[&str])] = &[
    ("browser", &["window", "self", "setTimeout", "setInterval"]),
    ("worker", &["self", "setTimeout", "setInterval"]),
    ("serviceworker", &["self", "setTimeout", "setInterval"]),
    ("node", &["global", "setTimeout", "setInterval"]),
    ("nodeBuiltin", &["global", "setTimeout", "setInterval"]),
    ("shared-node-browser", &["setTimeout", "setInterval"]),
    ("commonjs", &["global"]),
    ("bunBuiltin", &[]),
    ("denoBuiltin", &["self", "window", "setTimeout", "setInterval"]),
    ("builtin", &[]),
    ("es2020", &[]),
    ("es2021", &[]),
    ("es2022", &[]),
    ("es2023", &[]),
    ("es2024", &[]),
    ("es2025", &[]),
    ("mocha", &[]),
    ("jest", &[]),
    ("vitest", &[]),
    ("jasmine", &[]),
];

/// Returns the value of a package in a configuration.
fn package(specifier: &str, place: Place) -> Value {
    let object = |entries: &[(&str, Value)]| {
        let entries = entries.iter().map(|(name, value)| ((*name).into(), Located { value: value.clone(), place }));
        Value::object(Object { entries: entries.collect(), ..Object::default() })
    };
    match specifier.strip_prefix("node:").unwrap_or(specifier) {
        "eslint/config" | "@eslint/config-helpers" => object(&[
            ("defineConfig", Value::Function(Function::DefineConfig)),
            ("globalIgnores", Value::Function(Function::GlobalIgnores)),
        ]),
        "path" | "path/posix" => object(&[
            ("join", Value::Function(Function::JoinPaths)),
            ("resolve", Value::Function(Function::JoinPaths)),
            ("dirname", Value::Function(Function::FolderOfPath)),
        ]),
        "url" => object(&[("fileURLToPath", Value::Function(Function::PathOfUrl))]),
        "globals" => {
            let members = GLOBALS.iter().map(|&(environment, names)| {
                let names: Vec<(&str, Value)> = names.iter().map(|name| (*name, Value::Bool(false))).collect();
                (environment, object(&names))
            });
            object(&members.collect::<Vec<_>>())
        }
        _ => plugin(specifier).map_or_else(|| Value::Package(specifier.into()), Value::Plugin),
    }
}

/// Returns oxsec's plugin for a package.
pub fn plugin(package: &str) -> Option<&'static str> {
    let name = package.strip_prefix("eslint-plugin-")?;
    let plugins = catalogue().plugins().iter().filter(|plugin| !plugin.is_core());
    plugins.map(|plugin| plugin.name).find(|known| *known == name)
}

fn source_type(path: &Path) -> SourceType {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("ts" | "mts" | "cts") => SourceType::ts(),
        _ => SourceType::mjs(),
    }
}

/// Returns the file that a relative import refers to.
fn resolve(specifier: &str, from: &Path) -> Option<PathBuf> {
    let exact = from.parent()?.join(specifier);
    let with_extension =
        |path: &Path| EXTENSIONS.iter().map(|it| PathBuf::from(format!("{}.{it}", path.display()))).collect();
    let mut candidates: Vec<PathBuf> = vec![exact.clone()];
    candidates.extend::<Vec<PathBuf>>(with_extension(&exact));
    // TypeScript's imports name the compiled file.
    let typescript = [("js", "ts"), ("mjs", "mts"), ("cjs", "cts")];
    candidates.extend(
        typescript
            .into_iter()
            .filter(|(js, _)| exact.extension().is_some_and(|extension| extension == *js))
            .map(|(_, ts)| exact.with_extension(ts)),
    );
    candidates.extend::<Vec<PathBuf>>(with_extension(&exact.join("index")));
    candidates.into_iter().find(|path| path.is_file())
}

fn read(path: &Path) -> Result<String, String> {
    let cannot = |error: std::io::Error| format!("the file cannot be read: {error}");
    if !fs::metadata(path).map_err(cannot)?.is_file() {
        return Err("it is not a regular file".into());
    }
    let mut bytes = Vec::new();
    File::open(path).map_err(cannot)?.take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes).map_err(cannot)?;
    if bytes.len() as u64 > MAX_FILE_BYTES {
        return Err(format!("the file is larger than the {} KiB that a configuration may have", MAX_FILE_BYTES >> 10));
    }
    let text = String::from_utf8(bytes).map_err(|_| "the file is not UTF-8".to_owned())?;
    Ok(text.strip_prefix('\u{FEFF}').map(str::to_owned).unwrap_or(text))
}
