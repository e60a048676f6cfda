//! Methods of strings, arrays, regular expressions and sets.

use std::rc::Rc;

use super::{
    constants::PLACEHOLDER,
    encodings::Encoding,
    matcher::Captures,
    operators::{equality, has_own, number},
    patterns::Patterns,
    regexp::RegExp,
    value::{MAX_TEXT_UNITS, Val, text_of, units_of},
};

/// Returns a method's result; the receiver is the first value.
pub(super) fn call(method: &str, values: &[Val], tainted: bool, patterns: &Patterns) -> Val {
    let unknown = Val::Unknown { tainted };
    let Some((receiver, arguments)) = values.split_first() else { return unknown };
    if method == "hasOwnProperty" {
        return has_own(receiver, arguments.first().unwrap_or(&Val::Undefined)).map_or(unknown, Val::Bool);
    }
    let result = match receiver {
        // The placeholder of an unknown value is in the text: `(root + name).startsWith(root)`.
        Val::Text(text)
            if LOOKING.contains(&method)
                && matches!(arguments, [Val::Unknown { tainted: false }])
                && text_of(text).contains(PLACEHOLDER) =>
        {
            of_text(method, text, &[Val::text(PLACEHOLDER)], patterns)
        }
        Val::Text(text) => of_text(method, text, arguments, patterns),
        Val::Array(items) => of_array(method, items, arguments),
        Val::RegExp { pattern, flags } => {
            patterns.get(pattern, flags).and_then(|regexp| of_regexp(method, &regexp, arguments))
        }
        Val::Set(items) => of_set(method, items, arguments),
        Val::Number(_) if matches!(method, "toString" | "valueOf") => receiver.to_units().map(Val::Text),
        Val::Object(_) => match method {
            "toString" => receiver.to_units().map(Val::Text),
            // A method that a string has and an object has not: it throws.
            _ if TEXT_METHODS.contains(&method) => return Val::Impossible,
            _ => None,
        },
        Val::Unknown { tainted: false } | Val::Opaque(_)
            if method == "concat" && arguments.iter().any(|it| matches!(it, Val::Text(_))) =>
        {
            of_text(method, &units_of(PLACEHOLDER), arguments, patterns)
        }
        Val::Opaque(_) => return of_opaque(method, receiver, arguments, tainted),
        Val::Undefined | Val::Null => return Val::Impossible,
        _ => None,
    };
    result.unwrap_or(unknown)
}

/// Methods that look for one text in another.
const LOOKING: &[&str] = &["includes", "indexOf", "startsWith"];

/// Methods of strings that nothing else in JSON has.
const TEXT_METHODS: &[&str] = &[
    "charAt",
    "endsWith",
    "match",
    "replace",
    "replaceAll",
    "split",
    "startsWith",
    "substr",
    "substring",
    "toLowerCase",
    "toUpperCase",
    "trim",
];

/// Returns the result of a method of an opaque value, which is its placeholder as text.
fn of_opaque(method: &str, receiver: &Val, arguments: &[Val], tainted: bool) -> Val {
    match method {
        // An unknown list of allowed values.
        "includes" | "has" | "indexOf" | "test" | "some" => Val::Unknown { tainted },
        "trim" | "toString" | "toLowerCase" | "replace" | "slice" => receiver.clone(),
        _ => Val::Unknown { tainted: tainted && !arguments.is_empty() },
    }
}

/// Returns a relative index, as `slice` takes it.
fn index(value: Option<&Val>, length: usize, default: usize) -> Option<usize> {
    let Some(value) = value.filter(|value| **value != Val::Undefined) else { return Some(default) };
    // An unknown index may be any.
    if matches!(value, Val::Opaque(_) | Val::Unknown { tainted: false }) {
        return Some(default);
    }
    let number = number(value)?;
    let number = if number.is_nan() { 0.0 } else { number.trunc() };
    let place = if number < 0.0 { (length as f64 + number).max(0.0) } else { number.min(length as f64) };
    Some(place as usize)
}

fn position(text: &[u16], wanted: &[u16], from: usize) -> Option<usize> {
    if wanted.is_empty() {
        return (from <= text.len()).then_some(from);
    }
    (from..text.len().saturating_sub(wanted.len() - 1)).find(|&at| text[at..].starts_with(wanted))
}

fn of_text(method: &str, text: &Rc<[u16]>, arguments: &[Val], patterns: &Patterns) -> Option<Val> {
    let first = arguments.first();
    let argument = |at: usize| arguments.get(at).and_then(Val::to_units);
    Some(match method {
        // The bytes of a text.
        "toString" if first.is_some() => match first.and_then(Val::to_text).as_deref().and_then(Encoding::of) {
            Some(encoding) => Val::text(&encoding.encode(&text_of(text))),
            None => Val::Text(Rc::clone(text)),
        },
        "toString" | "valueOf" | "normalize" => Val::Text(Rc::clone(text)),
        "toLowerCase" | "toLocaleLowerCase" => Val::text(&text_of(text).to_lowercase()),
        "toUpperCase" | "toLocaleUpperCase" => Val::text(&text_of(text).to_uppercase()),
        "trim" | "trimStart" | "trimLeft" | "trimEnd" | "trimRight" => {
            let is_space = |unit: &u16| char::from_u32(u32::from(*unit)).is_some_and(crate::estree::is_white_space);
            let mut text = &text[..];
            while method != "trimEnd" && method != "trimRight" && text.first().is_some_and(is_space) {
                text = &text[1..];
            }
            while !matches!(method, "trimStart" | "trimLeft") && text.last().is_some_and(is_space) {
                text = &text[..text.len() - 1];
            }
            Val::units(text)
        }
        "startsWith" => {
            let from = index(arguments.get(1), text.len(), 0)?;
            Val::Bool(text[from..].starts_with(&argument(0)?))
        }
        "endsWith" => {
            let end = index(arguments.get(1), text.len(), text.len())?;
            Val::Bool(text[..end].ends_with(&argument(0)?))
        }
        "includes" => Val::Bool(position(text, &argument(0)?, 0).is_some()),
        "indexOf" => {
            let from = index(arguments.get(1), text.len(), 0)?;
            Val::Number(position(text, &argument(0)?, from).map_or(-1.0, |at| at as f64))
        }
        "lastIndexOf" => {
            let wanted = argument(0)?;
            let found = (0..=text.len().saturating_sub(wanted.len())).rev().find(|&at| text[at..].starts_with(&wanted));
            Val::Number(found.map_or(-1.0, |at| at as f64))
        }
        "slice" | "substring" | "substr" => {
            let length = text.len();
            let (mut begin, mut end) = match method {
                "substr" => {
                    let begin = index(first, length, 0)?;
                    let count = index(arguments.get(1), length, length)?;
                    (begin, (begin + count).min(length))
                }
                "substring" => {
                    let place = |value: Option<&Val>, default: usize| match value {
                        Some(Val::Number(number)) if *number < 0.0 => Some(0),
                        value => index(value, length, default),
                    };
                    (place(first, 0)?, place(arguments.get(1), length)?)
                }
                _ => (index(first, length, 0)?, index(arguments.get(1), length, length)?),
            };
            if method == "substring" && begin > end {
                (begin, end) = (end, begin);
            }
            Val::units(text.get(begin..end).unwrap_or_default())
        }
        "charAt" | "at" => {
            let place = match number(first.unwrap_or(&Val::Number(0.0)))? {
                place if place < 0.0 && method == "at" => (text.len() as f64 + place).max(-1.0),
                place => place,
            };
            match text.get(place as usize).filter(|_| place >= 0.0) {
                Some(&unit) => Val::units(&[unit]),
                None if method == "at" => Val::Undefined,
                None => Val::text(""),
            }
        }
        "charCodeAt" | "codePointAt" => {
            let place = number(first.unwrap_or(&Val::Number(0.0)))?;
            text.get(place as usize).map_or(Val::Number(f64::NAN), |&unit| Val::Number(f64::from(unit)))
        }
        "concat" => {
            let mut all = text.to_vec();
            for argument in arguments {
                all.extend_from_slice(&argument.to_units()?);
            }
            Val::units(&all)
        }
        "repeat" => {
            let count = number(first?)?;
            if !(0.0..=64.0).contains(&count) {
                return None;
            }
            Val::units(&text.repeat(count as usize))
        }
        "padStart" | "padEnd" => {
            let length = number(first?)?;
            let fill = argument(1).unwrap_or_else(|| " ".encode_utf16().collect());
            if !(0.0..=1000.0).contains(&length) || fill.is_empty() {
                return None;
            }
            let missing = (length as usize).saturating_sub(text.len());
            let pad: Vec<u16> = fill.iter().copied().cycle().take(missing).collect();
            if method == "padStart" {
                Val::units(&[&pad, &**text].concat())
            } else {
                Val::units(&[&**text, &pad].concat())
            }
        }
        "split" => split(text, first, arguments.get(1), patterns)?,
        "replace" | "replaceAll" => replace(text, first?, arguments.get(1)?, method == "replaceAll", patterns)?,
        "match" | "matchAll" | "search" => {
            let regexp = pattern_of(first?, patterns)?;
            if method == "search" {
                let found = regexp.find(text, 0).ok()?;
                return Some(Val::Number(found.and_then(|it| it[0]).map_or(-1.0, |(at, _)| at as f64)));
            }
            if regexp.global || method == "matchAll" {
                let matches = all_matches(&regexp, text)?;
                if matches.is_empty() && method == "match" {
                    return Some(Val::Null);
                }
                let items = matches
                    .iter()
                    .map(|captures| match method {
                        "match" => group(text, captures[0]),
                        _ => Val::Array(Rc::new(captures.iter().map(|&range| group(text, range)).collect())),
                    })
                    .collect();
                return Some(Val::Array(Rc::new(items)));
            }
            match_result(&regexp, text)?
        }
        "localeCompare" => return None,
        // An array's method, on a text: it throws.
        "join" | "pop" | "shift" | "sort" | "reverse" => Val::Impossible,
        _ => return None,
    })
}

fn group(text: &[u16], range: Option<(usize, usize)>) -> Val {
    range.map_or(Val::Undefined, |(start, end)| Val::units(&text[start..end]))
}

/// Returns the result of `exec`: the groups, also by their names.
fn match_result(regexp: &RegExp, text: &[u16]) -> Option<Val> {
    let Some(captures) = regexp.find(text, 0).ok()? else { return Some(Val::Null) };
    if regexp.names().is_empty() {
        return Some(Val::Array(Rc::new(captures.iter().map(|&range| group(text, range)).collect())));
    }
    let mut properties: Vec<(String, Val)> =
        captures.iter().enumerate().map(|(at, &range)| (at.to_string(), group(text, range))).collect();
    let named = regexp.names().iter().map(|(name, at)| (name.clone(), group(text, captures[*at]))).collect();
    properties.push(("groups".into(), Val::Object(Rc::new(named))));
    Some(Val::Object(Rc::new(properties)))
}

fn all_matches(regexp: &RegExp, text: &[u16]) -> Option<Vec<Captures>> {
    let mut matches = Vec::new();
    let mut from = 0;
    while from <= text.len() && matches.len() < 256 {
        let Some(captures) = regexp.find(text, from).ok()? else { break };
        let (start, end) = captures[0]?;
        from = if end == start { end + 1 } else { end };
        matches.push(captures);
    }
    Some(matches)
}

fn pattern_of(value: &Val, patterns: &Patterns) -> Option<Rc<RegExp>> {
    match value {
        Val::RegExp { pattern, flags } => patterns.get(pattern, flags),
        Val::Text(_) => patterns.get(&value.to_text()?.into(), &"".into()),
        _ => None,
    }
}

fn split(text: &[u16], separator: Option<&Val>, limit: Option<&Val>, patterns: &Patterns) -> Option<Val> {
    let mut parts: Vec<Val> = match separator {
        None | Some(Val::Undefined) => vec![Val::units(text)],
        Some(Val::RegExp { pattern, flags }) => {
            let regexp = patterns.get(pattern, flags)?;
            let (mut parts, mut last) = (Vec::new(), 0);
            for captures in all_matches(&regexp, text)? {
                let (start, end) = captures[0]?;
                if end > start || start > 0 && start < text.len() {
                    parts.push(Val::units(&text[last..start]));
                    last = end;
                }
            }
            parts.push(Val::units(&text[last..]));
            parts
        }
        Some(separator) => {
            let separator = separator.to_units()?;
            if separator.is_empty() {
                text.iter().map(|&unit| Val::units(&[unit])).collect()
            } else {
                let (mut parts, mut last) = (Vec::new(), 0);
                while let Some(at) = position(text, &separator, last) {
                    parts.push(Val::units(&text[last..at]));
                    last = at + separator.len();
                }
                parts.push(Val::units(&text[last..]));
                parts
            }
        }
    };
    if let Some(Val::Number(limit)) = limit {
        parts.truncate(*limit as usize);
    }
    Some(Val::Array(Rc::new(parts)))
}

fn replace(text: &[u16], wanted: &Val, new: &Val, all: bool, patterns: &Patterns) -> Option<Val> {
    let ranges: Vec<Captures> = match wanted {
        Val::RegExp { pattern, flags } => {
            let regexp = patterns.get(pattern, flags)?;
            if regexp.global || all {
                all_matches(&regexp, text)?
            } else {
                regexp.find(text, 0).ok()?.into_iter().collect()
            }
        }
        wanted => {
            let wanted = wanted.to_units()?;
            let (mut ranges, mut from) = (Vec::new(), 0);
            while let Some(at) = position(text, &wanted, from) {
                ranges.push(vec![Some((at, at + wanted.len()))]);
                from = at + wanted.len().max(1);
                if !all || ranges.len() > 256 {
                    break;
                }
            }
            ranges
        }
    };
    if ranges.is_empty() {
        return Some(Val::units(text));
    }
    // The result of a replacing function is not known.
    let new = match new {
        Val::Function | Val::Unknown { .. } => return None,
        new => new.to_units()?,
    };
    let (mut result, mut last) = (Vec::with_capacity(text.len()), 0);
    for captures in ranges {
        let (start, end) = captures[0]?;
        result.extend_from_slice(&text[last..start]);
        expand(&new, text, &captures, &mut result);
        last = end;
    }
    result.extend_from_slice(&text[last..]);
    Some(Val::units(&result))
}

/// Builds a replacement, in which `$&`, `$1` and `$$` are expanded.
fn expand(new: &[u16], text: &[u16], captures: &[Option<(usize, usize)>], result: &mut Vec<u16>) {
    let mut at = 0;
    while let Some(&unit) = new.get(at) {
        let next = new.get(at + 1).and_then(|&unit| u8::try_from(unit).ok());
        if unit != u16::from(b'$') {
            result.push(unit);
            at += 1;
            continue;
        }
        at += 2;
        let (start, end) = captures[0].unwrap_or_default();
        match next {
            Some(b'$') => result.push(unit),
            Some(b'&') => result.extend_from_slice(&text[start..end]),
            Some(b'`') => result.extend_from_slice(&text[..start]),
            Some(b'\'') => result.extend_from_slice(&text[end..]),
            Some(digit @ b'1'..=b'9') if usize::from(digit - b'0') < captures.len() => {
                if let Some((start, end)) = captures[usize::from(digit - b'0')] {
                    result.extend_from_slice(&text[start..end]);
                }
            }
            _ => {
                result.push(unit);
                at -= 1;
            }
        }
    }
}

fn of_array(method: &str, items: &Rc<Vec<Val>>, arguments: &[Val]) -> Option<Val> {
    let first = arguments.first();
    Some(match method {
        "join" | "toString" => {
            let separator = match first.filter(|value| **value != Val::Undefined) {
                Some(separator) => separator.to_units()?,
                None => ",".encode_utf16().collect(),
            };
            let mut joined = Vec::new();
            for (at, item) in items.iter().enumerate() {
                if at > 0 {
                    joined.extend_from_slice(&separator);
                }
                match item {
                    Val::Undefined | Val::Null => {}
                    Val::Unknown { tainted: false } => {
                        joined.extend(PLACEHOLDER.encode_utf16());
                    }
                    item => joined.extend_from_slice(&item.to_units()?),
                }
                if joined.len() > MAX_TEXT_UNITS {
                    return None;
                }
            }
            Val::units(&joined)
        }
        "includes" | "indexOf" => {
            let wanted = first?;
            let mut unknown = false;
            for (at, item) in items.iter().enumerate() {
                match equality(item, wanted, false) {
                    Some(true) if method == "includes" => return Some(Val::Bool(true)),
                    Some(true) => return Some(Val::Number(at as f64)),
                    Some(false) => {}
                    None => unknown = true,
                }
            }
            if unknown {
                return None;
            }
            if method == "includes" { Val::Bool(false) } else { Val::Number(-1.0) }
        }
        "slice" => {
            let (begin, end) = (index(first, items.len(), 0)?, index(arguments.get(1), items.len(), items.len())?);
            Val::Array(Rc::new(items.get(begin..end).unwrap_or_default().to_vec()))
        }
        // The items that are removed.
        "splice" => {
            let begin = index(first, items.len(), 0)?;
            let count = index(arguments.get(1), items.len(), items.len())?;
            let end = begin.saturating_add(count).min(items.len());
            Val::Array(Rc::new(items.get(begin..end).unwrap_or_default().to_vec()))
        }
        "concat" => {
            let mut all = items.to_vec();
            for argument in arguments {
                match argument {
                    Val::Array(more) => all.extend(more.iter().cloned()),
                    other => all.push(other.clone()),
                }
            }
            Val::Array(Rc::new(all))
        }
        "reverse" | "toReversed" => Val::Array(Rc::new(items.iter().rev().cloned().collect())),
        "sort" | "toSorted" => Val::Array(Rc::clone(items)),
        "pop" => items.last().cloned().unwrap_or(Val::Undefined),
        "shift" => items.first().cloned().unwrap_or(Val::Undefined),
        "at" => items.get(index(first, items.len(), 0)?).cloned().unwrap_or(Val::Undefined),
        // A text's method, on an array: it throws.
        _ if TEXT_METHODS.contains(&method) => Val::Impossible,
        _ => return None,
    })
}

fn of_regexp(method: &str, regexp: &RegExp, arguments: &[Val]) -> Option<Val> {
    let text = arguments.first()?.to_units()?;
    match method {
        "test" => Some(Val::Bool(regexp.find(&text, 0).ok()?.is_some())),
        "exec" => match_result(regexp, &text),
        _ => None,
    }
}

fn of_set(method: &str, items: &[Val], arguments: &[Val]) -> Option<Val> {
    let wanted = arguments.first();
    // A map's items are arrays of key and value.
    let key = |item: &Val| match item {
        Val::Array(pair) if pair.len() == 2 => pair[0].clone(),
        item => item.clone(),
    };
    let mut unknown = false;
    for item in items {
        match equality(&key(item), wanted?, false) {
            Some(true) => {
                return Some(match (method, item) {
                    ("has", _) => Val::Bool(true),
                    ("get", Val::Array(pair)) => pair.get(1).cloned().unwrap_or(Val::Undefined),
                    _ => return None,
                });
            }
            Some(false) => {}
            None => unknown = true,
        }
    }
    match method {
        "has" | "get" if unknown => None,
        "has" => Some(Val::Bool(false)),
        "get" => Some(Val::Undefined),
        _ => None,
    }
}
