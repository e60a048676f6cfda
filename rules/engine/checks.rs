//! What code says about names further down: checks, guards, declarations.

use oxc_span::Span;
use oxc_syntax::node::NodeId;
use rustc_hash::FxHashMap;

use crate::estree::{Kind, Node, Tree};

/// Where `if` statements speak for names.
///
/// Made once for a text and asked for each call in it: neither how many statements there are nor how deep
/// they stand makes a call dearer.
#[derive(Default)]
pub struct Checks {
    /// From each offset on, up to the next: the innermost of the blocks beyond which no statement speaks.
    innermost: Vec<(u32, Option<NodeId>)>,
    /// By name and block: spans, sorted and apart.
    spans: FxHashMap<String, FxHashMap<Option<NodeId>, Vec<Span>>>,
}

impl Checks {
    /// Finds what the `if` statements of a text check: the `names` of each, from its beginning up to an `end`.
    /// Where that is `None` it speaks for nothing. A check holds where the innermost block that `limits` is
    /// the same.
    pub fn find<'a, N: IntoIterator<Item = &'a str>>(
        tree: &'a Tree<'a>,
        names: impl Fn(Node<'a>) -> N,
        end: impl Fn(Node<'a>) -> Option<u32>,
        limits: impl Fn(Node<'a>) -> bool,
    ) -> Self {
        let statements = tree.nodes_of([Kind::IfStatement]);
        let checked = statements.flat_map(|statement| names(statement).into_iter().map(move |name| (statement, name)));
        let mut checked = checked.peekable();
        if checked.peek().is_none() {
            return Self::default();
        }
        let mut checks = Self::within(tree.nodes_of([Kind::BlockStatement]).filter(|&block| limits(block)));
        for (statement, name) in checked {
            if let Some(end) = end(statement) {
                checks.add(name, statement, end);
            }
        }
        checks
    }

    /// No checks so far, and the blocks that limit them in the order of the text.
    fn within<'a>(blocks: impl Iterator<Item = Node<'a>>) -> Self {
        let mut innermost = Vec::new();
        let mut open: Vec<Node<'a>> = Vec::new();
        for block in blocks.map(Some).chain([None]) {
            let start = block.map_or(u32::MAX, |block| block.span().start);
            while let Some(left) = open.pop_if(|open| open.span().end <= start) {
                innermost.push((left.span().end, open.last().map(|block| block.id())));
            }
            if let Some(block) = block {
                innermost.push((start, Some(block.id())));
                open.push(block);
            }
        }
        Self { innermost, spans: FxHashMap::default() }
    }

    /// Notes that a statement checks a name for what follows its beginning, up to `end`. Statements come in
    /// the order of the text, and one within another speaks for no more than that one.
    fn add(&mut self, name: &str, statement: Node<'_>, end: u32) {
        let span = Span::new(statement.span().start, end);
        let block = self.block_at(span.start);
        let spans = self.spans.entry(name.to_string()).or_default().entry(block).or_default();
        if spans.last().is_none_or(|last| last.end < end) {
            spans.push(span);
        }
    }

    /// Whether a statement checks the name for a node.
    pub fn hold(&self, name: &str, node: Node<'_>) -> bool {
        let start = node.span().start;
        self.spans.get(name).and_then(|blocks| blocks.get(&self.block_at(start))).is_some_and(|spans| {
            let next = spans.partition_point(|span| span.start <= start);
            next > 0 && start < spans[next - 1].end
        })
    }

    fn block_at(&self, offset: u32) -> Option<NodeId> {
        let next = self.innermost.partition_point(|&(from, _)| from <= offset);
        next.checked_sub(1).and_then(|at| self.innermost[at].1)
    }
}

/// What the innermost of nested nodes says about a name, by place in the text.
///
/// Made once for a text and asked for each place, however deep.
pub struct Innermost<T>(FxHashMap<String, Said<T>>);

struct Said<T> {
    /// From each offset on, up to the next: what the innermost node says.
    places: Vec<(u32, Option<T>)>,
    /// The nodes that have not ended, and what they say.
    open: Vec<(Span, T)>,
}

impl<T: Copy> Innermost<T> {
    /// What nodes say, which come with their names in the order of the text. One that says the same name
    /// twice is heard the first time.
    pub fn new<'a>(said: impl Iterator<Item = (Span, &'a str, T)>) -> Self {
        let mut names: FxHashMap<String, Said<T>> = FxHashMap::default();
        for (span, name, value) in said {
            let said = match names.get_mut(name) {
                Some(said) => said,
                None => names.entry(name.to_string()).or_insert(Said { places: Vec::new(), open: Vec::new() }),
            };
            said.close(span.start);
            if said.open.last().is_none_or(|&(open, _)| open != span) {
                said.places.push((span.start, Some(value)));
                said.open.push((span, value));
            }
        }
        names.values_mut().for_each(|said| said.close(u32::MAX));
        Self(names)
    }

    /// What the innermost node around the beginning of this one says about a name.
    pub fn at(&self, name: &str, node: Node<'_>) -> Option<T> {
        let places = &self.0.get(name)?.places;
        let next = places.partition_point(|&(from, _)| from <= node.span().start);
        next.checked_sub(1).and_then(|at| places[at].1)
    }
}

impl<T: Copy> Said<T> {
    fn close(&mut self, until: u32) {
        while let Some((span, _)) = self.open.pop_if(|(span, _)| span.end <= until) {
            self.places.push((span.end, self.open.last().map(|&(_, value)| value)));
        }
    }
}
