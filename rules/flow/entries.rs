//! The functions that are called from outside the text, and the types of their parameters.

use oxc_syntax::node::NodeId;
use rustc_hash::FxHashSet;
use std::rc::Rc;

use super::{Flow, Frame, Term, TermKind, index::is_exports, models::Role};
use crate::{
    engine::SourceKind,
    estree::{Kind, Node, Variable},
};

/// The functions that other files call.
#[derive(Default)]
pub(super) struct Entries {
    functions: FxHashSet<NodeId>,
    /// True if the text exports anything.
    has_exports: bool,
}

/// The maximum number of exported values that are searched.
const MAX_EXPORTS: usize = 400;

impl<'a> Flow<'a> {
    pub(super) fn entries(&mut self) -> Rc<Entries> {
        if let Some(known) = &self.entries {
            return Rc::clone(known);
        }
        // Meanwhile no function counts as an entry.
        self.entries = Some(Rc::new(Entries { functions: FxHashSet::default(), has_exports: true }));
        let mut entries = Entries::default();
        // Answers about their parameters that are found meanwhile are wrong afterwards.
        let (answers, shapes) = (std::mem::take(&mut self.answers), std::mem::take(&mut self.shapes));
        let within = self.pending.within();
        let pending = std::mem::replace(&mut self.pending, within);
        let index = self.index();
        entries.has_exports = index.has_exports;
        for node in self.exported().into_iter().take(MAX_EXPORTS) {
            let value = self.value(node);
            self.add_entries(value, &mut entries, 0);
        }
        (self.answers, self.shapes, self.pending) = (answers, shapes, pending);
        let entries = Rc::new(entries);
        self.entries = Some(Rc::clone(&entries));
        entries
    }

    /// Returns the expressions and declarations that the text exports.
    fn exported(&mut self) -> Vec<Node<'a>> {
        let mut values = Vec::new();
        let statements = self.tree.root().statements();
        for statement in statements.iter() {
            match statement.kind() {
                Kind::ExportDefaultDeclaration => values.extend(statement.declaration()),
                Kind::ExportNamedDeclaration => {
                    if let Some(declaration) = statement.declaration() {
                        values.push(declaration);
                        values.extend(declaration.declarations().iter().filter_map(Node::init));
                    }
                    if statement.source().is_none() {
                        values.extend(statement.specifiers().iter().filter_map(Node::local));
                    }
                }
                _ => {}
            }
        }
        let tree = self.tree;
        // Variables that hold an exported object: properties that are set on them are exported too.
        let mut exported = FxHashSet::default();
        exported
            .extend(values.iter().filter_map(|value| value.declared().unwrap_or(*value).variable()).map(Variable::id));
        let assignments: Vec<Node<'a>> = tree
            .nodes_of([Kind::AssignmentExpression])
            .filter(|assignment| assignment.left().is_some_and(|left| left.is(Kind::MemberExpression)))
            .collect();
        for &assignment in &assignments {
            let Some(left) = assignment.left() else { continue };
            let is_export = is_exports(left)
                || left.object().is_some_and(|object| object.is_any(&[Kind::Identifier]) && is_global_object(object))
                || left.object().is_some_and(|object| {
                    is_exports(object) || object.is(Kind::MemberExpression) && object.object().is_some_and(is_exports)
                });
            let is_internal = left
                .property_identifier()
                .zip(assignment.right())
                .is_some_and(|(name, value)| self.is_internal_export(name, value));
            if is_export && !is_internal {
                values.extend(assignment.right());
                if is_exports(left) {
                    exported.extend(assignment.right().and_then(Node::variable).map(Variable::id));
                    exported.extend(name_given(assignment).and_then(Node::variable).map(Variable::id));
                }
            }
        }
        for declarator in tree.nodes_of([Kind::VariableDeclarator]) {
            if declarator.init().is_some_and(is_exports) {
                exported.extend(declarator.declared().and_then(Node::variable).map(Variable::id));
            }
        }
        for assignment in assignments {
            let holder = assignment.left().and_then(Node::object).and_then(Node::variable);
            if holder.is_some_and(|holder| exported.contains(&holder.id())) {
                values.extend(assignment.right());
            }
        }
        // Functions that are passed to a call whose result is exported: `module.exports = wrap(function (name) { … })`.
        for at in 0..values.len() {
            if values[at].is(Kind::CallExpression) {
                let given: Vec<Node<'a>> = values[at].arguments().iter().filter(|it| it.is_function()).collect();
                values.extend(given);
            }
        }
        values
    }

    fn add_entries(&mut self, value: Term, entries: &mut Entries, depth: usize) {
        if depth > 3 || !self.spend(1) {
            return;
        }
        match &*self.kind(value) {
            &TermKind::Function(id, _) => {
                let is_new = !self.is_internal(self.node(id)) && entries.functions.insert(id);
                if is_new {
                    self.add_methods_set(id, entries);
                }
                if is_new && depth < 2 {
                    self.add_returned_functions(id, entries, depth);
                }
            }
            TermKind::Object { properties, spreads, .. } => {
                for &(_, value) in properties {
                    self.add_entries(value, entries, depth + 1);
                }
                for &spread in spreads {
                    self.add_entries(spread, entries, depth + 1);
                }
            }
            &TermKind::Class(class) | &TermKind::Instance(class, _) => {
                self.add_methods_set(class, entries);
                // The methods of its prototype are found by it.
                if self.node(class).is_function() {
                    entries.functions.insert(class);
                    return;
                }
                let Some(body) = self.node(class).body() else { return };
                for member in body.statements().iter() {
                    let is_method = matches!(member.declared_as(), Some("method" | "set" | "constructor"));
                    if let Some(function) = member.value().filter(|it| it.is_function())
                        && (is_method || member.is(Kind::PropertyDefinition))
                        && !self.is_internal(function)
                    {
                        entries.functions.insert(function.id());
                    }
                }
            }
            TermKind::Union(members) | TermKind::Array { items: members, .. } => {
                for &member in members {
                    self.add_entries(member, entries, depth);
                }
            }
            TermKind::Guarded(value, _) => self.add_entries(*value, entries, depth),
            &TermKind::Logic(_, left, right) => {
                self.add_entries(left, entries, depth);
                self.add_entries(right, entries, depth);
            }
            TermKind::Call { arguments, .. } => {
                for &argument in arguments {
                    self.add_entries(argument, entries, depth + 1);
                }
            }
            _ => {}
        }
    }

    /// Adds the functions that a constructor or a class sets as properties of its instances: `this.run = function
    /// (name) { … }`.
    fn add_methods_set(&mut self, holder: NodeId, entries: &mut Entries) {
        let index = self.index();
        for &write in index.constructors.get(&holder).into_iter().flatten().take(MAX_EXPORTS) {
            let function = self.node(write).right().filter(|value| value.is_function());
            let function = function.filter(|function| !self.is_internal(*function));
            entries.functions.extend(function.map(Node::id));
        }
    }

    /// Adds the functions that an exported function returns, which are called from outside too.
    fn add_returned_functions(&mut self, function: NodeId, entries: &mut Entries, depth: usize) {
        let node = self.node(function);
        let index = self.index();
        let returns = index.returns.get(&function).map(Vec::as_slice).unwrap_or_default();
        let given = returns.iter().take(4).filter_map(|&id| self.node(id).argument());
        let given: Vec<Node<'a>> = given
            .chain(node.body().filter(|body| !body.is(Kind::BlockStatement)))
            .filter(|node| {
                node.is_function() || node.is_any(&[Kind::ObjectExpression, Kind::Identifier, Kind::NewExpression])
            })
            .collect();
        for value in given {
            let value = self.value(value);
            let kind = self.kind(value);
            if matches!(&*kind, TermKind::Function(..) | TermKind::Object { .. } | TermKind::Instance(..)) {
                self.add_entries(value, entries, depth + 1);
            }
        }
    }

    /// Returns the value of a parameter of a function that is called from outside.
    pub(super) fn entry_parameter(&mut self, function: Node<'a>, index: usize, parameter: Node<'a>) -> Option<Term> {
        // Handlers are recognized by the names of their parameters, whatever they are registered with.
        if let Some(name) = typed(parameter).or_else(|| conventional_type(function, index))
            && (self.is_entry(function) || self.callers(function).is_empty())
        {
            return Some(self.api(name, parameter));
        }
        if !self.is_entry(function) {
            return None;
        }
        Some(self.parameter_source(function, index, SourceKind::Parameter, parameter))
    }

    /// Returns whether the text answers requests or runs in a page: strangers' data enters it, or it registers a
    /// handler with a server.
    pub(super) fn has_requests(&mut self) -> bool {
        if self.has_data_of_strangers() {
            return true;
        }
        let tree = self.tree;
        let functions = [Kind::ArrowFunctionExpression, Kind::FunctionDeclaration, Kind::FunctionExpression];
        if tree.nodes_of(functions).any(|function| (0..2).any(|at| conventional_type(function, at).is_some())) {
            return true;
        }
        let models = std::sync::Arc::clone(&self.models);
        let is_server = |path: Rc<str>| models.roles(&path).iter().any(|role| matches!(role, Role::Callback(..)));
        // So far only the operands of sinks have been evaluated.
        tree.nodes_of([Kind::CallExpression, Kind::NewExpression]).any(|call| {
            let is_server = self.callee(call).is_some_and(|path| call.is(Kind::CallExpression) && is_server(path));
            if let Some(first) = call.argument_at(0).filter(|first| !is_server && !first.is_function()) {
                self.value(first);
            }
            is_server || self.has_data_of_strangers()
        })
    }

    /// Returns whether data of strangers is among the values known so far.
    fn has_data_of_strangers(&self) -> bool {
        self.sources.iter().any(|source| matches!(source.kind, SourceKind::Remote | SourceKind::Browser))
    }

    pub(super) fn is_entry(&mut self, function: Node<'a>) -> bool {
        let entries = self.entries();
        if entries.functions.contains(&function.id()) || self.is_jquery_plugin(function) {
            return true;
        }
        if entries.has_exports {
            return self.is_on_exported_prototype(function);
        }
        // Without exports: top-level functions that nothing calls, or only top-level code that demonstrates them.
        let is_at_top = {
            let around = self.function_of(function);
            let is_method = function
                .parent()
                .is_some_and(|parent| parent.is(Kind::MethodDefinition) && parent.declared_as() == Some("method"));
            around == NodeId::ROOT
                && (function.is(Kind::FunctionDeclaration)
                    || is_method
                    || function.parent().is_some_and(|parent| {
                        parent.is_any(&[Kind::VariableDeclarator, Kind::AssignmentExpression, Kind::Property])
                    }))
        };
        is_at_top && {
            let callers = self.callers(function);
            callers
                .into_iter()
                .all(|call| self.is_called_by_itself_alone(function, call, 0) || self.is_demonstration(call))
        }
    }

    /// Returns whether a call demonstrates a function: it is at the top of the text, or in a function without
    /// parameters, and not all of its arguments come from libraries. A call in a test, in a task of a build or in a
    /// program that a shell starts is its use.
    fn is_demonstration(&mut self, call: Node<'a>) -> bool {
        if is_by_runner(call) || self.tree.source().starts_with("#!") {
            return false;
        }
        let arguments = self.arguments(call, Frame::ROOT);
        if !arguments.is_empty() && arguments.into_iter().all(|argument| self.is_of_a_library(argument, 0)) {
            return false;
        }
        let mut function = self.function_of(call);
        while function != NodeId::ROOT {
            if !self.node(function).params().is_empty() && !self.node(function).is(Kind::ArrowFunctionExpression) {
                return false;
            }
            function = self.function_of(self.node(function));
        }
        true
    }

    /// Returns whether a value, or a part of it, is the result of a library's function.
    fn is_of_a_library(&self, value: Term, depth: usize) -> bool {
        match &*self.kind(value) {
            TermKind::Call { .. } => true,
            // The result of a library's call, or a value of a modelled type, such as a request.
            TermKind::Api(path) => {
                let last = path.rsplit('.').next().unwrap_or_default();
                path.ends_with(')') || path.contains('.') && last.starts_with(|it: char| it.is_ascii_uppercase())
            }
            kind => depth < 4 && kind.parts().into_iter().any(|part| self.is_of_a_library(part, depth + 1)),
        }
    }

    /// Returns whether a function is a method of the prototype of a constructor that is exported.
    fn is_on_exported_prototype(&mut self, function: Node<'a>) -> bool {
        let entries = self.entries();
        let constructor = self.constructor_of_this(function.id());
        constructor.is_some_and(|constructor| entries.functions.contains(&constructor)) && !self.is_internal(function)
    }
}

/// Returns whether a node is in a function that a runner of tests or tasks calls: `it('…', () => …)`, `task('…', …)`.
fn is_by_runner(node: Node<'_>) -> bool {
    const RUNNERS: &[&str] = &[
        "after",
        "afterAll",
        "afterEach",
        "before",
        "beforeAll",
        "beforeEach",
        "describe",
        "it",
        "namespace",
        "registerTask",
        "setup",
        "specify",
        "suite",
        "task",
        "teardown",
        "test",
    ];
    let functions = node.ancestors().filter(|it| it.is_function());
    functions.filter_map(Node::parent).any(|call| {
        // One that the text declares does something else.
        let is_of_runner =
            |callee: Node<'_>| callee.variable().is_none_or(|it| !it.definition().is(Kind::FunctionDeclaration));
        call.is(Kind::CallExpression)
            && call.callee_method().or(call.callee_name()).is_some_and(|name| RUNNERS.contains(&name))
            && call.callee().is_some_and(is_of_runner)
    })
}

/// Returns the variable that also holds what an assignment exports: `const run = module.exports = …`.
fn name_given(assignment: Node<'_>) -> Option<Node<'_>> {
    let parent = assignment.parent()?;
    match parent.kind() {
        Kind::VariableDeclarator => parent.declared(),
        Kind::AssignmentExpression => parent.left().filter(|left| left.is(Kind::Identifier)),
        _ => None,
    }
}

/// Returns whether a node is the global object, whose properties other scripts see.
fn is_global_object(node: Node<'_>) -> bool {
    matches!(node.identifier(), Some("global" | "globalThis" | "window")) && node.variable().is_none()
}

/// Returns the type of a server's framework that a parameter is declared with.
fn typed(parameter: Node<'_>) -> Option<&'static str> {
    let text = parameter.type_annotation()?.text();
    let name = text.trim_start_matches([':', ' ']).split(['<', ' ']).next().unwrap_or_default();
    Some(match name.rsplit('.').next().unwrap_or(name) {
        "NextRequest" => "fetch.Request",
        "NextApiRequest" => "express.Request",
        "NextApiResponse" => "express.Response",
        "FastifyRequest" => "fastify.Request",
        "FastifyReply" => "fastify.Reply",
        "IncomingMessage" => "http.Request",
        "ServerResponse" => "http.Response",
        "APIGatewayProxyEvent" | "APIGatewayEvent" | "APIGatewayProxyEventV2" => "lambda.Event",
        _ => return None,
    })
}

/// Returns the type of a parameter by the names that handlers of servers and platforms conventionally have.
fn conventional_type(function: Node<'_>, index: usize) -> Option<&'static str> {
    let parameters = function.params();
    if let Some(name) = platform_type(function, index) {
        return Some(name);
    }
    if index == 1 && is_resolver(function) {
        return Some("graphql.Arguments");
    }
    let name = |at: usize| parameters.get(at).and_then(Node::identifier).unwrap_or_default();
    const REQUESTS: &[&str] = &["req", "request", "_req"];
    const RESPONSES: &[&str] = &["res", "response", "resp", "reply", "_res"];
    const ROUTED: &[&str] = &["details", "parameters", "params"];
    // Another parameter may come first, such as the error in a handler of errors.
    let first = usize::from(REQUESTS.contains(&name(1)) && RESPONSES.contains(&name(2)));
    if REQUESTS.contains(&name(first)) && RESPONSES.contains(&name(first + 1)) {
        return match index.checked_sub(first) {
            Some(0) => Some("express.Request"),
            Some(1) => Some("express.Response"),
            // The parameters that a router extracts from the address.
            Some(2) if ROUTED.contains(&name(first + 2)) => Some("form.Fields"),
            _ => None,
        };
    }
    if REQUESTS.contains(&name(0)) && name(1) == "h" {
        return [Some("hapi.Request"), Some("hapi.Toolkit")].get(index).copied().flatten();
    }
    const LAMBDA: &[&str] = &["handler", "lambdaHandler", "main"];
    const METHODS: &[&str] = &["DELETE", "GET", "PATCH", "POST", "PUT"];
    let named = super::calls::function_name(function).unwrap_or_default();
    match (name(0), index) {
        ("event", 0) if LAMBDA.contains(&named) => Some("lambda.Event"),
        // A plugin.
        ("fastify", 0) => Some("fastify.Instance"),
        ("req" | "request", 0) if METHODS.contains(&named) => Some("fetch.Request"),
        _ => None,
    }
}

/// Returns whether a function is a resolver of GraphQL: `{ Query: { user: (parent, { id }) => … } }`.
fn is_resolver(function: Node<'_>) -> bool {
    const ROOTS: &[&str] = &["Mutation", "Query", "Subscription"];
    let property = function.parent().filter(|parent| parent.is(Kind::Property));
    let around = property.and_then(Node::parent).and_then(Node::parent).filter(|parent| parent.is(Kind::Property));
    around.and_then(Node::key_identifier).is_some_and(|name| ROOTS.contains(&name))
}

/// Returns the type of a parameter of a function that is registered for requests: `app.get('/', (req, res) => …)`.
pub(super) fn handled_by_server(function: Node<'_>, index: usize) -> Option<&'static str> {
    const METHODS: &[&str] =
        &["all", "del", "delete", "get", "head", "options", "patch", "post", "put", "route", "use"];
    let call = function.parent().filter(|parent| parent.is(Kind::CallExpression))?;
    let is_registered = call.callee_method().is_some_and(|method| METHODS.contains(&method));
    if is_registered { conventional_type(function, index) } else { None }
}

/// Returns whether a platform passes this parameter to a function that it calls by its name.
pub(super) fn is_called_by_platform(function: Node<'_>, index: usize) -> bool {
    platform_type(function, index).is_some()
}

/// Returns the type of the first parameter of a function that a platform calls by its name: `handler(event, context)`
/// of a function in a cloud, `GET(request)` and `fetch(request)` of a worker.
fn platform_type(function: Node<'_>, index: usize) -> Option<&'static str> {
    if index != 0 {
        return None;
    }
    let parameters = function.params();
    let name = |at: usize| parameters.get(at).and_then(Node::identifier).unwrap_or_default();
    let parent = function.parent();
    let called = function
        .declared()
        .and_then(Node::name)
        .or_else(|| parent.filter(|parent| parent.is(Kind::VariableDeclarator))?.declared()?.name())
        .or_else(|| parent.filter(|parent| parent.is(Kind::Property))?.key_identifier())
        .or_else(|| parent.filter(|parent| parent.is(Kind::AssignmentExpression))?.left()?.property_identifier())
        .unwrap_or_default();
    match (called, name(0)) {
        ("GET" | "POST" | "PUT" | "PATCH" | "DELETE" | "fetch", "request" | "req" | "_request") => {
            Some("fetch.Request")
        }
        (_, "event") if called.ends_with("andler") || matches!(name(1), "context" | "_context") => Some("lambda.Event"),
        _ => None,
    }
}
