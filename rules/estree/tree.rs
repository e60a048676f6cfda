//! A parsed text as one tree, and what looking around in it has cost. Its nodes are given out in `nodes.rs`.

mod scope;
mod scope_walk;

use std::{
    cell::{Cell, OnceCell},
    hash::BuildHasher,
};

use memchr::memchr;
use oxc_ast::{
    AstKind,
    ast::{Comment, Program},
};
use oxc_syntax::node::NodeId;
use rustc_hash::FxBuildHasher;

use super::{NodeLists, NodeTable, TooMuch};
use scope::Scopes;
pub use scope::{Variable, VariableId};
pub(crate) use scope_walk::{is_block_scope, keeps_variables};

/// The tree of one text, with its comments and scopes.
pub struct Tree<'a> {
    pub(super) program: &'a Program<'a>,
    nodes: NodeTable<'a, 'a>,
    pub(super) lists: NodeLists<'a>,
    /// The scopes, computed when first needed: few texts make a rule ask.
    scopes: OnceCell<Scopes<'a>>,
    /// The names of declarators and of function declarations, computed when first needed.
    pub(super) variable_names: OnceCell<NameSieve>,
    pub(super) function_names: OnceCell<NameSieve>,
    /// The tagged comments, computed when first needed.
    tagged_comments: OnceCell<Vec<usize>>,
    max_steps: usize,
    steps: Cell<usize>,
    max_option_steps: Cell<usize>,
    option_steps: Cell<usize>,
    comment_steps: Cell<usize>,
}

impl<'a> Tree<'a> {
    /// Makes the tree of a program from its nodes.
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

    /// Sets the limit on the steps that looking around in it may take.
    pub(crate) fn with_max_steps(self, max_steps: usize) -> Self {
        Self { max_steps, ..self }
    }

    /// Counts steps of looking around a node.
    ///
    /// # Panics
    ///
    /// With [`TooMuch::Steps`] where the limit is exceeded.
    #[inline]
    pub(crate) fn count_steps(&self, steps: usize) {
        self.steps.set(self.steps.get().saturating_add(steps));
        if self.steps.get() > self.max_steps {
            TooMuch::Steps(self.max_steps).give_up();
        }
    }

    /// Counts steps of matching what options give: patterns, and long lists.
    ///
    /// # Panics
    ///
    /// With [`TooMuch::OptionSteps`] where comments in the text give options, and the limit on their steps is exceeded.
    #[inline]
    pub(crate) fn count_option_steps(&self, steps: usize) {
        self.option_steps.set(self.option_steps.get().saturating_add(steps));
        if self.option_steps.get() > self.max_option_steps.get() {
            TooMuch::OptionSteps(self.max_option_steps.get()).give_up();
        }
    }

    /// Sets the limit on options' steps from now on, and resets the rules' own count.
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

    /// Returns the number of steps of all kinds so far.
    pub(crate) fn all_steps(&self) -> usize {
        [&self.steps, &self.option_steps, &self.comment_steps]
            .into_iter()
            .fold(0, |sum, steps| sum.saturating_add(steps.get()))
    }

    /// Returns the text, without a leading byte order mark.
    pub fn source(&self) -> &'a str {
        self.program.source_text
    }

    pub(super) fn scopes(&'a self) -> &'a Scopes<'a> {
        self.scopes.get_or_init(|| Scopes::of(self))
    }

    pub(super) fn nodes(&self) -> NodeTable<'a, 'a> {
        self.nodes
    }

    /// Returns the id of the last node, which ESTree may not have.
    pub(crate) fn last_id(&self) -> NodeId {
        NodeId::from_usize(self.nodes.len() - 1)
    }

    /// Returns oxc's own parent of a node, which ESTree may not have.
    pub(super) fn oxc_parent(&self, id: NodeId) -> AstKind<'a> {
        self.nodes.ast(self.nodes.parent(id))
    }

    /// Returns all comments in the order of the text. A hashbang does not count.
    pub fn comments(&self) -> &'a [Comment] {
        &self.program.comments
    }

    /// Returns a comment's text without its delimiters.
    pub fn comment_text(&self, comment: &Comment) -> &'a str {
        comment.content_span().source_text(self.source())
    }

    /// Returns the indices of the comments with an at sign, with which all tags begin: `@param`, `@safe`.
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

    /// Returns the offset at which the last token of the program ends, before trailing white space and comments.
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

/// An approximate set of names: one bit per name's hash.
pub struct NameSieve {
    /// The bits where there are few names: most texts need no allocation.
    few: [u64; 4],
    many: Box<[u64]>,
}

impl NameSieve {
    /// The bits per name: with 8, one in eight other names is taken for a member.
    const BITS: usize = 8;

    /// Makes the set of these names, which are iterated twice.
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

/// Returns whether a character is JavaScript's white space or line terminator.
pub fn is_white_space(character: char) -> bool {
    oxc_syntax::identifier::is_white_space(character) || oxc_syntax::line_terminator::is_line_terminator(character)
}
