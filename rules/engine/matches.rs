//! Searching the text of nodes for a regular expression, at a cost that does not grow with their nesting.

use oxc_span::Span;

use super::{Budget, DIRECT, Pattern};
use crate::estree::Node;

/// The matches of one regular expression in one text, found when it is first needed. A rule keeps it in its state, one
/// for each expression.
#[derive(Debug, Default)]
pub struct Matches {
    budget: Budget,
    found: Option<Vec<Span>>,
}

impl Matches {
    /// Returns whether a pattern matches within a node's text.
    ///
    /// It must be the same pattern each time, one whose matches never overlap and that looks at
    /// nothing beyond them but word boundaries, which nodes have at both their ends.
    pub fn any_within(&mut self, node: Node<'_>, pattern: &Pattern) -> bool {
        if self.is_searched_directly(node) {
            return pattern.is_match(node.text());
        }
        self.indexed(node, pattern).is_some()
    }

    /// Returns the first match of a pattern within a node's text. What holds of the pattern for
    /// [`any_within`](Self::any_within) must hold here.
    pub fn first_within<'a>(&mut self, node: Node<'a>, pattern: &Pattern) -> Option<&'a str> {
        if self.is_searched_directly(node) {
            let text = node.text();
            return pattern.may_match(text).then(|| pattern.regex().find(text))?.map(|found| found.as_str());
        }
        self.indexed(node, pattern).map(|found| found.source_text(node.tree().source()))
    }

    fn is_searched_directly(&mut self, node: Node<'_>) -> bool {
        let size = node.span().size();
        size <= DIRECT || self.found.is_none() && self.budget.allows(size, node.tree().source())
    }

    /// Returns the first match within a node, by the index of all matches in the text.
    fn indexed(&mut self, node: Node<'_>, pattern: &Pattern) -> Option<Span> {
        let span = node.span();
        let source = node.tree().source();
        let matches = self.found.get_or_insert_with(|| {
            pattern.regex().find_iter(source).map(|found| Span::new(found.start() as u32, found.end() as u32)).collect()
        });
        let first = matches.partition_point(|found| found.start < span.start);
        matches.get(first).copied().filter(|found| found.end <= span.end)
    }
}
