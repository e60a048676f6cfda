//! `oxsec.toml`: the same settings in a file of our own.

use std::{collections::BTreeMap, ops::Range, path::Path};

use ::toml::Spanned;
use oxsec_rules::RuleSet;
use serde::Deserialize;
use serde_json::Value as Json;

use super::{
    flat::{ConfigObject, LinterOptions, severity},
    glob::Glob,
    trouble::Trouble,
    value::Place,
};

/// The text that `oxsec init` writes.
pub const EXAMPLE: &str = include_str!("example.toml");

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct File {
    #[serde(default)]
    preset: Option<Spanned<Presets>>,
    #[serde(default)]
    ignores: Vec<String>,
    #[serde(default)]
    rules: Settings,
    #[serde(default)]
    no_inline_config: Option<bool>,
    #[serde(default)]
    report_unused_disable_directives: Option<String>,
    #[serde(default)]
    report_unused_inline_configs: Option<String>,
    #[serde(default)]
    overrides: Vec<Override>,
}

/// The rules with their settings, and the places of these.
type Settings = BTreeMap<Spanned<String>, Json>;

#[derive(Deserialize)]
#[serde(untagged)]
enum Presets {
    One(String),
    Several(Vec<String>),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Override {
    files: Vec<String>,
    #[serde(default)]
    ignores: Vec<String>,
    #[serde(default)]
    rules: Settings,
}

/// Reads the objects of an `oxsec.toml`.
pub fn objects(text: &str, base: &Path) -> Result<Vec<ConfigObject>, Trouble> {
    let file: File = ::toml::from_str(text).map_err(|error| {
        Trouble::at(place(error.span().unwrap_or(0..0)), error.message())
            .help("`oxsec init` writes an example with every setting")
    })?;
    let preset_place = file.preset.as_ref().map(Spanned::span);
    let presets = match file.preset.map(Spanned::into_inner) {
        None => vec!["recommended".to_owned()],
        Some(Presets::One(name)) => vec![name],
        Some(Presets::Several(names)) => names,
    };
    let mut chosen = RuleSet::new();
    presets.iter().try_for_each(|name| chosen.add_preset(name)).map_err(|error| {
        Trouble::at(place(preset_place.unwrap_or(0..0)), error.to_string()).help("`oxsec presets` lists them")
    })?;
    let preset = chosen.rules().map(|(id, severity)| (id.to_owned(), vec![Json::from(severity as u8)], None));
    let level = |key: &str, value: &Option<String>| match value {
        None => Ok(None),
        Some(word) => severity(&Json::from(word.as_str()))
            .map(Some)
            .ok_or_else(|| Trouble::of_file(format!("`{key}` is `{word}`; it is \"off\", \"warn\" or \"error\""))),
    };
    let linter = LinterOptions {
        no_inline_config: file.no_inline_config,
        unused_directives: level("report-unused-disable-directives", &file.report_unused_disable_directives)?,
        unused_inline_configs: level("report-unused-inline-configs", &file.report_unused_inline_configs)?,
    };
    let mut objects = vec![ConfigObject {
        base: base.to_path_buf(),
        rules: preset.chain(rules(file.rules)?).collect(),
        linter,
        ..ConfigObject::default()
    }];
    if !file.ignores.is_empty() {
        objects.push(ConfigObject {
            base: base.to_path_buf(),
            ignores: Some(globs(&file.ignores)?),
            is_global_ignores: true,
            ..ConfigObject::default()
        });
    }
    for entry in file.overrides {
        objects.push(ConfigObject {
            base: base.to_path_buf(),
            files: Some(globs(&entry.files)?.into_iter().map(|glob| vec![glob]).collect()),
            ignores: (!entry.ignores.is_empty()).then(|| globs(&entry.ignores)).transpose()?,
            rules: rules(entry.rules)?,
            ..ConfigObject::default()
        });
    }
    Ok(objects)
}

fn place(span: Range<usize>) -> Place {
    Place { file: 0, start: span.start, end: span.end }
}

fn globs(patterns: &[String]) -> Result<Vec<Glob>, Trouble> {
    let read = |pattern: &String| {
        Glob::new(pattern)
            .map_err(|reason| Trouble::of_file(format!("the pattern `{pattern}` cannot be read: {reason}")))
    };
    patterns.iter().map(read).collect()
}

type Rules = Vec<(String, Vec<Json>, Option<Place>)>;

fn rules(rules: Settings) -> Result<Rules, Trouble> {
    // An asterisk is expanded to all rules that match.
    let meant = |id: &str| match RuleSet::new().matching(id) {
        meant if id.contains('*') && !meant.is_empty() => meant.into_iter().map(str::to_owned).collect(),
        _ => vec![id.to_owned()],
    };
    let mut read = Vec::new();
    for (id, value) in rules {
        let place = place(id.span());
        let entry = match value {
            Json::Array(items) if !items.is_empty() => items,
            value => vec![value],
        };
        if severity(&entry[0]).is_none() {
            return Err(Trouble::at(place, format!("invalid severity of `{}`: {}", id.get_ref(), entry[0])).help(
                "a severity is \"off\", \"warn\" or \"error\", alone or first in a list: [\"error\", { option = \
                     1 }]",
            ));
        }
        read.extend(meant(id.get_ref()).into_iter().map(|id| (id, entry.clone(), Some(place))));
    }
    Ok(read)
}
