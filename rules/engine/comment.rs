//! ESLint's directive comments, and the lists of rules in them.

use std::collections::HashSet;

use oxc_ast::ast::CommentKind;
use oxc_span::Span;

use crate::estree::{Tree, is_white_space};

/// A comment that ESLint reads as a directive.
pub(super) struct DirectiveComment<'a> {
    pub span: Span,
    pub label: Label,
    /// The text after the label.
    pub value: &'a str,
    /// The text after `--`.
    pub justification: &'a str,
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

/// Returns the directive comments of a text, in order.
pub(super) fn directive_comments<'a>(tree: &Tree<'a>) -> Vec<DirectiveComment<'a>> {
    tree.comments()
        .iter()
        .filter_map(|comment| {
            let text = tree.comment_text(comment).trim_start_matches(is_white_space);
            // The first letters of all labels.
            if !text.starts_with(['e', 'g']) {
                return None;
            }
            let (text, justification) = split_justification(text, tree);
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

/// Splits a comment at the first run of two or more dashes with white space on both sides.
fn split_justification<'a>(text: &'a str, tree: &Tree<'_>) -> (&'a str, &'a str) {
    let mut from = 0;
    while let Some(found) = text[from..].find("--") {
        let at = from + found;
        let after = text[at..].trim_start_matches('-');
        let end = text.len() - after.len();
        tree.count_comment_steps(end - at);
        if text[..at].ends_with(is_white_space) && after.starts_with(is_white_space) {
            return (&text[..at], after);
        }
        from = end;
    }
    (text, "")
}

/// A name in a list of rules.
pub(super) struct Listed<'a> {
    /// The name without the quotes around it.
    pub name: &'a str,
    /// The bytes of its first occurrence in the list, from comma to comma.
    part: (usize, usize),
}

/// Returns the names in a list, each once.
pub(super) fn list<'a>(value: &'a str, tree: &Tree<'_>) -> Vec<Listed<'a>> {
    let mut names = Vec::new();
    let mut seen: HashSet<&str> = HashSet::new();
    let mut start = 0;
    for part in value.split(',') {
        tree.count_comment_steps(1);
        let name = part.trim_matches(is_white_space);
        let name =
            ['\'', '"'].into_iter().find_map(|quote| name.strip_prefix(quote)?.strip_suffix(quote)).unwrap_or(name);
        if !name.is_empty() && seen.insert(name) {
            names.push(Listed { name, part: (start, start + part.len()) });
        }
        start += part.len() + 1;
    }
    names
}

impl DirectiveComment<'_> {
    /// Returns whether the comment can suppress findings.
    pub(super) fn can_silence(&self) -> bool {
        !matches!(self.label, Label::Enable | Label::Global)
    }

    /// Returns the part of the text to remove so that a name leaves the comment's list: the name and one of the commas
    /// next to it.
    pub(super) fn without(&self, listed: &Listed<'_>, tree: &Tree<'_>) -> Span {
        let text = self.value;
        let (item, end) = listed.part;
        let (before, after) = (item > 0, end < text.len());
        // From the comma before, with the white space before it, to the next name; or only to the comma after the name
        // where the name is between two commas.
        let (from, to) = if before && after {
            (item - 1, end)
        } else if after {
            let next = end + 1;
            (0, next + text[next..].len() - text[next..].trim_start_matches(is_white_space).len())
        } else {
            let from = if before { text[..item - 1].trim_end_matches(is_white_space).len() } else { 0 };
            (from, item + text[item..end].trim_end_matches(is_white_space).len())
        };
        tree.count_comment_steps(to - from);
        let start = text.as_ptr().addr() - tree.source().as_ptr().addr();
        Span::new((start + from) as u32, (start + to) as u32)
    }
}
