//! Which rule a name means: plugins go by the namespaces that a configuration gives them, and what it switches on besides
//! is left to ESLint.

use std::collections::{HashMap, HashSet};

use super::{Catalogue, Entry, core_rules::CORE_RULES};

/// What a configuration says of rules besides their settings.
#[derive(Clone, Debug, Default)]
pub(super) struct Naming {
    /// By namespace: the plugin of the catalogue that it is, if it is one. `None` where every plugin goes by its own name.
    pub namespaces: Option<HashMap<String, Option<&'static str>>>,
    /// Rules that are on and that ESLint alone runs.
    pub others: HashSet<String>,
    /// Whether ESLint may run further ones: the configuration holds what cannot be told.
    pub is_open: bool,
    /// Rules that are switched off by name.
    pub off: HashSet<String>,
}

/// What a name names.
pub(super) enum Named {
    Rule(&'static Entry),
    /// A rule of ESLint's own or of a plugin that is not known here: it exists, and does not run here.
    Foreign,
    /// A property that every object has in JavaScript. ESLint looks a plugin's rule up without asking whether the
    /// property is the plugin's own, so that it finds one, which reports nothing.
    Inherited,
}

/// The properties of `Object.prototype`, sorted.
const INHERITED: &[&str] = &[
    "__defineGetter__",
    "__defineSetter__",
    "__lookupGetter__",
    "__lookupSetter__",
    "__proto__",
    "constructor",
    "hasOwnProperty",
    "isPrototypeOf",
    "propertyIsEnumerable",
    "toLocaleString",
    "toString",
    "valueOf",
];

impl Naming {
    /// Returns what a name names, as ESLint looks it up; `None` where there is no such rule.
    pub(crate) fn named(&self, rule: &str, catalogue: &Catalogue) -> Option<Named> {
        // `@` is the plugin of ESLint's own rules.
        let own = rule.strip_prefix("@/").unwrap_or(rule);
        let Some((namespace, name)) = split(own) else {
            return match catalogue.entry(own) {
                Some(entry) => Some(Named::Rule(entry)),
                None => CORE_RULES.binary_search(&own).is_ok().then_some(Named::Foreign),
            };
        };
        let plugin = match &self.namespaces {
            Some(namespaces) => *namespaces.get(namespace)?,
            None => Some(catalogue.plugins().iter().find(|plugin| !plugin.is_core() && plugin.name == namespace)?.name),
        };
        let Some(plugin) = plugin else { return Some(Named::Foreign) };
        let entry =
            if plugin == namespace { catalogue.entry(rule) } else { catalogue.entry(&format!("{plugin}/{name}")) };
        let is_inherited = || INHERITED.binary_search(&name).is_ok();
        entry.map(Named::Rule).or_else(|| is_inherited().then_some(Named::Inherited))
    }

    /// Returns whether a rule that does not run here may report something where ESLint runs.
    pub(crate) fn may_run_elsewhere(&self, rule: &str, catalogue: &Catalogue) -> bool {
        self.others.contains(rule) || self.is_open && matches!(self.named(rule, catalogue), Some(Named::Foreign))
    }
}

/// The namespace and the name of a plugin's rule; `None` for a rule of ESLint's own.
pub fn split(rule: &str) -> Option<(&str, &str)> {
    let slash = if rule.starts_with('@') { rule.rfind('/') } else { rule.find('/') }?;
    Some((&rule[..slash], &rule[slash + 1..]))
}
