//! Calls: of functions in the text, of what libraries' models know, of the language's own methods.

use std::{rc::Rc, sync::Arc};

use oxc_ast::AstKind;
use oxc_syntax::node::NodeId;

use super::{Activation, Condition, Const, Flow, Frame, Term, TermKind, arrays::METHODS, memo::Question, models::Role};
use crate::estree::{Kind, Node};

/// Methods of lists, tables and texts of other files: most say whether something is in them.
const LOOKING: &[&str] = &["concat", "has", "hasOwnProperty", "includes", "indexOf"];

/// The maximum depth of calls to which functions of the text are followed.
const MAX_CALL_DEPTH: usize = 4;

/// With how many shapes of arguments one function is followed from one call.
const MAX_SHAPES: usize = 8;

/// The maximum number of `return` statements of one function that are distinguished.
const MAX_RETURNS: usize = 12;

/// The maximum number of calls of one function that give a parameter its values.
pub(super) const MAX_CALLERS: usize = 8;

impl<'a> Flow<'a> {
    /// Returns the path of the function that a call calls, as models write it: `*.method` if the receiver is not known.
    pub(crate) fn callee(&mut self, call: Node<'a>) -> Option<Rc<str>> {
        if let Some(known) = self.callees.get(&call.id()) {
            return known.clone();
        }
        let callee = call.callee()?;
        let value = self.value(callee);
        let of_any = || Some(["*.", callee.property()?.name()?].concat().into());
        let path = self.path_of(value).or_else(of_any);
        // Within an evaluation the answer may be provisional.
        if !self.is_evaluating() {
            self.callees.insert(call.id(), path.clone());
        }
        path
    }

    /// Returns the path of a value that comes from a module or a global.
    pub(crate) fn path_of(&self, value: Term) -> Option<Rc<str>> {
        match &*self.kind(value) {
            TermKind::Api(path) => Some(Rc::clone(path)),
            TermKind::Union(members) => members.iter().find_map(|&member| self.path_of(member)),
            TermKind::Guarded(value, _) => self.path_of(*value),
            &TermKind::Logic(_, left, right) => self.path_of(left).or_else(|| self.path_of(right)),
            &TermKind::Choice(_, yes, no) => self.path_of(yes).or_else(|| self.path_of(no)),
            _ => None,
        }
    }

    pub(crate) fn arguments(&mut self, call: Node<'a>, frame: Frame) -> Vec<Term> {
        call.arguments().iter().map(|argument| self.item(argument, frame)).collect()
    }

    pub(super) fn call(&mut self, node: Node<'a>, frame: Frame) -> Term {
        let Some(callee) = node.callee() else { return Term::UNKNOWN };
        if callee.is_identifier("require") && callee.variable().is_none() {
            return match node.argument_at(0).and_then(Node::string) {
                Some(module) => self.module(module, node),
                None => Term::UNKNOWN,
            };
        }
        let value = self.expression(callee, frame);
        if callee.is(Kind::MemberExpression)
            && let Some(object) = callee.object()
            && let Some(method) = callee.property().and_then(Node::name)
        {
            return self.method_call(node, (object, method), value, frame);
        }
        let arguments = self.arguments(node, frame);
        self.call_of(value, arguments, node)
    }

    fn call_of(&mut self, callee: Term, arguments: Vec<Term>, node: Node<'a>) -> Term {
        match &*self.kind(callee) {
            &TermKind::Function(id, outer) => {
                let made = if node.is(Kind::NewExpression) {
                    self.constructed(id, outer, arguments.clone(), node)
                } else {
                    None
                };
                made.unwrap_or_else(|| self.invoke(id, outer, arguments, None, node))
            }
            TermKind::Api(path) => self.call_api(path, arguments, node),
            &TermKind::Class(class) => {
                let frame = self.construction(class, arguments, node);
                self.make(TermKind::Instance(class, frame), node)
            }
            TermKind::Union(members) => {
                let mut results = Vec::new();
                for &member in members {
                    results.push(self.call_of(member, arguments.clone(), node));
                }
                self.union(results, node)
            }
            TermKind::Guarded(inner, _) => self.call_of(*inner, arguments, node),
            &TermKind::Logic(_, left, right) if self.path_of(left).is_some() || self.path_of(right).is_some() => {
                let left = self.call_of(left, arguments.clone(), node);
                let right = self.call_of(right, arguments, node);
                self.union(vec![left, right], node)
            }
            _ => self.unknown_call(callee, arguments, node),
        }
    }

    fn unknown_call(&mut self, callee: Term, arguments: Vec<Term>, node: Node<'a>) -> Term {
        let is_awaited = node.parent().is_some_and(|parent| parent.is(Kind::AwaitExpression));
        self.make(TermKind::Call { callee, arguments, is_awaited }, node)
    }

    fn method_call(
        &mut self,
        node: Node<'a>,
        (object, method): (Node<'a>, &'a str),
        value: Term,
        frame: Frame,
    ) -> Term {
        let receiver = match (method, of_literal(object)) {
            ("call" | "apply", Some(path)) => self.api(&path, object),
            _ => self.expression(object, frame),
        };
        let arguments = self.arguments(node, frame);
        let kind = self.kind(receiver);
        match (method, &*self.kind(receiver)) {
            // The receiver is the first argument of a prototype's method in its model.
            ("call", TermKind::Api(path)) if path.contains(".prototype.") => {
                return self.call_of(receiver, arguments, node);
            }
            ("call", TermKind::Function(..) | TermKind::Api(_)) => {
                let rest = arguments.get(1..).unwrap_or_default().to_vec();
                return self.call_of(receiver, rest, node);
            }
            // `Reflect.apply(f, this, list)` does not call `Reflect`.
            ("apply", TermKind::Api(path)) if &**path == "Reflect" => {}
            ("apply", TermKind::Function(..) | TermKind::Api(_)) => {
                let list = arguments.get(1).copied().unwrap_or(Term::UNDEFINED);
                let listed = self.listed_arguments(list, node);
                return self.call_of(receiver, listed, node);
            }
            ("bind", TermKind::Function(..) | TermKind::Api(_)) => return receiver,
            ("then", _) => {
                if let Some(&function) = arguments.first()
                    && matches!(&*self.kind(function), TermKind::Function(..))
                {
                    return self.apply(function, vec![receiver], node);
                }
            }
            // `source.pipe(target)` returns the target.
            ("pipe", _) => {
                if let Some(&target) = arguments.first()
                    && self.path_of(target).is_some()
                {
                    return target;
                }
            }
            ("catch" | "finally", _) if object.is(Kind::CallExpression) => return receiver,
            ("get" | "getAll", &TermKind::Source(source)) if !arguments.is_empty() => {
                let key = self.constant_key(arguments[0]);
                return self.part_of_source(source, key.as_deref().unwrap_or("[…]"), node);
            }
            (_, TermKind::None) => return Term::NONE,
            _ => {}
        }
        // A function of the text, or one that a model knows.
        match &*self.kind(value) {
            TermKind::Function(id, outer) => {
                return self.invoke(*id, *outer, arguments, Some(receiver), node);
            }
            // The items of a list of another module are not known.
            TermKind::Api(path)
                if (LOOKING.contains(&method) || self.asks_of_items(receiver, method, &arguments, node))
                    && !self.models.knows(path) => {}
            TermKind::Api(path) => {
                let validated = self.validated(path, (object, method), &arguments, node);
                return validated.unwrap_or_else(|| self.call_api(path, arguments, node));
            }
            TermKind::Class(_) => return self.call_of(value, arguments, node),
            TermKind::Union(members)
                if members.iter().any(|&it| matches!(*self.kind(it), TermKind::Function(..) | TermKind::Api(_))) =>
            {
                return self.call_of(value, arguments, node);
            }
            _ => {}
        }
        if let Some(result) = self.map_method(receiver, method, &arguments, node) {
            return result;
        }
        if let Some(result) = self.array_method(receiver, method, &arguments, node) {
            return result;
        }
        if matches!(&*kind, TermKind::Unknown) && !arguments.iter().any(|&argument| self.is_tainted(argument)) {
            return Term::UNKNOWN;
        }
        if METHODS.contains(&method) {
            let mut all = vec![receiver];
            all.extend(arguments);
            return self.operation(&[".", method].concat(), all, node);
        }
        self.unknown_call(value, arguments, node)
    }

    /// Returns the result of calling a function of a library or of the language.
    pub(super) fn call_api(&mut self, path: &str, arguments: Vec<Term>, node: Node<'a>) -> Term {
        let arguments = self.with_addresses(arguments, node);
        match (path, arguments.as_slice()) {
            ("Promise", &[executor, ..]) => {
                if let Some(value) = self.promised(executor, node) {
                    return value;
                }
            }
            ("Array", []) => return self.make(TermKind::Array { items: Vec::new(), rest: None }, node),
            ("Object", []) => {
                let kind = TermKind::Object { properties: Vec::new(), spreads: Vec::new(), computed: Vec::new() };
                return self.make(kind, node);
            }
            ("Reflect.get", &[object, key]) if self.constant_key(key).is_some() => {
                let name = self.constant_key(key).unwrap_or_default();
                return self.property(object, &name, node);
            }
            ("Reflect.apply", &[function, _, list]) => {
                let listed = self.listed_arguments(list, node);
                return self.call_of(function, listed, node);
            }
            _ => {}
        }
        let models = Arc::clone(&self.models);
        if models.roles(path).iter().any(|role| matches!(role, Role::Fields))
            && let Some(fields) = arguments.first().and_then(|&text| self.parsed(text, "{query}", node))
        {
            return fields;
        }
        for role in models.roles(path) {
            match *role {
                Role::Op(name) => {
                    if let Some(result) = self.structural(name, &arguments, node) {
                        return result;
                    }
                    return self.operation(name, arguments, node);
                }
                Role::Getter(count, kind, shape) if arguments.len() <= count => {
                    return self.root_source(kind, shape, path, node);
                }
                Role::Makes(name) => {
                    let tag = arguments.first().and_then(|&tag| self.constant_key(tag));
                    let tag = tag.map(|tag| tag.to_ascii_lowercase()).unwrap_or_default();
                    return self.api(&format!("{name}.{tag}"), node);
                }
                Role::With(option, name) => {
                    let options =
                        arguments.iter().copied().find(|&it| matches!(*self.kind(it), TermKind::Object { .. }));
                    let chosen = options.map(|options| self.property(options, option, node));
                    if chosen.is_some_and(|chosen| super::contexts::is_truthy_constant(self, chosen)) {
                        return self.api(name, node);
                    }
                }
                Role::State => return self.state(arguments.first().copied(), node),
                Role::Stored(setter) => {
                    if let Some(value) = self.stored(setter, &arguments, node) {
                        return value;
                    }
                }
                Role::Applies => return arguments.first().map_or(Term::UNKNOWN, |&it| self.result_of(it, node)),
                Role::Joins(first) => return self.joined(arguments.get(first..).unwrap_or_default(), node),
                Role::Formats(format) => return self.formatted(arguments.get(format..).unwrap_or_default(), node),
                Role::Passes(index) => match arguments.get(index) {
                    Some(&argument) => return argument,
                    None => return self.api(&format!("{path}()"), node),
                },
                Role::Exits => return Term::NONE,
                _ => {}
            }
        }
        let is_known = models.roles(path).iter().any(|role| matches!(role, Role::Neutral | Role::Sink(..)));
        let result = [path, "()"].concat();
        let has_model = || {
            let canonical = models.canonical(&result);
            models.knows(&canonical) || *canonical != *result
        };
        if is_known || !arguments.iter().any(|&argument| self.is_tainted(argument)) || has_model() {
            let read = self.api(&result, node);
            return self.named_header(read, arguments.first().copied(), node);
        }
        let callee = self.make(TermKind::Api(path.into()), node);
        self.unknown_call(callee, arguments, node)
    }

    /// Returns what a function of the text returns for these arguments.
    pub(super) fn invoke(
        &mut self,
        function: NodeId,
        outer: Frame,
        arguments: Vec<Term>,
        this: Option<Term>,
        at: Node<'a>,
    ) -> Term {
        let node = self.node(function);
        if node.is_generator() {
            return Term::UNKNOWN;
        }
        let Some(frame) = self.activate(function, outer, arguments.clone(), this, at) else {
            let callee = self.make(TermKind::Function(function, outer), at);
            return self.unknown_call(callee, arguments, at);
        };
        self.returned(node, frame)
    }

    /// Returns the frame of a call; `None` where calls are too deep, recursive or of too many shapes to be followed.
    pub(super) fn activate(
        &mut self,
        function: NodeId,
        outer: Frame,
        arguments: Vec<Term>,
        this: Option<Term>,
        at: Node<'a>,
    ) -> Option<Frame> {
        let key = (function, outer, arguments, this);
        if let Some(&known) = self.frame_ids.get(&key) {
            return Some(known);
        }
        let depth = self.frames[outer.0 as usize].depth + 1;
        let mut around = outer;
        while around != Frame::ROOT {
            if self.frames[around.0 as usize].function == function {
                return None;
            }
            around = self.frames[around.0 as usize].outer;
        }
        if depth > MAX_CALL_DEPTH || self.is_too_deep() {
            return None;
        }
        // Each call has its own, so that it makes no difference which of them is asked about first.
        let shapes = self.shapes.entry((function, at.id())).or_default();
        if *shapes >= MAX_SHAPES {
            return None;
        }
        *shapes += 1;
        let frame = Frame(self.frames.len() as u32);
        let (function, outer, arguments, this) = key.clone();
        self.frames.push(Activation { function, arguments, this, outer, depth });
        self.frame_ids.insert(key, frame);
        Some(frame)
    }

    fn returned(&mut self, function: Node<'a>, frame: Frame) -> Term {
        let question = Question::Return(function.id(), frame);
        if let Some(known) = self.answered(question) {
            return known;
        }
        if self.is_too_deep() || !self.spend(1) {
            return Term::UNKNOWN;
        }
        self.depth += 1;
        let term = self.answer(question, |flow| flow.returned_by(function, frame));
        self.depth -= 1;
        term
    }

    fn returned_by(&mut self, function: Node<'a>, frame: Frame) -> Term {
        let Some(body) = function.body() else { return Term::UNKNOWN };
        if !body.is(Kind::BlockStatement) {
            return self.expression(body, frame);
        }
        let index = self.index();
        let returns = index.returns.get(&function.id()).map(Vec::as_slice).unwrap_or_default();
        if returns.len() > MAX_RETURNS {
            return Term::UNKNOWN;
        }
        let mut values = Vec::new();
        for &id in returns {
            let statement = self.node(id);
            let value = statement.argument().map_or(Term::UNDEFINED, |argument| self.expression(argument, frame));
            let conditions = self.conditions_within(statement, function, frame);
            values.push(self.guarded(value, conditions, statement));
        }
        if !self.ends_abruptly(body) {
            let conditions = self.conditions_at_end(body, function, frame);
            values.push(self.guarded(Term::UNDEFINED, conditions, body));
            if let [only] = *values {
                return only;
            }
        }
        self.union(values, function)
    }

    /// Returns the conditions under which a function of the text ends without throwing, as conditions on its arguments.
    pub(super) fn completion(&mut self, function: Node<'a>, frame: Frame) -> Vec<Condition> {
        // Functions that call one another have no end.
        if self.is_too_deep() || !self.spend(1) {
            return Vec::new();
        }
        self.depth += 1;
        let conditions = self.conditions_of_completion(function, frame);
        self.depth -= 1;
        conditions
    }

    fn conditions_of_completion(&mut self, function: Node<'a>, frame: Frame) -> Vec<Condition> {
        let index = self.index();
        if !index.throws.contains_key(&function.id()) {
            return Vec::new();
        }
        let Some(body) = function.body().filter(|body| body.is(Kind::BlockStatement)) else { return Vec::new() };
        let mut ways = Vec::new();
        for &id in index.returns.get(&function.id()).into_iter().flatten().take(MAX_RETURNS) {
            let statement = self.node(id);
            ways.push(self.conditions_within(statement, function, frame));
        }
        if !self.ends_abruptly(body) {
            ways.push(self.conditions_at_end(body, function, frame));
        }
        self.conditions_of_ways(ways, function)
    }

    /// Returns the value of a parameter: the argument, if the activation is known; otherwise any value that callers
    /// pass.
    pub(super) fn parameter_at(&mut self, function: Node<'a>, parameter: Node<'a>, frame: Frame) -> Term {
        let parameters = function.params();
        let Some(index) = (0..parameters.len()).find(|&at| parameters.get(at) == Some(parameter)) else {
            return Term::UNKNOWN;
        };
        let is_rest = parameter.is(Kind::RestElement);
        let activation = &self.frames[frame.0 as usize];
        if frame != Frame::ROOT && activation.function == function.id() {
            let arguments = activation.arguments.clone();
            let (items, rest) = self.spread_items(arguments, None, parameter);
            if is_rest {
                let items = items.get(index..).unwrap_or_default().to_vec();
                return self.make(TermKind::Array { items, rest }, parameter);
            }
            let rest = rest.map(|rest| self.without_groups(rest, parameter));
            return items.get(index).copied().or(rest).unwrap_or(Term::UNDEFINED);
        }
        let value = self.parameter(function, index, parameter);
        if is_rest {
            return self.make(TermKind::Array { items: Vec::new(), rest: Some(value) }, parameter);
        }
        value
    }

    /// Returns the value of a parameter in an unknown activation.
    fn parameter(&mut self, function: Node<'a>, index: usize, parameter: Node<'a>) -> Term {
        let question = Question::Parameter(function.id(), index);
        if let Some(known) = self.answered(question) {
            return known;
        }
        self.answer(question, |flow| flow.parameter_from_outside(function, index, parameter))
    }

    fn parameter_from_outside(&mut self, function: Node<'a>, index: usize, parameter: Node<'a>) -> Term {
        // A parameter whose name users declare a source.
        if let Some(name) = parameter.identifier()
            && let Some((kind, shape)) = self.models.parameter(name)
        {
            return self.root_source(kind, shape, name, parameter);
        }
        if let Some(value) = self.callback_parameter(function, index, parameter) {
            return value;
        }
        if let Some(value) = self.framework_parameter(function, index, parameter) {
            return value;
        }
        let mut values = Vec::new();
        values.extend(self.entry_parameter(function, index, parameter));
        if index == 0
            && let Some(name) = function_name(function)
        {
            values.extend(self.element_properties(function.id(), name));
        }
        let is_rest = parameter.is(Kind::RestElement);
        let mut callers = self.callers(function);
        callers.extend(self.calls_by_table(function));
        let is_called_from_elsewhere = callers.iter().any(|call| !call.is_within(function));
        for call in callers {
            // The arguments of a recursive call derive from those of the other calls.
            if call.is_within(function) && (is_called_from_elsewhere || !values.is_empty()) {
                continue;
            }
            let is_spread = call.arguments().iter().take(index + 1).any(|argument| argument.is(Kind::SpreadElement));
            let value = if is_spread || is_rest {
                let arguments = self.arguments(call, Frame::ROOT);
                let (items, rest) = self.spread_items(arguments, None, call);
                if is_rest {
                    let all = items.into_iter().skip(index).chain(rest).collect();
                    self.union(all, call)
                } else {
                    items.get(index).copied().or(rest).unwrap_or(Term::UNDEFINED)
                }
            } else {
                // The other arguments may depend on this one, and are not evaluated.
                let argument = call.argument_at(index);
                argument.map_or(Term::UNDEFINED, |argument| self.expression(argument, Frame::ROOT))
            };
            values.push(self.where_evaluated(value, call));
        }
        if values.is_empty() { Term::UNKNOWN } else { self.union(values, parameter) }
    }

    /// Returns the calls of a function in the text that call it by a name.
    pub(super) fn callers(&mut self, function: Node<'a>) -> Vec<Node<'a>> {
        let Some(name) = function_name(function) else { return Vec::new() };
        let index = self.index();
        let mut calls = Vec::new();
        for &call in index.calls.get(name).into_iter().flatten().take(4 * MAX_CALLERS) {
            let call = self.node(call);
            let Some(callee) = call.callee() else { continue };
            let value = self.value(callee);
            let is_it = self.means_function(value, function.id()) || self.calls_private_export(callee, function);
            if is_it && calls.len() < MAX_CALLERS {
                calls.push(call);
            }
        }
        calls
    }

    fn means_function(&self, value: Term, function: NodeId) -> bool {
        match &*self.kind(value) {
            &TermKind::Function(id, _) => id == function,
            &TermKind::Class(class) => self.node(function).ancestors().nth(1).is_some_and(|body| {
                body.id() > class && body.parent().is_some_and(|it| it.id() == class) && self.is_constructor(function)
            }),
            TermKind::Union(members) => members.iter().any(|&member| self.means_function(member, function)),
            TermKind::Guarded(inner, _) => self.means_function(*inner, function),
            _ => false,
        }
    }

    pub(super) fn constructor_of(&self, class: NodeId) -> Option<NodeId> {
        let members = self.node(class).body()?.statements();
        let constructor = members.iter().find(|member| member.declared_as() == Some("constructor"))?;
        constructor.value().map(Node::id)
    }

    fn is_constructor(&self, function: NodeId) -> bool {
        self.node(function).parent().is_some_and(|method| method.declared_as() == Some("constructor"))
    }
}

/// Returns the path of a prototype's method that is read from a literal: `[].slice`, `{}.toString`.
fn of_literal(member: Node<'_>) -> Option<String> {
    let (object, name) = (member.object()?, member.property_identifier()?);
    let holder = match object.kind() {
        Kind::ArrayExpression => "Array",
        Kind::ObjectExpression => "Object",
        _ => return None,
    };
    Some(format!("{holder}.prototype.{name}"))
}

/// Returns the name that a function is called by: its own, its variable's, its property's.
pub(super) fn function_name<'a>(function: Node<'a>) -> Option<&'a str> {
    if let Some(name) = function.declared().and_then(Node::identifier) {
        return Some(name);
    }
    let parent = function.parent()?;
    match parent.ast() {
        AstKind::VariableDeclarator(_) => parent.declared()?.identifier(),
        // `const merge = module.exports = (…) => …`
        AstKind::AssignmentExpression(_)
            if parent.parent().is_some_and(|around| around.is(Kind::VariableDeclarator)) =>
        {
            parent.parent()?.declared()?.identifier()
        }
        AstKind::AssignmentExpression(_) => {
            let declarator = parent.parent().filter(|it| it.is(Kind::VariableDeclarator));
            let left = parent.left()?;
            declarator
                .and_then(|it| it.declared()?.identifier())
                .or_else(|| left.identifier())
                .or_else(|| left.property()?.name())
        }
        AstKind::MethodDefinition(_) if parent.declared_as() == Some("constructor") => {
            let class = parent.parent()?.parent()?;
            class.declared().and_then(Node::identifier).or_else(|| class.parent()?.declared()?.identifier())
        }
        AstKind::MethodDefinition(_) | AstKind::ObjectProperty(_) | AstKind::PropertyDefinition(_) => {
            parent.key()?.name()
        }
        _ => None,
    }
}

/// Returns whether a constant is truthy, for constants that decide a branch.
pub(super) fn constant_truth(constant: &Const) -> bool {
    match constant {
        Const::Undefined | Const::Null => false,
        Const::Bool(value) => *value,
        Const::Number(number) => *number != 0.0 && !number.is_nan(),
        Const::String(text) => !text.is_empty(),
        Const::RegExp { .. } => true,
    }
}
