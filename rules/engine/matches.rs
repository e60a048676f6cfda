//! Searching the text of nodes for a regular expression, at a cost that does not grow with their nesting.

use oxc_span::Span;

use super::{Budget, DIRECT, Pattern};
use crate::estree::Node;

/// Where one regular expression matches in one text, found when it is first needed. A rule keeps it in
/// its state, one for each expression.
#[derive(Debug, Default)]
pub struct Matches {
    budget: Budget,
    found: Option<Vec<Span>>,
}

impl Matches {
    /// Whether a pattern matches within a node's text.
    ///
    /// It must be the same pattern each time, one whose matches never overlap and that looks at
    /// nothing beyond them but word boundaries, which nodes have at both their ends.
    pub fn any_within(&mut self, node: Node<'_>, pattern: &Pattern) -> bool {
        let span = node.span();
        let source = node.tree().source();
        if span.size() <= DIRECT || self.found.is_none() && self.budget.allows(span.size(), source) {
            return pattern.is_match(node.text());
        }
        let matches = self.found.get_or_insert_with(|| {
            pattern.regex().find_iter(source).map(|found| Span::new(found.start() as u32, found.end() as u32)).collect()
        });
        let first = matches.partition_point(|found| found.start < span.start);
        matches.get(first).is_some_and(|found| found.end <= span.end)
    }
}
