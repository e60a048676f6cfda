//! The configuration of a file: ESLint's flat configuration, read without running it, `oxsec.toml`, or the command line
//! alone.

mod evaluate;
mod extends;
mod flat;
mod glob;
mod member;
mod modules;
mod nearest;
mod toml;
mod trouble;
mod value;

use std::{
    collections::{BTreeSet, HashMap},
    fs,
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
};

use miette::{Report, Result, miette};
use oxsec_rules::{RuleSet, Severity};
use serde_json::{Map, Value as Json, json};

pub use flat::LinterOptions;
pub use nearest::Configs;
pub use toml::EXAMPLE;

use flat::{ConfigObject, Merged};
use glob::Glob;
use modules::Loader;
use trouble::{Source, Trouble};

/// The name of our own configuration file.
pub const OXSEC_TOML: &str = "oxsec.toml";

/// The names of ESLint's configuration files, in ESLint's order.
const ESLINT_CONFIGS: &[&str] = &[
    "eslint.config.js",
    "eslint.config.mjs",
    "eslint.config.cjs",
    "eslint.config.ts",
    "eslint.config.mts",
    "eslint.config.cts",
];

/// The files that ESLint checks where a configuration names no others.
const ESLINT_FILES: &[&str] = &["**/*.js", "**/*.mjs", "**/*.cjs"];

/// The files that are checked without ESLint's configuration.
const ALL_FILES: &[&str] =
    &["**/*.js", "**/*.mjs", "**/*.cjs", "**/*.jsx", "**/*.ts", "**/*.tsx", "**/*.mts", "**/*.cts"];

/// The folders that ESLint never enters.
const DEFAULT_IGNORES: &[&str] = &["**/node_modules/", ".git/"];

/// The bytes of the largest `oxsec.toml`.
const MAX_TOML_BYTES: u64 = 512 << 10;

/// The configuration of files.
pub struct Config {
    /// The folder that patterns are relative to and that contains all files.
    base: PathBuf,
    /// The file that it was read from.
    pub path: Option<PathBuf>,
    files: Vec<Source>,
    objects: Vec<ConfigObject>,
    /// ESLint's rules decide which files are checked, and not those of ignore files.
    pub is_eslint: bool,
    accepts_all_plugins: bool,
    /// Rules that the command line adds: ESLint's `--rule`.
    overrides: Vec<String>,
    linter_overrides: LinterOptions,
    resolved: Mutex<HashMap<Vec<usize>, Arc<Resolved>>>,
    /// The packages with parts that are unknown.
    packages: Vec<String>,
    /// Rules that are enabled and that oxsec does not have.
    others: Mutex<BTreeSet<String>>,
}

/// The settings that some files share.
pub struct Resolved {
    /// The number that identifies it among all resolved settings.
    pub number: usize,
    pub rules: RuleSet,
    pub linter: LinterOptions,
    settings: Map<String, Json>,
    plugins: Vec<String>,
}

/// The number of the settings that are resolved next, in any configuration.
static NEXT_NUMBER: AtomicUsize = AtomicUsize::new(0);

/// The status of a file in a configuration.
pub enum Status {
    Checked(Arc<Resolved>),
    Ignored,
    /// It is not within the configuration's folder.
    External,
    /// No object with `files` matches it.
    Unconfigured,
}

/// The settings of the command line.
#[derive(Clone, Default)]
pub struct Overrides {
    /// ESLint's `--rule`.
    pub rules: Vec<String>,
    /// ESLint's `--ignore-pattern`, relative to the current folder.
    pub ignores: Vec<String>,
    /// ESLint's `--ext`.
    pub extensions: Vec<String>,
    pub linter: LinterOptions,
    /// ESLint's `--no-ignore`: the configuration's global ignores do not apply.
    pub no_ignore: bool,
    /// Global variables; `false` removes one: ESLint's `--global`.
    pub globals: Vec<(String, bool)>,
    /// Objects as JSON with lower precedence than all others: `baseConfig` of ESLint's class.
    pub base_config: Option<String>,
    /// Objects as JSON with higher precedence than all others: `overrideConfig`.
    pub override_config: Option<String>,
}

impl Config {
    /// Makes a configuration with the same rules for every file.
    pub fn fixed(rules: &RuleSet, cwd: &Path, overrides: Overrides) -> Result<Self> {
        let rules = rules.rules_with_options().map(|(id, severity, options)| {
            let entry = std::iter::once(Json::from(severity as u8)).chain(options.iter().cloned());
            (id.to_owned(), entry.collect(), None)
        });
        // Rules and patterns hold for files anywhere, not only below the current folder.
        let base = Path::new("/");
        let object = ConfigObject { base: base.to_path_buf(), rules: rules.collect(), ..ConfigObject::default() };
        Self::new(cwd, base, vec![object], false, overrides)
    }

    /// Reads the configuration in a file: ESLint's, the output of `eslint --print-config`, or an `oxsec.toml`. Its
    /// patterns are relative to the folder `base`.
    ///
    /// # Errors
    ///
    /// The error in it, its place, and what to do.
    pub fn read(path: &Path, base: &Path, cwd: &Path, overrides: Overrides) -> Result<Self> {
        if path.extension().is_some_and(|extension| extension == "toml") {
            let source = read_toml(path).map_err(|reason| miette!("{}: {reason}", path.display()))?;
            let objects = toml::objects(&source, base);
            let files = vec![Source { path: path.to_path_buf(), text: source }];
            let objects = objects.map_err(|trouble| trouble.report(&files, path))?;
            let mut config = Self::new(cwd, base, objects, false, overrides)?;
            config.files = files;
            config.accepts_all_plugins = true;
            config.path = Some(path.to_path_buf());
            return Ok(config);
        }
        let is_printed = path.extension().is_some_and(|extension| extension == "json");
        let mut loader = Loader::new(path.parent().unwrap_or(base), evaluate::exports);
        let read = (|| {
            let exports = loader.load(path, None)?;
            let exported = exports.default.clone().ok_or_else(|| {
                Trouble::of_file("the file exports no configuration")
                    .help("export default [ … ], or module.exports = [ … ]")
            })?;
            flat::objects(&mut loader, &exported, base, is_printed)
        })();
        let (objects, packages) = read.map_err(|trouble| trouble.report(&loader.files, path))?;
        let mut config = Self::new(cwd, base, objects, true, overrides)?;
        config.files = loader.files;
        config.packages = packages;
        config.accepts_all_plugins = is_printed;
        config.path = Some(path.to_path_buf());
        Ok(config)
    }

    /// Returns the file that applies where none is named: the first on the way from a folder up.
    pub fn look_up(folder: &Path) -> Option<PathBuf> {
        folder.ancestors().find_map(|folder| {
            let names = std::iter::once(&OXSEC_TOML).chain(ESLINT_CONFIGS);
            names.map(|name| folder.join(name)).find(|path| path.is_file())
        })
    }

    fn new(cwd: &Path, base: &Path, objects: Vec<ConfigObject>, is_eslint: bool, overrides: Overrides) -> Result<Self> {
        let globs = |patterns: &[String]| -> Result<Vec<Glob>> {
            let read = |pattern: &String| {
                Glob::new(pattern).map_err(|reason| miette!("the pattern `{pattern}` cannot be read: {reason}"))
            };
            patterns.iter().map(read).collect()
        };
        let own = |patterns: &[&str]| globs(&patterns.iter().map(|pattern| (*pattern).to_owned()).collect::<Vec<_>>());
        let files = own(if is_eslint { ESLINT_FILES } else { ALL_FILES })?;
        let mut all = vec![
            ConfigObject {
                base: base.to_path_buf(),
                ignores: Some(own(DEFAULT_IGNORES)?),
                is_global_ignores: true,
                ..ConfigObject::default()
            },
            ConfigObject {
                base: base.to_path_buf(),
                files: Some(files.into_iter().map(|glob| vec![glob]).collect()),
                ..ConfigObject::default()
            },
        ];
        let layer = |json: &Option<String>, name| match json {
            Some(json) => flat::layer(json, cwd, name),
            None => Ok(Vec::new()),
        };
        let objects = layer(&overrides.base_config, "--base-config")?
            .into_iter()
            .chain(objects)
            .chain(layer(&overrides.override_config, "--override-config")?);
        all.extend(objects.filter(|object| !(overrides.no_ignore && object.is_global_ignores)));
        if !overrides.globals.is_empty() {
            let globals = overrides.globals;
            all.push(ConfigObject { base: base.to_path_buf(), globals, ..ConfigObject::default() });
        }
        if overrides.no_ignore && !is_eslint {
            all.remove(0);
        }
        if !overrides.extensions.is_empty() {
            let patterns: Vec<String> = overrides
                .extensions
                .iter()
                .map(|extension| format!("**/*.{}", extension.trim_start_matches('.')))
                .collect();
            all.push(ConfigObject {
                base: base.to_path_buf(),
                files: Some(globs(&patterns)?.into_iter().map(|glob| vec![glob]).collect()),
                ..ConfigObject::default()
            });
        }
        if !overrides.ignores.is_empty() && !overrides.no_ignore {
            all.push(ConfigObject {
                base: cwd.to_path_buf(),
                ignores: Some(globs(&overrides.ignores)?),
                is_global_ignores: true,
                is_of_call: true,
                ..ConfigObject::default()
            });
        }
        Ok(Self {
            base: base.to_path_buf(),
            path: None,
            files: Vec::new(),
            objects: all,
            is_eslint,
            accepts_all_plugins: !is_eslint,
            overrides: overrides.rules,
            linter_overrides: overrides.linter,
            resolved: Mutex::default(),
            packages: Vec::new(),
            others: Mutex::default(),
        })
    }

    /// Returns the namespaces that the configuration gives to oxsec's plugins.
    pub fn namespaces(&self) -> impl Iterator<Item = (String, &'static str)> {
        let plugins = self.objects.iter().flat_map(|object| &object.plugins);
        plugins.filter_map(|(namespace, plugin)| Some((namespace.clone(), (*plugin)?)))
    }

    /// Returns the status of a file, given by its absolute path.
    ///
    /// # Errors
    ///
    /// A rule does not exist, or does not take its options.
    pub fn status(&self, path: &Path) -> Result<Status> {
        let Some(relative) = relative(path, &self.base) else { return Ok(Status::External) };
        let folder_is_ignored = path.parent().is_some_and(|folder| self.ignores_folder(folder));
        if folder_is_ignored || self.ignores(path, &relative, "") {
            return Ok(Status::Ignored);
        }
        let (matching, is_configured) = self.matching(path);
        if !is_configured {
            return Ok(Status::Unconfigured);
        }
        self.resolve(matching).map(Status::Checked)
    }

    /// Returns whether an `--ignore-pattern` of the call matches a file.
    pub fn ignores_by_call(&self, path: &Path) -> bool {
        self.objects.iter().filter(|object| object.is_of_call).any(|object| {
            relative(path, &object.base).is_some_and(|relative| {
                // An ignored folder ignores its files.
                let ends = relative.match_indices('/').map(|(at, _)| at + 1).chain([relative.len()]);
                ends.into_iter().any(|end| ignored_by(object, &relative[..end], false))
            })
        })
    }

    /// Returns the settings of a file that is checked whatever its name.
    ///
    /// # Errors
    ///
    /// Those of [`status`](Self::status).
    pub fn for_named(&self, path: &Path) -> Result<Arc<Resolved>> {
        self.resolve(self.matching(path).0)
    }

    /// Returns whether a folder, given by its absolute path, has nothing to check.
    pub fn ignores_folder(&self, folder: &Path) -> bool {
        let Ok(inner) = folder.strip_prefix(&self.base) else { return true };
        let mut reached = self.base.clone();
        inner.components().any(|component| {
            reached.push(component);
            relative(&reached, &self.base).is_some_and(|relative| self.ignores(&reached, &relative, "/"))
        })
    }

    fn ignores(&self, path: &Path, relative_path: &str, suffix: &str) -> bool {
        let mut ignored = false;
        for object in self.objects.iter().filter(|object| object.is_global_ignores) {
            let relative =
                if object.base == self.base { Some(relative_path.to_owned()) } else { relative(path, &object.base) };
            let Some(mut relative) = relative.filter(|relative| !relative.is_empty()) else { continue };
            relative.push_str(suffix);
            ignored = ignored_by(object, &relative, ignored);
        }
        ignored
    }

    /// Returns the objects that apply to a file, and whether one of them selects it for checking.
    fn matching(&self, path: &Path) -> (Vec<usize>, bool) {
        let mut is_configured = false;
        let mut matching = Vec::new();
        for (index, object) in self.objects.iter().enumerate() {
            if object.is_global_ignores {
                continue;
            }
            let Some(relative) = relative(path, &object.base) else { continue };
            let Some(files) = &object.files else {
                if !ignored_by(object, &relative, false) {
                    matching.push(index);
                }
                continue;
            };
            let of = |is_universal: bool| {
                files
                    .iter()
                    .filter(|globs| globs.iter().all(Glob::is_universal) == is_universal)
                    .any(|globs| globs.iter().all(|glob| glob.matches(&relative)))
            };
            let (special, universal) = (of(false), of(true));
            if (special || universal) && !ignored_by(object, &relative, false) {
                matching.push(index);
                is_configured |= special;
            }
        }
        (matching, is_configured)
    }

    fn resolve(&self, matching: Vec<usize>) -> Result<Arc<Resolved>> {
        let mut resolved = self.resolved.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = resolved.get(&matching) {
            return Ok(Arc::clone(known));
        }
        let objects = matching.iter().map(|&index| &self.objects[index]);
        let merged = flat::merge(objects, self.accepts_all_plugins, !self.packages.is_empty())
            .map_err(|trouble| self.report(trouble))?;
        let Merged { mut rules, mut linter, others, settings, plugins } = merged;
        for text in &self.overrides {
            rules.configure_text(text).map_err(|error| miette!("{error}"))?;
        }
        linter.merge(&self.linter_overrides);
        self.others.lock().unwrap_or_else(PoisonError::into_inner).extend(others);
        let new = Arc::new(Resolved {
            number: NEXT_NUMBER.fetch_add(1, Ordering::Relaxed),
            rules,
            linter,
            settings: settings.into_iter().map(|(id, entry)| (id, normal(entry))).collect(),
            plugins: plugins.into_keys().collect(),
        });
        resolved.insert(matching, Arc::clone(&new));
        Ok(new)
    }

    fn report(&self, trouble: Trouble) -> Report {
        trouble.report(&self.files, self.path.as_deref().unwrap_or(Path::new(OXSEC_TOML)))
    }

    /// Returns statements about the skipped parts of the configuration; to be called after all files have been looked
    /// up.
    pub fn passed_over(&self) -> Vec<String> {
        const MAX_SHOWN_PACKAGES: usize = 8;
        let listed = |names: &[String]| match names {
            names if names.len() <= MAX_SHOWN_PACKAGES => names.join(", "),
            names => {
                format!("{} and {} more", names[..MAX_SHOWN_PACKAGES].join(", "), names.len() - MAX_SHOWN_PACKAGES)
            }
        };
        let others: Vec<String> = self.others.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect();
        let mut said = Vec::new();
        if !others.is_empty() {
            said.push(format!("rules that oxsec does not have are left to ESLint: {}", listed(&others)));
        }
        if !self.packages.is_empty() {
            said.push(format!("what these packages bring is left to ESLint: {}", listed(&self.packages)));
        }
        said
    }
}

impl Resolved {
    /// Returns the settings as `eslint --print-config` shows them.
    pub fn print(&self) -> Json {
        let level = |severity: Option<Severity>| severity.map_or(0, |severity| severity as u8);
        let mut linter = json!({
            "reportUnusedDisableDirectives": level(self.linter.unused_directives.unwrap_or(Some(Severity::Warn))),
        });
        if let Some(value) = self.linter.no_inline_config {
            linter["noInlineConfig"] = value.into();
        }
        if let Some(severity) = self.linter.unused_inline_configs {
            linter["reportUnusedInlineConfigs"] = level(severity).into();
        }
        let mut rules = self.settings.clone();
        for (id, severity, options) in self.rules.rules_with_options() {
            if !rules.keys().any(|known| known == id) {
                let entry = std::iter::once(Json::from(severity as u8)).chain(options.iter().cloned());
                rules.insert(id.to_owned(), entry.collect());
            }
        }
        json!({
            "linterOptions": linter,
            "plugins": self.plugins,
            "language": "@/js",
            "languageOptions": {"ecmaVersion": 2024, "sourceType": "module"},
            "rules": rules,
        })
    }
}

/// Returns a rule's setting with its severity as a number.
fn normal(mut entry: Vec<Json>) -> Json {
    if let Some(severity) = flat::severity(&entry[0]) {
        entry[0] = severity.map_or(0, |severity| severity as u8).into();
    }
    entry.into()
}

/// Returns a path relative to a folder, with `/` as separator; `None` where it is not within.
fn relative(path: &Path, base: &Path) -> Option<String> {
    let inner = path.strip_prefix(base).ok()?;
    Some(inner.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/"))
}

/// Applies an object's `ignores` to a path; `ignored` is its status so far.
fn ignored_by(object: &ConfigObject, relative: &str, ignored: bool) -> bool {
    object.ignores.iter().flatten().fold(ignored, |ignored, glob| {
        if ignored {
            !(glob.is_negated() && glob.matches_inner(relative))
        } else {
            !glob.is_negated() && glob.matches_inner(relative)
        }
    })
}

fn read_toml(path: &Path) -> Result<String, String> {
    let metadata = fs::metadata(path).map_err(|error| format!("the file cannot be read: {error}"))?;
    if !metadata.is_file() {
        return Err("it is not a regular file".into());
    }
    if metadata.len() > MAX_TOML_BYTES {
        return Err(format!("the file is larger than the {} KiB that a configuration may have", MAX_TOML_BYTES >> 10));
    }
    fs::read_to_string(path).map_err(|error| format!("the file cannot be read: {error}"))
}
