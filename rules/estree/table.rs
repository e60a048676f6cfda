//! The table of a program's nodes, each with its parent.

use oxc_allocator::{Allocator, ArenaVec};
use oxc_ast::AstKind;
use oxc_syntax::node::NodeId;

use super::{Kind, NodeLists, NodeListsBuilder, prefetch::prefetch_following};

/// The nodes of a text in its order, each before its descendants: a node's id is its index.
#[derive(Clone, Copy)]
pub(crate) struct NodeTable<'n, 'a>(&'n [Entry<'a>]);

struct Entry<'a> {
    ast: AstKind<'a>,
    /// The id of oxc's parent, which may be a node that ESTree does not have.
    parent: NodeId,
    estree_parent: NodeId,
}

impl<'n, 'a> NodeTable<'n, 'a> {
    pub(crate) fn len(self) -> usize {
        self.0.len()
    }

    pub(crate) fn ast(self, id: NodeId) -> AstKind<'a> {
        self.0[id.index()].ast
    }

    /// Returns all nodes with their ids.
    pub(crate) fn iter(self) -> impl ExactSizeIterator<Item = (NodeId, AstKind<'a>)> + Clone + use<'n, 'a> {
        self.0.iter().enumerate().map(|(at, entry)| (NodeId::from_usize(at), entry.ast))
    }

    /// Returns oxc's parent of a node; the root is its own.
    pub(crate) fn parent(self, id: NodeId) -> NodeId {
        self.0[id.index()].parent
    }

    /// Returns the nearest ancestor that ESTree has too; the root is its own.
    pub(crate) fn estree_parent(self, id: NodeId) -> NodeId {
        self.0[id.index()].estree_parent
    }

    /// Returns oxc's ancestors of a node, from its parent to the root.
    pub(crate) fn ancestors(self, id: NodeId) -> impl Iterator<Item = (NodeId, AstKind<'a>)> + use<'n, 'a> {
        let above = move |id: NodeId| (id != NodeId::ROOT).then(|| self.parent(id));
        std::iter::successors(above(id), move |&id| above(id)).map(move |id| (id, self.ast(id)))
    }
}

/// Builds the table during a walk over the nodes.
pub(crate) struct NodeTableBuilder<'a> {
    entries: ArenaVec<'a, Entry<'a>>,
    lists: NodeListsBuilder<'a>,
    /// The node that the walk is in.
    current: NodeId,
    /// The innermost node on the way, itself included, that ESTree has.
    estree_current: NodeId,
}

impl<'a> NodeTableBuilder<'a> {
    /// Makes an empty builder with room for this many nodes; it grows.
    pub(crate) fn with_capacity(nodes: usize, allocator: &'a Allocator) -> Self {
        Self {
            entries: ArenaVec::with_capacity_in(nodes, &allocator),
            lists: NodeListsBuilder::with_capacity(nodes / 4, allocator),
            current: NodeId::ROOT,
            estree_current: NodeId::ROOT,
        }
    }

    /// Enters a node, which gets its id.
    #[inline(always)]
    pub(crate) fn enter(&mut self, ast: AstKind<'a>) {
        prefetch_following(ast);
        let id = NodeId::from_usize(self.entries.len());
        ast.set_node_id(id);
        self.entries.push(Entry { ast, parent: self.current, estree_parent: self.estree_current });
        self.current = id;
        if let Some(kind) = Kind::of(ast) {
            self.estree_current = id;
            self.lists.record(id, kind);
        }
    }

    /// Leaves the current node.
    #[inline(always)]
    pub(crate) fn leave(&mut self) {
        let entry = &self.entries[self.current.index()];
        (self.current, self.estree_current) = (entry.parent, entry.estree_parent);
    }

    /// Returns the id of the current node.
    pub(crate) fn current(&self) -> NodeId {
        self.current
    }

    /// Returns the nodes visited so far.
    pub(crate) fn so_far(&self) -> NodeTable<'_, 'a> {
        NodeTable(&self.entries)
    }

    pub(crate) fn build(self) -> (NodeTable<'a, 'a>, NodeLists<'a>) {
        (NodeTable(self.entries.into_arena_slice()), self.lists.build())
    }
}
