//! A parsed text as one tree.

use std::{
    cell::{Cell, OnceCell},
    hash::BuildHasher,
};

use memchr::memchr;
use oxc_ast::{
    AstKind,
    ast::{Comment, Program},
};
use oxc_span::Span;
use oxc_syntax::node::NodeId;
use rustc_hash::FxBuildHasher;

use super::{Kind, Node, NodeLists, NodeTable, Scopes, TooMuch, lists::Place};

/// The number of nodes from which on a text is a long one.
const MIN_NODES_OF_LONG_TEXT: usize = 1 << 14;

/// The tree of one text, with its comments and scopes.
pub struct Tree<'a> {
    program: &'a Program<'a>,
    nodes: NodeTable<'a, 'a>,
    lists: NodeLists<'a>,
    /// When first needed: few texts make a rule ask.
    scopes: OnceCell<Scopes<'a>>,
    /// When first needed: what declarators declare, and function declarations.
    variable_names: OnceCell<NameSieve>,
    function_names: OnceCell<NameSieve>,
    /// When first needed.
    tagged_comments: OnceCell<Vec<usize>>,
    max_steps: usize,
    steps: Cell<usize>,
    max_option_steps: Cell<usize>,
    option_steps: Cell<usize>,
    comment_steps: Cell<usize>,
}

impl<'a> Tree<'a> {
    /// Makes the tree of a program and all its nodes.
    pub(crate) fn new(program: &'a Program<'a>, (nodes, lists): (NodeTable<'a, 'a>, NodeLists<'a>)) -> Self {
        Self {
            program,
            nodes,
            lists,
            scopes: OnceCell::new(),
            variable_names: OnceCell::new(),
            function_names: OnceCell::new(),
            tagged_comments: OnceCell::new(),
            max_steps: usize::MAX,
            steps: Cell::new(0),
            max_option_steps: Cell::new(usize::MAX),
            option_steps: Cell::new(0),
            comment_steps: Cell::new(0),
        }
    }

    /// Sets a limit on the steps that looking around in it may take.
    pub(crate) fn with_max_steps(self, max_steps: usize) -> Self {
        Self { max_steps, ..self }
    }

    /// Counts steps that look at what stands around some node.
    ///
    /// # Panics
    ///
    /// With [`TooMuch::Steps`] where they are more than may be taken.
    #[inline]
    pub(crate) fn count_steps(&self, steps: usize) {
        self.steps.set(self.steps.get().saturating_add(steps));
        if self.steps.get() > self.max_steps {
            TooMuch::Steps(self.max_steps).give_up();
        }
    }

    /// Counts steps that match what options give: patterns, and long lists.
    ///
    /// # Panics
    ///
    /// With [`TooMuch::OptionSteps`] where comments in the text give options, and these take more steps than they may.
    #[inline]
    pub(crate) fn count_option_steps(&self, steps: usize) {
        self.option_steps.set(self.option_steps.get().saturating_add(steps));
        if self.option_steps.get() > self.max_option_steps.get() {
            TooMuch::OptionSteps(self.max_option_steps.get()).give_up();
        }
    }

    /// Sets how many steps options may take from now on, and lets the rules' own begin anew.
    pub(crate) fn begin_steps(&self, max_option_steps: usize) {
        self.max_option_steps.set(max_option_steps);
        self.option_steps.set(0);
        self.steps.set(0);
    }

    /// Counts steps of reading directives and configuration in comments. They have no limit: they grow with the text.
    #[inline]
    pub(crate) fn count_comment_steps(&self, steps: usize) {
        self.comment_steps.set(self.comment_steps.get().saturating_add(steps));
    }

    /// Returns all steps of any kind so far.
    pub(crate) fn all_steps(&self) -> usize {
        [&self.steps, &self.option_steps, &self.comment_steps]
            .into_iter()
            .fold(0, |sum, steps| sum.saturating_add(steps.get()))
    }

    /// The text, without a leading byte order mark.
    pub fn source(&self) -> &'a str {
        self.program.source_text
    }

    pub(super) fn scopes(&'a self) -> &'a Scopes<'a> {
        self.scopes.get_or_init(|| Scopes::of(self))
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

    /// The id of the last node, one that ESTree may not have.
    pub(crate) fn last_id(&self) -> NodeId {
        NodeId::from_usize(self.nodes.len() - 1)
    }

    /// Returns all nodes in the order of the text, each before its descendants, those that ESTree does not have too.
    pub(crate) fn all_nodes(&'a self) -> impl ExactSizeIterator<Item = (NodeId, Node<'a>)> + Clone {
        self.nodes.iter().map(|(id, ast)| (id, Node::new(ast, self)))
    }

    /// The nodes from one id on, up to another.
    pub fn nodes_between(&'a self, from: NodeId, to: NodeId) -> impl Iterator<Item = Node<'a>> {
        (from.index()..to.index())
            .map(|id| self.nodes.ast(NodeId::from_usize(id)))
            .filter_map(|ast| Kind::of(ast).map(|_| Node::new(ast, self)))
    }

    /// The nodes of some kinds, in the order of the text.
    pub fn nodes_of<const N: usize>(&'a self, kinds: [Kind; N]) -> impl Iterator<Item = Node<'a>> {
        let mut places = kinds.map(|kind| self.lists.first(kind));
        std::iter::from_fn(move || self.next_of(&mut places, self.nodes.len()))
    }

    /// Returns the first of the nodes at some places, if its id is below `until`, and goes on to the next of its kind.
    fn next_of(&'a self, places: &mut [Place], until: usize) -> Option<Node<'a>> {
        let nodes = places.iter_mut().filter_map(|place| (*place).map(|at| (self.lists.at(at), place)));
        let ((id, next), place) = nodes.min_by_key(|&((id, _), _)| id)?;
        (id.index() < until).then(|| {
            *place = next;
            self.node_of(id)
        })
    }

    /// Returns whether some declarator, wherever it stands, may declare this name and nothing else.
    pub fn may_be_variable(&'a self, name: &str) -> bool {
        self.may_be_declared(name, Kind::VariableDeclarator, &self.variable_names)
    }

    /// Returns whether some function declaration, wherever it stands, may have this name.
    pub fn may_be_function(&'a self, name: &str) -> bool {
        self.may_be_declared(name, Kind::FunctionDeclaration, &self.function_names)
    }

    fn may_be_declared(&'a self, name: &str, kind: Kind, names: &OnceCell<NameSieve>) -> bool {
        // In a long text many a name is declared somewhere, and what declares them is far apart in memory.
        self.nodes.len() > MIN_NODES_OF_LONG_TEXT
            || names.get_or_init(|| NameSieve::of(|| self.names_declared_by(kind))).may_hold(name)
    }

    fn names_declared_by(&'a self, kind: Kind) -> impl Iterator<Item = &'a str> {
        self.nodes_of([kind]).filter_map(Node::declared).filter_map(Node::identifier)
    }

    pub(super) fn parent(&'a self, id: NodeId) -> Option<Node<'a>> {
        (id != NodeId::ROOT).then(|| self.node_of(self.nodes.estree_parent(id)))
    }

    /// oxc's own parent of a node, which ESTree may not have.
    pub(super) fn oxc_parent(&self, id: NodeId) -> AstKind<'a> {
        self.nodes.ast(self.nodes.parent(id))
    }

    pub(super) fn descendants(&'a self, id: NodeId) -> impl Iterator<Item = Node<'a>> {
        self.all_below(id).filter(|node| Kind::of(node.ast()).is_some())
    }

    /// Returns all nodes below one, those that ESTree does not have too.
    pub(super) fn all_below(&'a self, id: NodeId) -> impl Iterator<Item = Node<'a>> {
        // Ids are given out on entering a node, so a node's descendants follow it without a gap, and
        // the first node whose parent came before it is outside.
        (id.index() + 1..self.nodes.len())
            .map(NodeId::from_usize)
            .take_while(move |&below| self.nodes.parent(below) >= id)
            .map(|below| self.node_of(below))
    }

    /// Returns all comments in the order of the text. A hashbang is not one.
    pub fn comments(&self) -> &'a [Comment] {
        &self.program.comments
    }

    /// A comment's text without its delimiters.
    pub fn comment_text(&self, comment: &Comment) -> &'a str {
        comment.content_span().source_text(self.source())
    }

    /// The places among the comments of those that hold an at sign, with which all tags begin: `@param`, `@safe`.
    pub fn tagged_comments(&self) -> &[usize] {
        self.tagged_comments.get_or_init(|| {
            let is_tagged = |comment: &Comment| memchr(b'@', self.comment_text(comment).as_bytes()).is_some();
            self.comments()
                .iter()
                .enumerate()
                .filter(|(_, comment)| is_tagged(comment))
                .map(|(place, _)| place)
                .collect()
        })
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

    /// Returns where the last token of the program ends: white space and comments after it left out.
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

/// A set of names, as far as a bit for the hash of each tells.
pub struct NameSieve {
    /// The bits where there are few names: most texts need no allocation.
    few: [u64; 4],
    many: Box<[u64]>,
}

impl NameSieve {
    /// The number of bits that a name has for itself: then one of eight that are none is taken for one.
    const BITS: usize = 8;

    /// These names, which are gone through twice.
    pub fn of<'a, I: Iterator<Item = &'a str>>(names: impl Fn() -> I) -> Self {
        let mut sieve = Self { few: [0; 4], many: Box::default() };
        let words = names().count() * Self::BITS / u64::BITS as usize;
        if words > sieve.few.len() {
            sieve.many = vec![0; words.next_power_of_two()].into();
        }
        let bits = if sieve.many.is_empty() { &mut sieve.few[..] } else { &mut sieve.many };
        for name in names() {
            let (word, bit) = Self::place(name, bits.len());
            bits[word] |= bit;
        }
        sieve
    }

    fn place(name: &str, words: usize) -> (usize, u64) {
        let hash = FxBuildHasher.hash_one(name);
        ((hash >> 6) as usize & (words - 1), 1 << (hash & 63))
    }

    pub fn may_hold(&self, name: &str) -> bool {
        let bits = if self.many.is_empty() { &self.few[..] } else { &self.many };
        let (word, bit) = Self::place(name, bits.len());
        bits[word] & bit != 0
    }
}

/// The distance to which the nodes of as many kinds have been followed: a rule looks at them when it needs them, and at
/// each once.
///
/// It holds the next node of each kind, once it has begun.
#[derive(Default)]
pub struct Followed<const KINDS: usize = 1>(Option<[Place; KINDS]>);

impl<const KINDS: usize> Followed<KINDS> {
    /// The nodes before `node` that have not been followed, in the order of the text. It is the node that the rule was
    /// called for: what stands within it has not been come to.
    pub fn until<'a>(
        &mut self,
        kinds: [Kind; KINDS],
        node: Node<'a>,
    ) -> impl Iterator<Item = Node<'a>> + use<'a, KINDS> {
        let (tree, until) = (node.tree(), node.id().index());
        let places = self.0.get_or_insert_with(|| kinds.map(|kind| tree.lists.first(kind)));
        let mut begin = *places;
        places.iter_mut().for_each(|place| *place = tree.lists.behind(*place, until));
        std::iter::from_fn(move || tree.next_of(&mut begin, until))
    }
}

/// JavaScript's white space and line terminators.
pub fn is_white_space(character: char) -> bool {
    oxc_syntax::identifier::is_white_space(character) || oxc_syntax::line_terminator::is_line_terminator(character)
}

/// The nodes of a tree by the places where they begin.
pub struct NodesByPlace(Vec<(u32, NodeId)>);

impl NodesByPlace {
    pub fn new<'a>(tree: &'a Tree<'a>) -> Self {
        let all = std::iter::once(tree.root()).chain(tree.root().descendants());
        let mut nodes: Vec<_> = all.map(|node| (node.span().start, node.id())).collect();
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
