//! Plugins, the presets that they publish, and the catalogue in which rules and presets are looked up.

use rustc_hash::FxHashMap;

use super::{Entry, Severity};

/// Declares the modules of a plugin's rules and lists the rules, in the plugin's order, as `RULES`. A rule is its file
/// and a line here.
macro_rules! rules {
    ($($module:ident::$rule:ident,)*) => {
        $(mod $module;)*

        /// The rules, in the order in which the plugin lists them.
        const RULES: &[$crate::engine::Entry] = &[$($crate::engine::Entry::of::<$module::$rule>()),*];
    };
}

pub(crate) use rules;

/// An ESLint plugin, or a family of our own rules.
#[derive(Debug)]
pub struct Plugin {
    /// The part of its rules' ids before the slash.
    pub name: &'static str,
    /// Its rules, in the order in which the plugin lists them.
    pub rules: &'static [Entry],
    /// The presets that it publishes.
    pub presets: &'static [PluginPreset],
}

/// A preset as its plugin publishes it.
#[derive(Debug)]
pub struct PluginPreset {
    /// The part of the preset's name after the plugin's: `recommended` of `pg/recommended`.
    pub name: &'static str,
    /// Its rules.
    pub rules: Selection,
}

/// A selection of a plugin's rules, with severities.
#[derive(Debug)]
pub enum Selection {
    /// These rules, by id, in the order in which ESLint runs them. Rules that the plugin switches off are left out.
    Listed(&'static [(&'static str, Severity)]),
    /// All rules of the plugin, in its order, at one severity.
    Every(Severity),
}

/// The name of the plugin of ESLint's own rules, whose ids have no plugin in them.
pub(crate) const CORE: &str = "eslint";

impl Plugin {
    /// Returns whether its rules are ESLint's own.
    pub fn is_core(&self) -> bool {
        self.name == CORE
    }

    /// The rules of one of its presets; none where the plugin has no such preset.
    pub fn preset(&self, name: &str) -> Vec<(&'static str, Severity)> {
        match self.presets.iter().find(|preset| preset.name == name).map(|preset| &preset.rules) {
            Some(Selection::Listed(rules)) => rules.to_vec(),
            Some(&Selection::Every(severity)) => self.rules.iter().map(|rule| (rule.meta.id, severity)).collect(),
            None => Vec::new(),
        }
    }

    /// Returns all rules, at the severity of the plugin's `recommended` preset, or as warnings.
    pub fn every_rule(&self) -> Vec<(&'static str, Severity)> {
        let recommended = self.preset("recommended");
        let severity = |id| recommended.iter().find(|&&(rule, _)| rule == id).map_or(Severity::Warn, |&(_, it)| it);
        self.rules.iter().map(|rule| (rule.meta.id, severity(rule.meta.id))).collect()
    }
}

/// A named selection of rules.
#[derive(Debug)]
pub struct Preset {
    /// `recommended`, `all`, or `PLUGIN/NAME` as the plugin itself calls it.
    pub name: String,
    /// The ids of its rules with their severities, in the order in which ESLint runs them.
    pub rules: Vec<(&'static str, Severity)>,
}

impl Preset {
    /// Makes the preset of this name that joins the rules of several.
    pub fn joined(name: &str, rules: impl IntoIterator<Item = Vec<(&'static str, Severity)>>) -> Self {
        Self { name: name.to_string(), rules: rules.into_iter().flatten().collect() }
    }
}

/// The rules and presets that a configuration may name.
#[derive(Debug)]
pub struct Catalogue {
    plugins: Vec<&'static Plugin>,
    presets: Vec<Preset>,
    by_id: FxHashMap<&'static str, &'static Entry>,
}

impl Catalogue {
    /// Makes the catalogue of these plugins: `presets`, and after them those of each plugin as `PLUGIN/NAME`.
    pub fn new(plugins: Vec<&'static Plugin>, mut presets: Vec<Preset>) -> Self {
        for plugin in &plugins {
            presets.extend(plugin.presets.iter().map(|preset| Preset {
                name: format!("{}/{}", plugin.name, preset.name),
                rules: plugin.preset(preset.name),
            }));
        }
        let by_id = plugins.iter().flat_map(|plugin| plugin.rules).map(|rule| (rule.meta.id, rule)).collect();
        Self { plugins, presets, by_id }
    }

    /// The plugins, in the order in which `recommended` and `all` run them.
    pub fn plugins(&self) -> &[&'static Plugin] {
        &self.plugins
    }

    /// Returns every rule, by plugin.
    pub fn entries(&self) -> impl Iterator<Item = &'static Entry> {
        self.plugins.iter().flat_map(|plugin| plugin.rules)
    }

    /// The rule of this id.
    pub fn entry(&self, id: &str) -> Option<&'static Entry> {
        self.by_id.get(id).copied()
    }

    /// Returns all presets.
    pub fn presets(&self) -> &[Preset] {
        &self.presets
    }

    /// The preset of this name.
    pub fn preset(&self, name: &str) -> Option<&Preset> {
        self.presets.iter().find(|preset| preset.name == name)
    }

    /// The id of the rule that was probably meant, if there is one.
    pub(super) fn nearest_rule(&self, id: &str) -> Option<String> {
        nearest(id, self.entries().map(|entry| entry.meta.id))
    }

    /// The name of the preset that was probably meant, if there is one.
    pub(super) fn nearest_preset(&self, name: &str) -> Option<String> {
        nearest(name, self.presets.iter().map(|preset| preset.name.as_str()))
    }
}

fn nearest<'a>(name: &str, candidates: impl Iterator<Item = &'a str>) -> Option<String> {
    candidates
        .map(|candidate| (strsim::damerau_levenshtein(name, candidate), candidate))
        .min()
        .filter(|&(distance, candidate)| distance <= 3 || candidate.ends_with(&format!("/{name}")))
        .map(|(_, candidate)| candidate.to_string())
}
