//! The mapping from names to rules: a configuration gives plugins its own namespaces, and may enable rules that do not
//! run here and are left to ESLint.

use std::collections::{HashMap, HashSet};

use super::{Catalogue, Entry, core_rules::CORE_RULES};

/// The names in a configuration, besides its rules' settings.
#[derive(Clone, Debug, Default)]
pub(super) struct Naming {
    /// The plugin of the catalogue, if any, for each namespace. `None`: every plugin has its own name.
    pub namespaces: Option<HashMap<String, Option<&'static str>>>,
    /// Rules that are enabled and that only ESLint runs.
    pub others: HashSet<String>,
    /// ESLint may run further rules: part of the configuration could not be evaluated.
    pub is_open: bool,
    /// Rules that are disabled by name.
    pub off: HashSet<String>,
}

/// The meaning of a rule's name.
pub(super) enum Named {
    Rule(&'static Entry),
    /// A rule that is built into ESLint or belongs to an unknown plugin: it exists and does not run here.
    Foreign,
    /// A property that every object has in JavaScript. ESLint looks a plugin's rule up without checking that the
    /// property is the plugin's own, so it finds one, which reports nothing.
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
    /// Returns the meaning of a name, as ESLint looks it up; `None` where there is no such rule.
    pub(crate) fn named(&self, rule: &str, catalogue: &Catalogue) -> Option<Named> {
        // `@` is the plugin of the rules built into ESLint.
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

    /// Returns whether a rule that does not run here may report something when ESLint runs it.
    pub(crate) fn may_run_elsewhere(&self, rule: &str, catalogue: &Catalogue) -> bool {
        self.others.contains(rule) || self.is_open && matches!(self.named(rule, catalogue), Some(Named::Foreign))
    }
}

/// Splits a plugin's rule into namespace and name; `None` for a rule built into ESLint.
pub fn split(rule: &str) -> Option<(&str, &str)> {
    let slash = if rule.starts_with('@') { rule.rfind('/') } else { rule.find('/') }?;
    Some((&rule[..slash], &rule[slash + 1..]))
}
