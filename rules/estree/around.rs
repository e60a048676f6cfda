//! Questions about what stands around a node, at a cost that does not grow with nesting.

use oxc_syntax::node::NodeId;
use rustc_hash::FxHashMap;

use super::Node;

/// Remembers one question about the nodes of one text: what is found first on the way from a node
/// itself up to the program. A rule keeps it in its state, one for each question.
///
/// An answer holds for all nodes on the way up, so that all questions together cost one walk.
#[derive(Debug)]
pub struct Around<T = ()>(FxHashMap<NodeId, Option<T>>);

impl<T> Default for Around<T> {
    fn default() -> Self {
        Self(FxHashMap::default())
    }
}

/// Answers this near are asked for again rather than remembered.
const MEMOIZED_DEPTH: usize = 32;

impl<T: Copy> Around<T> {
    /// The first answer that `ask` gives on the way up. It must be the same question each time.
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
    /// Returns whether `is_sort` holds for the node itself or something around it. It must be the same question each
    /// time.
    pub fn any<'a>(&mut self, node: Node<'a>, mut is_sort: impl FnMut(Node<'a>) -> bool) -> bool {
        self.nearest(node, |node| is_sort(node).then_some(())).is_some()
    }
}
