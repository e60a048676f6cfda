//! The texts that guards look for: an input may have to contain one.

use super::{interpreter::Run, memo::Memo, patterns, value::Val};
use crate::flow::{Condition, Const, Flow, SourceId, Term, TermKind};

/// Returns the short texts that guards compare values with: an input may have to contain, begin with or end in one.
pub(super) fn constants_in(flow: &Flow<'_>, source: SourceId, operand: Term, conditions: &[Condition]) -> Vec<String> {
    /// The maximum number of terms that are searched, and of texts that are kept.
    const MAX_TERMS: usize = 400;
    const MAX_TEXTS: usize = 6;
    let mut texts: Vec<String> = Vec::new();
    let mut seen = rustc_hash::FxHashSet::default();
    let mut pending: Vec<(Term, bool)> = conditions.iter().rev().map(|condition| (condition.term, true)).collect();
    pending.push((operand, false));
    while let Some((term, in_guard)) = pending.pop() {
        if seen.len() >= MAX_TERMS || texts.len() >= MAX_TEXTS || !seen.insert((term, in_guard)) {
            continue;
        }
        match flow.kind_of(term) {
            TermKind::Const(Const::String(text)) if in_guard && !text.is_empty() && text.len() < 40 => {
                texts.push(text.to_string());
            }
            TermKind::Guarded(value, inner) => {
                pending.extend(inner.iter().map(|condition| (condition.term, true)));
                pending.push((*value, in_guard));
            }
            // A pattern that splits a text, or that a text is tested with.
            TermKind::Const(Const::RegExp { pattern, .. }) if in_guard => {
                let beginning = patterns::beginning(pattern);
                let longest = longest_text(pattern).filter(|text| *text != beginning);
                texts.extend(Some(beginning).filter(|text| !text.is_empty()).into_iter().chain(longest));
            }
            TermKind::Op(name, parts) if &**name == "RegExp" => {
                let text =
                    parts.first().and_then(|&pattern| made_of_constants(flow, source, pattern)).unwrap_or_default();
                let text = patterns::beginning(&text);
                if !text.is_empty() && text.len() < 40 {
                    texts.push(text);
                }
            }
            TermKind::Op(name, parts) if TAKES_APART.contains(&&**name) => {
                // The pattern is the receiver of the method, or its argument.
                let has_pattern = matches!(&**name, ".exec" | ".test");
                pending
                    .extend(parts.iter().enumerate().map(|(at, &part)| (part, in_guard || (at == 0) == has_pattern)));
            }
            TermKind::Choice(test, yes, no) => pending.extend([(*test, true), (*yes, in_guard), (*no, in_guard)]),
            kind => kind.each_part(|part| pending.push((part, in_guard))),
        }
    }
    // An input that has been tried need not be tried again.
    let mut different: Vec<String> = Vec::with_capacity(texts.len());
    for text in texts {
        if !different.contains(&text) {
            different.push(text);
        }
    }
    different
}

/// Returns whether one of the values that a term may be is a text of the program's own: `options.command || 'make'`.
pub(super) fn has_default(flow: &Flow<'_>, term: Term) -> bool {
    /// The maximum number of terms that are searched.
    const MAX_TERMS: usize = 32;
    let mut pending = vec![term];
    let mut seen = 0;
    while let Some(next) = pending.pop().filter(|_| seen < MAX_TERMS) {
        seen += 1;
        match flow.kind_of(next) {
            TermKind::Const(Const::String(_)) => return true,
            TermKind::Guarded(value, _) => pending.push(*value),
            TermKind::Union(members) => pending.extend(members),
            TermKind::Logic(_, left, right) | TermKind::Choice(_, left, right) => pending.extend([*left, *right]),
            _ => {}
        }
    }
    false
}

/// Returns a text that the program alone decides, if it is known.
fn made_of_constants(flow: &Flow<'_>, source: SourceId, term: Term) -> Option<String> {
    if flow.is_tainted(term) {
        return None;
    }
    let mut run = Run::new(flow, Memo::default(), source);
    run.begin(source, 0);
    match run.eval(term) {
        value @ Val::Text(_) => value.to_text(),
        _ => None,
    }
}

/// Methods that look for a text in another.
const TAKES_APART: &[&str] =
    &[".exec", ".indexOf", ".lastIndexOf", ".match", ".matchAll", ".search", ".split", ".startsWith", ".test"];

/// Returns the longest literal text in a pattern.
fn longest_text(pattern: &str) -> Option<String> {
    /// The shortest text that is worth trying, in bytes.
    const MIN_BYTES: usize = 4;
    let mut texts = vec![String::new()];
    let mut characters = pattern.chars();
    while let Some(character) = characters.next() {
        let is_text = character.is_ascii_alphanumeric() || matches!(character, '-' | '/' | ':' | '_');
        match character {
            '\\' => match characters.next() {
                Some(escaped) if !escaped.is_ascii_alphanumeric() => texts.last_mut()?.push(escaped),
                _ => texts.push(String::new()),
            },
            _ if is_text => texts.last_mut()?.push(character),
            _ => texts.push(String::new()),
        }
    }
    texts.into_iter().filter(|text| (MIN_BYTES..40).contains(&text.len())).max_by_key(String::len)
}
