//! `defineConfig` and `globalIgnores`: the effect of `extends` on a configuration object.

use std::rc::Rc;

use super::{
    member::member,
    modules::Loader,
    trouble::{Trouble, UNKNOWN_VALUE_HELP},
    value::{Located, Object, Place, Value},
};

/// The keys of an object of global ignores.
const GLOBAL_IGNORE_KEYS: &[&str] = &["basePath", "ignores", "name"];

/// Returns the list of configuration objects that `defineConfig` makes of its arguments: each object after those that
/// it extends.
pub fn define_config(loader: &mut Loader, arguments: &[Located], place: Place) -> Result<Value, Trouble> {
    let mut made = Vec::new();
    for item in flattened(loader, arguments, place)? {
        match &item.value {
            Value::Object(object) if object.entries.contains_key("extends") => {
                extended(loader, object, item.place, &mut made)?;
            }
            _ => made.push(item),
        }
        loader.count(made.len().min(1), place)?;
    }
    Ok(Value::array(made))
}

/// Returns the object that `globalIgnores` makes.
pub fn global_ignores(arguments: &[Located], place: Place) -> Result<Value, Trouble> {
    let Some(patterns) = arguments.first() else {
        return Err(Trouble::at(place, "globalIgnores takes a list of patterns"));
    };
    let mut object = Object::default();
    object.entries.insert("ignores".into(), patterns.clone());
    Ok(Value::object(object))
}

/// Flattens lists within lists.
pub fn flattened(loader: &mut Loader, items: &[Located], place: Place) -> Result<Vec<Located>, Trouble> {
    let mut flat = Vec::new();
    // The next item is last.
    let mut rest: Vec<Located> = items.iter().rev().cloned().collect();
    while let Some(item) = rest.pop() {
        match &item.value {
            Value::Array(inner) => {
                loader.count(inner.len(), place)?;
                rest.extend(inner.iter().rev().cloned());
            }
            _ => flat.push(item),
        }
    }
    Ok(flat)
}

fn extended(loader: &mut Loader, object: &Rc<Object>, place: Place, made: &mut Vec<Located>) -> Result<(), Trouble> {
    let mut base = (**object).clone();
    let Some(list) = base.entries.shift_remove("extends") else { return Ok(()) };
    let items = match &list.value {
        Value::Array(items) => Rc::clone(items),
        Value::Unknown(unknown) => {
            let message = format!("the value of `extends` is unknown: {}", unknown.reason);
            return Err(Trouble::at(unknown.place, message).help(UNKNOWN_VALUE_HELP));
        }
        value => {
            let message = format!("`extends` takes a list, not {}", value.kind());
            return Err(Trouble::at(list.place, message).help("write it in brackets: extends: [plugin.configs.NAME]"));
        }
    };
    let mut named = Vec::new();
    for item in items.iter() {
        match &item.value {
            Value::String(name) => {
                named.push(Located { value: plugin_config(&base, name, item.place)?, place: item.place });
            }
            _ => named.push(item.clone()),
        }
    }
    for item in flattened(loader, &named, place)? {
        match &item.value {
            Value::Object(extension) => {
                if extension.entries.contains_key("basePath") {
                    return Err(Trouble::at(
                        item.place,
                        "the extended object has a `basePath`, which ESLint does not allow there",
                    )
                    .help("write `basePath` beside `extends`, where it applies to the extended objects too"));
                }
                if extension.entries.contains_key("extends") {
                    return Err(Trouble::at(item.place, "an extended object has an `extends` of its own")
                        .help("spread the lists instead: ...defineConfig({ extends: … })"));
                }
                made.push(Located {
                    value: Value::object(joined(loader, &base, extension, place)?),
                    place: item.place,
                });
            }
            _ => made.push(item),
        }
    }
    if !is_global_ignores(&base) {
        made.push(Located { value: Value::object(base), place });
    }
    Ok(())
}

fn is_global_ignores(object: &Object) -> bool {
    object.entries.keys().all(|key| GLOBAL_IGNORE_KEYS.contains(&&**key)) && object.packages.is_empty()
}

/// Returns the configuration that a string in `extends` names, of a plugin that the object itself lists.
fn plugin_config(base: &Object, name: &str, place: Place) -> Result<Value, Trouble> {
    let (namespace, config) = match name.strip_prefix('@').and_then(|rest| rest.find('/')) {
        Some(slash) => match name[slash + 2..].split_once('/') {
            Some((scoped, config)) => (format!("{}/{scoped}", &name[..=slash]), config),
            None => (name[..=slash].to_owned(), &name[slash + 2..]),
        },
        None => match name.split_once('/') {
            Some((namespace, config)) => (namespace.to_owned(), config),
            None => (String::new(), name),
        },
    };
    let plugins = base.entries.get("plugins").map_or(Value::Undefined, |plugins| plugins.value.clone());
    let plugin = member(&plugins, &namespace, place);
    match member(&member(&plugin, "configs", place), config, place) {
        Value::Undefined => Err(Trouble::at(place, format!("there is no configuration `{name}`"))
            .help("it is named PLUGIN/CONFIGURATION, and the object lists the plugin under `plugins`")),
        value => Ok(value),
    }
}

/// Returns an extension narrowed by the object that extends it.
fn joined(loader: &mut Loader, base: &Object, extension: &Object, place: Place) -> Result<Object, Trouble> {
    let mut joined = extension.clone();
    if let Some(path) = base.entries.get("basePath") {
        joined.entries.insert("basePath".into(), path.clone());
    }
    if is_global_ignores(extension) {
        return Ok(joined);
    }
    let list = |object: &Object, key: &str| match object.entries.get(key).map(|located| &located.value) {
        Some(Value::Array(items)) => items.to_vec(),
        _ => Vec::new(),
    };
    if let Some(files) = base.entries.get("files") {
        let (base_files, extension_files) = (list(base, "files"), list(extension, "files"));
        if extension_files.is_empty() {
            joined.entries.insert("files".into(), files.clone());
        } else if !base_files.is_empty() {
            loader.count(base_files.len() * extension_files.len(), place)?;
            let all = |pattern: &Located| match &pattern.value {
                Value::Array(patterns) => patterns.to_vec(),
                _ => vec![pattern.clone()],
            };
            let pairs = base_files.iter().flat_map(|one| {
                extension_files.iter().map(move |other| {
                    let both = Value::array([all(one), all(other)].concat());
                    Located { value: both, place: one.place }
                })
            });
            joined.entries.insert("files".into(), Located { value: Value::array(pairs.collect()), place: files.place });
        }
    }
    if let Some(ignores) = base.entries.get("ignores") {
        let all = [list(base, "ignores"), list(extension, "ignores")].concat();
        joined.entries.insert("ignores".into(), Located { value: Value::array(all), place: ignores.place });
    }
    Ok(joined)
}
