//! The properties of values.

use std::rc::Rc;

use indexmap::IndexMap;
use oxsec_rules::{Severity, catalogue::catalogue};

use super::value::{Located, Object, Place, Value};

/// Returns a property of a value.
pub fn member(value: &Value, name: &str, place: Place) -> Value {
    match value {
        Value::Object(object) => match (object.entries.get(name), &object.unknown, object.packages.first()) {
            (Some(located), _, _) => located.value.clone(),
            (None, Some(unknown), _) => Value::Unknown(Rc::clone(unknown)),
            (None, None, Some(package)) => Value::Package(Rc::clone(package)),
            (None, None, None) => Value::Undefined,
        },
        Value::Array(items) => match name {
            "length" => Value::Number(items.len() as f64),
            index => index
                .parse::<usize>()
                .ok()
                .and_then(|index| items.get(index))
                .map_or(Value::Undefined, |item| item.value.clone()),
        },
        Value::Plugin(plugin) => match name {
            "configs" => Value::PluginConfigs(plugin),
            "default" | "plugin" => value.clone(),
            _ => Value::Package(format!("eslint-plugin-{plugin}").into()),
        },
        Value::PluginConfigs(plugin) => plugin_config(plugin, name.strip_prefix("flat/").unwrap_or(name), place),
        package @ Value::Package(_) => package.clone(),
        unknown @ Value::Unknown(_) => unknown.clone(),
        _ => Value::Undefined,
    }
}

/// Returns a preset as its plugin publishes it: the plugin, and the rules with their severities.
fn plugin_config(plugin: &'static str, name: &str, place: Place) -> Value {
    let Some(preset) = catalogue().preset(&format!("{plugin}/{name}")) else { return Value::Undefined };
    let located = |value| Located { value, place };
    let rules = preset.rules.iter().map(|(id, severity)| {
        let severity = match severity {
            Severity::Error => "error",
            Severity::Warn => "warn",
        };
        (Rc::from(*id), located(Value::string(severity)))
    });
    let object = |entries: IndexMap<Rc<str>, Located>| Value::object(Object { entries, ..Object::default() });
    let plugins = object(IndexMap::from([(plugin.into(), located(Value::Plugin(plugin)))]));
    object(IndexMap::from([("plugins".into(), located(plugins)), ("rules".into(), located(object(rules.collect())))]))
}
