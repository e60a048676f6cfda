//! Questions about what stands around a node, at a cost that does not grow with nesting.

use oxc_syntax::node::NodeId;
use rustc_hash::FxHashMap;

use crate::estree::Node;

/// Remembers one question about the nodes of one text: whether a node itself or something around it
/// is of a certain sort. A rule keeps it in its state, one for each question.
///
/// An answer holds for all nodes on the way up, so that all questions together cost one walk.
#[derive(Debug, Default)]
pub struct Around(FxHashMap<NodeId, bool>);

impl Around {
    /// Whether `is_sort` holds for the node itself or something around it. It must be the same
    /// question each time.
    pub fn any<'a>(&mut self, node: Node<'a>, is_sort: impl Fn(Node<'a>) -> bool) -> bool {
        let mut passed = Vec::new();
        let mut answer = false;
        for node in node.self_and_ancestors() {
            if let Some(&known) = self.0.get(&node.id()) {
                answer = known;
                break;
            }
            passed.push(node.id());
            if is_sort(node) {
                answer = true;
                break;
            }
        }
        self.0.extend(passed.into_iter().map(|id| (id, answer)));
        answer
    }
}
