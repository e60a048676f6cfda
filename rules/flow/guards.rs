//! The conditions that hold where a node is evaluated.
//!
//! Dominance is structural: an earlier statement of a list whose failing branch ends abruptly, or a branch, loop or
//! operand that is reached only if a condition holds.

use super::{
    Condition, Const, Flow, Frame, Term, TermKind, loops,
    models::{Role, module_path},
    reach::Writes,
};
use crate::estree::{Kind, Node, Variable};

/// The maximum number of conditions that are noted for one place.
const MAX_CONDITIONS: usize = 48;

/// The maximum number of statements before one that are examined for guards.
const MAX_SIBLINGS: usize = 400;

impl<'a> Flow<'a> {
    /// Returns the conditions that hold whenever a node is evaluated.
    pub(crate) fn conditions_at(&mut self, node: Node<'a>, frame: Frame) -> Vec<Condition> {
        let root = self.tree.root();
        self.conditions_within(node, root, frame)
    }

    /// Returns the conditions that hold whenever a node is evaluated, as far as code within `outer` ensures them.
    pub(super) fn conditions_within(&mut self, node: Node<'a>, outer: Node<'a>, frame: Frame) -> Vec<Condition> {
        let mut conditions = Vec::new();
        let mut child = node;
        while let Some(parent) = child.parent() {
            if !self.spend(1) || conditions.len() >= MAX_CONDITIONS || child == outer {
                break;
            }
            match parent.kind() {
                Kind::IfStatement | Kind::ConditionalExpression => {
                    if let Some(test) = parent.test().filter(|&test| test != child) {
                        let holds = parent.consequent() == Some(child);
                        self.add_test(test, holds, frame, &mut conditions);
                    }
                }
                Kind::WhileStatement | Kind::ForStatement => {
                    if let Some(test) = parent.test().filter(|&test| test != child && parent.body() == Some(child)) {
                        self.add_test(test, true, frame, &mut conditions);
                    }
                }
                Kind::LogicalExpression if parent.right() == Some(child) => {
                    let holds = match parent.operator() {
                        Some("&&") => Some(true),
                        Some("||") => Some(false),
                        _ => None,
                    };
                    if let (Some(holds), Some(left)) = (holds, parent.left()) {
                        self.add_test(left, holds, frame, &mut conditions);
                    }
                }
                // The right side is evaluated only if the variable has, or lacks, a value.
                Kind::AssignmentExpression if parent.right() == Some(child) => {
                    let holds = match parent.operator() {
                        Some("&&=") => Some(true),
                        Some("||=" | "??=") => Some(false),
                        _ => None,
                    };
                    if let (Some(holds), Some(left)) = (holds, parent.left()) {
                        self.add_test(left, holds, frame, &mut conditions);
                    }
                }
                Kind::SwitchCase => {
                    self.add_earlier(parent, child, frame, &mut conditions);
                    self.add_case(parent, frame, &mut conditions);
                }
                Kind::BlockStatement | Kind::Program | Kind::StaticBlock => {
                    self.add_earlier(parent, child, frame, &mut conditions);
                }
                _ if parent.is_function() => {
                    if outer.is(Kind::Program) {
                        conditions.extend(self.conditions_of_route(parent));
                    }
                    if parent.is(Kind::FunctionDeclaration) || self.is_method(parent) {
                        break;
                    }
                }
                _ => {}
            }
            child = parent;
        }
        conditions
    }

    fn is_method(&self, function: Node<'a>) -> bool {
        function.parent().is_some_and(|parent| parent.is(Kind::MethodDefinition))
    }

    /// Returns the conditions that hold where a block ends normally.
    pub(super) fn conditions_at_end(&mut self, block: Node<'a>, outer: Node<'a>, frame: Frame) -> Vec<Condition> {
        let mut conditions = Vec::new();
        for statement in block.statements().iter().take(MAX_SIBLINGS) {
            self.add_passed(statement, frame, &mut conditions);
        }
        if block.parent() != Some(outer) {
            conditions.extend(self.conditions_within(block, outer, frame));
        }
        conditions
    }

    /// Guards a value by the conditions under which a node is evaluated, if an attacker has part in it.
    pub(super) fn where_evaluated(&mut self, value: Term, node: Node<'a>) -> Term {
        let conditions = if self.is_tainted(value) { self.conditions_at(node, Frame::ROOT) } else { Vec::new() };
        self.guarded(value, conditions, node)
    }

    /// Guards a value by the conditions under which a statement ends normally, if an attacker has part in it.
    pub(super) fn where_ended(&mut self, value: Term, statement: Node<'a>, frame: Frame) -> Term {
        let mut conditions = Vec::new();
        if self.is_tainted(value) {
            self.add_passed(statement, frame, &mut conditions);
        }
        self.guarded(value, conditions, statement)
    }

    fn add_test(&mut self, test: Node<'a>, holds: bool, frame: Frame, conditions: &mut Vec<Condition>) {
        if self.is_too_deep() {
            return;
        }
        let term = self.expression(test, frame);
        conditions.push(Condition { term, holds });
    }

    /// Adds the conditions that hold once the statements before one in its list have ended.
    fn add_earlier(&mut self, list: Node<'a>, child: Node<'a>, frame: Frame, conditions: &mut Vec<Condition>) {
        let statements = list.statements();
        let place = statements.partition_point(|statement| statement.id() < child.id());
        for at in (0..place).rev().take(MAX_SIBLINGS) {
            if conditions.len() >= MAX_CONDITIONS {
                return;
            }
            if let Some(statement) = statements.get(at) {
                self.add_passed(statement, frame, conditions);
            }
        }
    }

    /// Adds the conditions that hold once a statement has ended normally; the constant `false` if it never does.
    fn add_passed(&mut self, statement: Node<'a>, frame: Frame, conditions: &mut Vec<Condition>) {
        if frame == Frame::ROOT && self.silent.contains(&statement.id()) || !self.spend(1) {
            return;
        }
        let before = conditions.len();
        let is_whole = self.is_whole(|flow| flow.add_passed_anew(statement, frame, conditions));
        if frame == Frame::ROOT && conditions.len() == before && is_whole && self.fuel > 0 {
            self.silent.insert(statement.id());
        }
    }

    fn add_passed_anew(&mut self, statement: Node<'a>, frame: Frame, conditions: &mut Vec<Condition>) {
        match statement.kind() {
            Kind::ReturnStatement | Kind::ThrowStatement | Kind::BreakStatement | Kind::ContinueStatement => {
                conditions.push(self.never(statement));
            }
            Kind::IfStatement => {
                let Some(test) = statement.test() else { return };
                self.add_texts(test, frame, conditions);
                let (yes, no) = (statement.consequent(), statement.alternate());
                let leaves = |flow: &Self, branch: Option<Node<'a>>| branch.is_some_and(|it| flow.ends_abruptly(it));
                match (leaves(self, yes), leaves(self, no)) {
                    (true, false) => {
                        self.add_test(test, false, frame, conditions);
                        if let Some(no) = no {
                            self.add_passed(no, frame, conditions);
                        }
                    }
                    (false, true) => {
                        self.add_test(test, true, frame, conditions);
                        if let Some(yes) = yes {
                            self.add_passed(yes, frame, conditions);
                        }
                    }
                    (false, false) => self.add_passed_either(statement, frame, conditions),
                    (true, true) => conditions.push(self.never(statement)),
                }
            }
            Kind::BlockStatement => {
                for inner in statement.statements().iter().take(MAX_SIBLINGS) {
                    self.add_passed(inner, frame, conditions);
                }
            }
            Kind::TryStatement => {
                // A `catch` that lets the program go on makes guards in the block ineffective.
                let handled = statement.handler().and_then(Node::body);
                if handled.is_none_or(|body| self.ends_abruptly(body))
                    && let Some(block) = statement.block()
                {
                    self.add_passed(block, frame, conditions);
                }
            }
            Kind::SwitchStatement => self.add_passed_switch(statement, frame, conditions),
            // A condition on each element holds for all of them.
            Kind::ForOfStatement | Kind::ForInStatement | Kind::ForStatement
                if !statement.is(Kind::ForStatement) || loops::counts_all(statement) =>
            {
                if let Some(body) = statement.body().filter(|body| self.only_throws_out(*body)) {
                    self.add_passed(body, frame, conditions);
                }
            }
            Kind::ExpressionStatement => {
                if let Some(expression) = statement.expression() {
                    self.add_called(expression, frame, conditions);
                    self.add_texts(expression, frame, conditions);
                }
            }
            Kind::VariableDeclaration => {
                for declarator in statement.declarations().iter() {
                    if let Some(init) = declarator.init() {
                        self.add_called(init, frame, conditions);
                        self.add_texts(init, frame, conditions);
                    }
                }
            }
            _ => {}
        }
    }

    /// Returns the condition that never holds.
    fn never(&mut self, at: Node<'a>) -> Condition {
        Condition { term: self.make(TermKind::Const(Const::Bool(false)), at), holds: true }
    }

    /// Adds the condition that holds once an `if` has ended normally that may do so by either branch, if one of these
    /// has conditions of its own: `if (name) { if (!fine(name)) return; }`.
    fn add_passed_either(&mut self, statement: Node<'a>, frame: Frame, conditions: &mut Vec<Condition>) {
        let Some(test) = statement.test() else { return };
        let mut passed = |branch: Option<Node<'a>>| {
            let mut conditions = Vec::new();
            if let Some(branch) = branch {
                self.add_passed(branch, frame, &mut conditions);
            }
            conditions
        };
        let mut ways = [(passed(statement.consequent()), true), (passed(statement.alternate()), false)];
        if ways.iter().all(|(way, _)| way.is_empty()) {
            return;
        }
        for (way, holds) in &mut ways {
            self.add_test(test, *holds, frame, way);
        }
        let either = self.any_of(ways.map(|(way, _)| way).into(), statement);
        conditions.push(either);
    }

    /// Adds the condition that holds once a `switch` has ended normally whose default never does: the value is that of
    /// a case that does.
    fn add_passed_switch(&mut self, switch: Node<'a>, frame: Frame, conditions: &mut Vec<Condition>) {
        let Some(discriminant) = switch.discriminant() else { return };
        let cases: Vec<Node<'a>> = switch.cases().iter().take(MAX_SIBLINGS).collect();
        let ends = |from: usize| {
            cases[from..].iter().flat_map(|case| case.statements().iter()).find_map(|statement| {
                if may_break(statement) { Some(true) } else { self.ends_abruptly(statement).then_some(false) }
            })
        };
        let may_end: Vec<bool> = (0..cases.len()).map(|at| ends(at).unwrap_or(true)).collect();
        let default = cases.iter().position(|case| case.test().is_none());
        if default.is_none_or(|default| may_end[default]) {
            return;
        }
        let value = self.expression(discriminant, frame);
        let ending = cases.iter().zip(may_end).filter(|(_, may_end)| *may_end);
        let ways: Vec<Vec<Condition>> =
            ending.filter_map(|(case, _)| Some(vec![self.is_entered(*case, value, frame)?])).collect();
        conditions.push(self.any_of(ways, switch));
    }

    /// Returns the condition that a `switch` of this value enters a case by its test; `None` for the default.
    fn is_entered(&mut self, case: Node<'a>, value: Term, frame: Frame) -> Option<Condition> {
        let test = self.expression(case.test()?, frame);
        Some(Condition { term: self.operation("===", vec![value, test], case), holds: true })
    }

    /// Returns the condition that all conditions of one of several lists hold.
    fn any_of(&mut self, ways: Vec<Vec<Condition>>, at: Node<'a>) -> Condition {
        Condition { term: self.make(TermKind::AnyOf(ways), at), holds: true }
    }

    /// Returns the conditions that hold where one of several ways is taken.
    pub(super) fn conditions_of_ways(&mut self, mut ways: Vec<Vec<Condition>>, at: Node<'a>) -> Vec<Condition> {
        if ways.len() == 1 { ways.remove(0) } else { vec![self.any_of(ways, at)] }
    }

    /// Returns whether a variable is assigned in a `switch` whichever case is entered.
    pub(super) fn sets_in_every_case(&self, writes: &Writes, switch: Node<'a>) -> bool {
        if !switch.is(Kind::SwitchStatement) {
            return false;
        }
        let cases: Vec<Node<'a>> = switch.cases().iter().take(MAX_SIBLINGS).collect();
        let sets = |from: usize| {
            let mut statements = cases[from..].iter().flat_map(|case| case.statements().iter());
            let first = statements.find(|statement| {
                self.ends_abruptly(*statement) || may_break(*statement) || writes.are_certain_in(*statement)
            });
            first.is_some_and(|first| !may_break(first))
        };
        cases.iter().any(|case| case.test().is_none()) && (0..cases.len()).all(sets)
    }

    /// Adds the conditions that hold once a call has returned without throwing.
    fn add_called(&mut self, expression: Node<'a>, frame: Frame, conditions: &mut Vec<Condition>) {
        let mut node = expression;
        let mut is_awaited = false;
        while node.is_any(&[Kind::AwaitExpression, Kind::ChainExpression]) {
            let Some(inner) = node.argument().or_else(|| node.expression()) else { return };
            is_awaited |= node.is(Kind::AwaitExpression);
            node = inner;
        }
        if node.is(Kind::AssignmentExpression)
            && let Some(right) = node.right()
        {
            return self.add_called(right, frame, conditions);
        }
        if !node.is(Kind::CallExpression) || self.is_too_deep() {
            return;
        }
        let Some(callee) = node.callee() else { return };
        if is_awaited {
            self.add_cast(node, frame, conditions);
        }
        let value = self.expression(callee, frame);
        match &*self.kind(value) {
            TermKind::Api(path) if matches!(&**path, "assert" | "assert.ok" | "console.assert") => {
                if let Some(test) = node.argument_at(0)
                    && &**path != "console.assert"
                {
                    self.add_test(test, true, frame, conditions);
                }
            }
            TermKind::Api(path) if matches!(&**path, "assert.equal" | "assert.strictEqual") => {
                if let (Some(left), Some(right)) = (node.argument_at(0), node.argument_at(1)) {
                    let sides = vec![self.expression(left, frame), self.expression(right, frame)];
                    let term = self.operation("===", sides, node);
                    conditions.push(Condition { term, holds: true });
                }
            }
            TermKind::Api(path) if &**path == "assert.match" => {
                if let (Some(text), Some(pattern)) = (node.argument_at(0), node.argument_at(1)) {
                    let sides = vec![self.expression(pattern, frame), self.expression(text, frame)];
                    let term = self.operation(".test", sides, node);
                    conditions.push(Condition { term, holds: true });
                }
            }
            &TermKind::Function(id, outer) => {
                let arguments = self.arguments(node, frame);
                // A function that gets no data of an attacker checks none.
                if !arguments.iter().any(|&argument| self.is_tainted(argument)) && !callee.is(Kind::MemberExpression) {
                    return;
                }
                let this = callee.object().map(|object| self.expression(object, frame));
                if let Some(inner) = self.activate(id, outer, arguments, this, node) {
                    let function = self.node(id);
                    conditions.extend(self.completion(function, inner));
                }
            }
            TermKind::Api(path) => conditions.extend(self.conditions_of_validator(node, path, frame)),
            _ => {
                // `list.forEach((item) => { if (!fine(item)) throw … })`
                if callee.property_identifier() == Some("forEach")
                    && let Some(function) = node.argument_at(0).filter(|argument| argument.is_function())
                {
                    conditions.extend(self.completion(function, frame));
                }
            }
        }
    }

    /// Returns whether a loop's body can only be left by an exception or by leaving the function, so that each element
    /// has passed its checks.
    fn only_throws_out(&self, body: Node<'a>) -> bool {
        let leaves = body
            .descendants()
            .take(MAX_SIBLINGS)
            .any(|node| node.is_any(&[Kind::BreakStatement, Kind::ContinueStatement]));
        !leaves
    }

    /// Adds the condition under which a case of a `switch` is entered.
    fn add_case(&mut self, case: Node<'a>, frame: Frame, conditions: &mut Vec<Condition>) {
        let Some(switch) = case.parent() else { return };
        let Some(discriminant) = switch.discriminant() else { return };
        let value = self.expression(discriminant, frame);
        let cases: Vec<Node<'a>> = switch.cases().iter().take(MAX_SIBLINGS).collect();
        let Some(place) = cases.iter().position(|&other| other == case) else { return };
        // Earlier cases that fall through lead here too.
        let mut first = place;
        while first > 0 && !cases[first - 1].statements().last().is_some_and(|last| self.ends_abruptly(last)) {
            first -= 1;
        }
        if place - first > MAX_CONDITIONS {
            return;
        }
        let mut ways = Vec::new();
        let is_default = cases[first..=place].iter().any(|case| case.test().is_none());
        for &way in if is_default { &cases[..] } else { &cases[first..=place] } {
            let Some(entered) = self.is_entered(way, value, frame) else { continue };
            if is_default {
                let leads_here = cases[first..=place].contains(&way);
                if !leads_here {
                    conditions.push(Condition { holds: false, ..entered });
                }
            } else {
                ways.push(vec![entered]);
            }
        }
        if !ways.is_empty() {
            conditions.push(self.any_of(ways, case));
        }
    }

    /// Returns whether a statement never ends normally.
    pub(super) fn ends_abruptly(&self, statement: Node<'a>) -> bool {
        if let Some(&known) = self.abrupt.borrow().get(&statement.id()) {
            return known;
        }
        let ends = self.is_abrupt(statement);
        self.abrupt.borrow_mut().insert(statement.id(), ends);
        ends
    }

    fn is_abrupt(&self, statement: Node<'a>) -> bool {
        match statement.kind() {
            Kind::ReturnStatement | Kind::ThrowStatement | Kind::BreakStatement | Kind::ContinueStatement => true,
            Kind::BlockStatement => {
                let statements = statement.statements();
                statements.iter().rev().take(8).any(|statement| self.ends_abruptly(statement))
            }
            Kind::IfStatement => {
                let ends = |branch: Option<Node<'a>>| branch.is_some_and(|branch| self.ends_abruptly(branch));
                ends(statement.consequent()) && ends(statement.alternate())
            }
            Kind::TryStatement => {
                let ends = |block: Option<Node<'a>>| block.is_some_and(|block| self.ends_abruptly(block));
                ends(statement.finalizer())
                    || ends(statement.block()) && statement.handler().is_none_or(|handler| ends(handler.body()))
            }
            Kind::ExpressionStatement => statement.expression().is_some_and(|it| self.never_returns(it)),
            _ => false,
        }
    }

    fn is_exit(&self, path: &str) -> bool {
        self.models.roles(path).iter().any(|role| matches!(role, Role::Exits))
    }

    /// Returns whether an expression is a call that ends the program, or of a function of the text that always throws.
    fn never_returns(&self, expression: Node<'a>) -> bool {
        let mut node = expression;
        while let Some(inner) = node.argument().filter(|_| node.is(Kind::AwaitExpression)) {
            node = inner;
        }
        let Some(callee) = node.callee().filter(|_| node.is(Kind::CallExpression)) else { return false };
        if global_path(callee).is_some_and(|path| self.is_exit(&path)) {
            return true;
        }
        // A call that passes a failure on, such as `reject` or `next`, does not end the function.
        let Some(variable) = callee.variable() else { return false };
        if imported_path(variable).is_some_and(|path| self.is_exit(&path)) {
            return true;
        }
        let function = variable.definition();
        let body = function.body().filter(|_| function.is(Kind::FunctionDeclaration));
        body.is_some_and(|body| {
            body.statements().len() < 8
                && body.statements().last().is_some_and(|last| last.is(Kind::ThrowStatement))
                && body.statements().iter().all(|it| !it.is_any(&[Kind::IfStatement, Kind::ReturnStatement]))
        })
    }
}

/// Returns the path of what an import declaration names: `next.navigation.redirect`.
fn imported_path(variable: Variable<'_>) -> Option<String> {
    let specifier = variable.names().next()?.parent().filter(|it| it.is(Kind::ImportSpecifier))?;
    let module = specifier.parent()?.source()?.string()?;
    Some(format!("{}.{}", module_path(module), specifier.imported()?.name()?))
}

/// Returns the path of a function that is a global, or a method of a name: `process.exit`.
fn global_path(callee: Node<'_>) -> Option<String> {
    let Some(object) = callee.object() else {
        return callee.identifier().filter(|_| callee.variable().is_none()).map(Into::into);
    };
    Some(format!("{}.{}", object.identifier()?, callee.property_identifier()?))
}

/// Returns whether a statement may break off the `switch` around it.
fn may_break<'a>(statement: Node<'a>) -> bool {
    let breaks = |node: Node<'a>| {
        node.is(Kind::BreakStatement)
            && !node
                .ancestors()
                .take_while(|&it| it != statement)
                .any(|it| it.is_loop() || it.is(Kind::SwitchStatement))
    };
    statement.is(Kind::BreakStatement) || statement.descendants().any(breaks)
}

/// Returns whether a node is in a branch that is never taken, since an earlier `if` of the same chain asks the same.
pub(super) fn is_never_taken(node: Node<'_>) -> bool {
    let branches = node.self_and_ancestors().take_while(|it| !it.is_function()).filter_map(|it| {
        let parent = it.parent().filter(|parent| parent.is(Kind::IfStatement))?;
        (parent.consequent() == Some(it)).then_some(parent)
    });
    let asks_again = |statement: Node<'_>| {
        let Some(test) = statement.test() else { return false };
        let is_plain = |it: Node<'_>| {
            !it.is_any(&[Kind::CallExpression, Kind::NewExpression, Kind::AssignmentExpression, Kind::UpdateExpression])
        };
        let earlier = std::iter::successors(Some(statement), |inner| {
            inner.parent().filter(|outer| outer.is(Kind::IfStatement) && outer.alternate() == Some(*inner))
        });
        is_plain(test)
            && test.descendants().all(is_plain)
            && earlier.skip(1).any(|it| it.test().is_some_and(|it| it.text() == test.text()))
    };
    branches.into_iter().any(asks_again)
}

#[cfg(test)]
mod tests {
    use crate::flow::flows_in;

    /// Returns the number of flows into a shell in the body of an exported function with the parameter `name`.
    fn flows(body: &str) -> usize {
        let source = format!("const {{ exec }} = require('child_process');\nexports.run = (name) => {{ {body} }};");
        flows_in(&source)
    }

    const SINK: &str = "exec('ls ' + name);";

    #[test]
    fn a_guard_counts_where_it_dominates_the_sink() {
        let check = "/^[a-z]+$/.test(name)";
        assert_eq!(flows(SINK), 1);
        assert_eq!(flows(&format!("if (!{check}) return; {SINK}")), 0);
        assert_eq!(flows(&format!("if (!{check}) throw new Error(); {SINK}")), 0);
        assert_eq!(flows(&format!("if ({check}) {{ {SINK} }}")), 0);
        assert_eq!(flows(&format!("if ({check}) {{}} else throw 1; {SINK}")), 0);
        assert_eq!(flows(&format!("{check} && {SINK}")), 0);
        assert_eq!(flows(&format!("function safe(it) {{ if (!/^[a-z]+$/.test(it)) throw 1; }} safe(name); {SINK}")), 0);
        assert_eq!(flows(&format!("const isSafe = (it) => /^[a-z]+$/.test(it); if (!isSafe(name)) return; {SINK}")), 0);
        assert_eq!(flows(&format!("switch (name) {{ case 'a': case 'b': {SINK} }}")), 0);
        assert_eq!(flows(&format!("name = name.replace(/[^a-z]/g, ''); {SINK}")), 0);
        assert_eq!(flows(&format!("if (!['a', 'b'].includes(name)) name = 'a'; {SINK}")), 0);
    }

    #[test]
    fn a_guard_that_is_too_late_inverted_or_unused_says_nothing() {
        let check = "/^[a-z]+$/.test(name)";
        assert_eq!(flows(&format!("{SINK} if (!{check}) return;")), 1);
        assert_eq!(flows(&format!("if ({check}) return; {SINK}")), 1);
        assert_eq!(flows(&format!("{check}; {SINK}")), 1);
        assert_eq!(flows(&format!("if (!{check}) console.log('odd'); {SINK}")), 1);
        assert_eq!(flows(&format!("try {{ if (!{check}) throw 1; }} catch {{}} {SINK}")), 1);
        assert_eq!(flows(&format!("const other = 'a'; if (!/^[a-z]+$/.test(other)) return; {SINK}")), 1);
        assert_eq!(flows(&format!("name.replace(/[^a-z]/g, ''); {SINK}")), 1);
    }
}
