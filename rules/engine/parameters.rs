//! The names of functions' parameters, at a cost that does not grow with their number.

use std::collections::HashSet;

use oxc_syntax::node::NodeId;
use rustc_hash::FxHashMap;

use crate::estree::Node;

/// The plain parameters of those functions of one text that have many. A rule keeps it in its state.
#[derive(Debug, Default)]
pub struct Parameters(FxHashMap<NodeId, HashSet<String>>);

/// The names that are compared one by one at most.
const MAX_NAMES_ONE_BY_ONE: usize = 16;

impl Parameters {
    /// Returns whether one of a function's parameters is a plain identifier of this name.
    pub fn contain(&mut self, function: Node<'_>, name: &str) -> bool {
        let mut names = function.params().iter().filter_map(Node::identifier);
        if function.params().len() <= MAX_NAMES_ONE_BY_ONE {
            return names.any(|parameter| parameter == name);
        }
        self.0.entry(function.id()).or_insert_with(|| names.map(String::from).collect()).contains(name)
    }
}
