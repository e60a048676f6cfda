use std::hash::BuildHasher;

use documented::Documented;
use oxc_syntax::node::NodeId;
use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

use super::helpers::release_through;
use crate::{
    engine::{Context, Filters, Level, Meta, Rule, snippet},
    estree::{AstType, Kind, Node, Variable, VariableId, contains_ignoring_case},
};

/// Finds clients that are given back to their pool twice.
///
/// ## Why
///
/// `pg` throws at the second release. Where it does not, the pool hands one connection to two requests,
/// and each reads the other's rows and ends the other's transaction.
///
/// ## What is found
///
/// The `.release()` calls on one variable (or the calls of a `release` that was destructured) are
/// compared, two in the same function at a time: in one block, in `try` and `catch`, in `try` or `catch`
/// and `finally`, before and after a `try`, in an `if` without a way out and after it, in one `if`
/// after the other, in a `case` that falls through, in a conditional expression and after it. Opposite
/// branches of one `if`, and two that both ask `if (!released)`, are left alone.
///
/// ## Example
///
/// ```js
/// try {
///   await client.query(sql);
///   client.release();
/// } finally {
///   client.release();    // found
/// }
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct PreventDoubleRelease;

impl Rule for PreventDoubleRelease {
    const META: Meta = Meta {
        id: "pg/prevent-double-release",
        cwe: 675,
        owasp: "A04:2021 Insecure Design",
        cvss: 5.9,
        on: &[AstType::CallExpression, AstType::VariableDeclarator],
        filters: Filters { required_words: &[&["release"]], ..Filters::NONE },
        messages: &["doubleRelease"],
    };

    type Options = ();
    type State = State;

    fn new((): ()) -> Result<Self, String> {
        Ok(Self)
    }

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, Self::State>) {
        if node.is(Kind::CallExpression) {
            let used = node.callee().into_iter().chain(node.arguments().iter());
            let released = used.filter_map(released_name).map(|name| (hash(name), node.id()));
            ctx.state.released.extend(released);
        } else if let Some(pattern) = node.declared() {
            let names = std::iter::once(pattern).chain(pattern.descendants()).filter_map(Node::identifier);
            ctx.state.declared.extend(names.map(|name| (hash(name), node.id())));
        }
    }

    fn finish<'a>(&self, ctx: &mut Context<'a, '_, Self::State>) {
        let tree = ctx.tree();
        let mut released = std::mem::take(&mut ctx.state.released);
        released.sort_unstable();
        // A variable is known no further than in the outermost function around it.
        let is_released_twice = |&(name, declarator): &(u64, NodeId)| {
            let reach = tree.outermost_function(declarator);
            let first = released.partition_point(|&release| release < (name, reach.start));
            released.get(first + 1).is_some_and(|&second| second < (name, reach.end))
        };
        let named = released.array_windows().filter(|[one, next]| one.0 == next.0).map(|[one, _]| one.0);
        let twice: FxHashSet<u64> = named.collect();
        let mut declarators: Vec<_> = std::mem::take(&mut ctx.state.declared)
            .into_iter()
            .filter(|declared| twice.contains(&declared.0) && is_released_twice(declared))
            .map(|(_, declarator)| declarator)
            .collect();
        declarators.dedup();
        // The calls that release it again, by variable. One that is declared twice is reported twice.
        let mut known: FxHashMap<VariableId, Vec<NodeId>> = FxHashMap::default();
        for declarator in declarators.into_iter().map(|id| tree.node_of(id)) {
            for variable in tree.declared_variables(declarator) {
                let again = known.entry(variable.id()).or_insert_with(|| second_releases(variable));
                for call in again.iter().map(|&id| tree.node_of(id)) {
                    let what = format_args!("{} runs when {} was released already", snippet(call), variable.name());
                    let fix = "Keep one release, in the finally block around all uses of the client";
                    ctx.report(call, "doubleRelease", Level::High, what, fix).found_at(declarator);
                }
            }
        }
    }
}

/// The hashes of the names that a text releases and declares, whichever variables they are.
#[derive(Default)]
pub(super) struct State {
    /// A name for each release, with the call.
    released: Vec<(u64, NodeId)>,
    /// With the declarators that declare them.
    declared: Vec<(u64, NodeId)>,
}

fn hash(name: &str) -> u64 {
    FxBuildHasher.hash_one(name)
}

/// The name of what is released where a node is called or given to a call: `client` of `client.release`, `release`.
fn released_name(node: Node<'_>) -> Option<&str> {
    match node.identifier() {
        Some(name) => Some(name).filter(|name| *name == "release"),
        None => node.object().filter(|_| node.property_identifier() == Some("release"))?.identifier(),
    }
}

/// The calls that release a variable after another call has.
fn second_releases(variable: Variable<'_>) -> Vec<NodeId> {
    let mut calls: Vec<_> = if is_destructured_release(variable) {
        variable.references().filter_map(call_of).collect()
    } else {
        variable.references().filter_map(release_through).collect()
    };
    if calls.len() < 2 {
        return Vec::new();
    }
    calls.sort_by_key(|call| call.span().start);
    let mut histories: FxHashMap<(Option<NodeId>, bool), Earlier> = FxHashMap::default();
    let mut exits = Exits::default();
    let mut again = Vec::new();
    for release in calls.into_iter().map(Release::of) {
        let function = release.function.map(Node::id);
        let guarded = release.is_guarded();
        // If both ask whether the client was released, only one of them releases it.
        let doubles = |history: &Earlier, exits: &mut Exits| history.is_doubled_by(&release, exits);
        let doubled = histories.get(&(function, false)).is_some_and(|history| doubles(history, &mut exits))
            || !guarded && histories.get(&(function, true)).is_some_and(|history| doubles(history, &mut exits));
        let id = release.call.id();
        if doubled && again.last() != Some(&id) {
            again.push(id);
        }
        histories.entry((function, guarded)).or_default().add(&release, &mut exits);
    }
    again
}

/// Returns whether a variable is the `release` of `const { release } = …`.
fn is_destructured_release(variable: Variable<'_>) -> bool {
    variable.name() == "release"
        && variable.definition().is(Kind::VariableDeclarator)
        && variable.definition().declared().is_some_and(|pattern| pattern.is(Kind::ObjectPattern))
}

fn call_of(reference: Node<'_>) -> Option<Node<'_>> {
    reference.parent().filter(|call| call.is(Kind::CallExpression) && call.callee() == Some(reference))
}

/// A call that releases, and what stands around it: the nearest of each kind, in whatever function.
struct Release<'a> {
    call: Node<'a>,
    function: Option<Node<'a>>,
    block: Option<Node<'a>>,
    expression_statement: Option<Node<'a>>,
    if_statement: Option<Node<'a>>,
    switch_case: Option<Node<'a>>,
    try_statement: Option<Node<'a>>,
    catch_clause: Option<Node<'a>>,
    /// It is a part of `a ? b : c`, `a && b` or the like.
    is_conditional: bool,
}

/// A branch of an `if`.
type Branch = (NodeId, Side);

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Test,
    Consequent,
    Alternate,
}

impl<'a> Release<'a> {
    fn of(call: Node<'a>) -> Self {
        let mut release = Self {
            call,
            function: None,
            block: None,
            expression_statement: None,
            if_statement: None,
            switch_case: None,
            try_statement: None,
            catch_clause: None,
            is_conditional: false,
        };
        for ancestor in call.ancestors() {
            let nearest = match ancestor.kind() {
                Kind::FunctionDeclaration | Kind::FunctionExpression | Kind::ArrowFunctionExpression => {
                    &mut release.function
                }
                Kind::BlockStatement => &mut release.block,
                Kind::ExpressionStatement => &mut release.expression_statement,
                Kind::IfStatement => &mut release.if_statement,
                Kind::SwitchCase => &mut release.switch_case,
                Kind::TryStatement => &mut release.try_statement,
                Kind::CatchClause => &mut release.catch_clause,
                Kind::ConditionalExpression | Kind::LogicalExpression => {
                    release.is_conditional |= release.block.is_none() && release.expression_statement.is_none();
                    continue;
                }
                _ => continue,
            };
            nearest.get_or_insert(ancestor);
        }
        release
    }

    /// Returns whether the nearest `if` asks whether the client was released before: `if (!released)`.
    fn is_guarded(&self) -> bool {
        let asked = self
            .if_statement
            .and_then(Node::test)
            .filter(|test| test.is(Kind::UnaryExpression) && test.operator() == Some("!"))
            .and_then(Node::argument);
        let name = asked.and_then(|asked| asked.identifier().or_else(|| asked.property_identifier()));
        name.is_some_and(|name| ["closed", "done", "released"].iter().any(|word| contains_ignoring_case(name, word)))
    }

    /// Returns the branch of the nearest `if` that it is in.
    fn branch(&self) -> Option<Branch> {
        let if_statement = self.if_statement?;
        let is_within = |branch: Option<Node<'a>>| branch.is_some_and(|branch| self.call.is_within(branch));
        let side = if is_within(if_statement.consequent()) {
            Side::Consequent
        } else if is_within(if_statement.alternate()) {
            Side::Alternate
        } else {
            Side::Test
        };
        Some((if_statement.id(), side))
    }

    /// The nearest `try` whose block it is in.
    fn try_of_block(&self) -> Option<Node<'a>> {
        self.try_statement.filter(|it| it.block().is_some_and(|block| self.call.is_within(block)))
    }

    /// The nearest `try` whose `finally` it is in.
    fn try_of_finalizer(&self) -> Option<Node<'a>> {
        self.try_statement.filter(|it| it.finalizer().is_some_and(|finalizer| self.call.is_within(finalizer)))
    }

    /// The `try` that the nearest `catch` belongs to.
    fn try_of_catch(&self) -> Option<Node<'a>> {
        self.catch_clause?.parent()
    }

    /// The statement that directly holds the call, and the block that directly holds that statement.
    fn statement_in_block(&self) -> Option<(Node<'a>, Node<'a>)> {
        let statement = self.call.parent()?;
        Some((statement, statement.parent().filter(|block| block.is(Kind::BlockStatement))?))
    }

    /// The nearest `if`, where it has no `else`.
    fn if_without_else(&self) -> Option<Node<'a>> {
        self.if_statement.filter(|it| it.alternate().is_none())
    }

    /// Returns whether the branch of the nearest `if` goes no further after the release.
    fn leaves_its_branch(&self, exits: &mut Exits) -> bool {
        let Some((statement, block)) = self.statement_in_block() else { return false };
        let side = match self.branch() {
            Some((_, Side::Consequent)) => self.if_statement.and_then(Node::consequent),
            _ => self.if_statement.and_then(Node::alternate),
        };
        statement.is(Kind::ExpressionStatement)
            && side == Some(block)
            && exits.of(block).last().is_some_and(|&exit| exit > statement.span().start)
    }
}

/// The offsets of the statements directly in a block that leave it (`return`, `throw`), or directly in a `case` (these
/// and `break`). Each block is searched once.
#[derive(Default)]
struct Exits(FxHashMap<NodeId, Vec<u32>>);

impl Exits {
    fn of(&mut self, container: Node<'_>) -> &[u32] {
        self.0.entry(container.id()).or_insert_with(|| {
            let leaves = |statement: &Node<'_>| match statement.kind() {
                Kind::ReturnStatement | Kind::ThrowStatement => true,
                Kind::BreakStatement => container.is(Kind::SwitchCase),
                _ => false,
            };
            container.statements().iter().filter(leaves).map(|statement| statement.span().start).collect()
        })
    }

    /// Returns whether one of them stands between two statements of a block.
    fn are_between(&mut self, block: Node<'_>, from: u32, to: u32) -> bool {
        let exits = self.of(block);
        exits.get(exits.partition_point(|&exit| exit < from)).is_some_and(|&exit| exit < to)
    }
}

/// The effects of the releases before the current one, all in one function.
///
/// They answer whether one of them makes a further release a second one. Each way in which that can happen has an index
/// of its own, since comparing all pairs would take quadratic time.
#[derive(Default)]
struct Earlier {
    /// `try` statements with a release in their block.
    try_blocks: FxHashSet<NodeId>,
    /// `try` statements with a release in their `catch`.
    catches: FxHashSet<NodeId>,
    /// The first `case` of each `switch` that releases and falls through.
    falling_cases: FxHashMap<NodeId, NodeId>,
    /// For each block, the end of the first `if` in it that has no `else`, releases and continues.
    ends_of_ifs: FxHashMap<NodeId, u32>,
    /// For each block, the first such `if` directly in it.
    ifs: FxHashMap<NodeId, NodeId>,
    /// For each block, the statements directly in it that contain a release, and their ends.
    statements: FxHashMap<NodeId, Vec<(NodeId, u32)>>,
    /// The place where the `try` statements with a release in their block end.
    ends_of_try_blocks: Ends,
    /// The place where the `try` statements with a release in their `catch` or `finally` end.
    ends_of_tries: Ends,
    /// Releases in an `if` that goes on after it, as if they ended at the start of the text.
    ifs_that_go_on: Ends,
    /// For each block, the ends of the statements whose expression may release.
    conditional: FxHashMap<NodeId, Ends>,
}

impl Earlier {
    fn add(&mut self, release: &Release<'_>, exits: &mut Exits) {
        let branch = release.branch();
        if let Some(statement) = release.try_of_block() {
            self.try_blocks.insert(statement.id());
            self.ends_of_try_blocks.add(statement.span().end, branch);
        }
        if let Some(statement) = release.try_of_catch() {
            self.catches.insert(statement.id());
            self.ends_of_tries.add(statement.span().end, branch);
        }
        if let Some(statement) = release.try_of_finalizer() {
            self.ends_of_tries.add(statement.span().end, branch);
        }
        if let Some(case) = release.switch_case
            && let Some(switch) = case.parent()
            && exits.of(case).is_empty()
        {
            self.falling_cases.entry(switch.id()).or_insert(case.id());
        }
        if branch.is_some() && !release.leaves_its_branch(exits) {
            self.ifs_that_go_on.add(0, branch);
            if let Some(if_statement) = release.if_without_else() {
                self.add_if(if_statement);
            }
        }
        if let Some((statement, block)) = release.statement_in_block() {
            let known = self.statements.entry(block.id()).or_default();
            if known.last().is_none_or(|&(last, _)| last != statement.id()) {
                known.push((statement.id(), statement.span().end));
            }
        }
        if release.is_conditional
            && let Some(statement) = release.expression_statement
            && let Some(block) = block_around(statement)
        {
            self.conditional.entry(block.id()).or_default().add(statement.span().end, branch);
        }
    }

    fn add_if(&mut self, if_statement: Node<'_>) {
        if let Some(block) = block_around(if_statement) {
            let end = if_statement.span().end;
            self.ends_of_ifs.entry(block.id()).and_modify(|known| *known = end.min(*known)).or_insert(end);
            if if_statement.parent() == Some(block) {
                self.ifs.entry(block.id()).or_insert(if_statement.id());
            }
        }
    }

    fn is_doubled_by(&self, release: &Release<'_>, exits: &mut Exits) -> bool {
        let start = release.call.span().start;
        let branch = release.branch();
        let finalized = release.try_of_finalizer().map(Node::id);
        release.try_of_catch().is_some_and(|it| self.try_blocks.contains(&it.id()))
            || finalized.is_some_and(|it| self.try_blocks.contains(&it) || self.catches.contains(&it))
            || finalized.is_some() && self.ifs_that_go_on.are_before(start, branch)
            || finalized.is_none() && self.ends_of_try_blocks.are_before(start, branch)
            || self.ends_of_tries.are_before(start, branch)
            || self.has_falling_case_before(release)
            || self.has_if_before(release)
            || self.has_statement_before(release, exits)
            || release
                .block
                .and_then(|block| self.conditional.get(&block.id()))
                .is_some_and(|ends| ends.are_before(start, branch))
    }

    fn has_falling_case_before(&self, release: &Release<'_>) -> bool {
        release.switch_case.is_some_and(|case| {
            let falling = case.parent().and_then(|switch| self.falling_cases.get(&switch.id()));
            falling.is_some_and(|&falling| falling != case.id())
        })
    }

    fn has_if_before(&self, release: &Release<'_>) -> bool {
        let behind_one = release
            .statement_in_block()
            .filter(|(statement, _)| statement.is(Kind::ExpressionStatement))
            .and_then(|(_, block)| self.ends_of_ifs.get(&block.id()))
            .is_some_and(|&end| end < release.call.span().start);
        let in_the_next = release.if_without_else().is_some_and(|if_statement| {
            let first = if_statement.parent().and_then(|block| self.ifs.get(&block.id()));
            first.is_some_and(|&first| first != if_statement.id())
        });
        behind_one || in_the_next
    }

    fn has_statement_before(&self, release: &Release<'_>, exits: &mut Exits) -> bool {
        let Some((statement, block)) = release.statement_in_block() else { return false };
        // The nearest one decides: what leaves the block after it stands after those before it too.
        let before = self.statements.get(&block.id()).and_then(|it| it.iter().rev().find(|it| it.0 != statement.id()));
        before.is_some_and(|&(_, end)| !exits.are_between(block, end, statement.span().start))
    }
}

fn block_around(node: Node<'_>) -> Option<Node<'_>> {
    node.ancestors().find(|ancestor| ancestor.is(Kind::BlockStatement))
}

/// The ends of some statements, each with the branch of an `if` that its release is in.
///
/// The two earliest with distinct branches are kept. A later release rules out one branch, the one
/// opposite to its own, so that one of the two decides.
#[derive(Default)]
struct Ends(Vec<(u32, Option<Branch>)>);

impl Ends {
    fn add(&mut self, end: u32, branch: Option<Branch>) {
        match self.0.iter_mut().find(|(_, known)| *known == branch) {
            Some((known, _)) => *known = end.min(*known),
            None => self.0.push((end, branch)),
        }
        self.0.sort_by_key(|&(end, _)| end);
        self.0.truncate(2);
    }

    /// Returns whether one of them ends before `start`, and not in the branch opposite to `branch`.
    fn are_before(&self, start: u32, branch: Option<Branch>) -> bool {
        self.0.iter().any(|&(end, other)| end < start && !are_opposite(other, branch))
    }
}

fn are_opposite(one: Option<Branch>, other: Option<Branch>) -> bool {
    let (Some((one, one_side)), Some((other, other_side))) = (one, other) else { return false };
    one == other
        && matches!((one_side, other_side), (Side::Consequent, Side::Alternate) | (Side::Alternate, Side::Consequent))
}
