//! A parsed text as one tree.

use std::{
    cell::OnceCell,
    hash::{BuildHasher, BuildHasherDefault},
    ops::Range,
};

use oxc_ast::{
    AstKind,
    ast::{Comment, Program},
};
use oxc_span::Span;
use oxc_syntax::node::NodeId;
use rustc_hash::FxHasher;

use super::{Kind, Node, NodeTable, Scopes};

/// The tree of one text, with its comments and scopes.
pub struct Tree<'a> {
    program: &'a Program<'a>,
    nodes: NodeTable<'a, 'a>,
    /// When first needed: few texts make a rule ask.
    scopes: OnceCell<Scopes>,
    /// Of a large tree, when first needed: by kind, its nodes in the order of the text.
    by_kind: OnceCell<Vec<Vec<NodeId>>>,
    /// When first needed: a bit for the hash of each name that a declarator declares.
    declared: OnceCell<[u64; 4]>,
}

/// A tree of as many nodes is looked through for those of some kinds rather than listed.
const FEW: usize = 4096;

impl<'a> Tree<'a> {
    /// Of a program, all its nodes, and its scopes if they are known already.
    pub(crate) fn new(program: &'a Program<'a>, nodes: NodeTable<'a, 'a>, scopes: Option<Scopes>) -> Self {
        let scopes = scopes.map(OnceCell::from).unwrap_or_default();
        Self { program, nodes, scopes, by_kind: OnceCell::new(), declared: OnceCell::new() }
    }

    /// The text, without a leading byte order mark.
    pub fn source(&self) -> &'a str {
        self.program.source_text
    }

    pub(super) fn scopes(&self) -> &Scopes {
        self.scopes.get_or_init(|| Scopes::of(self.program, self.nodes))
    }

    pub(super) fn nodes(&self) -> NodeTable<'a, 'a> {
        self.nodes
    }

    /// The node that `ast` is in this tree.
    pub fn node(&'a self, ast: AstKind<'a>) -> Node<'a> {
        Node::new(ast, self)
    }

    /// The node of this number.
    pub fn node_of(&'a self, id: NodeId) -> Node<'a> {
        Node::new(self.nodes.ast(id), self)
    }

    /// The program.
    pub fn root(&'a self) -> Node<'a> {
        Node::new(AstKind::Program(self.program), self)
    }

    /// All nodes in the order of the text, each before its descendants, those that ESTree does not have too.
    pub(crate) fn all_nodes(&'a self) -> impl ExactSizeIterator<Item = (NodeId, Node<'a>)> {
        self.nodes.iter().map(|(id, ast)| (id, Node::new(ast, self)))
    }

    /// All nodes with their kinds, in the order of the text, each before its descendants.
    pub fn walk(&'a self) -> impl Iterator<Item = (Kind, Node<'a>)> {
        self.nodes.iter().filter_map(|(_, ast)| Kind::of(ast).map(|kind| (kind, Node::new(ast, self))))
    }

    /// The nodes of a kind, in the order of the text.
    pub fn nodes_of(&'a self, kind: Kind) -> impl Iterator<Item = Node<'a>> {
        self.nodes_between([kind], 0..self.nodes.len())
    }

    /// The nodes of some kinds whose ids are in a range, in the order of the text.
    fn nodes_between<const N: usize>(
        &'a self,
        kinds: [Kind; N],
        mut ids: Range<usize>,
    ) -> impl Iterator<Item = Node<'a>> + use<'a, N> {
        let mut lists = (self.nodes.len() > FEW).then(|| {
            let by_kind = self.by_kind.get_or_init(|| self.list_by_kind());
            kinds.map(|kind| {
                let list = &by_kind[kind as usize][..];
                let place = |id: usize| list.partition_point(|it| it.index() < id);
                &list[place(ids.start)..place(ids.end)]
            })
        });
        std::iter::from_fn(move || match &mut lists {
            Some(lists) => {
                let nearest = lists.iter_mut().filter(|list| !list.is_empty()).min_by_key(|list| list[0])?;
                nearest.split_off_first().map(|&id| self.node_of(id))
            }
            None => ids.find_map(|at| {
                let ast = self.nodes.ast(NodeId::from_usize(at));
                Kind::of(ast).filter(|kind| kinds.contains(kind)).map(|_| Node::new(ast, self))
            }),
        })
    }

    fn list_by_kind(&self) -> Vec<Vec<NodeId>> {
        let mut by_kind = vec![Vec::new(); Kind::COUNT];
        for (id, ast) in self.nodes.iter() {
            if let Some(kind) = Kind::of(ast) {
                by_kind[kind as usize].push(id);
            }
        }
        by_kind
    }

    /// Whether some declarator, wherever it stands, may declare a variable of this name and nothing else.
    pub fn may_declare(&self, name: &str) -> bool {
        let place = |name: &str| {
            let hash = BuildHasherDefault::<FxHasher>::default().hash_one(name);
            ((hash >> 6 & 3) as usize, 1 << (hash & 63))
        };
        let declared = self.declared.get_or_init(|| {
            let mut declared = [0; 4];
            for (_, ast) in self.nodes.iter() {
                if let AstKind::VariableDeclarator(declarator) = ast
                    && let Some(name) = declarator.id.get_identifier_name()
                {
                    let (word, bit) = place(name.as_str());
                    declared[word] |= bit;
                }
            }
            declared
        });
        let (word, bit) = place(name);
        declared[word] & bit != 0
    }

    pub(super) fn parent(&'a self, id: NodeId) -> Option<Node<'a>> {
        (id != NodeId::ROOT).then(|| self.node_of(self.nodes.estree_parent(id)))
    }

    /// oxc's own parent of a node, which ESTree may not have.
    pub(super) fn oxc_parent(&self, id: NodeId) -> AstKind<'a> {
        self.nodes.ast(self.nodes.parent(id))
    }

    pub(super) fn descendants(&'a self, id: NodeId) -> impl Iterator<Item = Node<'a>> {
        // Ids are given out on entering a node, so a node's descendants follow it without a gap, and
        // the first node whose parent came before it is outside.
        (id.index() + 1..self.nodes.len())
            .map(NodeId::from_usize)
            .take_while(move |&below| self.nodes.parent(below) >= id)
            .filter_map(|below| {
                let ast = self.nodes.ast(below);
                Kind::of(ast).map(|_| Node::new(ast, self))
            })
    }

    /// All comments in the order of the text. A hashbang is none.
    pub fn comments(&self) -> &'a [Comment] {
        &self.program.comments
    }

    /// A comment's text without its delimiters.
    pub fn comment_text(&self, comment: &Comment) -> &'a str {
        comment.content_span().source_text(self.source())
    }

    /// The comments that stand directly before a node, nothing but white space between: ESLint's
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

    /// Where the last token of the program ends: white space and comments behind it left out.
    pub(super) fn end_of_last_token(&self) -> u32 {
        let mut comments = self.comments().iter().rev().peekable();
        let mut end = self.source().len() as u32;
        loop {
            let text = &self.source()[..end as usize];
            end = text.trim_end_matches(is_white_space).len() as u32;
            match comments.next_if(|comment| comment.span.end >= end && comment.span.start < end) {
                Some(comment) => end = comment.span.start,
                None => return end,
            }
        }
    }
}

/// How far the nodes of a text have been followed: a rule looks at those of some kinds when it needs them, and at
/// each of them once.
#[derive(Default)]
pub struct Followed(usize);

impl Followed {
    /// The nodes before `node` that have not been followed, in the order of the text. It is the node that the rule was
    /// called for: what stands within it has not been come to.
    pub fn until<'a, const N: usize>(
        &mut self,
        kinds: [Kind; N],
        node: Node<'a>,
    ) -> impl Iterator<Item = Node<'a>> + use<'a, N> {
        let until = self.0.max(node.id().index());
        node.tree().nodes_between(kinds, std::mem::replace(&mut self.0, until)..until)
    }
}

/// JavaScript's white space and line terminators.
pub fn is_white_space(character: char) -> bool {
    oxc_syntax::identifier::is_white_space(character) || oxc_syntax::line_terminator::is_line_terminator(character)
}

/// The nodes of a tree by the places where they begin.
pub struct NodesByPlace(Vec<(u32, NodeId)>);

impl NodesByPlace {
    pub fn new(tree: &Tree<'_>) -> Self {
        let mut nodes: Vec<_> = tree.walk().map(|(_, node)| (node.span().start, node.id())).collect();
        nodes.sort_unstable();
        Self(nodes)
    }

    /// The innermost node that covers the byte at `offset`: ESLint's `getNodeByRangeIndex`.
    pub fn covering<'a>(&self, tree: &'a Tree<'a>, offset: u32) -> Option<Node<'a>> {
        // The innermost node that covers a byte is, or stands around, the last that begins at or before it.
        let after = self.0.partition_point(|&(start, _)| start <= offset);
        let (_, last) = *self.0.get(after.checked_sub(1)?)?;
        tree.node_of(last).self_and_ancestors().find(|node| {
            let span = node.span();
            span.start <= offset && offset < span.end
        })
    }
}
