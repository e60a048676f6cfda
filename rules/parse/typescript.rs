//! The places of errors that TypeScript's own parser reports elsewhere than oxc.
//!
//! The two differ in method for a few kinds of errors only, which are recognized by oxc's messages. Any other error
//! keeps oxc's place.

use memchr::memchr2;
use oxc_diagnostics::{Diagnostics, OxcDiagnostic};

use super::offset_of;
use crate::estree::is_white_space;

/// Returns the one of oxc's errors that TypeScript reports, and TypeScript's offset for it.
///
/// `stopped` says that oxc could not continue after its last error: then the others are of the kind that TypeScript
/// searches for only in the parsed part.
pub(super) fn first_error<'d>(
    errors: &'d Diagnostics,
    stopped: bool,
    source: &str,
) -> Option<(u32, &'d OxcDiagnostic)> {
    let first = |error: &&'d OxcDiagnostic| offset_of(error);
    // TypeScript reports it at the string, oxc where it cannot continue.
    let open_string =
        errors.errors().filter(|error| error.message.starts_with("Unterminated string")).min_by_key(first);
    let other = || if stopped { errors.errors().last() } else { errors.errors().min_by_key(first) };
    open_string.or_else(other).map(|error| (place(error, source), error))
}

fn place(error: &OxcDiagnostic, source: &str) -> u32 {
    let offset = offset_of(error);
    let at = source.floor_char_boundary(offset as usize);
    let message: &str = &error.message;
    let place = if message.starts_with("Unterminated multiline comment") {
        source.len()
    } else if message.starts_with("Unterminated string") {
        end_of_string(source, at)
    } else if message.starts_with("Expected a semicolon") {
        lone_identifier(source, at).unwrap_or_else(|| next_token(source, at))
    } else if message.starts_with("Empty parenthesized expression") {
        next_token(source, at + 1)
    } else if message.starts_with("Invalid Character") && source[..at].ends_with('#') {
        at - 1
    } else if message.starts_with("Unexpected token") {
        export_before(source, at).unwrap_or(at)
    } else {
        return offset;
    };
    place as u32
}

/// Returns the end of the line on which an unclosed string starts, or of the text for a template.
fn end_of_string(source: &str, start: usize) -> usize {
    let bytes = source.as_bytes();
    if !matches!(bytes.get(start), Some(b'\'' | b'"')) {
        return source.len();
    }
    let mut at = start + 1;
    while let Some(next) = bytes.get(at..).and_then(|rest| memchr2(b'\n', b'\r', rest)) {
        let end = at + next;
        let backslashes = bytes[..end].iter().rev().take_while(|byte| **byte == b'\\').count();
        if backslashes % 2 == 0 {
            return end;
        }
        at = end + if bytes[end..].starts_with(b"\r\n") { 2 } else { 1 };
    }
    source.len()
}

/// Returns the offset of the next token after white space and comments.
fn next_token(source: &str, from: usize) -> usize {
    let mut at = source.floor_char_boundary(from.min(source.len()));
    loop {
        let rest = source[at..].trim_start_matches(is_white_space);
        at = source.len() - rest.len();
        let length = if rest.starts_with("//") {
            rest.find(['\n', '\r', '\u{2028}', '\u{2029}'])
        } else if rest.starts_with("/*") {
            rest.find("*/").map(|end| end + 2)
        } else {
            return at;
        };
        match length {
            Some(length) => at += length,
            None => return source.len(),
        }
    }
}

/// Returns the offset of the identifier that is a whole statement before its missing semicolon: TypeScript reports it
/// as a misspelled keyword.
fn lone_identifier(source: &str, end: usize) -> Option<usize> {
    /// Words that have an error of their own, or are not identifiers.
    const OTHERS: &[&str] =
        &["declare", "false", "interface", "is", "module", "namespace", "null", "super", "this", "true", "type"];
    let is_part = |character: char| character.is_alphanumeric() || character == '_' || character == '$';
    let statement = source[..end].trim_end_matches(is_white_space);
    let before = statement.trim_end_matches(is_part);
    let word = &statement[before.len()..];
    if word.is_empty() || word.starts_with(|first: char| first.is_numeric()) || OTHERS.contains(&word) {
        return None;
    }
    let other = before.trim_end_matches(is_white_space);
    let is_on_a_line_of_its_own = before[other.len()..].contains('\n');
    let begins = match other.chars().next_back() {
        None | Some(';' | '{' | '}' | ')') => true,
        Some(']' | '\'' | '"' | '`' | '/') => is_on_a_line_of_its_own,
        Some(last) if is_part(last) => {
            is_on_a_line_of_its_own || ["do", "else"].contains(&&other[other.trim_end_matches(is_part).len()..])
        }
        Some(_) => false,
    };
    begins.then_some(before.len())
}

/// Returns the offset of an `export` that is followed by nothing that can be exported.
fn export_before(source: &str, at: usize) -> Option<usize> {
    let before = source[..at].trim_end_matches(is_white_space).strip_suffix("export")?;
    let stands_alone = !before.ends_with(|last: char| last.is_alphanumeric() || matches!(last, '_' | '$' | '.'));
    stands_alone.then_some(before.len())
}
