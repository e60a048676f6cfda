//! `eslint-disable` comments and their like: which findings they suppress.

use std::collections::{HashMap, HashSet, VecDeque};

use oxc_span::Span;
use rustc_hash::FxHashSet;

use super::{
    Fix, LintMessage, RuleSet, Severity, SuppressedMessage, Suppression,
    comment::{DirectiveComment, Label, directive_comments, list},
    complaint::{MAX_COMPLAINTS, comment_message, unknown_rule},
};
use crate::estree::{Position, Positions, Tree};

/// The directives that a finding's suppressions list at most: the nearest ones. ESLint lists all, which lets a text of
/// n bytes ask for an answer of n².
const MAX_LISTED_SUPPRESSIONS: usize = 32;

/// The bytes of a text per suppression that its findings list together beyond one each.
const BYTES_PER_LISTED_SUPPRESSION: usize = 8;

/// The bytes of justifications, per byte of the text, that all suppressions hold together; the rest is left out.
const JUSTIFICATION_BYTES_PER_BYTE: usize = 4;

/// A rule (or all rules: `None`) that one comment disables or enables.
struct Directive<'a> {
    label: Label,
    rule: Option<&'a str>,
    /// The index of its comment.
    comment: usize,
    /// The position from which a block directive acts; of a directive for one line, the start of the line.
    from: Position,
}

/// A change along the text: from `at` on, the directive's rule is disabled or enabled.
#[derive(Clone, Copy)]
struct Switch {
    at: Position,
    off: bool,
    directive: usize,
}

/// A message with the directives that suppress it.
struct Judged {
    message: LintMessage,
    suppressions: Vec<Suppression>,
}

/// Applies the directives to the findings.
///
/// `messages` are sorted by position. Returns the messages that remain, with a warning for each directive that
/// suppressed nothing, and the suppressed ones. `switched_on` are rules that the text enables and that do not run here:
/// no warning is made about directives for them, nor for rules that the configuration leaves to ESLint.
pub(super) fn apply<'a>(
    comments: &[DirectiveComment<'a>],
    messages: Vec<LintMessage>,
    switched_on: &HashSet<String>,
    configured: &RuleSet,
    tree: &Tree<'_>,
    positions: &Positions<'_>,
) -> (Vec<LintMessage>, Vec<SuppressedMessage>) {
    let directives = directives(comments, configured, tree, positions);
    let mut judged: Vec<Judged> =
        messages.into_iter().map(|message| Judged { message, suppressions: Vec::new() }).collect();
    let mut warnings = Vec::new();
    let ending = used_enables(&directives);
    let mut room = Room::of(tree.source());
    for for_lines in [false, true] {
        let switches = switches(&directives, for_lines);
        let used = suppress(&directives, comments, &switches, &mut judged, &mut room);
        let unused = |enables: bool| {
            let is_unused = |(index, directive): &(usize, &Directive<'a>)| {
                matches!(directive.label, Label::DisableLine | Label::DisableNextLine) == for_lines
                    && (directive.label == Label::Enable) == enables
                    && !used.contains(index)
                    && !ending.contains(index)
                    && !directive
                        .rule
                        .is_some_and(|rule| switched_on.contains(rule) || configured.may_run_elsewhere(rule))
            };
            directives.iter().enumerate().filter(is_unused).map(|(_, directive)| directive).collect::<Vec<_>>()
        };
        for enables in [false, true] {
            warn(&unused(enables), comments, tree, positions, &mut warnings);
        }
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
    configured: &RuleSet,
    tree: &Tree<'_>,
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
            // A directive for one line that spans several lines is an error of its own.
            Label::DisableLine | Label::Eslint | Label::Global => continue,
        };
        let rules = list(comment.value, tree);
        let mut push = |rule| directives.push(Directive { label: comment.label, rule, comment: index, from });
        if rules.is_empty() {
            push(None);
        }
        rules.into_iter().filter(|rule| configured.named(rule.name).is_some()).for_each(|rule| push(Some(rule.name)));
    }
    directives
}

/// Returns the changes that the directives of one pass make, in the order of the text.
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

/// Suppresses the findings that the switches cover. A finding's first directive is the one that counts as used: the
/// last of those that cover it.
fn suppress(
    directives: &[Directive<'_>],
    comments: &[DirectiveComment<'_>],
    switches: &[Switch],
    judged: &mut [Judged],
    room: &mut Room,
) -> FxHashSet<usize> {
    let mut used = FxHashSet::default();
    // Indices into the switches: those that disable all rules, those that disable one, and those that enabled one
    // again.
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
        let listed = covering.len().saturating_sub(room.suppressions(MAX_LISTED_SUPPRESSIONS.min(covering.len())));
        suppressions.extend(covering[listed..].iter().map(|&place| {
            let comment = &comments[directives[switches[place].directive].comment];
            Suppression { kind: "directive".into(), justification: room.justification(comment.justification) }
        }));
    }
    used
}

/// The remaining room for the suppressions of a text, because one comment can cover any number of findings.
struct Room {
    suppressions: usize,
    justification_bytes: usize,
}

impl Room {
    fn of(source: &str) -> Self {
        /// The room of every text: a number of suppressions, and a number of bytes.
        const BASE_ROOM: usize = 64 << 10;
        Self {
            suppressions: BASE_ROOM + source.len() / BYTES_PER_LISTED_SUPPRESSION,
            justification_bytes: BASE_ROOM + JUSTIFICATION_BYTES_PER_BYTE * source.len(),
        }
    }

    /// Returns how many of one finding's suppressions to list, at least one.
    fn suppressions(&mut self, wanted: usize) -> usize {
        let allowed = wanted.min(1 + self.suppressions);
        self.suppressions -= allowed - 1;
        allowed
    }

    fn justification(&mut self, text: &str) -> String {
        if text.len() > self.justification_bytes {
            return "…".into();
        }
        self.justification_bytes -= text.len();
        text.into()
    }
}

fn push_bounded(places: &mut VecDeque<usize>, place: usize) {
    if places.len() == MAX_LISTED_SUPPRESSIONS {
        places.pop_front();
    }
    places.push_back(place);
}

/// Returns the `eslint-enable`s that end an earlier directive, by their indices among the directives.
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

/// Sets the severity of the warnings about unused directives, or removes them. They are the only messages without a
/// rule that have a fix.
pub(super) fn judge_unused(messages: &mut Vec<LintMessage>, severity: Option<Severity>) {
    let is_unused = |message: &LintMessage| message.rule_id.is_none() && message.fix.is_some();
    match severity {
        Some(Severity::Warn) => {}
        Some(severity) => messages.iter_mut().filter(|it| is_unused(it)).for_each(|it| it.severity = severity),
        None => messages.retain(|message| !is_unused(message)),
    }
}

/// Adds a warning for each directive comment that is ignored.
pub(super) fn warn_of_ignored(messages: &mut Vec<LintMessage>, tree: &Tree<'_>) {
    let comments = directive_comments(tree);
    if comments.is_empty() {
        return;
    }
    let positions = Positions::new(tree.source());
    let warning = |comment: &DirectiveComment<'_>| {
        let text = comment.span.source_text(tree.source());
        let message = format!("'{text}' has no effect because you have 'noInlineConfig' setting in your config.");
        let message = comment_message(comment.span, None, false, message, &positions);
        LintMessage { severity: Severity::Warn, ..message }
    };
    let found = std::mem::take(messages);
    messages.extend(comments.iter().take(MAX_COMPLAINTS).map(warning).chain(found));
    messages.sort_by_key(|message| (message.line, message.column));
}

/// Adds one warning for a comment whose directives are all unused, or else one for each unused directive.
fn warn(
    unused: &[&Directive<'_>],
    comments: &[DirectiveComment<'_>],
    tree: &Tree<'_>,
    positions: &Positions<'_>,
    warnings: &mut Vec<LintMessage>,
) {
    for group in unused.chunk_by(|one, other| one.comment == other.comment) {
        if warnings.len() >= MAX_COMPLAINTS {
            return;
        }
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
        let names = list(comment.value, tree);
        if names.len() > rules.len() {
            // Both are in the order of the comment.
            let mut rules = rules.into_iter().peekable();
            for listed in &names {
                if let Some(rule) = rules.next_if_eq(&listed.name) {
                    push(&[rule], comment.without(listed, tree), "");
                }
            }
        } else {
            push(&rules, comment.span, " ");
        }
    }
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

/// Returns the errors in the directives themselves: rules that do not exist, a directive for one line that spans
/// several.
pub(super) fn complaints(
    comments: &[DirectiveComment<'_>],
    configured: &RuleSet,
    tree: &Tree<'_>,
    positions: &Positions<'_>,
) -> Vec<LintMessage> {
    let mut complaints = Vec::new();
    for comment in comments {
        if complaints.len() >= MAX_COMPLAINTS {
            break;
        }
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
                list(comment.value, tree)
                    .into_iter()
                    .filter(|rule| configured.named(rule.name).is_none())
                    .take(MAX_COMPLAINTS)
                    .map(|rule| unknown_rule(comment.span, rule.name, positions)),
            ),
        }
    }
    complaints
}
