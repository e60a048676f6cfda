//! The loop of `--fix`: applies fixes and checks again, until there are none.

use std::path::Path;

use oxsec_rules::{Analyzer, Fix, LintMessage, Surroundings};

use super::{LintResult, clock, lint_text};

/// The times that a text is fixed and checked again, as in ESLint.
const MAX_PASSES: usize = 10;

/// The test that decides which fixes are applied.
pub type Fixable<'f> = dyn Fn(&LintMessage) -> bool + Sync + 'f;

/// Checks a text, applies the fixes that `applies` allows, and checks again. Returns the result of the last text, which
/// is its `output` if anything was fixed.
pub fn lint_and_fix(
    analyzer: &mut Analyzer,
    path: &Path,
    source: &str,
    surroundings: Option<&dyn Surroundings>,
    applies: &Fixable<'_>,
) -> LintResult {
    let mut text = source.to_owned();
    let mut result = lint_text(analyzer, path, source, surroundings);
    let mut passes = 0;
    while passes < MAX_PASSES && result.fatal_error_count == 0 {
        let fixes: Vec<&Fix> = result
            .messages
            .iter()
            .filter(|message| applies(message))
            .filter_map(|message| message.fix.as_ref())
            .collect();
        let begin = clock();
        let Some(fixed) = apply(&text, fixes) else { break };
        let fixing = clock().saturating_sub(begin);
        passes += 1;
        let mut next = lint_text(analyzer, path, &fixed, surroundings);
        next.stats = result.stats.take().zip(next.stats).map(|(stats, next)| stats.followed_by(fixing, next));
        text = fixed;
        result = next;
    }
    if passes > 0 {
        result.output = Some(text);
        result.original = Some(source.to_owned());
        result.source = None;
    }
    result.fix_passes = passes;
    result
}

/// Applies fixes from first to last, skipping those that begin before, or where, the previous one ended. `None` where
/// there are none.
fn apply(text: &str, mut fixes: Vec<&Fix>) -> Option<String> {
    if fixes.is_empty() {
        return None;
    }
    fixes.sort_by_key(|fix| fix.range);
    let (mark, body) = match text.strip_prefix('\u{FEFF}') {
        Some(body) => ("\u{FEFF}", body),
        None => ("", text),
    };
    let mut fixed = String::with_capacity(text.len());
    fixed.push_str(mark);
    // The UTF-16 unit and the byte up to which the text is copied.
    let (mut unit, mut byte) = (0, 0);
    let mut last_end = None;
    for fix in fixes {
        let [start, end] = fix.range;
        if last_end.is_some_and(|last| last >= start) || start > end {
            continue;
        }
        let start_byte = advance(body, &mut unit, byte, start);
        fixed.push_str(&body[byte..start_byte]);
        fixed.push_str(&fix.text);
        byte = advance(body, &mut unit, start_byte, end);
        last_end = Some(end);
    }
    fixed.push_str(&body[byte..]);
    Some(fixed)
}

/// Returns the byte at which a UTF-16 unit begins, counting from a known one.
fn advance(text: &str, unit: &mut u32, from: usize, to: u32) -> usize {
    let mut at = from;
    for character in text[from..].chars() {
        if *unit >= to {
            break;
        }
        *unit += character.len_utf16() as u32;
        at += character.len_utf8();
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fixed(text: &str, fixes: &[(u32, u32, &str)]) -> Option<String> {
        let fixes: Vec<Fix> =
            fixes.iter().map(|&(start, end, text)| Fix { range: [start, end], text: text.to_owned() }).collect();
        apply(text, fixes.iter().collect())
    }

    #[test]
    fn fixes_are_applied_as_eslint_does() {
        assert_eq!(fixed("abc", &[]), None);
        assert_eq!(fixed("abc", &[(1, 2, "X")]).unwrap(), "aXc");
        // The second one of two that touch waits for the next pass.
        assert_eq!(fixed("abcd", &[(2, 3, "Y"), (0, 2, "X")]).unwrap(), "Xcd");
        assert_eq!(fixed("abcd", &[(0, 1, "X"), (2, 2, "-")]).unwrap(), "Xb-cd");
        assert_eq!(fixed("\u{FEFF}𝒳b", &[(2, 3, "c")]).unwrap(), "\u{FEFF}𝒳c");
        assert_eq!(fixed("a", &[(1, 1, "!")]).unwrap(), "a!");
    }
}
