//! The pure operations of JavaScript and Node.js on concrete values.

use std::rc::Rc;

use super::{
    encodings::Encoding,
    methods,
    operators::{
        INHERITED, arithmetic, compare, equality, has_own, has_property, inherited, number, property, sum, type_of,
        unknown_comparison,
    },
    paths,
    patterns::Patterns,
    urls,
    value::{Val, text_of},
};

/// Returns a text in quotes for SQL, with the quotes in it doubled. A number stays one; an object becomes parts of a
/// statement, which are not modelled.
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

/// Returns the result of an operation; `tainted` is true if an attacker's data is among its arguments.
pub(super) fn operation(name: &str, values: &[Val], tainted: bool, patterns: &Patterns) -> Val {
    // An unknown result stays unknown; only its taint is passed on.
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
        // An unknown limit of the program.
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
            // A table of the program is assumed not to have the key that an attacker names.
            (Val::Opaque(_), Val::Text(key)) if tainted => {
                let is_inherited = INHERITED.contains(&text_of(key).as_str());
                Some(if is_inherited { Val::Function } else { Val::Undefined })
            }
            // An unknown index may be any.
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
            (Val::Text(_), encoding) => match encoding.and_then(Encoding::of) {
                Some(encoding) => first.to_text().and_then(|text| encoding.decode(&text)).map(|text| Val::text(&text)),
                None => Some(first.clone()),
            },
            _ => None,
        },
        "atob" => first.to_text().and_then(|text| Encoding::Base64.decode(&text)).map(|text| Val::text(&text)),
        "btoa" => first.to_text().map(|text| Val::text(&Encoding::Base64.encode(&text))),
        _ if name.starts_with("url.") || name == "URL" || name == "URLSearchParams" => urls::operation(name, values),
        _ => None,
    };
    value.unwrap_or(unknown)
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
