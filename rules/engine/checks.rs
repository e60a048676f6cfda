//! What code says about names further down: checks, guards, declarations.

use std::collections::HashMap;

use oxc_span::Span;
use oxc_syntax::node::NodeId;
use rustc_hash::FxHashMap;

use super::{Budget, Indexed};
use crate::estree::{Kind, Node, Tree};

/// What makes an `if` statement speak for names, and for how long.
pub struct Speech {
    /// The names that it speaks for.
    pub names: for<'a> fn(Node<'a>, &mut Vec<&'a str>),
    /// Where it ends to speak for them: where it ends itself or, directly in one of the blocks below, where that ends.
    /// Where it is `None` it speaks for nothing.
    pub end: fn(Node<'_>) -> Option<u32>,
    /// The blocks beyond which no statement speaks.
    pub limits: fn(Node<'_>) -> bool,
}

impl Speech {
    /// That of statements that speak within their function: for what stands in themselves and, where they return or throw
    /// at the top of its body, for all behind them.
    pub const fn in_function(names: for<'a> fn(Node<'a>, &mut Vec<&'a str>)) -> Self {
        Self { names, end: end_in_function, limits: is_function_body }
    }
}

fn is_function_body(block: Node<'_>) -> bool {
    block.is(Kind::BlockStatement) && block.parent().is_some_and(Node::is_function)
}

fn end_in_function(statement: Node<'_>) -> Option<u32> {
    let leaves = |statement: Node<'_>| statement.is_any(&[Kind::ReturnStatement, Kind::ThrowStatement]);
    let branch_leaves =
        |branch: Node<'_>| leaves(branch) || branch.is(Kind::BlockStatement) && branch.statements().iter().any(leaves);
    let body = statement.parent().filter(|&parent| is_function_body(parent));
    Some(body.filter(|_| statement.consequent().is_some_and(branch_leaves)).unwrap_or(statement).span().end)
}

/// Where the `if` statements of a text speak for names. A rule keeps it in its state, one for each [`Speech`].
///
/// What stands around a node is looked at; for many and deep ones the whole text, once: neither how many statements
/// there are nor how deep they stand makes a node dearer.
#[derive(Default)]
pub struct Checks(Indexed<Index>);

impl Checks {
    /// Whether a statement speaks of the name for a node.
    pub fn hold(&mut self, name: &str, node: Node<'_>, speech: &Speech) -> bool {
        match self.0.get(node.tree().source(), || Index::new(node.tree(), speech)) {
            Ok(index) => index.hold(name, node),
            Err(budget) => hold_near(name, node, speech, budget),
        }
    }
}

fn hold_near<'a>(name: &str, node: Node<'a>, speech: &Speech, budget: &mut Budget) -> bool {
    let start = node.span().start;
    let mut names = Vec::new();
    let mut speaks = |statement: Node<'a>, budget: &mut Budget| {
        names.clear();
        // What it speaks for stands in its condition; where it ends may depend on all statements of its branch.
        budget.spend_on_bytes(statement.test().map_or(0, |test| test.span().size() as usize));
        (speech.names)(statement, &mut names);
        names.contains(&name) && {
            budget.spend_on_nodes(statement.consequent().map_or(0, |branch| branch.statements().len()));
            (speech.end)(statement).is_some_and(|end| start < end)
        }
    };
    for around in node.ancestors() {
        budget.spend_on_nodes(1);
        if around.is(Kind::IfStatement) && speaks(around, budget) {
            return true;
        }
        if around.is(Kind::BlockStatement) && (speech.limits)(around) {
            let statements = around.statements();
            let before = statements.partition_point(|statement| statement.span().start <= start);
            budget.spend_on_nodes(before);
            let mut before = statements.iter().take(before);
            return before.any(|it| it.is(Kind::IfStatement) && speaks(it, budget));
        }
    }
    false
}

/// The same for a whole text.
struct Index {
    /// From each offset on, up to the next: the innermost of the blocks beyond which no statement speaks.
    innermost: Vec<(u32, Option<NodeId>)>,
    /// By name and block: spans, sorted and apart.
    spans: HashMap<String, FxHashMap<Option<NodeId>, Vec<Span>>>,
}

impl Index {
    fn new<'a>(tree: &'a Tree<'a>, speech: &Speech) -> Self {
        let mut index = Self::within(tree.nodes_of([Kind::BlockStatement]).filter(|&block| (speech.limits)(block)));
        let mut names = Vec::new();
        for statement in tree.nodes_of([Kind::IfStatement]) {
            (speech.names)(statement, &mut names);
            if let Some(end) = (speech.end)(statement).filter(|_| !names.is_empty()) {
                names.iter().for_each(|name| index.add(name, statement, end));
            }
            names.clear();
        }
        index
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
        Self { innermost, spans: HashMap::new() }
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
pub struct Innermost<T>(HashMap<String, Said<T>>);

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
        let mut names: HashMap<String, Said<T>> = HashMap::new();
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
