//! Tracking of findings through a change of the code: which went, which stayed, which came.

use std::{
    collections::{HashMap, VecDeque},
    hash::Hash,
    ops::Range,
};

use similar::{Algorithm, DiffTag, capture_diff_slices};

use crate::experiment::Finding;

/// The lines up to which code is compared line by line, since the time grows with the square of the differences. A
/// function has some dozens.
const MAX_DIFFED_LINES: usize = 5_000;

/// A version of the code, with its findings.
#[derive(Clone, Copy, Debug)]
pub struct Version<'v> {
    pub code: &'v str,
    pub findings: &'v [Finding],
}

/// The fates of findings, as indices into those before and after.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Followed {
    pub fixed: Vec<usize>,
    /// The findings that stayed, each with its indices before and after.
    pub kept: Vec<(usize, usize)>,
    pub introduced: Vec<usize>,
}

/// Tracks findings from one version of the code to the next.
///
/// Only findings of one rule can be the same. They are, in falling order of certainty, if they are on the same line and
/// column, on the same line, on lines of the same text, or within the same changed part of the code. Lines are the same
/// where a diff finds them unchanged, even if insertions above have moved them. Equally certain findings of one rule
/// are paired in their order.
pub fn follow(before: Version, after: Version) -> Followed {
    let lines_before = lines(before.code);
    let lines_after = lines(after.code);
    let diff = Diff::new(&lines_before, &lines_after);
    let mut pairing = Pairing {
        before: (0..before.findings.len()).collect(),
        after: (0..after.findings.len()).collect(),
        kept: Vec::new(),
    };
    let place = |finding: &Finding| finding.line.saturating_sub(1) as usize;
    let rule = Finding::rule;

    let old = |index: usize| &before.findings[index];
    let new = |index: usize| &after.findings[index];
    pairing.pair(
        |index| diff.moved_to(place(old(index))).map(|line| (rule(old(index)), line, old(index).column)),
        |index| Some((rule(new(index)), place(new(index)), new(index).column)),
    );
    pairing.pair(
        |index| diff.moved_to(place(old(index))).map(|line| (rule(old(index)), line)),
        |index| Some((rule(new(index)), place(new(index)))),
    );
    pairing.pair(
        |index| Some((rule(old(index)), lines_before.get(place(old(index)))?.trim())),
        |index| Some((rule(new(index)), lines_after.get(place(new(index)))?.trim())),
    );
    pairing.pair(
        |index| Some((rule(old(index)), part_of(&diff.parts_before, place(old(index)))?)),
        |index| Some((rule(new(index)), part_of(&diff.parts_after, place(new(index)))?)),
    );
    pairing.kept.sort_unstable();
    Followed { fixed: pairing.before, kept: pairing.kept, introduced: pairing.after }
}

/// The findings without a partner so far, and the pairs.
struct Pairing {
    before: Vec<usize>,
    after: Vec<usize>,
    kept: Vec<(usize, usize)>,
}

impl Pairing {
    /// Pairs findings with equal keys, in order. Those without a key stay alone.
    fn pair<K: Hash + Eq>(&mut self, key_before: impl Fn(usize) -> Option<K>, key_after: impl Fn(usize) -> Option<K>) {
        let mut waiting: HashMap<K, VecDeque<usize>> = HashMap::new();
        for &index in &self.after {
            if let Some(key) = key_after(index) {
                waiting.entry(key).or_default().push_back(index);
            }
        }
        let kept = &mut self.kept;
        let first_of_now = kept.len();
        self.before.retain(|&index| {
            let partner = key_before(index).and_then(|key| waiting.get_mut(&key)?.pop_front());
            kept.extend(partner.map(|partner| (index, partner)));
            partner.is_none()
        });
        let taken: std::collections::HashSet<usize> = kept[first_of_now..].iter().map(|&(_, after)| after).collect();
        self.after.retain(|index| !taken.contains(index));
    }
}

/// The lines that stayed, and the parts of the code that changed into each other.
#[derive(Default)]
struct Diff {
    /// The new place of each unchanged line.
    same: HashMap<usize, usize>,
    /// The changed lines, part by part; a part has the same number before and after.
    parts_before: Vec<(Range<usize>, usize)>,
    parts_after: Vec<(Range<usize>, usize)>,
}

impl Diff {
    fn new(before: &[&str], after: &[&str]) -> Self {
        let mut diff = Self::default();
        if before.len().max(after.len()) > MAX_DIFFED_LINES {
            return diff;
        }
        let mut part = 0;
        for step in capture_diff_slices(Algorithm::Myers, before, after) {
            let (tag, old, new) = step.as_tag_tuple();
            if tag == DiffTag::Equal {
                // An equal brace or empty line by chance does not separate two changes.
                part += usize::from(before[old.clone()].iter().any(|line| line.contains(char::is_alphanumeric)));
                diff.same.extend(old.zip(new));
            } else {
                diff.parts_before.push((old, part));
                diff.parts_after.push((new, part));
            }
        }
        diff
    }

    fn moved_to(&self, line: usize) -> Option<usize> {
        self.same.get(&line).copied()
    }
}

fn part_of(parts: &[(Range<usize>, usize)], line: usize) -> Option<usize> {
    parts.iter().find(|(lines, _)| lines.contains(&line)).map(|&(_, part)| part)
}

/// Splits a text into lines as ESLint does: at LF, CRLF, CR, U+2028 and U+2029.
fn lines(code: &str) -> Vec<&str> {
    let mut lines = Vec::new();
    let mut rest = code;
    while let Some(end) = rest.find(['\n', '\r', '\u{2028}', '\u{2029}']) {
        lines.push(&rest[..end]);
        let line_end =
            if rest[end..].starts_with("\r\n") { 2 } else { rest[end..].chars().next().map_or(0, char::len_utf8) };
        rest = &rest[end + line_end..];
    }
    lines.push(rest);
    lines
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const EXEC: &str = "node-security/detect-child-process";
    const PATH: &str = "node-security/detect-non-literal-fs-filename";

    fn followed(
        (before, findings_before): (&str, &[Finding]),
        (after, findings_after): (&str, &[Finding]),
    ) -> Followed {
        follow(Version { code: before, findings: findings_before }, Version { code: after, findings: findings_after })
    }

    #[test]
    fn a_line_that_moved_down_keeps_its_finding() {
        let result = followed(
            ("a();\nexec(x);\n", &[Finding::at(EXEC, 2, 1)]),
            ("check(x);\na();\nmore();\nexec(x);\n", &[Finding::at(EXEC, 4, 1)]),
        );
        assert_eq!(result, Followed { kept: vec![(0, 0)], ..Followed::default() });
    }

    #[test]
    fn a_line_that_was_taken_elsewhere_keeps_its_finding() {
        let result = followed(
            ("exec(x);\na();\nb();\nc();\n", &[Finding::at(EXEC, 1, 1)]),
            ("a();\nb();\nc();\nfunction run(x) {\n    exec(x);\n}\n", &[Finding::at(EXEC, 5, 5)]),
        );
        assert_eq!(result, Followed { kept: vec![(0, 0)], ..Followed::default() });
    }

    #[test]
    fn a_line_that_was_changed_in_its_place_keeps_its_finding() {
        let result = followed(
            ("a();\nexec('ls ' + x);\nb();\n", &[Finding::at(EXEC, 2, 1)]),
            ("a();\nconst y = quote(x);\nexec('ls ' + y);\nb();\n", &[Finding::at(EXEC, 3, 1)]),
        );
        assert_eq!(result, Followed { kept: vec![(0, 0)], ..Followed::default() });
    }

    #[test]
    fn the_same_count_can_be_one_fixed_and_one_introduced() {
        let result = followed(
            ("exec(x);\na();\nb();\n", &[Finding::at(EXEC, 1, 1)]),
            ("safe(x);\na();\nb();\nexec(z);\n", &[Finding::at(EXEC, 4, 1)]),
        );
        assert_eq!(result, Followed { fixed: vec![0], introduced: vec![0], ..Followed::default() });
    }

    #[test]
    fn another_rule_on_the_same_line_is_another_finding() {
        let result = followed(("exec(x);", &[Finding::at(EXEC, 1, 1)]), ("exec(x);", &[Finding::at(PATH, 1, 1)]));
        assert_eq!(result, Followed { fixed: vec![0], introduced: vec![0], ..Followed::default() });
    }

    #[test]
    fn the_column_decides_between_findings_on_one_line() {
        let result = followed(
            ("exec(x); exec(y);", &[Finding::at(EXEC, 1, 1), Finding::at(EXEC, 1, 10)]),
            ("exec(x); exec(y);", &[Finding::at(EXEC, 1, 10)]),
        );
        assert_eq!(result, Followed { fixed: vec![0], kept: vec![(1, 0)], ..Followed::default() });
    }

    #[test]
    fn a_brace_does_not_hold_changes_apart() {
        let result = followed(
            ("run(() => {\n  exec(x);\n});\n", &[Finding::at(EXEC, 2, 3)]),
            ("try {\n  y = quote(x);\n});\nexec(y);\n", &[Finding::at(EXEC, 4, 1)]),
        );
        assert_eq!(result, Followed { kept: vec![(0, 0)], ..Followed::default() });
    }

    #[test]
    fn lines_end_as_in_javascript() {
        assert_eq!(lines("a\nb\r\nc\rd\u{2028}e\u{2029}f\n"), ["a", "b", "c", "d", "e", "f", ""]);
        assert_eq!(lines(""), [""]);
    }

    #[test]
    fn code_of_absurd_length_is_followed_by_its_text() {
        let before = "a;\n".repeat(MAX_DIFFED_LINES + 1) + "exec(x);";
        let after = "b;\n".repeat(2) + "exec(x);";
        let line = u32::try_from(MAX_DIFFED_LINES).unwrap() + 2;
        let result = followed((&before, &[Finding::at(EXEC, line, 1)]), (&after, &[Finding::at(EXEC, 3, 1)]));
        assert_eq!(result, Followed { kept: vec![(0, 0)], ..Followed::default() });
    }

    prop_compose! {
        fn version()(
            code in "([abc}]{0,2}\n){0,12}",
            places in prop::collection::vec((0..2_usize, 1..14_u32, 1..3_u32), 0..8),
        ) -> (String, Vec<Finding>) {
            let lines = u32::try_from(lines(&code).len()).unwrap();
            let findings = places.into_iter().filter(|&(_, line, _)| line <= lines);
            let findings = findings.map(|(rule, line, column)| Finding::at([EXEC, PATH][rule], line, column)).collect();
            (code, findings)
        }
    }

    proptest! {
        #[test]
        fn every_finding_has_one_fate((before, old) in version(), (after, new) in version()) {
            let result = followed((&before, &old), (&after, &new));
            let kept = result.kept.iter().map(|pair| pair.0);
            let mut fates: Vec<usize> = result.fixed.iter().copied().chain(kept).collect();
            fates.sort_unstable();
            prop_assert_eq!(fates, (0..old.len()).collect::<Vec<_>>());
            let mut origins: Vec<usize> =
                result.introduced.iter().copied().chain(result.kept.iter().map(|pair| pair.1)).collect();
            origins.sort_unstable();
            prop_assert_eq!(origins, (0..new.len()).collect::<Vec<_>>());
            for (index, partner) in result.kept {
                prop_assert_eq!(old[index].rule(), new[partner].rule());
            }
        }

        #[test]
        fn what_did_not_change_is_kept((code, findings) in version()) {
            let result = followed((&code, &findings), (&code, &findings));
            prop_assert_eq!(result.kept.len(), findings.len());
        }
    }
}
