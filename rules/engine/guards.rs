//! The names that code checks, guards or declares for the code after it.

use std::collections::HashMap;

use oxc_span::Span;
use oxc_syntax::node::NodeId;
use rustc_hash::FxHashMap;

use super::{Budget, Indexed};
use crate::estree::{Kind, Node, Tree};

/// The names that an `if` statement guards, and up to where.
pub struct GuardPolicy {
    /// Adds to the list the names that a statement guards.
    pub names: for<'a> fn(Node<'a>, &mut Vec<&'a str>),
    /// Returns the position up to which a statement guards its names: its own end or, directly in one of the blocks
    /// below, the end of that block. `None`: it guards nothing.
    pub end: fn(Node<'_>) -> Option<u32>,
    /// Returns whether no guard extends beyond a block.
    pub limits: fn(Node<'_>) -> bool,
}

impl GuardPolicy {
    /// Returns the policy of statements that guard within their function: their own contents and, where they return or
    /// throw at the top of its body, everything after them.
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

/// The guards of a text. A rule keeps them in its state, one value for each [`GuardPolicy`].
///
/// A few queries search around their nodes; many, or deep ones, index the whole text once. So a query costs the same
/// however many statements there are and however deep they nest.
#[derive(Default)]
pub struct Guards(Indexed<Index>);

impl Guards {
    /// Returns whether a statement guards the name at a node.
    pub fn covers(&mut self, name: &str, node: Node<'_>, policy: &GuardPolicy) -> bool {
        match self.0.get(node.tree().source(), || Index::new(node.tree(), policy)) {
            Ok(index) => index.covers(name, node),
            Err(budget) => covers_near(name, node, policy, budget),
        }
    }
}

fn covers_near<'a>(name: &str, node: Node<'a>, policy: &GuardPolicy, budget: &mut Budget) -> bool {
    let start = node.span().start;
    let mut names = Vec::new();
    let mut guards = |statement: Node<'a>, budget: &mut Budget| {
        names.clear();
        // The guarded names are in its condition; where the guard ends may depend on all statements of its branch.
        budget.spend_on_bytes(statement.test().map_or(0, |test| test.span().size() as usize));
        (policy.names)(statement, &mut names);
        names.contains(&name) && {
            budget.spend_on_nodes(statement.consequent().map_or(0, |branch| branch.statements().len()));
            (policy.end)(statement).is_some_and(|end| start < end)
        }
    };
    for around in node.ancestors() {
        budget.spend_on_nodes(1);
        if around.is(Kind::IfStatement) && guards(around, budget) {
            return true;
        }
        if around.is(Kind::BlockStatement) && (policy.limits)(around) {
            let statements = around.statements();
            let before = statements.partition_point(|statement| statement.span().start <= start);
            budget.spend_on_nodes(before);
            let mut before = statements.iter().take(before);
            return before.any(|it| it.is(Kind::IfStatement) && guards(it, budget));
        }
    }
    false
}

/// The guards of a whole text.
struct Index {
    /// The innermost block that limits guards, from each offset up to the next.
    innermost: Vec<(u32, Option<NodeId>)>,
    /// Disjoint sorted spans, by name and block.
    spans: HashMap<String, FxHashMap<Option<NodeId>, Vec<Span>>>,
}

impl Index {
    fn new<'a>(tree: &'a Tree<'a>, policy: &GuardPolicy) -> Self {
        let mut index = Self::within(tree.nodes_of([Kind::BlockStatement]).filter(|&block| (policy.limits)(block)));
        let mut names = Vec::new();
        for statement in tree.nodes_of([Kind::IfStatement]) {
            (policy.names)(statement, &mut names);
            if let Some(end) = (policy.end)(statement).filter(|_| !names.is_empty()) {
                names.iter().for_each(|name| index.add(name, statement, end));
            }
            names.clear();
        }
        index
    }

    /// Makes an index without guards, from the blocks that limit them in the order of the text.
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

    /// Records that a statement guards a name from its beginning up to `end`. Statements come in the order of the text,
    /// and a nested one guards no more than the outer one.
    fn add(&mut self, name: &str, statement: Node<'_>, end: u32) {
        let span = Span::new(statement.span().start, end);
        let block = self.block_at(span.start);
        let spans = self.spans.entry(name.to_string()).or_default().entry(block).or_default();
        if spans.last().is_none_or(|last| last.end < end) {
            spans.push(span);
        }
    }

    /// Returns whether a statement guards the name at a node.
    pub(crate) fn covers(&self, name: &str, node: Node<'_>) -> bool {
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

/// The values that the innermost of nested nodes give a name, by position in the text.
///
/// It is made once for a text; a query costs the same however deep its node is.
pub struct Innermost<T>(HashMap<String, Said<T>>);

struct Said<T> {
    /// The value of the innermost node, from each offset up to the next.
    places: Vec<(u32, Option<T>)>,
    /// The nodes that have not ended, with their values.
    open: Vec<(Span, T)>,
}

impl<T: Copy> Innermost<T> {
    /// Collects the values that nodes give names, in the order of the text. Of a node's values for one name the first
    /// counts.
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

    /// Returns the value that the innermost node around the beginning of this one gives a name.
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
