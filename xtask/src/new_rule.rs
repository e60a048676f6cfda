//! A new rule: its file, and its line in the plugin's `mod.rs`.

use std::{fs, path::Path};

/// Adds a rule to a plugin and returns the remaining steps.
///
/// # Errors
///
/// The error in the id, or the file that could not be read or written.
pub fn add(root: &Path, id: &str) -> Result<String, String> {
    let (plugin, rule) = id.split_once('/').ok_or("the id is PLUGIN/ID, such as pg/no-debugger-in-query")?;
    let is_plain = |name: &str| {
        let is_plain =
            |word: &str| !word.is_empty() && word.bytes().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit());
        name.split('-').all(is_plain) && name.starts_with(|first: char| first.is_ascii_lowercase())
    };
    if !is_plain(plugin) || !is_plain(rule) {
        return Err(format!("`{id}` must consist of lower-case words separated by hyphens"));
    }
    let (folder, module) = (plugin.replace('-', "_"), rule.replace('-', "_"));
    let list = root.join("rules").join(&folder).join("mod.rs");
    let file = list.with_file_name(format!("{module}.rs"));
    if file.exists() {
        return Err(format!("{} is there already", file.display()));
    }
    let read = |path: &Path| fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()));
    let write = |path: &Path, text: &str| fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()));
    let listed = list_rule(&read(&list)?, &module)
        .ok_or_else(|| format!("{} has no `rules! {{` to list the rule in", list.display()))?;
    write(&file, &rule_file(id, &module))?;
    write(&list, &listed)?;
    Ok(format!(
        "{} is written and listed. Next:\n\
         - fill in its metadata, page and `check`, and name it in a preset where the plugin recommends it;\n\
         - label code in corpus/{id}/, four files with findings and four without (CONTRIBUTING.md);\n\
         - cargo test --test corpus, and INSTA_UPDATE=always cargo test --test messages.\n",
        file.display()
    ))
}

/// Returns a plugin's `mod.rs` with one more rule, last in the list.
fn list_rule(list: &str, module: &str) -> Option<String> {
    let entry = format!("    {module}::{},", type_name(module));
    let mut lines: Vec<&str> = list.lines().collect();
    let begin = lines.iter().position(|line| line.starts_with("rules") && line.ends_with("! {"))?;
    let end = begin + lines[begin..].iter().position(|line| *line == "}")?;
    lines.insert(end, &entry);
    Some(lines.join("\n") + "\n")
}

fn type_name(module: &str) -> String {
    let capital = |word: &str| word[..1].to_ascii_uppercase() + &word[1..];
    module.split('_').map(capital).collect()
}

fn rule_file(id: &str, module: &str) -> String {
    TEMPLATE.replace("{id}", id).replace("{type}", &type_name(module))
}

const TEMPLATE: &str = r#"use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, snippet},
    estree::{AstType, Node},
};

/// Finds `debugger` statements.
///
/// ## Why
///
/// They stop the program where somebody watches.
///
/// ## Example
///
/// ```js
/// debugger;   // found
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(crate) struct {type};

impl StatelessRule for {type} {
    const META: Meta = Meta {
        id: "{id}",
        cwe: 489,
        owasp: "A05:2021 Security Misconfiguration",
        cvss: 3.1,
        on: &[AstType::DebuggerStatement],
        filters: Filters::NONE,
        messages: &["debugger"],
    };

    fn check<'a>(&self, statement: Node<'a>, ctx: &mut Context<'a, '_>) {
        let what = format_args!("{} stops the program", snippet(statement));
        ctx.report(statement, "debugger", Level::Low, what, "Take it out");
    }
}
"#;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_listed_last() {
        let list = "//! Toys.\n\nmod helpers;\n\nrules! {\n    no_toy::NoToy,\n}\n\nfn other() {\n}\n";
        let listed = list_rule(list, "no_ball").unwrap();
        assert_eq!(listed, list.replace("NoToy,\n", "NoToy,\n    no_ball::NoBall,\n"));
        assert!(list_rule("mod a;\n", "b").is_none());
    }

    #[test]
    fn every_plugin_takes_a_new_rule() {
        let rules = Path::new(env!("CARGO_MANIFEST_DIR")).join("../rules");
        let mut plugins = 0;
        for folder in fs::read_dir(rules).unwrap().map(|entry| entry.unwrap().path()) {
            let Ok(list) = fs::read_to_string(folder.join("mod.rs")) else { continue };
            if list.contains("static PLUGIN: Plugin") {
                plugins += 1;
                assert!(list_rule(&list, "no_toy").is_some(), "{}", folder.display());
            }
        }
        assert!(plugins > 10);
    }

    #[test]
    fn the_rule_in_contributing_is_the_one_that_is_written() {
        let text = include_str!("../../CONTRIBUTING.md");
        let (_, diff) = text.split_once("+++ b/rules/pg/no_debugger_in_query.rs\n").unwrap();
        let lines: String =
            diff.lines().map_while(|line| line.strip_prefix('+')).flat_map(|line| [line, "\n"]).collect();
        assert_eq!(lines, rule_file("pg/no-debugger-in-query", "no_debugger_in_query"));
    }

    #[test]
    fn ids_are_words_with_hyphens() {
        let root = Path::new("/nowhere");
        for id in ["pg", "pg/No", "pg/", "../x/no-a", "pg/a/b", "pg/1a", "pg/a--b"] {
            let error = add(root, id).unwrap_err();
            assert!(error.contains("PLUGIN/ID") || error.contains("lower-case"), "{id}: {error}");
        }
    }
}
