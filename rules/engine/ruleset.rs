//! The rules that apply, with their severities and options.

use std::{
    borrow::Cow,
    collections::HashMap,
    sync::{Arc, OnceLock},
};

use serde_json::Value;
use thiserror::Error;

use super::{
    Globals, Severity, SourceKinds,
    configured::Configured,
    core_rules::CORE_RULES,
    naming::{Named, Naming},
    plan::Plan,
    plugin::Catalogue,
    registry::Entry,
    relaxed::parse_relaxed,
};
use crate::flow::{ModelError, Models, Settings, UserModels, rows};

/// The reason why a configuration is refused.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum ConfigError {
    /// There is no such rule.
    #[error("there is no rule `{id}`{}", did_you_mean(.nearest.as_deref()))]
    UnknownRule {
        /// The name that was given.
        id: String,
        /// The id that was probably meant.
        nearest: Option<String>,
    },
    /// The rule is built into ESLint and does not run here.
    #[error("`{id}` is a rule of ESLint's own that oxsec does not run; it can only be switched off")]
    CoreRule {
        /// The rule.
        id: String,
    },
    /// There is no such preset.
    #[error("there is no preset `{name}`{}", did_you_mean(.nearest.as_deref()))]
    UnknownPreset {
        /// The name that was given.
        name: String,
        /// The name that was probably meant.
        nearest: Option<String>,
    },
    /// The value is not a severity.
    #[error("invalid severity `{value}`; expected off, warn, error, 0, 1 or 2")]
    Severity {
        /// The value in place of a severity.
        value: String,
    },
    /// The text is not in the notation of `--rule`.
    #[error("`{text}` is not written as `ID: severity` or `ID: [severity, {{ options }}]`: {reason}")]
    Notation {
        /// The text.
        text: String,
        /// The expectation that failed, and its place.
        reason: String,
    },
    /// The rule does not take these options.
    #[error("the options of `{id}` are wrong: {reason}")]
    Options {
        /// The rule.
        id: &'static str,
        /// The option that is wrong, and what it takes.
        reason: String,
    },
}

fn did_you_mean(nearest: Option<&str>) -> String {
    nearest.map_or_else(String::new, |nearest| format!("; did you mean `{nearest}`?"))
}

/// The rules to apply, each with its severity and options. Built once, shared by all threads.
#[derive(Clone)]
pub struct RuleSet {
    catalogue: &'static Catalogue,
    /// The rules in the order of configuration: findings at one position come in this order.
    pub(super) rules: Vec<Configured>,
    pub(super) unfiltered: bool,
    /// The models of libraries where they are not the public ones.
    pub(super) models: Option<Arc<Models>>,
    pub(super) globals: Arc<Globals>,
    naming: Arc<Naming>,
    pub(super) sources: SourceKinds,
    plan: OnceLock<Arc<Plan>>,
}

impl RuleSet {
    /// Makes a rule set without rules from a catalogue.
    pub fn of(catalogue: &'static Catalogue) -> Self {
        Self {
            catalogue,
            rules: Vec::new(),
            unfiltered: false,
            models: None,
            globals: Arc::default(),
            naming: Arc::default(),
            sources: SourceKinds::ALL,
            plan: OnceLock::new(),
        }
    }

    /// Returns the catalogue of rules and presets.
    pub fn catalogue(&self) -> &'static Catalogue {
        self.catalogue
    }

    /// Calls the same rules for every node of their types in every text: the findings are the same, and slower to find.
    /// Tests compare them with the filtered run (`Filters`).
    #[must_use]
    pub fn unfiltered(mut self) -> Self {
        self.unfiltered = true;
        self.plan = OnceLock::new();
        self
    }

    /// Returns the rows of the libraries' models: the path of each, and what it says of it.
    #[doc(hidden)]
    pub fn model_rows() -> Vec<(&'static str, String)> {
        rows().map(|row| (row.path, format!("{:?}", row.role))).collect()
    }

    /// Returns the same rules without one row of the libraries' models, by its number in [`Self::model_rows`]. Tests
    /// hold by it that labelled code shows what each row does.
    #[doc(hidden)]
    #[must_use]
    pub fn without_model_row(mut self, number: usize) -> Self {
        self.models = Some(Models::without(number));
        self.plan = OnceLock::new();
        self
    }

    /// Adds the user's models of their functions and libraries to the public ones, replacing those added before.
    ///
    /// # Errors
    ///
    /// [`ModelError`] names the first row that has no role, several, or one that does not exist.
    pub fn set_models(&mut self, models: &UserModels) -> Result<(), ModelError> {
        self.models = Some(Arc::new(models.merged()?));
        self.plan = OnceLock::new();
        Ok(())
    }

    /// Gives plugins these namespaces and no others. Rules of a namespace whose plugin is unknown exist and do not run.
    #[must_use]
    pub fn with_namespaces(mut self, namespaces: impl IntoIterator<Item = (String, Option<&'static str>)>) -> Self {
        Arc::make_mut(&mut self.naming).namespaces = Some(namespaces.into_iter().collect::<HashMap<_, _>>());
        self
    }

    /// Leaves these rules to ESLint: comments that disable one get no warning. `is_open` says that there may be further
    /// ones, of unknown plugins and built into ESLint.
    #[must_use]
    pub fn leaving_to_eslint(mut self, rules: impl IntoIterator<Item = String>, is_open: bool) -> Self {
        let naming = Arc::make_mut(&mut self.naming);
        naming.others.extend(rules);
        naming.is_open = is_open;
        self
    }

    /// Records these rules as disabled by name, so that comments that disable them again get a warning.
    #[must_use]
    pub fn naming_off(mut self, rules: impl IntoIterator<Item = String>) -> Self {
        Arc::make_mut(&mut self.naming).off.extend(rules);
        self
    }

    /// Declares global variables besides the language's, or (`false`) removes them.
    #[must_use]
    pub fn with_globals(mut self, globals: impl IntoIterator<Item = (String, bool)>) -> Self {
        let known = Arc::make_mut(&mut self.globals);
        globals.into_iter().for_each(|(name, exists)| known.set(name, exists));
        self
    }

    /// Sets the source kinds that count: flows from other kinds are not reported.
    pub fn set_sources(&mut self, sources: SourceKinds) {
        self.sources = sources;
        self.plan = OnceLock::new();
    }

    /// Adds the rules of a preset; a rule that is already there takes the preset's severity.
    ///
    /// # Errors
    ///
    /// [`ConfigError::UnknownPreset`] names the nearest one.
    pub fn add_preset(&mut self, name: &str) -> Result<(), ConfigError> {
        let preset = self.catalogue.preset(name).ok_or_else(|| ConfigError::UnknownPreset {
            name: name.to_string(),
            nearest: self.catalogue.nearest_preset(name),
        })?;
        for &(id, severity) in &preset.rules {
            self.configure(id, Some(severity), &[])?;
        }
        Ok(())
    }

    /// Sets one rule: its severity (`None`: off) and its options, ESLint's array after the severity.
    ///
    /// # Errors
    ///
    /// The rule does not exist, or does not take these options.
    pub fn configure(&mut self, id: &str, severity: Option<Severity>, options: &[Value]) -> Result<(), ConfigError> {
        let entry = self.entry(id)?;
        let rule = entry.build(options).map_err(|reason| ConfigError::Options { id: entry.meta.id, reason })?;
        let name = if id == entry.meta.id { Cow::Borrowed(entry.meta.id) } else { Cow::Owned(id.to_owned()) };
        let at = self.rules.iter().position(|rule| rule.name == name);
        let configured = severity.map(|severity| Configured { name, entry, severity, options: options.to_vec(), rule });
        match (configured, at) {
            (Some(configured), Some(at)) => self.rules[at] = configured,
            (Some(configured), None) => self.rules.push(configured),
            (None, Some(at)) => {
                self.rules.remove(at);
            }
            (None, None) => {}
        }
        self.plan = OnceLock::new();
        Ok(())
    }

    /// Sets one rule in the form of ESLint's configuration: `"error"`, `2`, `["error", { … }]`.
    ///
    /// An asterisk in the id matches any characters but a slash, and all matching rules are set.
    ///
    /// # Errors
    ///
    /// The rule or the severity does not exist, or the rule does not take these options.
    pub fn configure_value(&mut self, id: &str, value: &Value) -> Result<(), ConfigError> {
        let (severity, options) = match value {
            Value::Array(items) if !items.is_empty() => (severity(&items[0])?, &items[1..]),
            value => (severity(value)?, &[][..]),
        };
        if severity.is_none() && self.is_others(id) {
            return Ok(());
        }
        if id.contains('*') {
            let meant = self.matching(id);
            if meant.is_empty() {
                return Err(ConfigError::UnknownRule { id: id.to_string(), nearest: None });
            }
            return meant.into_iter().try_for_each(|id| self.reconfigure(id, value));
        }
        if CORE_RULES.binary_search(&id).is_ok() && self.catalogue.entry(id).is_none() {
            return Err(ConfigError::CoreRule { id: id.to_string() });
        }
        self.configure(id, severity, options)
    }

    /// Returns the ids of the rules that a pattern matches; an asterisk matches any characters but a slash.
    pub fn matching(&self, pattern: &str) -> Vec<&'static str> {
        self.catalogue.entries().map(|entry| entry.meta.id).filter(|id| is_match(pattern, id)).collect()
    }

    /// Sets rules in the notation of ESLint's `--rule`: `ID: error`, `ID: [error, { option: value }]`, separated by
    /// commas.
    ///
    /// # Errors
    ///
    /// The place where the text is not in that notation, or the error of [`configure_value`](Self::configure_value).
    pub fn configure_text(&mut self, text: &str) -> Result<(), ConfigError> {
        let config = parse_relaxed(text).map_err(|reason| ConfigError::Notation { text: text.to_string(), reason })?;
        config.iter().try_for_each(|(id, value)| self.configure_value(id, value))
    }

    /// Sets one rule as a comment in the code does: a severity without options keeps the options.
    pub(super) fn reconfigure(&mut self, id: &str, value: &Value) -> Result<(), ConfigError> {
        if !matches!(self.named(id), Some(Named::Rule(_))) {
            // Comments may name any number of unknown rules, so no nearest one is searched for.
            return Err(ConfigError::UnknownRule { id: id.to_string(), nearest: None });
        }
        let known = self.configured(id);
        match value {
            Value::Array(items) if items.len() > 1 => self.configure(id, severity(&items[0])?, &items[1..]),
            value => {
                let alone = match value {
                    Value::Array(items) => items.first().unwrap_or(&Value::Null),
                    value => value,
                };
                let options = known.map_or_else(Vec::new, |rule| rule.options.clone());
                self.configure(id, severity(alone)?, &options)
            }
        }
    }

    /// Returns whether a rule is built into ESLint or belongs to an unknown plugin. Disabling it changes nothing, and
    /// ESLint accepts it for any rule.
    fn is_others(&self, id: &str) -> bool {
        match id.rsplit_once('/') {
            Some((plugin, _)) => self.catalogue.plugins().iter().all(|known| known.name != plugin),
            None => CORE_RULES.binary_search(&id).is_ok(),
        }
    }

    fn entry(&self, id: &str) -> Result<&'static Entry, ConfigError> {
        match self.named(id) {
            Some(Named::Rule(entry)) => Ok(entry),
            _ => Err(ConfigError::UnknownRule { id: id.to_string(), nearest: self.catalogue.nearest_rule(id) }),
        }
    }

    /// Returns the meaning of a name; `None` where there is no such rule.
    pub(super) fn named(&self, id: &str) -> Option<Named> {
        self.naming.named(id, self.catalogue)
    }

    /// Returns whether a rule that does not run here may report something when ESLint runs it.
    pub(super) fn may_run_elsewhere(&self, id: &str) -> bool {
        self.naming.may_run_elsewhere(id, self.catalogue)
    }

    /// Returns whether a rule is disabled by name.
    pub(super) fn is_named_off(&self, id: &str) -> bool {
        self.naming.off.contains(id)
    }

    /// Returns the rule of this name, if it applies.
    pub(super) fn configured(&self, id: &str) -> Option<&Configured> {
        self.rules.iter().find(|rule| rule.name == id)
    }

    /// Returns the ids of the rules that apply, each with its severity.
    pub fn rules(&self) -> impl ExactSizeIterator<Item = (&'static str, Severity)> {
        self.rules.iter().map(|rule| (rule.entry.meta.id, rule.severity))
    }

    /// Returns the rules that apply, by their names in the configuration, each with its severity and its given options.
    pub fn rules_with_options(&self) -> impl ExactSizeIterator<Item = (&str, Severity, &[Value])> {
        self.rules.iter().map(|rule| (&*rule.name, rule.severity, rule.options.as_slice()))
    }

    pub(super) fn plan(&self) -> &Plan {
        self.plan.get_or_init(|| {
            let settings = Settings {
                models: self.models.clone(),
                sources: self.sources,
                records: false,
                filters: !self.unfiltered,
            };
            Arc::new(Plan::new(&self.rules, settings, self.unfiltered))
        })
    }
}

/// Returns whether a pattern matches an id; an asterisk matches any characters but a slash.
fn is_match(pattern: &str, id: &str) -> bool {
    let segment = |(pattern, text): (&str, &str)| {
        let mut parts = pattern.split('*');
        let Some(mut rest) = text.strip_prefix(parts.next().unwrap_or_default()) else { return false };
        let Some(last) = parts.next_back() else { return rest.is_empty() };
        for part in parts {
            let Some(at) = rest.find(part) else { return false };
            rest = &rest[at + part.len()..];
        }
        rest.ends_with(last)
    };
    let split = |text| str::split(text, '/');
    split(pattern).count() == split(id).count() && split(pattern).zip(split(id)).all(segment)
}

/// Reads ESLint's severity: a word or a number; `None` is off.
pub(super) fn severity(value: &Value) -> Result<Option<Severity>, ConfigError> {
    match value {
        Value::String(word) if word == "off" => Ok(None),
        Value::String(word) if word == "warn" => Ok(Some(Severity::Warn)),
        Value::String(word) if word == "error" => Ok(Some(Severity::Error)),
        Value::Number(number) => match number.as_u64() {
            Some(0) => Ok(None),
            Some(1) => Ok(Some(Severity::Warn)),
            Some(2) => Ok(Some(Severity::Error)),
            _ => Err(ConfigError::Severity { value: number.to_string() }),
        },
        Value::String(word) => Err(ConfigError::Severity { value: word.clone() }),
        other => Err(ConfigError::Severity { value: other.to_string() }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_asterisk_stands_for_any_characters_but_a_slash() {
        for (pattern, id, expected) in [
            ("pg/*", "pg/no-select-all", true),
            ("pg/no-*-all", "pg/no-select-all", true),
            ("pg/no-*-all*", "pg/no-select-all", true),
            ("*/no-eval", "browser-security/no-eval", true),
            ("*", "no-eval", true),
            ("*", "pg/no-select-all", false),
            ("pg/*all-*", "pg/no-select-all", false),
            ("pg/no-select-all*all", "pg/no-select-all", false),
            ("pg/no-select", "pg/no-select-all", false),
        ] {
            assert_eq!(is_match(pattern, id), expected, "{pattern} {id}");
        }
    }
}
