//! The answers themselves: code with its findings marked, and the changes of remediation.

use maud::{Markup, html};
use oxsec_rules::{Evidence, Judged, LintMessage, Severity};
use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::answer::Status;
use crate::experiment::{Attempt, Examination, Finding, Linter, ScoredAnswer};

use super::colours::{Colour, colours};
use super::rule_name;
use crate::text::{visible, visible_line};

/// The effect of a remediation on a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    Fixed,
    Stays,
    Introduced,
}

impl Fate {
    fn name(self) -> &'static str {
        match self {
            Fate::Fixed => "fixed",
            Fate::Stays => "stays",
            Fate::Introduced => "introduced",
        }
    }
}

/// A finding to be marked.
#[derive(Clone, Copy)]
struct Noted<'f> {
    finding: &'f LintMessage,
    /// The fate, if there was a remediation.
    fate: Option<Fate>,
    /// The verdict, if proofs were searched for.
    verdict: Option<Judged>,
    /// It counts in the figures; a proof may be shown beside the findings that count.
    counts: bool,
}

/// Renders an answer, its findings, and every round of its remediation. `same` are equal except for their iteration. If
/// the same answer is shown elsewhere before, a link to it is rendered instead.
pub fn answer(same: &[&ScoredAnswer], before: Option<&(String, String)>, linter: &mut Linter) -> Markup {
    let scored = same[0];
    if let Some((place, name)) = before {
        return html! {
            (heading(same))
            p.muted {
                "The same answer, with the same repairs, as in "
                a href={ "#" (place) } { (visible_line(name)) } "."
            }
        };
    }
    let original = scored.answer;
    let examined = linter.examine(&original.code, &original.origin);
    let first = Step::new(&original.code, &examined);
    let repairs: Vec<Option<Examination>> = (scored.remediations.iter())
        .map(|remediation| match &remediation.remediation.attempt {
            Attempt::Answered { code, origin, .. } => Some(linter.examine(code, origin)),
            Attempt::Failed { .. } => None,
        })
        .collect();
    let mut before = &first;
    let steps: Vec<Option<Step>> = (scored.remediations.iter().zip(&repairs))
        .map(|(remediation, examined)| Some(Step::new(remediation.remediation.attempt.text(), examined.as_ref()?)))
        .collect();
    let mut rounds = Vec::new();
    let mut fates: Option<Vec<Fate>> = None;
    for (remediation, after) in scored.remediations.iter().zip(&steps) {
        let round = remediation.remediation.round;
        if let Some(after) = after {
            let change = Change::new(before, after);
            fates.get_or_insert_with(|| change.before.clone());
            rounds.push(remediated(round, before, after, &change));
            before = after;
        } else {
            rounds.push(html! {
                div {
                    h4 { "Remediation " (round) }
                    p.muted { "Never answered: " (visible(remediation.remediation.attempt.text())) }
                }
            });
        }
    }
    let noted = first.noted(fates.as_deref());
    html! {
        (heading(same))
        div.sides {
            div {
                h4 { "Answer" }
                ol.code {
                    @for (index, line) in first.lines.iter().enumerate() {
                        (code_line(line, first.colours(index), index, "", &noted))
                    }
                }
            }
            @for round in rounds { (round) }
        }
    }
}

fn heading(same: &[&ScoredAnswer]) -> Markup {
    let iterations: Vec<String> = same.iter().map(|scored| scored.answer.iteration.to_string()).collect();
    html! {
        h3 {
            @if let [only] = iterations.as_slice() { "Iteration " (only) }
            @else { "Iterations " (iterations.join(", ")) span { (same.len()) " identical answers" } }
            (verdict(same[0]))
        }
    }
}

/// Returns the outcome of the answer, in a word or two.
fn verdict(scored: &ScoredAnswer) -> Markup {
    let findings = scored.score.findings().len();
    html! {
        @match scored.score.status {
            status if findings == 0 && status != Status::Code => { span.bad { (status.phrase(1)) } }
            _ if findings == 0 => { span.good { "clean" } }
            _ => { span.bad { "vulnerable: " (findings) @if findings == 1 { " finding" } @else { " findings" } } }
        }
        @if scored.is_fixed() { span.good { "fixed by remediation" } }
        @else if scored.is_vulnerable() && !scored.remediations.is_empty() { span.bad { "not fixed" } }
        @if let Some(ms) = scored.answer.generation_time_ms { span { (format!("{:.1} s", ms / 1000.0)) } }
    }
}

/// Renders a round of remediation as the difference that it makes.
fn remediated(round: u32, before: &Step, after: &Step, change: &Change) -> Markup {
    let noted = after.noted(Some(&change.after));
    let count = |fate: Fate| change.before.iter().chain(&change.after).filter(|other| **other == fate).count();
    // A finding that stays is among those of either side.
    let stays = change.after.iter().filter(|fate| **fate == Fate::Stays).count();
    html! {
        div {
            h4 {
                "Remediation " (round) ": "
                @if after.is_code {
                    (count(Fate::Fixed)) " fixed, " (stays) " stay, " (count(Fate::Introduced)) " introduced"
                } @else {
                    (after.status.phrase(1))
                }
            }
            ol.code {
                @for operation in &change.operations {
                    @if let DiffOp::Delete { old_index, old_len, .. }
                        | DiffOp::Replace { old_index, old_len, .. } = *operation
                    {
                        @for index in old_index..old_index + old_len {
                            (code_line(before.lines[index], before.colours(index), usize::MAX, "gone", &[]))
                        }
                    }
                    @if let DiffOp::Insert { new_index, new_len, .. }
                        | DiffOp::Replace { new_index, new_len, .. } = *operation
                    {
                        @for index in new_index..new_index + new_len {
                            (code_line(after.lines[index], after.colours(index), index, "come", &noted))
                        }
                    }
                    @if let DiffOp::Equal { new_index, len, .. } = *operation {
                        @for index in new_index..new_index + len {
                            (code_line(after.lines[index], after.colours(index), index, "", &noted))
                        }
                    }
                }
            }
        }
    }
}

/// Renders a line of code, its findings marked in it and explained below it.
fn code_line(line: &str, colours: &[Colour], index: usize, class: &'static str, noted: &[Noted]) -> Markup {
    let here: Vec<&Noted> = noted.iter().filter(|noted| noted.finding.line as usize == index.wrapping_add(1)).collect();
    let marks = merged(here.iter().map(|noted| range_in_line(noted.finding, line)).collect());
    let mut rest = 0;
    html! {
        li class=[(!class.is_empty()).then_some(class)] {
            @for (start, end) in marks {
                (coloured(line, rest, start, colours))
                mark { (coloured(line, start, end, colours)) }
                @let () = rest = end;
            }
            (coloured(line, rest, line.len(), colours))
            @for noted in here { (note(noted)) }
        }
    }
}

/// Renders a part of a line in its colours.
fn coloured(line: &str, start: usize, end: usize, colours: &[Colour]) -> Markup {
    let first = colours.partition_point(|colour| colour.end <= start);
    let mut rest = start;
    html! {
        @for colour in colours[first..].iter().take_while(|colour| colour.start < end) {
            @let (from, to) = (colour.start.max(start), colour.end.min(end));
            (visible(&line[rest..from]))
            span class=(colour.class) { (visible(&line[from..to])) }
            @let () = rest = to;
        }
        (visible(&line[rest..end]))
    }
}

fn note(noted: &Noted) -> Markup {
    let Noted { finding, fate, verdict, counts } = *noted;
    let severity = match finding.severity {
        Severity::Error => "error",
        Severity::Warn => "warning",
    };
    let message = finding.message.lines().map(str::trim).collect::<Vec<_>>().join("\n");
    html! {
        div.finding.fixed[fate == Some(Fate::Fixed)].proof[!counts] role="note" {
            b { (rule_name(finding.rule_id.as_deref().unwrap_or_default())) }
            span.fate {
                @if counts { " " (severity) } @else { " proof, not counted in these figures" }
                @if let Some(fate) = fate { ", " (fate.name()) }
                @if let Some(verdict) = verdict.filter(|_| finding.evidence.is_none()) {
                    ", " (verdict.name())
                    @if let Some(judgement) = &finding.judgement && !judgement.reason.is_empty() {
                        ": " (visible_line(&judgement.reason))
                    }
                }
            }
            "\n" (visible(&message))
            @if let Some(evidence) = &finding.evidence { (proof(evidence)) }
        }
    }
}

/// Renders the path of the data and the input that does the damage, or the fact and the attack that it enables.
fn proof(evidence: &Evidence) -> Markup {
    let (kind, steps) = match evidence {
        Evidence::Flow { source, steps, .. } => (Some(source.name()), steps),
        Evidence::Fact { steps, .. } => (None, steps),
    };
    html! {
        ol.steps {
            @for (index, step) in steps.iter().enumerate() {
                li {
                    span.fate { "line " (step.line) @if let (0, Some(kind)) = (index, kind) { ", " (kind) } ": " }
                    (visible(&step.text))
                }
            }
        }
        @match evidence {
            Evidence::Flow { sink, witness, .. } => {
                (visible(&format!("{}, {}", sink.does, sink.context))) "\n"
                "Input: " code.witness { (visible(witness)) }
            }
            Evidence::Fact { attack, .. } => (visible(attack)),
        }
    }
}

/// Returns the bytes of its first line that a finding spans.
fn range_in_line(finding: &LintMessage, line: &str) -> (usize, usize) {
    let start = byte_at(line, finding.column);
    let end = match (finding.end_line, finding.end_column) {
        (Some(end_line), Some(end_column)) if end_line == finding.line => byte_at(line, end_column),
        _ => line.len(),
    };
    (start, end.max(start))
}

/// Returns the byte in a line at a 1-based column of UTF-16 units; the end where the column is beyond it.
fn byte_at(line: &str, column: u32) -> usize {
    let mut units = 1;
    for (byte, character) in line.char_indices() {
        if units >= column {
            return byte;
        }
        units += character.len_utf16() as u32;
    }
    line.len()
}

/// Returns the non-empty ranges in ascending order, with adjacent ones merged.
fn merged(mut ranges: Vec<(usize, usize)>) -> Vec<(usize, usize)> {
    ranges.retain(|(start, end)| start < end);
    ranges.sort_unstable();
    let mut merged: Vec<(usize, usize)> = Vec::new();
    for (start, end) in ranges {
        match merged.last_mut() {
            Some(last) if start <= last.1 => last.1 = last.1.max(end),
            _ => merged.push((start, end)),
        }
    }
    merged
}

/// A piece of code with its findings.
struct Step<'s> {
    lines: Vec<&'s str>,
    /// The colours of each line; empty where there is no code.
    colours: Vec<Vec<Colour>>,
    findings: &'s [LintMessage],
    /// The same findings with the verdicts on them.
    judged: &'s [Finding],
    /// Findings with a proof that do not count.
    proofs: &'s [LintMessage],
    status: Status,
    is_code: bool,
}

impl<'s> Step<'s> {
    fn new(code: &'s str, examined: &'s Examination) -> Self {
        let Examination { score, findings, proofs } = examined;
        let lines = lines(code);
        let colours = if score.is_code() { colours(&lines) } else { Vec::new() };
        Self {
            lines,
            colours,
            findings,
            judged: score.findings(),
            proofs,
            status: score.status,
            is_code: score.is_code(),
        }
    }

    /// Returns the findings that count, with their fates, then the proofs beside them.
    fn noted(&self, fates: Option<&[Fate]>) -> Vec<Noted<'s>> {
        let counted = self.findings.iter().enumerate().map(|(index, finding)| Noted {
            finding,
            fate: fates.map(|fates| fates[index]),
            verdict: self.judged[index].verdict(),
            counts: true,
        });
        let proofs = self.proofs.iter().map(|finding| Noted { finding, fate: None, verdict: None, counts: false });
        counted.chain(proofs).collect()
    }

    fn colours(&self, line: usize) -> &[Colour] {
        self.colours.get(line).map_or(&[], Vec::as_slice)
    }
}

/// Splits code into lines as ESLint does. A byte order mark is not part of the first.
fn lines(code: &str) -> Vec<&str> {
    let code = code.strip_prefix('\u{feff}').unwrap_or(code);
    let mut lines = Vec::new();
    let mut start = 0;
    let mut characters = code.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        if !matches!(character, '\n' | '\r' | '\u{2028}' | '\u{2029}') {
            continue;
        }
        lines.push(&code[start..at]);
        start = at + character.len_utf8();
        if character == '\r'
            && let Some((_, '\n')) = characters.peek()
        {
            characters.next();
            start += 1;
        }
    }
    if start < code.len() {
        lines.push(&code[start..]);
    }
    lines
}

/// The change between two steps.
struct Change {
    operations: Vec<DiffOp>,
    /// The fates of the findings before, in their order.
    before: Vec<Fate>,
    /// The fates of the findings after, in their order.
    after: Vec<Fate>,
}

impl Change {
    /// Compares two steps. A finding stays when the same rule finds something at the same place of an unchanged line,
    /// and, among the rest, when the same rule finds anything at all.
    fn new(before: &Step, after: &Step) -> Self {
        let operations = capture_diff_slices(Algorithm::Myers, &before.lines, &after.lines);
        let mut fates_before = vec![Fate::Fixed; before.findings.len()];
        let mut fates_after = vec![Fate::Introduced; after.findings.len()];
        let same_place = |old: &LintMessage, new: &LintMessage| {
            new.column == old.column && moved_line(&operations, old.line) == Some(new.line)
        };
        for needs_same_place in [true, false] {
            for (old, fate) in before.findings.iter().zip(&mut fates_before) {
                if *fate == Fate::Stays {
                    continue;
                }
                let stays = (0..after.findings.len()).find(|index| {
                    let new = &after.findings[*index];
                    fates_after[*index] == Fate::Introduced
                        && new.rule_id == old.rule_id
                        && (!needs_same_place || same_place(old, new))
                });
                if let Some(index) = stays {
                    *fate = Fate::Stays;
                    fates_after[index] = Fate::Stays;
                }
            }
        }
        // Code that is gone takes its findings with it, but nothing was fixed.
        if !after.is_code {
            fates_before.fill(Fate::Stays);
        }
        Self { operations, before: fates_before, after: fates_after }
    }
}

/// Returns the 1-based line after the change of a line before it, where that is unchanged.
fn moved_line(operations: &[DiffOp], line: u32) -> Option<u32> {
    let index = usize::try_from(line).ok()?.checked_sub(1)?;
    operations.iter().find_map(|operation| match *operation {
        DiffOp::Equal { old_index, new_index, len } if (old_index..old_index + len).contains(&index) => {
            u32::try_from(new_index + index - old_index + 1).ok()
        }
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use oxsec_rules::Verdict;

    use super::*;
    use crate::experiment::Score;

    fn finding(rule: &'static str, line: u32, column: u32) -> LintMessage {
        LintMessage {
            rule_id: Some(rule.into()),
            end_line: Some(line),
            end_column: Some(column + 3),
            ..LintMessage::new(Severity::Error, "CWE-1 | what | HIGH\n   Fix: how", line, column)
        }
    }

    /// Returns the result of an analysis with these findings.
    fn examined(findings: Vec<LintMessage>) -> Examination {
        let found = findings.iter().filter_map(Finding::of).collect();
        Examination { score: Score::of(Verdict::Code, Status::Code, found), findings, proofs: Vec::new() }
    }

    #[test]
    fn lines_end_as_eslint_says() {
        assert_eq!(lines("\u{feff}a\r\nb\rc\u{2028}d\ne"), ["a", "b", "c", "d", "e"]);
        assert_eq!(lines("a\n"), ["a"]);
        assert!(lines("").is_empty());
    }

    #[test]
    fn columns_are_utf16_units() {
        let line = "'😀é'; run(x)";
        let start = byte_at(line, 8);
        assert_eq!(&line[start..start + 3], "run");
        assert_eq!(byte_at(line, 99), line.len());
    }

    #[test]
    fn a_finding_is_marked_in_its_place_and_explained_below() {
        let run = finding("a/b", 1, 5);
        let shown = code_line(
            "x = run(\"<b>\")",
            &colours(&["x = run(\"<b>\")"])[0],
            0,
            "",
            &[Noted { finding: &run, fate: Some(Fate::Fixed), verdict: None, counts: true }],
        )
        .into_string();
        assert_eq!(
            shown,
            "<li>x = <mark>run</mark>(<span class=\"s\">&quot;&lt;b&gt;&quot;</span>)\
             <div class=\"finding fixed\" role=\"note\"><b>a/b</b>\
             <span class=\"fate\"> error, fixed</span>\nCWE-1 | what | HIGH\nFix: how</div></li>"
        );
    }

    #[test]
    fn marks_that_overlap_are_one() {
        assert_eq!(merged(vec![(4, 9), (0, 2), (6, 7), (9, 9)]), [(0, 2), (4, 9)]);
    }

    #[test]
    fn fates_follow_a_finding_to_its_new_line() {
        let before = examined(vec![
            finding("pg/no-select-all", 1, 1),
            finding("pg/no-select-all", 2, 1),
            finding("pg/no-floating-query", 2, 1),
        ]);
        let after = examined(vec![finding("pg/no-unsafe-query", 1, 1), finding("pg/no-select-all", 3, 1)]);
        let change = Change::new(&Step::new("one\ntwo", &before), &Step::new("new\n1\ntwo", &after));
        assert_eq!(change.before, [Fate::Fixed, Fate::Stays, Fate::Fixed]);
        assert_eq!(change.after, [Fate::Introduced, Fate::Stays]);
    }

    #[test]
    fn code_that_is_gone_fixes_nothing() {
        let before = examined(vec![finding("pg/no-select-all", 1, 1)]);
        let score = Score::of(Verdict::Unparsable, Status::Unparsable, Vec::new());
        let after = Examination { score, ..examined(Vec::new()) };
        let change = Change::new(&Step::new("one", &before), &Step::new("I cannot", &after));
        assert_eq!(change.before, [Fate::Stays]);
    }
}
