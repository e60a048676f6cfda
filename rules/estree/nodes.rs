//! The nodes of a tree: one by its id, those of some kinds, those at a place.

use std::cell::OnceCell;

use oxc_ast::{AstKind, ast::Comment};
use oxc_span::Span;
use oxc_syntax::node::NodeId;

use super::{Kind, NameSieve, Node, Tree, is_white_space, lists::Place};

/// The nodes from which on a text counts as long.
const MIN_NODES_OF_LONG_TEXT: usize = 1 << 14;

impl<'a> Tree<'a> {
    /// Returns the node that `ast` is in this tree.
    pub fn node(&'a self, ast: AstKind<'a>) -> Node<'a> {
        Node::new(ast, self)
    }

    /// Returns the node of this number.
    pub fn node_of(&'a self, id: NodeId) -> Node<'a> {
        Node::new(self.nodes().ast(id), self)
    }

    /// Returns the program.
    pub fn root(&'a self) -> Node<'a> {
        Node::new(AstKind::Program(self.program), self)
    }

    /// Returns all nodes in the order of the text, each before its descendants, including those that ESTree does not
    /// have.
    pub(crate) fn all_nodes(&'a self) -> impl ExactSizeIterator<Item = (NodeId, Node<'a>)> + Clone {
        self.nodes().iter().map(|(id, ast)| (id, Node::new(ast, self)))
    }

    /// Returns the nodes from one id on, up to another.
    pub fn nodes_between(&'a self, from: NodeId, to: NodeId) -> impl Iterator<Item = Node<'a>> {
        (from.index()..to.index())
            .map(|id| self.nodes().ast(NodeId::from_usize(id)))
            .filter_map(|ast| Kind::of(ast).map(|_| Node::new(ast, self)))
    }

    /// Returns the nodes of some kinds, in the order of the text.
    pub fn nodes_of<const N: usize>(&'a self, kinds: [Kind; N]) -> impl Iterator<Item = Node<'a>> {
        let mut places = kinds.map(|kind| self.lists.first(kind));
        std::iter::from_fn(move || self.next_of(&mut places, self.nodes().len()))
    }

    /// Returns the first of the nodes at some places, if its id is below `until`, and advances to the next of its kind.
    fn next_of(&'a self, places: &mut [Place], until: usize) -> Option<Node<'a>> {
        let nodes = places.iter_mut().filter_map(|place| (*place).map(|at| (self.lists.at(at), place)));
        let ((id, next), place) = nodes.min_by_key(|&((id, _), _)| id)?;
        (id.index() < until).then(|| {
            *place = next;
            self.node_of(id)
        })
    }

    /// Returns whether a declarator anywhere may declare this name by itself, without a pattern.
    pub fn may_be_variable(&'a self, name: &str) -> bool {
        self.may_be_declared(name, Kind::VariableDeclarator, &self.variable_names)
    }

    /// Returns whether a function declaration anywhere may have this name.
    pub fn may_be_function(&'a self, name: &str) -> bool {
        self.may_be_declared(name, Kind::FunctionDeclaration, &self.function_names)
    }

    fn may_be_declared(&'a self, name: &str, kind: Kind, names: &OnceCell<NameSieve>) -> bool {
        // In a long text many names are declared, and the declarations are far apart in memory.
        self.nodes().len() > MIN_NODES_OF_LONG_TEXT
            || names.get_or_init(|| NameSieve::of(|| self.names_declared_by(kind))).may_hold(name)
    }

    fn names_declared_by(&'a self, kind: Kind) -> impl Iterator<Item = &'a str> {
        self.nodes_of([kind]).filter_map(Node::declared).filter_map(Node::identifier)
    }

    pub(super) fn parent(&'a self, id: NodeId) -> Option<Node<'a>> {
        (id != NodeId::ROOT).then(|| self.node_of(self.nodes().estree_parent(id)))
    }

    pub(super) fn descendants(&'a self, id: NodeId) -> impl Iterator<Item = Node<'a>> {
        self.all_below(id).filter(|node| Kind::of(node.ast()).is_some())
    }

    /// Returns all descendants of a node, including those that ESTree does not have.
    pub(super) fn all_below(&'a self, id: NodeId) -> impl Iterator<Item = Node<'a>> {
        // Ids are given on entering a node, so a node's descendants follow it without a gap, and the first node whose
        // parent came before it is outside.
        (id.index() + 1..self.nodes().len())
            .map(NodeId::from_usize)
            .take_while(move |&below| self.nodes().parent(below) >= id)
            .map(|below| self.node_of(below))
    }

    /// Returns the comments directly before a node, separated from it by white space only: ESLint's
    /// `getCommentsBefore`.
    pub fn comments_before(&self, node: Node<'a>) -> &'a [Comment] {
        let comments = self.comments();
        let end = comments.partition_point(|comment| comment.span.end <= node.span().start);
        let mut next = node.span().start;
        let adjacent = comments[..end]
            .iter()
            .rev()
            .take_while(|comment| {
                let gap = Span::new(comment.span.end, next).source_text(self.source());
                next = comment.span.start;
                gap.chars().all(is_white_space)
            })
            .count();
        &comments[end - adjacent..end]
    }
}

/// The progress through the nodes of some kinds, for a rule that visits them when it needs them, each once.
///
/// It holds the next node of each kind, once it has begun.
#[derive(Default)]
pub struct Followed<const KINDS: usize = 1>(Option<[Place; KINDS]>);

impl<const KINDS: usize> Followed<KINDS> {
    /// Returns the nodes before `node` that have not been returned yet, in the order of the text. `node` is the one
    /// that the rule was called for: its descendants have not been visited.
    pub fn until<'a>(
        &mut self,
        kinds: [Kind; KINDS],
        node: Node<'a>,
    ) -> impl Iterator<Item = Node<'a>> + use<'a, KINDS> {
        let (tree, until) = (node.tree(), node.id().index());
        let places = self.0.get_or_insert_with(|| kinds.map(|kind| tree.lists.first(kind)));
        let mut begin = *places;
        places.iter_mut().for_each(|place| *place = tree.lists.skip_below(*place, until));
        std::iter::from_fn(move || tree.next_of(&mut begin, until))
    }
}

/// The nodes of a tree, sorted by offset.
pub struct NodesByPlace(Vec<(u32, NodeId)>);

impl NodesByPlace {
    pub fn new<'a>(tree: &'a Tree<'a>) -> Self {
        let all = std::iter::once(tree.root()).chain(tree.root().descendants());
        let mut nodes: Vec<_> = all.map(|node| (node.span().start, node.id())).collect();
        nodes.sort_unstable();
        Self(nodes)
    }

    /// Returns the innermost node that covers the byte at `offset`: ESLint's `getNodeByRangeIndex`.
    pub fn covering<'a>(&self, tree: &'a Tree<'a>, offset: u32) -> Option<Node<'a>> {
        // The innermost node that covers a byte is the last one that begins at or before it, or one of its ancestors.
        let after = self.0.partition_point(|&(start, _)| start <= offset);
        let (_, last) = *self.0.get(after.checked_sub(1)?)?;
        tree.node_of(last).self_and_ancestors().find(|node| {
            let span = node.span();
            span.start <= offset && offset < span.end
        })
    }
}
