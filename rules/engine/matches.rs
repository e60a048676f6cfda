//! Searches of nodes' texts for a regular expression, at a cost that does not grow with their nesting.

use oxc_span::Span;

use super::{Budget, MAX_DIRECT_SEARCH_BYTES, Pattern};
use crate::estree::Node;

/// The matches of one regular expression in one text, searched for when first needed. A rule keeps one in its state for
/// each expression.
#[derive(Debug, Default)]
pub struct Matches {
    budget: Budget,
    found: Option<Vec<Span>>,
}

impl Matches {
    /// Returns whether a pattern matches within a node's text.
    ///
    /// The pattern must be the same each time. Its matches must not overlap, and it must not look beyond them except
    /// for word boundaries, which every node has at both ends.
    pub fn any_within(&mut self, node: Node<'_>, pattern: &Pattern) -> bool {
        if self.is_searched_directly(node) {
            return pattern.is_match(node.text());
        }
        self.indexed(node, pattern).is_some()
    }

    /// Returns the first match of a pattern within a node's text. The conditions of [`any_within`](Self::any_within)
    /// hold here too.
    pub fn first_within<'a>(&mut self, node: Node<'a>, pattern: &Pattern) -> Option<&'a str> {
        if self.is_searched_directly(node) {
            let text = node.text();
            return pattern.may_match(text).then(|| pattern.regex().find(text))?.map(|found| found.as_str());
        }
        self.indexed(node, pattern).map(|found| found.source_text(node.tree().source()))
    }

    fn is_searched_directly(&mut self, node: Node<'_>) -> bool {
        let size = node.span().size();
        size <= MAX_DIRECT_SEARCH_BYTES || self.found.is_none() && self.budget.allows(size, node.tree().source())
    }

    /// Returns the first match within a node, from the index of all matches in the text.
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
