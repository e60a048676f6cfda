//! The pure operations of JavaScript and Node.js on concrete values.

use std::rc::Rc;

use super::{
    methods, paths,
    patterns::Patterns,
    urls,
    value::{Val, text_of, units_of},
};

/// The folder that the program runs in.
pub const DIRECTORY: &str = "/srv/app";

/// The text that represents an unknown string within a longer one.
pub const PLACEHOLDER: &str = "zunknown";

/// Returns what an object has that is not its own: the prototype, and the methods of all objects.
fn inherited(object: &Val, key: &Val) -> Option<Val> {
    let key = key.to_text()?;
    let is_object = match object {
        Val::Object(properties) => !properties.iter().any(|(name, _)| *name == key),
        Val::Unknown { tainted: false } | Val::Opaque(_) | Val::Function => true,
        _ => false,
    };
    match key.as_str() {
        "__proto__" if is_object => Some(Val::Object(Rc::default())),
        key if is_object && METHODS_OF_ALL.contains(&key) => Some(Val::Function),
        _ => None,
    }
}

/// Methods that every object has.
const METHODS_OF_ALL: &[&str] = &["constructor", "hasOwnProperty", "toString", "valueOf"];

/// Returns a text in quotes for SQL, those within it doubled. A number stays one; of an object parts of a statement are
/// made, which are not followed.
fn quoted(value: &Val, quote: char) -> Option<Val> {
    match value {
        Val::Text(_) => {
            let text = value.to_text()?.replace(quote, &format!("{quote}{quote}"));
            Some(Val::text(&format!("{quote}{text}{quote}")))
        }
        Val::Number(_) => value.to_units().map(Val::Text),
        _ => None,
    }
}

const UNKNOWN: Val = Val::Unknown { tainted: false };

/// Returns the value of an operation; `tainted` says whether an attacker's data is among its arguments.
pub fn operation(name: &str, values: &[Val], tainted: bool, patterns: &Patterns) -> Val {
    // What is not known stays so; only whether an attacker had part in it is passed on.
    let unknown = Val::Unknown { tainted };
    let first = values.first().unwrap_or(&Val::Undefined);
    let second = values.get(1).unwrap_or(&Val::Undefined);
    if let Some(method) = name.strip_prefix('.') {
        return methods::call(method, values, tainted, patterns);
    }
    if let Some(function) = name.strip_prefix("path.") {
        return paths::operation(function, values).unwrap_or(unknown);
    }
    let value = match name {
        "===" | "!==" | "==" | "!=" => {
            let equal = equality(first, second, name.len() == 2);
            return match equal {
                Some(equal) => Val::Bool(equal != name.starts_with('!')),
                None => unknown_comparison(first, second, tainted),
            };
        }
        "+" => return sum(values, tainted),
        "-" | "*" | "/" | "%" | "**" | "|" | "&" | "^" | "<<" | ">>" | ">>>" => arithmetic(name, first, second),
        // A limit of the program's own that is not known.
        "<" | ">" | "<=" | ">=" if [first, second].contains(&&UNKNOWN) => return UNKNOWN,
        "<" | ">" | "<=" | ">=" => compare(name, first, second),
        "isObject" => match first {
            Val::Unknown { .. } | Val::Opaque(_) => None,
            _ => Some(Val::Bool(!matches!(
                first,
                Val::Undefined | Val::Null | Val::Bool(_) | Val::Number(_) | Val::Text(_) | Val::Impossible
            ))),
        },
        "isPlainObject" => match first {
            Val::Unknown { .. } | Val::Opaque(_) => None,
            _ => Some(Val::Bool(matches!(first, Val::Object(_)))),
        },
        "number" => return UNKNOWN,
        "!" => first.truth().map(|truth| Val::Bool(!truth)),
        "typeof" => type_of(first).map(Val::text),
        "negate" => number(first).map(|number| Val::Number(-number)),
        "~" => number(first).map(|number| Val::Number(f64::from(!(number as i64 as i32)))),
        "delete" => Some(Val::Bool(true)),
        "in" => has_property(second, first).map(Val::Bool),
        "instanceof" => return UNKNOWN,
        "[]" if inherited(first, second).is_some() => inherited(first, second),
        "[]" => match (first, second) {
            // A table of the program's own says nothing of what an attacker asks it for.
            (Val::Opaque(_), Val::Text(key)) if tainted => {
                let is_inherited = INHERITED.contains(&text_of(key).as_str());
                Some(if is_inherited { Val::Function } else { Val::Undefined })
            }
            // An index of the program's own that is not known may be any.
            (Val::Array(items), Val::Unknown { tainted: false } | Val::Opaque(_)) => items.first().cloned(),
            _ => match second.to_text() {
                Some(key) => return property(first, &key),
                None => None,
            },
        },
        "[…]" => match first {
            Val::Array(items) | Val::Set(items) => Some(items.first().cloned().unwrap_or(Val::Impossible)),
            Val::Text(units) => Some(units.first().map_or(Val::Impossible, |&unit| Val::units(&[unit]))),
            _ => None,
        },
        "rest" => Some(first.clone()),
        "mysql.escape" => quoted(first, '\''),
        "mysql.escapeId" => quoted(first, '`'),
        "pg.escapeIdentifier" => quoted(first, '"'),
        "String" | "String.raw" => first.to_units().map(Val::Text),
        "Number" | "BigInt" => match first {
            Val::Opaque(_) | Val::Unknown { .. } => None,
            _ => number(first).map(Val::Number),
        },
        "parseInt" | "Number.parseInt" => first.to_text().map(|text| Val::Number(parse_int(&text))),
        "parseFloat" | "Number.parseFloat" => first.to_text().map(|text| Val::Number(parse_float(&text))),
        "Boolean" => first.truth().map(Val::Bool),
        "Number.isInteger" | "Number.isSafeInteger" => match first {
            Val::Unknown { .. } | Val::Opaque(_) => None,
            Val::Number(number) => Some(Val::Bool(number.fract() == 0.0 && number.is_finite())),
            _ => Some(Val::Bool(false)),
        },
        "Number.isFinite" | "Number.isNaN" => match first {
            Val::Unknown { .. } | Val::Opaque(_) => None,
            Val::Number(number) => {
                Some(Val::Bool(if name.ends_with('e') { number.is_finite() } else { number.is_nan() }))
            }
            _ => Some(Val::Bool(false)),
        },
        "isNaN" => number(first).map(|number| Val::Bool(number.is_nan())),
        "isFinite" => number(first).map(|number| Val::Bool(number.is_finite())),
        "Math.floor" | "Math.ceil" | "Math.round" | "Math.trunc" | "Math.abs" => number(first).map(|number| {
            Val::Number(match name {
                "Math.floor" => number.floor(),
                "Math.ceil" => number.ceil(),
                "Math.round" => (number + 0.5).floor(),
                "Math.trunc" => number.trunc(),
                _ => number.abs(),
            })
        }),
        "Math.min" | "Math.max" => {
            let numbers: Option<Vec<f64>> = values.iter().map(number).collect();
            numbers.map(|numbers| {
                let start = if name == "Math.min" { f64::INFINITY } else { f64::NEG_INFINITY };
                Val::Number(numbers.into_iter().fold(start, |most, next| {
                    if next.is_nan() || most.is_nan() {
                        f64::NAN
                    } else if name == "Math.min" {
                        most.min(next)
                    } else {
                        most.max(next)
                    }
                }))
            })
        }
        "Array.isArray" => match first {
            Val::Unknown { .. } | Val::Opaque(_) => None,
            _ => Some(Val::Bool(matches!(first, Val::Array(_)))),
        },
        "Array.from" => match first {
            Val::Array(items) | Val::Set(items) => Some(Val::Array(Rc::clone(items))),
            Val::Text(units) => Some(Val::Array(Rc::new(units.iter().map(|&unit| Val::units(&[unit])).collect()))),
            _ => None,
        },
        "Array.of" => Some(Val::Array(Rc::new(values.to_vec()))),
        "Set" => match first {
            Val::Undefined => Some(Val::Set(Rc::default())),
            Val::Array(items) | Val::Set(items) => Some(Val::Set(Rc::clone(items))),
            _ => None,
        },
        "Map" => match first {
            Val::Undefined => Some(Val::Set(Rc::default())),
            Val::Array(items) => Some(Val::Set(Rc::clone(items))),
            _ => None,
        },
        "RegExp" => match first {
            Val::RegExp { .. } => Some(first.clone()),
            _ => match (first.to_text(), second) {
                (Some(pattern), Val::Undefined) => Some(Val::RegExp { pattern: pattern.into(), flags: "".into() }),
                (Some(pattern), _) => {
                    second.to_text().map(|flags| Val::RegExp { pattern: pattern.as_str().into(), flags: flags.into() })
                }
                _ => None,
            },
        },
        "Object.keys" => match first {
            Val::Object(properties) => {
                Some(Val::Array(Rc::new(properties.iter().map(|(name, _)| Val::text(name)).collect())))
            }
            _ => None,
        },
        "Object.values" => match first {
            Val::Object(properties) => {
                Some(Val::Array(Rc::new(properties.iter().map(|(_, value)| value.clone()).collect())))
            }
            _ => None,
        },
        "Object.hasOwn" => has_own(first, second).map(Val::Bool),
        "JSON.stringify" => json(first).map(|text| Val::text(&text)),
        "JSON.parse" | "Object" => Some(first.clone()),
        "encodeURIComponent" | "encodeURI" | "escape" => first.to_units().and_then(|units| {
            let keep: &[u8] = match name {
                "encodeURIComponent" => b"-_.!~*'()",
                "encodeURI" => b"-_.!~*'();/?:@&=+$,#",
                _ => b"@*_+-./",
            };
            urls::percent_encode(&units, keep)
        }),
        "decodeURIComponent" | "decodeURI" | "unescape" | "querystring.unescape" => match first.to_text() {
            Some(text) => match urls::percent_decode(&text) {
                Some(decoded) => Some(Val::text(&decoded)),
                None if name == "unescape" => Some(Val::text(&text)),
                // It throws.
                None => return Val::Impossible,
            },
            None => None,
        },
        "querystring.escape" => first.to_units().and_then(|units| urls::percent_encode(&units, b"-_.!~*'()")),
        "Buffer.from" | "Buffer.alloc" => match (first, second.to_text().as_deref()) {
            (Val::Text(_), Some("base64" | "hex" | "base64url")) => None,
            (Val::Text(_), _) => Some(first.clone()),
            _ => None,
        },
        "btoa" | "atob" => None,
        _ if name.starts_with("url.") || name == "URL" || name == "URLSearchParams" => urls::operation(name, values),
        _ => None,
    };
    value.unwrap_or(unknown)
}

/// Returns what a comparison with something unknown gives.
fn unknown_comparison(first: &Val, second: &Val, tainted: bool) -> Val {
    let is_unknown = |value: &Val| matches!(value, Val::Unknown { tainted: true });
    // A value of the program's own compared with a constant says nothing about an attacker's data.
    Val::Unknown { tainted: tainted && (is_unknown(first) || is_unknown(second)) }
}

/// JavaScript's equality; `None` where it is not known.
pub fn equality(first: &Val, second: &Val, is_loose: bool) -> Option<bool> {
    Some(match (first, second) {
        (Val::Unknown { .. }, _) | (_, Val::Unknown { .. }) => return None,
        (Val::Opaque(one), Val::Opaque(other)) => {
            if one == other {
                true
            } else {
                return None;
            }
        }
        // An attacker's text is not what the program alone knows; nor is it `undefined`, nor a number.
        (Val::Opaque(_), Val::Text(_)) | (Val::Text(_), Val::Opaque(_)) => false,
        (Val::Opaque(_), _) | (_, Val::Opaque(_)) => return None,
        (Val::Undefined | Val::Null, Val::Undefined | Val::Null) if is_loose => true,
        (Val::Number(number), Val::Text(text)) | (Val::Text(text), Val::Number(number)) if is_loose => {
            self::number(&Val::Text(Rc::clone(text))) == Some(*number)
        }
        (Val::Array(_) | Val::Object(_), Val::Text(text)) | (Val::Text(text), Val::Array(_) | Val::Object(_))
            if is_loose =>
        {
            let other = if matches!(first, Val::Text(_)) { second } else { first };
            other.to_units()? == *text
        }
        (Val::Array(one), Val::Array(other)) => Rc::ptr_eq(one, other),
        (Val::Object(one), Val::Object(other)) => Rc::ptr_eq(one, other),
        (first, second) => first == second,
    })
}

fn sum(values: &[Val], tainted: bool) -> Val {
    let unknown = Val::Unknown { tainted };
    let mut total: Option<Val> = None;
    for value in values {
        total = Some(match (total, value) {
            (None, value) => value.clone(),
            (Some(Val::Number(one)), Val::Number(other)) => Val::Number(one + other),
            (Some(one), other) => {
                let text = |value: &Val| match value {
                    Val::Unknown { tainted: false } => Some(units_of(PLACEHOLDER)),
                    value => value.to_units(),
                };
                match (text(&one), text(other)) {
                    (Some(one), Some(other)) => Val::units(&[&*one, &*other].concat()),
                    _ => return unknown,
                }
            }
        });
    }
    match total {
        Some(Val::Unknown { .. }) | None => unknown,
        Some(value) => value,
    }
}

pub fn number(value: &Val) -> Option<f64> {
    Some(match value {
        Val::Number(number) => *number,
        Val::Bool(value) => f64::from(u8::from(*value)),
        Val::Null => 0.0,
        Val::Undefined => f64::NAN,
        Val::Text(units) => {
            let text = text_of(units);
            let text = text.trim_matches(crate::estree::is_white_space);
            if text.is_empty() {
                0.0
            } else if let Some(digits) = text.strip_prefix("0x") {
                u64::from_str_radix(digits, 16).map_or(f64::NAN, |number| number as f64)
            } else if text.bytes().all(|byte| byte.is_ascii_digit() || b"+-.eE".contains(&byte)) {
                text.parse().unwrap_or(f64::NAN)
            } else {
                f64::NAN
            }
        }
        Val::Array(_) => number(&Val::Text(value.to_units()?))?,
        Val::Object(_) | Val::RegExp { .. } | Val::Set(_) | Val::Function => f64::NAN,
        Val::Opaque(_) | Val::Unknown { .. } | Val::Impossible => return None,
    })
}

fn parse_int(text: &str) -> f64 {
    let text = text.trim_start_matches(crate::estree::is_white_space);
    let (sign, text) = match text.strip_prefix('-') {
        Some(rest) => (-1.0, rest),
        None => (1.0, text.strip_prefix('+').unwrap_or(text)),
    };
    let digits: String = text.chars().take_while(char::is_ascii_digit).take(300).collect();
    digits.parse::<f64>().map_or(f64::NAN, |number| sign * number)
}

fn parse_float(text: &str) -> f64 {
    let text = text.trim_start_matches(crate::estree::is_white_space);
    let end = text.find(|it: char| !it.is_ascii_digit() && !"+-.".contains(it)).unwrap_or(text.len());
    text[..end].parse().unwrap_or(f64::NAN)
}

fn arithmetic(name: &str, first: &Val, second: &Val) -> Option<Val> {
    let (one, other) = (number(first)?, number(second)?);
    let int = |number: f64| if number.is_finite() { number as i64 as i32 } else { 0 };
    Some(Val::Number(match name {
        "-" => one - other,
        "*" => one * other,
        "/" => one / other,
        "%" => one % other,
        "**" => one.powf(other),
        "|" => f64::from(int(one) | int(other)),
        "&" => f64::from(int(one) & int(other)),
        "^" => f64::from(int(one) ^ int(other)),
        "<<" => f64::from(int(one).wrapping_shl(int(other) as u32 & 31)),
        ">>" => f64::from(int(one) >> (int(other) & 31)),
        _ => f64::from((int(one) as u32) >> (int(other) & 31)),
    }))
}

fn compare(name: &str, first: &Val, second: &Val) -> Option<Val> {
    let order = match (first, second) {
        (Val::Text(one), Val::Text(other)) => Some(one.cmp(other)),
        _ => number(first)?.partial_cmp(&number(second)?),
    };
    Some(Val::Bool(order.is_some_and(|order| match name {
        "<" => order.is_lt(),
        ">" => order.is_gt(),
        "<=" => order.is_le(),
        _ => order.is_ge(),
    })))
}

fn type_of(value: &Val) -> Option<&'static str> {
    Some(match value {
        Val::Undefined => "undefined",
        Val::Bool(_) => "boolean",
        Val::Number(_) => "number",
        Val::Text(_) => "string",
        Val::Function => "function",
        Val::Null | Val::Array(_) | Val::Object(_) | Val::RegExp { .. } | Val::Set(_) => "object",
        Val::Opaque(_) | Val::Unknown { .. } | Val::Impossible => return None,
    })
}

/// The names of properties that every object inherits.
const INHERITED: &[&str] = &["__proto__", "constructor", "hasOwnProperty", "toString", "valueOf", "prototype"];

fn has_own(object: &Val, key: &Val) -> Option<bool> {
    let key = key.to_text()?;
    match object {
        Val::Object(properties) => Some(properties.iter().any(|(name, _)| *name == key)),
        Val::Array(items) => Some(key.parse::<usize>().is_ok_and(|at| at < items.len())),
        // No table of the program's names an attack; no object has what all inherit as its own.
        Val::Opaque(_) => Some(false),
        Val::Unknown { tainted: false } if INHERITED.contains(&key.as_str()) => Some(false),
        _ => None,
    }
}

fn has_property(object: &Val, key: &Val) -> Option<bool> {
    let inherited = INHERITED.contains(&key.to_text()?.as_str());
    has_own(object, key).map(|own| own || inherited)
}

/// Returns the value of a property.
pub fn property(object: &Val, name: &str) -> Val {
    match object {
        Val::Impossible => Val::Impossible,
        Val::Object(properties) => match properties.iter().rev().find(|(known, _)| known == name) {
            Some((_, value)) => value.clone(),
            None if INHERITED.contains(&name) => Val::Function,
            None => Val::Undefined,
        },
        Val::Text(units) if name == "length" => Val::Number(units.len() as f64),
        Val::Text(units) => match name.parse::<usize>() {
            Ok(at) => units.get(at).map_or(Val::Undefined, |&unit| Val::units(&[unit])),
            Err(_) => Val::Undefined,
        },
        Val::Array(items) | Val::Set(items) if matches!(name, "length" | "size") => Val::Number(items.len() as f64),
        Val::Array(items) => match name.parse::<usize>() {
            Ok(at) => items.get(at).cloned().unwrap_or(Val::Undefined),
            Err(_) => Val::Undefined,
        },
        Val::Unknown { tainted } => Val::Unknown { tainted: *tainted },
        Val::Opaque(path) => Val::Opaque(format!("{path}_{name}").into()),
        // What is set on functions is not known here.
        Val::Function if !matches!(name, "length" | "name" | "prototype") => Val::Unknown { tainted: false },
        // It throws.
        Val::Undefined | Val::Null => Val::Impossible,
        _ => Val::Undefined,
    }
}

fn json(value: &Val) -> Option<String> {
    Some(match value {
        Val::Undefined | Val::Null | Val::Function => "null".into(),
        Val::Bool(value) => value.to_string(),
        Val::Number(_) => value.to_text()?,
        Val::Text(_) | Val::Opaque(_) => serde_json::to_string(&value.to_text()?).ok()?,
        Val::Array(items) => {
            let items: Option<Vec<String>> = items.iter().map(json).collect();
            format!("[{}]", items?.join(","))
        }
        Val::Object(properties) => {
            let mut parts = Vec::new();
            for (name, value) in properties.iter() {
                parts.push(format!("{}:{}", serde_json::to_string(name).ok()?, json(value)?));
            }
            format!("{{{}}}", parts.join(","))
        }
        Val::RegExp { .. } | Val::Set(_) => "{}".into(),
        Val::Unknown { .. } | Val::Impossible => return None,
    })
}
