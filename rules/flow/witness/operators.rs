//! The operators of JavaScript on concrete values: conversions, comparisons, arithmetic, properties.

use std::rc::Rc;

use super::{
    constants::PLACEHOLDER,
    value::{Val, text_of, units_of},
};

pub(super) fn number(value: &Val) -> Option<f64> {
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

/// Returns the result of a comparison with an unknown value.
pub(super) fn unknown_comparison(first: &Val, second: &Val, tainted: bool) -> Val {
    let is_unknown = |value: &Val| matches!(value, Val::Unknown { tainted: true });
    // A value of the program compared with a constant says nothing about an attacker's data.
    Val::Unknown { tainted: tainted && (is_unknown(first) || is_unknown(second)) }
}

/// Returns whether two values are equal in JavaScript; `None` if that is not known.
pub(super) fn equality(first: &Val, second: &Val, is_loose: bool) -> Option<bool> {
    Some(match (first, second) {
        (Val::Unknown { .. }, _) | (_, Val::Unknown { .. }) => return None,
        (Val::Opaque(one), Val::Opaque(other)) => {
            if one == other {
                true
            } else {
                return None;
            }
        }
        // An attacker's text differs from a value that the program alone knows, which is neither `undefined` nor a
        // number.
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

pub(super) fn sum(values: &[Val], tainted: bool) -> Val {
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

pub(super) fn arithmetic(name: &str, first: &Val, second: &Val) -> Option<Val> {
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

pub(super) fn compare(name: &str, first: &Val, second: &Val) -> Option<Val> {
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

pub(super) fn type_of(value: &Val) -> Option<&'static str> {
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
pub(super) const INHERITED: &[&str] =
    &["__proto__", "constructor", "hasOwnProperty", "toString", "valueOf", "prototype"];

pub(super) fn has_own(object: &Val, key: &Val) -> Option<bool> {
    let key = key.to_text()?;
    match object {
        Val::Object(properties) => Some(properties.iter().any(|(name, _)| *name == key)),
        Val::Array(items) => Some(key.parse::<usize>().is_ok_and(|at| at < items.len())),
        // No table of the program has a key that is an attack; no object owns a property that all inherit.
        Val::Opaque(_) => Some(false),
        Val::Unknown { tainted: false } if INHERITED.contains(&key.as_str()) => Some(false),
        _ => None,
    }
}

pub(super) fn has_property(object: &Val, key: &Val) -> Option<bool> {
    let inherited = INHERITED.contains(&key.to_text()?.as_str());
    has_own(object, key).map(|own| own || inherited)
}

/// Returns the value of a property.
pub(super) fn property(object: &Val, name: &str) -> Val {
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
        Val::Opaque(path) => Val::Opaque([&**path, "_", name].concat().into()),
        // The properties that code sets on functions are not known.
        Val::Function if !matches!(name, "length" | "name" | "prototype") => Val::Unknown { tainted: false },
        // It throws.
        Val::Undefined | Val::Null => Val::Impossible,
        _ => Val::Undefined,
    }
}

/// Returns a property that an object inherits: its prototype, or a method of all objects.
pub(super) fn inherited(object: &Val, key: &Val) -> Option<Val> {
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
