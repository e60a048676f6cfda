//! `oxsec.toml`: the same settings in a file of our own.

use std::path::Path;

use oxsec_rules::RuleSet;
use serde::Deserialize;
use serde_json::Value as Json;

use super::{
    flat::{ConfigObject, LinterOptions, severity},
    glob::Glob,
    trouble::Trouble,
    value::Place,
};

/// What `oxsec init` writes.
pub const EXAMPLE: &str = include_str!("example.toml");

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct File {
    #[serde(default)]
    preset: Option<Presets>,
    #[serde(default)]
    ignores: Vec<String>,
    #[serde(default)]
    rules: serde_json::Map<String, Json>,
    #[serde(default)]
    no_inline_config: Option<bool>,
    #[serde(default)]
    report_unused_disable_directives: Option<String>,
    #[serde(default)]
    report_unused_inline_configs: Option<String>,
    #[serde(default)]
    overrides: Vec<Override>,
}

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
    rules: serde_json::Map<String, Json>,
}

/// Reads the objects that an `oxsec.toml` comes to.
pub fn objects(text: &str, base: &Path) -> Result<Vec<ConfigObject>, Trouble> {
    let file: File = ::toml::from_str(text).map_err(|error| {
        let span = error.span().unwrap_or(0..0);
        Trouble::at(Place { file: 0, start: span.start, end: span.end }, error.message())
            .help("`oxsec init` writes an example with every setting")
    })?;
    let presets = match file.preset {
        None => vec!["recommended".to_owned()],
        Some(Presets::One(name)) => vec![name],
        Some(Presets::Several(names)) => names,
    };
    let mut chosen = RuleSet::new();
    presets.iter().try_for_each(|name| chosen.add_preset(name)).map_err(|error| Trouble::of_file(error.to_string()))?;
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

fn globs(patterns: &[String]) -> Result<Vec<Glob>, Trouble> {
    let read = |pattern: &String| {
        Glob::new(pattern)
            .map_err(|reason| Trouble::of_file(format!("the pattern `{pattern}` cannot be read: {reason}")))
    };
    patterns.iter().map(read).collect()
}

type Rules = Vec<(String, Vec<Json>, Option<Place>)>;

fn rules(rules: serde_json::Map<String, Json>) -> Result<Rules, Trouble> {
    // An asterisk stands for all rules that it means.
    let meant = |id: String| match RuleSet::new().matching(&id) {
        meant if id.contains('*') && !meant.is_empty() => meant.into_iter().map(str::to_owned).collect(),
        _ => vec![id],
    };
    rules
        .into_iter()
        .flat_map(|(id, value)| meant(id).into_iter().map(move |id| (id, value.clone())))
        .map(|(id, value)| {
            let entry = match value {
                Json::Array(items) if !items.is_empty() => items,
                value => vec![value],
            };
            match severity(&entry[0]) {
                Some(_) => Ok((id, entry, None)),
                None => Err(Trouble::of_file(format!("the severity of `{id}` is not one: {}", entry[0]))
                    .help("a severity is \"off\", \"warn\" or \"error\", alone or first in a list: [\"error\", { option = 1 }]")),
            }
        })
        .collect()
}
