//! Queries about the ancestors of nodes, at a cost that does not grow with nesting.

use oxc_syntax::node::NodeId;
use rustc_hash::FxHashMap;

use super::Node;

/// The memo of one query about the nodes of one text: its first result on the way from a node up to the program. A rule
/// keeps one in its state for each query.
///
/// A result holds for all nodes on the way up, so that all queries together cost one walk.
#[derive(Debug)]
pub struct Around<T = ()>(FxHashMap<NodeId, Option<T>>);

impl<T> Default for Around<T> {
    fn default() -> Self {
        Self(FxHashMap::default())
    }
}

/// The depth up to which a result is computed again rather than memoized.
const MEMOIZED_DEPTH: usize = 32;

impl<T: Copy> Around<T> {
    /// Returns the first result that `ask` gives on the way up from a node. `ask` must be the same query each time.
    pub fn nearest<'a>(&mut self, node: Node<'a>, mut ask: impl FnMut(Node<'a>) -> Option<T>) -> Option<T> {
        let mut way = node.self_and_ancestors();
        for near in way.by_ref().take(MEMOIZED_DEPTH) {
            let answer = ask(near);
            if answer.is_some() {
                return answer;
            }
        }
        let node = way.next()?;
        let mut passed = Vec::new();
        let mut answer = None;
        for node in node.self_and_ancestors() {
            if let Some(&known) = self.0.get(&node.id()) {
                answer = known;
                break;
            }
            passed.push(node.id());
            answer = ask(node);
            if answer.is_some() {
                break;
            }
        }
        self.0.extend(passed.into_iter().map(|id| (id, answer)));
        answer
    }
}

impl Around {
    /// Returns whether `is_sort` holds for the node itself or one of its ancestors. It must be the same query each
    /// time.
    pub fn any<'a>(&mut self, node: Node<'a>, mut is_sort: impl FnMut(Node<'a>) -> bool) -> bool {
        self.nearest(node, |node| is_sort(node).then_some(())).is_some()
    }
}
