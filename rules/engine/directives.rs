//! `eslint-disable` comments and their like: what they are, and which findings they take.

use std::collections::{HashMap, HashSet, VecDeque};

use oxc_ast::ast::CommentKind;
use oxc_span::Span;
use rustc_hash::FxHashSet;

use super::{
    Catalogue, Fix, LintMessage, Severity, SuppressedMessage, Suppression, core_rules::CORE_RULES, inline_config,
};
use crate::estree::{Position, Positions, Tree, is_white_space};

/// How many of the directives over one finding its suppressions list: the nearest ones. ESLint lists
/// all, which lets a text of n bytes ask for an answer of n².
const LISTED: usize = 32;

/// A comment that is written for ESLint.
pub(super) struct DirectiveComment<'a> {
    pub span: Span,
    pub label: Label,
    /// What stands behind the label.
    pub value: &'a str,
    /// What stands behind `--`.
    justification: &'a str,
}

impl DirectiveComment<'_> {
    /// Returns whether the comment can take findings away.
    pub(super) fn can_silence(&self) -> bool {
        !matches!(self.label, Label::Enable | Label::Global)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    Disable,
    Enable,
    DisableLine,
    DisableNextLine,
    Eslint,
    Global,
}

impl Label {
    fn of(word: &str) -> Option<Self> {
        Some(match word {
            "eslint-disable" => Label::Disable,
            "eslint-enable" => Label::Enable,
            "eslint-disable-line" => Label::DisableLine,
            "eslint-disable-next-line" => Label::DisableNextLine,
            "eslint" => Label::Eslint,
            "global" | "globals" => Label::Global,
            _ => return None,
        })
    }
}

/// The comments of a text that are written for ESLint, in order.
pub(super) fn directive_comments<'a>(tree: &Tree<'a>) -> Vec<DirectiveComment<'a>> {
    tree.comments()
        .iter()
        .filter_map(|comment| {
            let text = tree.comment_text(comment).trim_start_matches(is_white_space);
            // What every label begins with.
            if !text.starts_with(['e', 'g']) {
                return None;
            }
            let (text, justification) = split_justification(text);
            let text = text.trim_matches(is_white_space);
            let end = text.find(is_white_space).unwrap_or(text.len());
            let label = Label::of(&text[..end])?;
            let for_lines = matches!(label, Label::DisableLine | Label::DisableNextLine);
            (for_lines || comment.kind != CommentKind::Line).then(|| DirectiveComment {
                span: comment.span,
                label,
                value: text[end..].trim_matches(is_white_space),
                justification: justification.trim_matches(is_white_space),
            })
        })
        .collect()
}

/// Splits at the first `--` with white space on both sides.
fn split_justification(text: &str) -> (&str, &str) {
    for (at, _) in text.match_indices("--") {
        let before = &text[..at];
        let dashes = text[at..].len() - text[at..].trim_start_matches('-').len();
        let after = &text[at + dashes..];
        if before.ends_with(is_white_space) && after.starts_with(is_white_space) {
            return (before, after);
        }
    }
    (text, "")
}

/// The names of a list, each once, quotes taken off.
pub(super) fn list(value: &str) -> Vec<&str> {
    let mut names = Vec::new();
    for name in value.split(',') {
        let name = name.trim_matches(is_white_space);
        let name =
            ['\'', '"'].into_iter().find_map(|quote| name.strip_prefix(quote)?.strip_suffix(quote)).unwrap_or(name);
        if !name.is_empty() && !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// Whether a rule of this name exists: one of ours, or one of ESLint's own.
pub(super) fn is_known(rule: &str, catalogue: &Catalogue) -> bool {
    CORE_RULES.binary_search(&rule).is_ok() || catalogue.entry(rule).is_some()
}

/// One rule (or all: `None`) that one comment switches off or on.
struct Directive<'a> {
    label: Label,
    rule: Option<&'a str>,
    /// Its comment's place among the comments.
    comment: usize,
    /// Where a block directive begins to act; of a directive for a line, the line's start.
    from: Position,
}

/// A directive as a switch along the text: `from` here on, `rule` is off or on again.
#[derive(Clone, Copy)]
struct Switch {
    at: Position,
    off: bool,
    directive: usize,
}

/// A message and what suppresses it.
struct Judged {
    message: LintMessage,
    suppressions: Vec<Suppression>,
}

/// Lets the directives take what they cover.
///
/// `messages` are sorted by place. Gives what is left, with a warning for each directive that took
/// nothing, and what was taken. `switched_on` are ESLint's own rules that the text switches on: they
/// do not run here, so nothing is said about directives for them.
pub(super) fn apply<'a>(
    comments: &[DirectiveComment<'a>],
    messages: Vec<LintMessage>,
    switched_on: &HashSet<&'a str>,
    catalogue: &Catalogue,
    source: &str,
    positions: &Positions<'_>,
) -> (Vec<LintMessage>, Vec<SuppressedMessage>) {
    let directives = directives(comments, catalogue, positions);
    let mut judged: Vec<Judged> =
        messages.into_iter().map(|message| Judged { message, suppressions: Vec::new() }).collect();
    let mut warnings = Vec::new();
    let ending = used_enables(&directives);
    for for_lines in [false, true] {
        let switches = switches(&directives, for_lines);
        let used = take(&directives, comments, &switches, &mut judged);
        let unused = |enables: bool| {
            let is_unused = |(index, directive): &(usize, &Directive<'a>)| {
                matches!(directive.label, Label::DisableLine | Label::DisableNextLine) == for_lines
                    && (directive.label == Label::Enable) == enables
                    && !used.contains(index)
                    && !ending.contains(index)
                    && !directive.rule.is_some_and(|rule| switched_on.contains(rule))
            };
            directives.iter().enumerate().filter(is_unused).map(|(_, directive)| directive).collect::<Vec<_>>()
        };
        warnings.extend(warn(&unused(false), comments, source, positions));
        warnings.extend(warn(&unused(true), comments, source, positions));
    }
    let mut left = Vec::new();
    let mut suppressed = Vec::new();
    for Judged { message, suppressions } in judged {
        if suppressions.is_empty() {
            left.push(message);
        } else {
            suppressed.push(SuppressedMessage { message, suppressions });
        }
    }
    left.extend(warnings);
    left.sort_by_key(|message| (message.line, message.column));
    (left, suppressed)
}

fn directives<'a>(
    comments: &[DirectiveComment<'a>],
    catalogue: &Catalogue,
    positions: &Positions<'_>,
) -> Vec<Directive<'a>> {
    let mut directives = Vec::new();
    for (index, comment) in comments.iter().enumerate() {
        let start = positions.position(comment.span.start);
        let from = match comment.label {
            Label::Disable | Label::Enable => start,
            Label::DisableLine if start.line == positions.position(comment.span.end).line => {
                Position { line: start.line, column: 1 }
            }
            Label::DisableNextLine => Position { line: positions.position(comment.span.end).line + 1, column: 1 },
            // One for a line that spans several is an error of its own.
            Label::DisableLine | Label::Eslint | Label::Global => continue,
        };
        let rules = list(comment.value);
        let mut push = |rule| directives.push(Directive { label: comment.label, rule, comment: index, from });
        if rules.is_empty() {
            push(None);
        }
        rules.into_iter().filter(|rule| is_known(rule, catalogue)).for_each(|rule| push(Some(rule)));
    }
    directives
}

/// What the directives of one pass switch, in the order of the text.
fn switches(directives: &[Directive<'_>], for_lines: bool) -> Vec<Switch> {
    let mut switches = Vec::new();
    for (index, directive) in directives.iter().enumerate() {
        match (directive.label, for_lines) {
            (Label::Disable | Label::Enable, false) => {
                switches.push(Switch { at: directive.from, off: directive.label == Label::Disable, directive: index });
            }
            (Label::DisableLine | Label::DisableNextLine, true) => {
                let line = directive.from.line;
                switches.push(Switch { at: directive.from, off: true, directive: index });
                switches.push(Switch { at: Position { line: line + 1, column: 0 }, off: false, directive: index });
            }
            _ => {}
        }
    }
    switches.sort_by_key(|switch| switch.at);
    switches
}

/// Suppresses what the switches cover. Gives the directives that took a finding first; of several
/// over one finding, the last.
fn take(
    directives: &[Directive<'_>],
    comments: &[DirectiveComment<'_>],
    switches: &[Switch],
    judged: &mut [Judged],
) -> FxHashSet<usize> {
    let mut used = FxHashSet::default();
    // Places among the switches: what is off for every rule, what for one, and where one went on again.
    let mut all_off: VecDeque<usize> = VecDeque::new();
    let mut off: HashMap<&str, VecDeque<usize>> = HashMap::new();
    let mut on: HashMap<&str, usize> = HashMap::new();
    let mut next = 0;
    for Judged { message, suppressions } in judged {
        let place = Position { line: message.line, column: message.column };
        while let Some(switch) = switches.get(next).filter(|switch| switch.at <= place) {
            match (directives[switch.directive].rule, switch.off) {
                (None, true) => push_bounded(&mut all_off, next),
                (Some(rule), true) => push_bounded(off.entry(rule).or_default(), next),
                (None, false) => {
                    all_off.clear();
                    off.clear();
                    on.clear();
                }
                (Some(rule), false) => {
                    off.remove(rule);
                    on.insert(rule, next);
                }
            }
            next += 1;
        }
        let rule = message.rule_id.as_deref();
        let since = rule.and_then(|rule| on.get(rule).copied());
        let own = rule.and_then(|rule| off.get(rule));
        let mut covering: Vec<usize> = all_off
            .iter()
            .copied()
            .filter(|&place| since.is_none_or(|since| place > since))
            .chain(own.into_iter().flatten().copied())
            .collect();
        covering.sort_unstable();
        let Some(&last) = covering.last() else { continue };
        if suppressions.is_empty() {
            used.insert(switches[last].directive);
        }
        let listed = covering.len().saturating_sub(LISTED);
        suppressions.extend(covering[listed..].iter().map(|&place| {
            let comment = &comments[directives[switches[place].directive].comment];
            Suppression { kind: "directive".into(), justification: comment.justification.to_string() }
        }));
    }
    used
}

fn push_bounded(places: &mut VecDeque<usize>, place: usize) {
    if places.len() == LISTED {
        places.pop_front();
    }
    places.push_back(place);
}

/// The `eslint-enable`s that end a directive before them, by their places among the directives.
fn used_enables(directives: &[Directive<'_>]) -> FxHashSet<usize> {
    let mut waiting: HashMap<Option<&str>, usize> = HashMap::new();
    let mut used = FxHashSet::default();
    for (index, directive) in directives.iter().enumerate().rev() {
        match (directive.label, directive.rule) {
            (Label::Disable, None) => used.extend(waiting.drain().map(|(_, enable)| enable)),
            (Label::Disable, rule) => used.extend(waiting.get(&rule).or_else(|| waiting.get(&None))),
            (Label::Enable, rule) => {
                if rule.is_none() {
                    waiting.clear();
                }
                waiting.insert(rule, index);
            }
            _ => {}
        }
    }
    used
}

/// A warning for each comment whose directives are all unused, or for each that is.
fn warn(
    unused: &[&Directive<'_>],
    comments: &[DirectiveComment<'_>],
    source: &str,
    positions: &Positions<'_>,
) -> Vec<LintMessage> {
    let mut warnings = Vec::new();
    for group in unused.chunk_by(|one, other| one.comment == other.comment) {
        let comment = &comments[group[0].comment];
        let place = positions.position(comment.span.start);
        let rules: Vec<&str> = group.iter().filter_map(|directive| directive.rule).collect();
        let mut push = |rules: &[&str], range: Span, replacement: &str| {
            let fix = Fix {
                range: [positions.utf16_offset(range.start), positions.utf16_offset(range.end)],
                text: replacement.to_string(),
            };
            let message = unused_message(comment.label, rules);
            warnings.push(LintMessage {
                fix: Some(fix),
                ..LintMessage::new(Severity::Warn, message, place.line, place.column)
            });
        };
        if list(comment.value).len() > rules.len() {
            for rule in rules {
                push(&[rule], list_item(comment, rule, source), "");
            }
        } else {
            push(&rules, comment.span, " ");
        }
    }
    warnings
}

fn unused_message(label: Label, rules: &[&str]) -> String {
    let (name, what, from) = if label == Label::Enable {
        ("eslint-enable", "no matching eslint-disable directives were found", "for")
    } else {
        ("eslint-disable", "no problems were reported", "from")
    };
    let quoted: Vec<String> = rules.iter().map(|rule| format!("'{rule}'")).collect();
    let names = match quoted.as_slice() {
        [] => return format!("Unused {name} directive ({what})."),
        [one] => one.clone(),
        [one, other] => format!("{one} or {other}"),
        [first @ .., last] => format!("{}, or {last}", first.join(", ")),
    };
    format!("Unused {name} directive ({what} {from} {names}).")
}

/// What to cut out of a list so that one rule leaves it: the name with one of the commas beside it.
fn list_item(comment: &DirectiveComment<'_>, rule: &str, source: &str) -> Span {
    let text = comment.value;
    let start = comment.span.start as usize
        + source[comment.span.start as usize..comment.span.end as usize].find(text).unwrap_or(0);
    let mut item = 0;
    for part in text.split(',') {
        let end = item + part.len();
        if list(part).first() == Some(&rule) {
            let (before, after) = (item > 0, end < text.len());
            // From the comma before, with the white space before it, to the next name, or only to the
            // comma behind where the name stands between two.
            let from = if before { text[..item - 1].trim_end_matches(is_white_space).len() } else { 0 };
            let name_end = item + part.trim_end_matches(is_white_space).len();
            let to = if after {
                let next = end + 1;
                next + text[next..].len() - text[next..].trim_start_matches(is_white_space).len()
            } else {
                name_end
            };
            let (from, to) = if before && after { (item - 1, end) } else { (from, to) };
            return Span::new((start + from) as u32, (start + to) as u32);
        }
        item = end + 1;
    }
    comment.span
}

/// A message about a comment as a whole.
pub(super) fn comment_message(
    span: Span,
    rule: Option<String>,
    fatal: bool,
    message: String,
    positions: &Positions<'_>,
) -> LintMessage {
    let [start, end] = positions.span(span);
    LintMessage {
        rule_id: rule.map(Into::into),
        fatal,
        end_line: Some(end.line),
        end_column: Some(end.column),
        ..LintMessage::new(Severity::Error, message, start.line, start.column)
    }
}

/// What is wrong with the directives themselves: rules that do not exist, one for a line over several.
pub(super) fn complaints(
    comments: &[DirectiveComment<'_>],
    catalogue: &Catalogue,
    positions: &Positions<'_>,
) -> Vec<LintMessage> {
    let mut complaints = Vec::new();
    for comment in comments {
        let lines = positions.position(comment.span.start).line..=positions.position(comment.span.end).line;
        match comment.label {
            Label::DisableLine if lines.start() != lines.end() => complaints.push(comment_message(
                comment.span,
                None,
                false,
                "eslint-disable-line comment should not span multiple lines.".into(),
                positions,
            )),
            Label::Eslint | Label::Global => {}
            _ => complaints.extend(
                list(comment.value)
                    .into_iter()
                    .filter(|rule| !is_known(rule, catalogue))
                    .map(|rule| inline_config::unknown_rule(comment.span, rule, positions)),
            ),
        }
    }
    complaints
}
