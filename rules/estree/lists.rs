//! Lists of the nodes of some kinds in a tree.

use std::num::NonZero;

use oxc_allocator::{Allocator, ArenaVec};
use oxc_syntax::node::NodeId;

use super::Kind;

/// The kinds whose nodes rules search for.
const LISTED_KINDS: [Kind; 19] = [
    Kind::ArrowFunctionExpression,
    Kind::AssignmentExpression,
    Kind::BinaryExpression,
    Kind::BlockStatement,
    Kind::BreakStatement,
    Kind::CallExpression,
    Kind::DoWhileStatement,
    Kind::ForInStatement,
    Kind::ForOfStatement,
    Kind::ForStatement,
    Kind::FunctionDeclaration,
    Kind::FunctionExpression,
    Kind::IfStatement,
    Kind::ImportDeclaration,
    Kind::NewExpression,
    Kind::ThrowStatement,
    Kind::VariableDeclaration,
    Kind::VariableDeclarator,
    Kind::WhileStatement,
];

/// The index of each kind in [`LISTED_KINDS`].
static LIST_OF: [Option<u8>; Kind::COUNT] = {
    let mut lists = [None; Kind::COUNT];
    let mut at = 0;
    while at < LISTED_KINDS.len() {
        lists[LISTED_KINDS[at] as usize] = Some(at as u8);
        at += 1;
    }
    lists
};

/// The number of a node among all listed ones, from 1; `None` after the last of its kind.
pub(super) type Place = Option<NonZero<u32>>;

/// The nodes of each listed kind, in the order of the text.
pub(crate) struct NodeLists<'a> {
    links: &'a [Link],
    first: [Place; LISTED_KINDS.len()],
}

#[derive(Clone, Copy)]
struct Link {
    node: NodeId,
    next: Place,
}

impl NodeLists<'_> {
    /// Returns the place of the first node of a kind.
    ///
    /// # Panics
    ///
    /// If the kind is not listed.
    pub(super) fn first(&self, kind: Kind) -> Place {
        let list = LIST_OF[kind as usize].unwrap_or_else(|| panic!("nodes of kind {} are not listed", kind.name()));
        self.first[usize::from(list)]
    }

    /// Returns the first place from `place` on whose node's id is not below `until`.
    pub(super) fn skip_below(&self, mut place: Place, until: usize) -> Place {
        while let Some((_, next)) = place.map(|at| self.at(at)).filter(|(node, _)| node.index() < until) {
            place = next;
        }
        place
    }

    /// Returns the node at a place, and the place of the next one of its kind.
    pub(super) fn at(&self, place: NonZero<u32>) -> (NodeId, Place) {
        let link = self.links[place.get() as usize - 1];
        (link.node, link.next)
    }
}

/// Builds the lists during a walk over the nodes.
pub(crate) struct NodeListsBuilder<'a> {
    links: ArenaVec<'a, Link>,
    first: [Place; LISTED_KINDS.len()],
    last: [Place; LISTED_KINDS.len()],
}

impl<'a> NodeListsBuilder<'a> {
    /// Makes an empty builder with room for this many nodes; it grows.
    pub(crate) fn with_capacity(nodes: usize, allocator: &'a Allocator) -> Self {
        Self {
            links: ArenaVec::with_capacity_in(nodes, &allocator),
            first: [None; LISTED_KINDS.len()],
            last: [None; LISTED_KINDS.len()],
        }
    }

    /// Records a node. Inlined where the kind is known, so that it compiles to nothing for kinds that are not listed.
    #[inline(always)]
    pub(crate) fn record(&mut self, node: NodeId, kind: Kind) {
        let Some(list) = LIST_OF[kind as usize] else { return };
        self.links.push(Link { node, next: None });
        let place = NonZero::new(self.links.len() as u32);
        match std::mem::replace(&mut self.last[usize::from(list)], place) {
            Some(before) => self.links[before.get() as usize - 1].next = place,
            None => self.first[usize::from(list)] = place,
        }
    }

    pub(crate) fn build(self) -> NodeLists<'a> {
        NodeLists { links: self.links.into_arena_slice(), first: self.first }
    }
}
