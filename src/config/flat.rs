//! ESLint's flat configuration: which of its objects apply to a file, and their combined settings.

use std::path::{Path, PathBuf};

use indexmap::IndexMap;
use oxsec_rules::{ConfigError, RuleSet, Severity, catalogue, is_core_rule, split_rule_id};
use serde_json::Value as Json;

use super::{
    evaluate,
    glob::Glob,
    modules::{self, Loader},
    trouble::{Trouble, UNKNOWN_VALUE_HELP},
    value::{Located, Object, Place, Value},
};
use crate::nearest::nearest;

/// The keys that a configuration object may have.
const KEYS: &[&str] = &[
    "basePath",
    "extends",
    "files",
    "ignores",
    "language",
    "languageOptions",
    "linterOptions",
    "name",
    "plugins",
    "processor",
    "rules",
    "settings",
];

/// The depth to which options may nest.
const MAX_OPTION_DEPTH: usize = 64;

/// An object of a configuration.
#[derive(Debug, Default)]
pub struct ConfigObject {
    /// The folder that its patterns start from.
    pub base: PathBuf,
    /// The entries of `files`; all patterns of an entry must match.
    pub files: Option<Vec<Vec<Glob>>>,
    pub ignores: Option<Vec<Glob>>,
    /// It contains only `ignores`, which then hold everywhere.
    pub is_global_ignores: bool,
    /// It comes from the call, not from the file.
    pub is_of_call: bool,
    /// The namespaces, each with the plugin that oxsec has for it, if any.
    pub plugins: Vec<(String, Option<&'static str>)>,
    /// The settings of rules, as ESLint's arrays of severity and options.
    pub rules: Vec<(String, Vec<Json>, Option<Place>)>,
    pub linter: LinterOptions,
    /// Global variables; `false` removes one.
    pub globals: Vec<(String, bool)>,
    /// The packages of which it contains unknown parts.
    pub packages: Vec<String>,
}

/// The settings besides rules; `None` is left to another object.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LinterOptions {
    pub no_inline_config: Option<bool>,
    /// The severity of unused directives; the inner `None` is off.
    pub unused_directives: Option<Option<Severity>>,
    pub unused_inline_configs: Option<Option<Severity>>,
}

impl LinterOptions {
    pub fn merge(&mut self, later: &Self) {
        self.no_inline_config = later.no_inline_config.or(self.no_inline_config);
        self.unused_directives = later.unused_directives.or(self.unused_directives);
        self.unused_inline_configs = later.unused_inline_configs.or(self.unused_inline_configs);
    }
}

/// Reads the objects of a configuration from its file's exports. Returns them, and the packages that are skipped.
pub fn objects(
    loader: &mut Loader,
    exported: &Located,
    base: &Path,
    is_printed: bool,
) -> Result<(Vec<ConfigObject>, Vec<String>), Trouble> {
    let items = match &exported.value {
        Value::Array(items) => super::extends::flattened(loader, items, exported.place)?,
        _ => vec![exported.clone()],
    };
    let (mut objects, mut packages) = (Vec::new(), Vec::new());
    for item in items {
        match &item.value {
            Value::Object(object) => objects.push(read_object(object, base, is_printed)?),
            Value::Package(package) => packages.push(package.to_string()),
            Value::Unknown(unknown) => {
                let message = format!("a part of the configuration is unknown: {}", unknown.reason);
                return Err(Trouble::at(unknown.place, message).help(UNKNOWN_VALUE_HELP));
            }
            value => {
                let message = format!("a configuration is made of objects, and this is {}", value.kind());
                let help = match value {
                    Value::Undefined => {
                        "write an object in its place; if it is a plugin's, `oxsec presets` lists what the plugins have"
                    }
                    _ => "remove it, or write an object in its place",
                };
                return Err(Trouble::at(item.place, message).help(help));
            }
        }
    }
    packages.extend(objects.iter_mut().flat_map(|object| std::mem::take(&mut object.packages)));
    packages.sort();
    packages.dedup();
    Ok((objects, packages))
}

/// Reads objects that the call gives as JSON. Their patterns are relative to `base`.
///
/// # Errors
///
/// The error in them, under the name by which the call gave them.
pub fn layer(json: &str, base: &Path, name: &str) -> miette::Result<Vec<ConfigObject>> {
    let mut loader = Loader::new(base, evaluate::exports);
    let read = loader.load_json(json, name).and_then(|exported| objects(&mut loader, &exported, base, true));
    match read {
        Ok((mut objects, _)) => {
            // The places of rules are looked up in the files of the configuration, to which this text does not belong.
            objects.iter_mut().flat_map(|object| &mut object.rules).for_each(|(_, _, place)| *place = None);
            Ok(objects)
        }
        Err(trouble) => Err(trouble.report(&loader.files, Path::new(name))),
    }
}

fn read_object(object: &Object, base: &Path, is_printed: bool) -> Result<ConfigObject, Trouble> {
    if let Some(unknown) = &object.unknown {
        let message = format!("a part of the object is unknown: {}", unknown.reason);
        return Err(Trouble::at(unknown.place, message).help(UNKNOWN_VALUE_HELP));
    }
    let mut read = ConfigObject { base: base.to_path_buf(), ..ConfigObject::default() };
    read.packages.extend(object.packages.iter().map(|package| package.to_string()));
    let mut says_more = !object.packages.is_empty();
    for (key, located) in &object.entries {
        if matches!(located.value, Value::Undefined) {
            continue;
        }
        says_more |= !matches!(&**key, "ignores" | "name" | "basePath");
        match &**key {
            "name" => {}
            "basePath" => {
                let path = text(located, "basePath")?;
                read.base = crate::check::absolute(&base.join(path));
            }
            "files" => {
                let items = list(located, "files")?;
                if items.is_empty() {
                    return Err(Trouble::at(
                        located.place,
                        "`files` is an empty list, so the object applies to no file",
                    )
                    .help("name patterns, or leave `files` out"));
                }
                let entries = items.iter().map(|item| match &item.value {
                    Value::Array(all) => all.iter().map(glob).collect(),
                    _ => glob(item).map(|glob| vec![glob]),
                });
                read.files = Some(entries.collect::<Result<_, Trouble>>()?);
            }
            "ignores" => read.ignores = Some(list(located, "ignores")?.iter().map(glob).collect::<Result<_, _>>()?),
            "plugins" => read_plugins(located, &mut read)?,
            "rules" => read_rules(located, &mut read)?,
            "linterOptions" => read_linter(located, &mut read)?,
            "languageOptions" => read.globals = globals(located),
            "language" | "processor" | "settings" => {}
            "extends" => {
                return Err(Trouble::at(located.place, "`extends` is for objects within defineConfig(…)")
                    .help("import { defineConfig } from \"eslint/config\" and export default defineConfig([…])"));
            }
            other => {
                // A later version of ESLint may print further keys.
                if is_printed {
                    continue;
                }
                let trouble = Trouble::at(located.place, format!("a configuration object has no key `{other}`"));
                return Err(trouble.help(match nearest(other, KEYS.iter().copied()) {
                    Some(known) => format!("did you mean `{known}`?"),
                    None => format!("it has {}", KEYS.join(", ")),
                }));
            }
        }
    }
    read.is_global_ignores = read.ignores.is_some() && !says_more;
    Ok(read)
}

fn list<'v>(located: &'v Located, key: &str) -> Result<&'v [Located], Trouble> {
    match &located.value {
        Value::Array(items) => Ok(items),
        Value::Unknown(unknown) => Err(unknown_value(key, unknown)),
        value => Err(Trouble::at(located.place, format!("`{key}` takes a list of patterns, not {}", value.kind()))
            .help(format!("write it in brackets: {key}: [\"**/*.js\"]"))),
    }
}

fn unknown_value(key: &str, unknown: &super::value::Unknown) -> Trouble {
    Trouble::at(unknown.place, format!("`{key}` is unknown: {}", unknown.reason)).help(UNKNOWN_VALUE_HELP)
}

fn text<'v>(located: &'v Located, key: &str) -> Result<&'v str, Trouble> {
    match &located.value {
        Value::String(text) => Ok(text),
        Value::Unknown(unknown) => Err(unknown_value(key, unknown)),
        Value::Package(package) => {
            let message = format!("`{key}` is unknown: it comes from the package `{package}`");
            Err(Trouble::at(located.place, message).help(UNKNOWN_VALUE_HELP))
        }
        value => Err(Trouble::at(located.place, format!("`{key}` takes strings, not {}", value.kind()))),
    }
}

fn glob(located: &Located) -> Result<Glob, Trouble> {
    let pattern = text(located, "a pattern")?;
    Glob::new(pattern).map_err(|reason| Trouble::at(located.place, format!("the pattern cannot be read: {reason}")))
}

fn read_plugins(located: &Located, read: &mut ConfigObject) -> Result<(), Trouble> {
    match &located.value {
        Value::Object(plugins) => {
            for (namespace, plugin) in &plugins.entries {
                let ours = match &plugin.value {
                    Value::Plugin(name) => Some(*name),
                    _ => None,
                };
                read.plugins.push((namespace.to_string(), ours));
            }
            read.packages.extend(plugins.packages.iter().map(|package| package.to_string()));
            Ok(())
        }
        // As ESLint prints them: `name:package@version`.
        Value::Array(items) => {
            for item in items.iter() {
                let name = text(item, "plugins")?;
                let (namespace, package) = name.split_once(':').unwrap_or((name, name));
                let package =
                    package.rsplit_once('@').filter(|(name, _)| !name.is_empty()).map_or(package, |(name, _)| name);
                let ours = modules::plugin(package).or_else(|| modules::plugin(&format!("eslint-plugin-{namespace}")));
                read.plugins.push((namespace.to_owned(), ours));
            }
            Ok(())
        }
        Value::Package(_) => Ok(()),
        Value::Unknown(unknown) => Err(unknown_value("plugins", unknown)),
        value => Err(Trouble::at(located.place, format!("`plugins` takes an object, not {}", value.kind()))
            .help("plugins: { pg } with import pg from \"eslint-plugin-pg\"")),
    }
}

fn read_rules(located: &Located, read: &mut ConfigObject) -> Result<(), Trouble> {
    let rules = match &located.value {
        Value::Object(rules) => rules,
        Value::Package(package) => {
            read.packages.push(package.to_string());
            return Ok(());
        }
        Value::Unknown(unknown) => return Err(unknown_value("rules", unknown)),
        value => return Err(Trouble::at(located.place, format!("`rules` takes an object, not {}", value.kind()))),
    };
    if let Some(unknown) = &rules.unknown {
        return Err(unknown_value("rules", unknown));
    }
    read.packages.extend(rules.packages.iter().map(|package| package.to_string()));
    for (id, setting) in &rules.entries {
        let entry = match json(setting, 0)? {
            Json::Array(items) if !items.is_empty() => items,
            value => vec![value],
        };
        if severity(&entry[0]).is_none() {
            let message = format!("invalid severity of `{id}`: {}", entry[0]);
            return Err(Trouble::at(setting.place, message).help(
                "a severity is \"off\", \"warn\" or \"error\" (0, 1 or 2), alone or first in a list: [\"error\", { \
                 … }]",
            ));
        }
        read.rules.push((id.to_string(), entry, Some(setting.place)));
    }
    Ok(())
}

fn read_linter(located: &Located, read: &mut ConfigObject) -> Result<(), Trouble> {
    let options = match &located.value {
        Value::Object(options) => options,
        Value::Unknown(unknown) => return Err(unknown_value("linterOptions", unknown)),
        _ => return Err(Trouble::at(located.place, "`linterOptions` takes an object")),
    };
    for (key, option) in &options.entries {
        let level = || match (&option.value, json(option, 0)) {
            (Value::Bool(true), _) => Ok(Some(Severity::Warn)),
            (Value::Bool(false), _) => Ok(None),
            (_, Ok(value)) => severity(&value).ok_or_else(|| {
                Trouble::at(option.place, format!("invalid severity of `{key}`"))
                    .help("it is \"off\", \"warn\" or \"error\"")
            }),
            (_, Err(trouble)) => Err(trouble),
        };
        match &**key {
            "noInlineConfig" => match option.value {
                Value::Bool(value) => read.linter.no_inline_config = Some(value),
                _ => return Err(Trouble::at(option.place, "`noInlineConfig` is true or false")),
            },
            "reportUnusedDisableDirectives" => read.linter.unused_directives = Some(level()?),
            "reportUnusedInlineConfigs" => read.linter.unused_inline_configs = Some(level()?),
            other => return Err(Trouble::at(option.place, format!("`linterOptions` has no key `{other}`"))),
        }
    }
    Ok(())
}

/// Returns the global variables that language options declare, as far as they are constant.
fn globals(options: &Located) -> Vec<(String, bool)> {
    let Value::Object(options) = &options.value else { return Vec::new() };
    let Some(Value::Object(globals)) = options.entries.get("globals").map(|globals| &globals.value) else {
        return Vec::new();
    };
    let is_off = |value: &Value| matches!(value, Value::String(word) if &**word == "off");
    globals.entries.iter().map(|(name, setting)| (name.trim().to_owned(), !is_off(&setting.value))).collect()
}

/// Converts a value to JSON, for rules' options.
fn json(located: &Located, depth: usize) -> Result<Json, Trouble> {
    if depth > MAX_OPTION_DEPTH {
        return Err(Trouble::at(located.place, "options nest too deep"));
    }
    Ok(match &located.value {
        Value::Undefined | Value::Null => Json::Null,
        Value::Bool(value) => Json::Bool(*value),
        Value::Number(number) if number.fract() == 0.0 && number.abs() < 9e15 => Json::from(*number as i64),
        Value::Number(number) => serde_json::Number::from_f64(*number).map_or(Json::Null, Json::Number),
        Value::String(text) => Json::from(&**text),
        Value::Array(items) => items.iter().map(|item| json(item, depth + 1)).collect::<Result<_, _>>()?,
        Value::Object(object) => {
            if let Some(unknown) = &object.unknown {
                return Err(unknown_value("an option", unknown));
            }
            let entries = object.entries.iter().filter(|(_, value)| !matches!(value.value, Value::Undefined));
            Json::Object(
                entries
                    .map(|(key, value)| Ok((key.to_string(), json(value, depth + 1)?)))
                    .collect::<Result<_, Trouble>>()?,
            )
        }
        Value::Unknown(unknown) => return Err(unknown_value("an option", unknown)),
        value => {
            let message = format!("a rule's setting is {}, which is unknown", value.kind());
            return Err(Trouble::at(located.place, message).help(UNKNOWN_VALUE_HELP));
        }
    })
}

/// Reads ESLint's severity; the inner `None` is off.
pub fn severity(value: &Json) -> Option<Option<Severity>> {
    match value {
        Json::String(word) => match word.as_str() {
            "off" => Some(None),
            "warn" => Some(Some(Severity::Warn)),
            "error" => Some(Some(Severity::Error)),
            _ => None,
        },
        Json::Number(number) => match number.as_u64() {
            Some(0) => Some(None),
            Some(1) => Some(Some(Severity::Warn)),
            Some(2) => Some(Some(Severity::Error)),
            _ => None,
        },
        _ => None,
    }
}

/// The combination of the objects that apply to a file.
pub struct Merged {
    pub rules: RuleSet,
    pub linter: LinterOptions,
    /// Rules that are enabled and that oxsec does not have.
    pub others: Vec<String>,
    /// The setting of each rule, by its name in the configuration.
    pub settings: IndexMap<String, Vec<Json>>,
    pub plugins: IndexMap<String, Option<&'static str>>,
}

/// Merges objects, later ones over earlier ones, as ESLint does. `is_open`: packages add rules that are unknown.
pub fn merge<'o>(
    objects: impl IntoIterator<Item = &'o ConfigObject>,
    accepts_all_plugins: bool,
    is_open: bool,
) -> Result<Merged, Trouble> {
    let mut settings: IndexMap<String, (Vec<Json>, Option<Place>)> = IndexMap::new();
    let mut plugins: IndexMap<String, Option<&'static str>> = IndexMap::new();
    let mut linter = LinterOptions::default();
    let mut globals: IndexMap<String, bool> = IndexMap::new();
    for object in objects {
        linter.merge(&object.linter);
        globals.extend(object.globals.iter().cloned());
        plugins.extend(object.plugins.iter().cloned());
        for (id, entry, place) in &object.rules {
            match settings.get_mut(id) {
                // A severity alone keeps the options.
                Some((known, known_place)) if entry.len() == 1 => {
                    known[0] = entry[0].clone();
                    *known_place = *place;
                }
                _ => {
                    settings.insert(id.clone(), (entry.clone(), *place));
                }
            }
        }
    }
    // The plugins that the objects list, under their namespaces there; without ESLint's configuration, all plugins.
    let own = catalogue::catalogue().plugins().iter().filter(|plugin| accepts_all_plugins && !plugin.is_core());
    let own = own.map(|plugin| (plugin.name.to_owned(), Some(plugin.name)));
    let rules = RuleSet::new().with_namespaces(own.chain(plugins.clone())).with_globals(globals);
    let off = settings.iter().filter(|(_, (entry, _))| severity(&entry[0]) == Some(None)).map(|(id, _)| id.clone());
    let rules = rules.naming_off(off.collect::<Vec<_>>());
    let mut merged = Merged { rules, linter, others: Vec::new(), settings: IndexMap::new(), plugins };
    for (id, (entry, place)) in settings {
        if severity(&entry[0]).flatten().is_some() {
            apply(&mut merged, &id, &entry, place, accepts_all_plugins)?;
        }
        merged.settings.insert(id, entry);
    }
    merged.rules = merged.rules.leaving_to_eslint(merged.others.clone(), is_open);
    Ok(merged)
}

fn apply(
    merged: &mut Merged,
    id: &str,
    entry: &[Json],
    place: Option<Place>,
    accepts_all_plugins: bool,
) -> Result<(), Trouble> {
    let trouble = |message: String| match place {
        Some(place) => Trouble::at(place, message),
        None => Trouble::of_file(message),
    };
    let Some((namespace, _)) = split_rule_id(id) else {
        if catalogue::entry(id).is_some() {
            return configure(&mut merged.rules, id, entry).map_err(|error| trouble(error.to_string()));
        }
        if is_core_rule(id) || accepts_all_plugins {
            merged.others.push(id.to_owned());
            return Ok(());
        }
        let unknown = configure(&mut merged.rules, id, entry).err();
        let message = unknown.map_or_else(|| format!("there is no rule `{id}`"), |error| error.to_string());
        return Err(trouble(message).help("a rule of a plugin is named with it: \"pg/no-unsafe-query\""));
    };
    match merged.plugins.get(namespace) {
        Some(Some(_)) => {}
        Some(None) => {
            merged.others.push(id.to_owned());
            return Ok(());
        }
        None if accepts_all_plugins => {
            if modules::plugin(&format!("eslint-plugin-{namespace}")).is_none() {
                merged.others.push(id.to_owned());
                return Ok(());
            }
        }
        None => {
            return Err(trouble(format!("`{id}` is of a plugin `{namespace}` that no object for this file lists"))
                .help(format!("list it beside the rule: plugins: {{ \"{namespace}\": … }}")));
        }
    }
    configure(&mut merged.rules, id, entry).map_err(|error| trouble(error.to_string()))
}

fn configure(rules: &mut RuleSet, id: &str, entry: &[Json]) -> Result<(), ConfigError> {
    rules.configure(id, severity(&entry[0]).flatten(), &entry[1..])
}
