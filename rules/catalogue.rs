//! The catalogue: the rules of all plugins, and the presets that join them.

use std::sync::LazyLock;

use crate::{
    PLUGINS,
    engine::{Catalogue, ConfigError, Entry, Plugin, Preset, RuleSet},
};

/// The joint presets that hold a plugin's rules.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Membership {
    /// `recommended`, `ecosystem` and `all`: a plugin of the published experiment.
    Published,
    /// `ecosystem` and `all`: one of ESLint's further plugins.
    Ecosystem,
    /// `oxsec`: our own rules, which ESLint does not have.
    Own,
    /// None: the rules built into ESLint run only where they are named.
    Core,
}

use Membership::{Ecosystem, Own, Published};

/// Declares the modules of the plugins and lists them with the joint presets that hold their rules. A plugin is its
/// folder and a line where this is called, which is in `lib.rs`, for the folders are beside it.
macro_rules! plugins {
    ($($plugin:ident: $membership:ident,)*) => {
        $(mod $plugin;)*

        /// Every plugin, in the order in which ESLint runs them in the published experiment.
        static PLUGINS: &[(&engine::Plugin, catalogue::Membership)] =
            &[$((&$plugin::PLUGIN, catalogue::Membership::$membership)),*];
    };
}

/// Returns the catalogue of every rule and preset.
pub fn catalogue() -> &'static Catalogue {
    static CATALOGUE: LazyLock<Catalogue> =
        LazyLock::new(|| Catalogue::new(PLUGINS.iter().map(|&(plugin, _)| plugin).collect(), presets()));
    &CATALOGUE
}

/// Makes the presets that join plugins. `none` is for naming each rule oneself. `recommended` is what the published
/// experiment ran: the recommended presets of its four plugins together; `ecosystem` is those of all ESLint plugins.
/// `all` adds the rules that no plugin recommends, as warnings. `oxsec` is our own rules.
fn presets() -> Vec<Preset> {
    let joined = |name: &str, belongs: fn(Membership) -> bool, rules: fn(&Plugin) -> Vec<_>| {
        let plugins = PLUGINS.iter().filter(|&&(_, membership)| belongs(membership));
        Preset::joined(name, plugins.map(|(plugin, _)| rules(plugin)))
    };
    let recommended = |plugin: &Plugin| plugin.preset("recommended");
    vec![
        Preset::joined("none", []),
        joined("recommended", |membership| membership == Published, recommended),
        joined("ecosystem", |membership| matches!(membership, Published | Ecosystem), recommended),
        joined("all", |membership| matches!(membership, Published | Ecosystem), Plugin::every_rule),
        joined("oxsec", |membership| membership == Own, recommended),
    ]
}

/// Returns every rule, by plugin.
pub fn entries() -> impl Iterator<Item = &'static Entry> {
    catalogue().entries()
}

/// Returns the rule of this id.
pub fn entry(id: &str) -> Option<&'static Entry> {
    catalogue().entry(id)
}

impl RuleSet {
    /// Makes a set without rules.
    pub fn new() -> Self {
        Self::of(catalogue())
    }

    /// Makes the set of a preset's rules: `recommended`, `ecosystem`, `all`, `oxsec`, or a plugin's own such as
    /// `jwt/strict`.
    ///
    /// # Errors
    ///
    /// [`ConfigError::UnknownPreset`] names the nearest one.
    pub fn preset(name: &str) -> Result<Self, ConfigError> {
        let mut rules = Self::new();
        rules.add_preset(name)?;
        Ok(rules)
    }
}

impl Default for RuleSet {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::engine::{Meta, Selection};

    #[test]
    fn every_rule_says_what_it_is_and_what_it_looks_at() {
        let mut ids = HashSet::new();
        for plugin in catalogue().plugins() {
            for Meta { id, cwe, owasp, cvss, on, messages, .. } in plugin.rules.iter().map(|entry| entry.meta) {
                let is_named =
                    if plugin.is_core() { !id.contains('/') } else { id.starts_with(&format!("{}/", plugin.name)) };
                assert!(is_named, "{id}");
                assert!(*cwe > 0 && owasp.contains(':') && *cvss > 0.0, "{id}");
                assert!(!on.is_empty() && !messages.is_empty(), "{id}");
                assert!(ids.insert(*id), "{id} is there twice");
            }
        }
    }

    #[test]
    fn a_page_has_its_headings_in_order_and_a_line_for_each_option() {
        const HEADINGS: &[&str] = &["## Why", "## What is found", "## Example", "## Options", "## Limits"];
        let published = PLUGINS.iter().filter(|(_, membership)| *membership != Own);
        for entry in published.flat_map(|(plugin, _)| plugin.rules) {
            let (id, page) = (entry.meta.id, entry.page());
            let headings: Vec<&str> = page.lines().filter(|line| line.starts_with('#')).collect();
            let known: Vec<&str> = HEADINGS.iter().copied().filter(|heading| headings.contains(heading)).collect();
            assert_eq!(headings, known, "{id}");
            assert!(headings.contains(&"## Why") && headings.contains(&"## Example"), "{id}: {headings:?}");
            let summary = entry.summary();
            assert!(summary.starts_with("Finds ") && summary.ends_with('.'), "{id}: {summary}");
            for option in page.lines().filter(|line| line.starts_with("- `")) {
                assert!(option.contains("): ") && option.ends_with('.'), "{id}: {option}");
            }
            assert_eq!(entry.options_schema().is_some(), headings.contains(&"## Options"), "{id}");
            let schema = entry.options_schema().unwrap_or_default();
            assert!(schema.is_null() || schema["additionalProperties"] == false, "{id}: {schema}");
        }
    }

    #[test]
    fn an_option_that_there_is_not_is_answered_with_those_that_there_are() {
        let refused = |id: &str| RuleSet::new().configure_text(&format!("{id}: [error, {{ a: 1 }}]")).unwrap_err();
        let error = refused("jwt/require-max-age").to_string();
        let names = "one of `trustedSanitizers`, `trustedAnnotations`, `strictMode`";
        assert!(error.ends_with(&format!("unknown field `a`, expected {names}")), "{error}");
        let error = refused("crypto/no-key-reuse").to_string();
        assert!(error.ends_with("unknown field `a`, expected `allowInTests`"), "{error}");
        let error = refused("pg/no-unsafe-copy-from").to_string();
        assert!(error.ends_with("expected `allowHardcodedPaths` or `allowedPaths`"), "{error}");
        assert!(refused("pg/no-select-all").to_string().ends_with("takes no options"));
    }

    #[test]
    fn every_name_in_a_preset_is_a_rule_of_its_plugin_and_stands_there_once() {
        let mut names = HashSet::new();
        for preset in catalogue().presets() {
            assert!(names.insert(&preset.name), "{} is there twice", preset.name);
            let ids: HashSet<_> = preset.rules.iter().map(|&(id, _)| id).collect();
            assert_eq!(ids.len(), preset.rules.len(), "{}", preset.name);
            assert!(ids.iter().all(|id| entry(id).is_some()), "{}", preset.name);
        }
        for plugin in catalogue().plugins().iter().filter(|plugin| !plugin.is_core()) {
            assert!(plugin.presets.iter().any(|preset| preset.name == "recommended"), "{}", plugin.name);
            for preset in plugin.presets {
                if let Selection::Listed(rules) = preset.rules {
                    let own = format!("{}/", plugin.name);
                    assert!(rules.iter().all(|(id, _)| id.starts_with(&own)), "{own}{}", preset.name);
                }
            }
        }
    }

    #[test]
    fn every_rule_is_in_all_or_our_own_or_eslints() {
        let joint = |name| catalogue().preset(name).unwrap().rules.iter().map(|&(id, _)| id);
        let all: Vec<_> = joint("all")
            .chain(
                PLUGINS
                    .iter()
                    .filter(|(_, it)| matches!(it, Own | Membership::Core))
                    .flat_map(|(plugin, _)| plugin.rules.iter().map(|entry| entry.meta.id)),
            )
            .collect();
        assert!(entries().map(|entry| entry.meta.id).eq(all));
        assert_eq!(joint("recommended").count(), 58);
    }
}
