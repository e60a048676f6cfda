//! Which rules apply, how severely, with which options.

use std::{
    ptr,
    sync::{Arc, OnceLock},
};

use serde_json::Value;
use thiserror::Error;

use super::{
    Severity,
    core_rules::CORE_RULES,
    plan::Plan,
    plugin::Catalogue,
    registry::{self, Entry},
    relaxed::parse_relaxed,
};
use crate::flow::{ModelError, Models, UserModels};

/// Why a configuration is refused.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum ConfigError {
    /// There is no such rule.
    #[error("there is no rule `{id}`{}", did_you_mean(.nearest))]
    UnknownRule {
        /// What was named.
        id: String,
        /// The id that was probably meant.
        nearest: Option<String>,
    },
    /// The rule is one of ESLint's own, which do not run here.
    #[error("`{id}` is a rule of ESLint's own, which oxsec does not run; it can only be switched off")]
    CoreRule {
        /// The rule.
        id: String,
    },
    /// There is no such preset.
    #[error("there is no preset `{name}`{}", did_you_mean(.nearest))]
    UnknownPreset {
        /// What was named.
        name: String,
        /// The name that was probably meant.
        nearest: Option<String>,
    },
    /// That is no severity.
    #[error("invalid severity `{value}`; expected \"off\", \"warn\" or \"error\" (0, 1 or 2)")]
    Severity {
        /// What stands for a severity.
        value: String,
    },
    /// The text is not of the notation of `--rule`.
    #[error("`{text}` is not written as `ID: severity` or `ID: [severity, {{ options }}]`: {reason}")]
    Notation {
        /// The text.
        text: String,
        /// What was expected, and where.
        reason: String,
    },
    /// The rule does not take these options.
    #[error("the options of `{id}` are wrong: {reason}")]
    Options {
        /// The rule.
        id: &'static str,
        /// Which option is wrong, and what it takes.
        reason: String,
    },
}

fn did_you_mean(nearest: &Option<String>) -> String {
    nearest.as_ref().map_or_else(String::new, |nearest| format!("; did you mean `{nearest}`?"))
}

/// The rules to apply, each with its severity and options. Built once, shared by all threads.
#[derive(Clone)]
pub struct RuleSet {
    catalogue: &'static Catalogue,
    /// In the order in which they were configured: findings at one place come in this order.
    pub(super) rules: Vec<Configured>,
    pub(super) unfiltered: bool,
    pub(super) models: Arc<Models>,
    plan: OnceLock<Arc<Plan>>,
}

#[derive(Clone)]
pub(super) struct Configured {
    pub entry: &'static Entry,
    pub severity: Severity,
    pub options: Vec<Value>,
    pub rule: Arc<dyn registry::Configured>,
}

impl RuleSet {
    /// None of the rules of a catalogue.
    pub fn of(catalogue: &'static Catalogue) -> Self {
        Self { catalogue, rules: Vec::new(), unfiltered: false, models: Models::libraries(), plan: OnceLock::new() }
    }

    /// The rules and presets that there are.
    pub fn catalogue(&self) -> &'static Catalogue {
        self.catalogue
    }

    /// The same rules, called for every node of their types in every text: the findings are the same and come
    /// later. Tests hold what rules say they can fire on (`Filters`) against it.
    #[must_use]
    pub fn unfiltered(mut self) -> Self {
        self.unfiltered = true;
        self.plan = OnceLock::new();
        self
    }

    /// Adds what users say of their own functions and libraries to what is known of public ones, in the place of what was
    /// added before.
    ///
    /// # Errors
    ///
    /// [`ModelError`] names the first row that says nothing, several things, or something that there is not.
    pub fn set_models(&mut self, models: &UserModels) -> Result<(), ModelError> {
        self.models = Arc::new(models.merged()?);
        self.plan = OnceLock::new();
        Ok(())
    }

    /// Adds the rules of a preset; a rule that is there already takes the preset's severity.
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

    /// Sets one rule: its severity (`None`: off) and its options, ESLint's array behind the severity.
    ///
    /// # Errors
    ///
    /// No such rule, or options that it does not take.
    pub fn configure(&mut self, id: &str, severity: Option<Severity>, options: &[Value]) -> Result<(), ConfigError> {
        let entry = self.entry(id)?;
        let rule = entry.build(options).map_err(|reason| ConfigError::Options { id: entry.meta.id, reason })?;
        let at = self.rules.iter().position(|rule| ptr::eq(rule.entry, entry));
        let configured = severity.map(|severity| Configured { entry, severity, options: options.to_vec(), rule });
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

    /// Sets one rule as ESLint's configuration does: `"error"`, `2`, `["error", { … }]`.
    ///
    /// # Errors
    ///
    /// No such rule, no such severity, or options that the rule does not take.
    pub fn configure_value(&mut self, id: &str, value: &Value) -> Result<(), ConfigError> {
        let (severity, options) = match value {
            Value::Array(items) if !items.is_empty() => (severity(&items[0])?, &items[1..]),
            value => (severity(value)?, &[][..]),
        };
        if severity.is_none() && self.is_others(id) {
            return Ok(());
        }
        if CORE_RULES.binary_search(&id).is_ok() {
            return Err(ConfigError::CoreRule { id: id.to_string() });
        }
        self.configure(id, severity, options)
    }

    /// Sets rules in the notation of ESLint's `--rule`: `ID: error`, `ID: [error, { option: value }]`,
    /// several with commas between them.
    ///
    /// # Errors
    ///
    /// Where the text is not of that notation, and what [`configure_value`](Self::configure_value) refuses.
    pub fn configure_text(&mut self, text: &str) -> Result<(), ConfigError> {
        let config = parse_relaxed(text).map_err(|reason| ConfigError::Notation { text: text.to_string(), reason })?;
        config.iter().try_for_each(|(id, value)| self.configure_value(id, value))
    }

    /// Sets one rule as a comment in the code does: a severity alone leaves the options as they are.
    pub(super) fn reconfigure(&mut self, id: &str, value: &Value) -> Result<(), ConfigError> {
        if self.catalogue.entry(id).is_none() {
            // Comments may name any number of rules that do not exist: no nearest one is looked for.
            return Err(ConfigError::UnknownRule { id: id.to_string(), nearest: None });
        }
        let known = self.rules.iter().find(|rule| rule.entry.meta.id == id);
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

    /// Returns whether a rule is one of ESLint's own or of a plugin that is not known here. Switching it off changes
    /// nothing, and ESLint accepts it of any rule.
    fn is_others(&self, id: &str) -> bool {
        match id.rsplit_once('/') {
            Some((plugin, _)) => self.catalogue.plugins().iter().all(|known| known.name != plugin),
            None => CORE_RULES.binary_search(&id).is_ok(),
        }
    }

    fn entry(&self, id: &str) -> Result<&'static Entry, ConfigError> {
        self.catalogue
            .entry(id)
            .ok_or_else(|| ConfigError::UnknownRule { id: id.to_string(), nearest: self.catalogue.nearest_rule(id) })
    }

    /// The ids of the rules that apply, each with its severity.
    pub fn rules(&self) -> impl ExactSizeIterator<Item = (&'static str, Severity)> {
        self.rules.iter().map(|rule| (rule.entry.meta.id, rule.severity))
    }

    /// The rules that apply, each with its severity and the options that it was given.
    pub fn rules_with_options(&self) -> impl ExactSizeIterator<Item = (&'static str, Severity, &[Value])> {
        self.rules.iter().map(|rule| (rule.entry.meta.id, rule.severity, rule.options.as_slice()))
    }

    pub(super) fn plan(&self) -> &Plan {
        self.plan.get_or_init(|| Arc::new(Plan::new(self)))
    }
}

/// ESLint's severity: a word or a number; `None` is off.
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
