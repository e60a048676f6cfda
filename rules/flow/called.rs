//! The choice of calls that are examined: those of a name that a model or a fact has, and those whose name does not say
//! what they call.

use std::sync::Arc;

use super::{
    Facts, Flow, Found, SinkKind, TermKind,
    models::{Models, Role, first_name, last_name, module_path},
    sink_kind::Argument,
    topics::Topic,
};
use crate::estree::{Kind, Node, Variable, contains_ignoring_case};

impl<'a> Flow<'a> {
    /// Looks for sinks at a call. Returns the facts that may be found there.
    pub(super) fn look_at_call(&mut self, call: Node<'a>, facts: &Facts, found: &mut Vec<Found>) -> u32 {
        let Some(callee) = call.callee() else { return 0 };
        let variable = callee.variable();
        self.look_at_method(call, (callee, variable), found);
        let name = callee.identifier().or_else(|| callee.property().and_then(Node::name));
        match name {
            Some("defineProperty") => self.look_at_defined_property(call, found),
            Some("pipe" | "pipeline") => self.look_at_pipe(call, found),
            _ => {}
        }
        let mut facts_here = name.map_or(0, |name| facts.in_text(self, facts.of_call(name)));
        let may_be_sink = match variable {
            _ if !self.is_filtered => true,
            Some(variable) => self.may_be_called(variable, facts),
            None => {
                let may_be = |name: &str| matches!(name, "apply" | "call") || self.models.may_be_called(name);
                callee.computed() || name.is_none_or(may_be)
            }
        };
        let may_make_record = may_make_record(call, callee) && self.speaks_of(Topic::Models);
        if !may_be_sink && !may_make_record && facts_here == 0 {
            return 0;
        }
        // Arguments that are literals do no harm.
        let is_fixed = self.is_filtered && self.seen.is_none() && call.arguments().iter().all(|it| is_fixed(it, 0));
        let is_named = variable.is_none() && !callee.computed() && name.is_some_and(|it| !self.models.is_renamed(it));
        if is_fixed && is_named && facts_here == 0 {
            return 0;
        }
        let is_method = self.is_filtered && variable.is_none() && facts_here == 0 && !may_make_record;
        if is_method && self.is_of_collection(callee) {
            return 0;
        }
        let Some(path) = self.callee(call) else { return facts_here };
        facts_here |= facts.of_call(last_name(&path));
        if is_fixed {
            return facts_here;
        }
        if &*path == "cors" && callee.identifier().is_some() {
            self.look_at_origins(call, found);
        }
        if &*path == "@koa.cors" {
            self.look_at_returned_origins(call, found);
        }
        if may_make_record && self.makes_record(call, &path) {
            self.look_at_sink(call, Argument::At(0), SinkKind::Fields, found);
        }
        let models = Arc::clone(&self.models);
        for role in self.roles_of_call(&models, call, callee, &path) {
            if let &Role::Sink(argument, kind) = role {
                self.look_at_sink(call, argument, kind, found);
            }
        }
        facts_here
    }

    /// Returns whether a callee is a method of a list or table that the text makes, and no sink whatever it is called
    /// on: `items.push`, `items.push.apply`. Their items do not matter.
    fn is_of_collection(&mut self, callee: Node<'a>) -> bool {
        let Some((name, receiver)) = callee.property_identifier().zip(callee.object()) else { return false };
        match name {
            "apply" | "call" => self.is_of_collection(receiver),
            _ => !self.models.may_be_of_any_receiver(name) && self.is_collection(receiver, 0),
        }
    }

    /// Returns whether an expression is a list or table, whatever is in it.
    fn is_collection(&mut self, node: Node<'a>, depth: usize) -> bool {
        const MAX_DEPTH: usize = 3;
        const MAX_WRITES: usize = 8;
        const COLLECTIONS: &[&str] = &["Array", "Map", "Set", "WeakMap", "WeakSet"];
        if depth >= MAX_DEPTH {
            return false;
        }
        match node.kind() {
            Kind::ArrayExpression => true,
            Kind::NewExpression => node.callee().is_some_and(|callee| {
                callee.variable().is_none() && callee.identifier().is_some_and(|it| COLLECTIONS.contains(&it))
            }),
            Kind::Identifier => {
                let Some(variable) = node.variable() else { return false };
                if let Some(&known) = self.collections.get(&variable.id()) {
                    return known;
                }
                let is_one = variable.constant_init().is_some_and(|init| self.is_collection(init, depth + 1));
                self.collections.insert(variable.id(), is_one);
                is_one
            }
            // A field of which all values are: `this.items = []`.
            Kind::MemberExpression if node.object().is_some_and(|it| it.is(Kind::ThisExpression)) => {
                let Some(name) = node.property().filter(|_| !node.computed()).and_then(Node::name) else {
                    return false;
                };
                let index = self.index();
                let writes = index.member_writes.get(name).into_iter().flatten();
                let fields = index.declared_fields.get(name).into_iter().flatten();
                let values: Vec<Option<Node<'a>>> = writes
                    .map(|&id| self.node(id).right())
                    .chain(fields.map(|&id| self.node(id)).filter(|it| it.value().is_some()).map(Node::value))
                    .take(MAX_WRITES + 1)
                    .collect();
                (1..=MAX_WRITES).contains(&values.len())
                    && values.into_iter().all(|value| value.is_some_and(|it| self.is_collection(it, depth + 1)))
            }
            _ => false,
        }
    }

    /// Returns whether a call makes a record of the fields in its argument: one of a model of Mongoose, or of a file
    /// that is called so and is given all that a request brings.
    fn makes_record(&mut self, call: Node<'a>, path: &str) -> bool {
        if path.starts_with("mongo.Collection") || path.starts_with("mongoose.model()") {
            return true;
        }
        let Some(given) = call.argument_at(0) else { return false };
        if !path.starts_with('.') || !contains_ignoring_case(path, "model") {
            return false;
        }
        let given = self.value(given);
        match self.kind_of(given) {
            &TermKind::Source(source) => self.source(source).is_parsed,
            kind => matches!(kind, TermKind::Object { .. }),
        }
    }

    /// Returns the roles of a callee: those of its path, of the function that `call` or `apply` calls, or of a method
    /// of this name with any receiver.
    fn roles_of_call<'m>(&mut self, models: &'m Models, call: Node<'a>, callee: Node<'a>, path: &str) -> &'m [Role] {
        let of_path = models.roles(path);
        if !of_path.is_empty() {
            return of_path;
        }
        if let (Some("call" | "apply"), Some((function, _))) = (call.callee_method(), path.rsplit_once('.')) {
            let of_function = models.roles(function);
            if !of_function.is_empty() {
                return of_function;
            }
        }
        let Some(method) = callee.property().and_then(Node::name) else { return &[] };
        if self.is_of_the_text(callee) {
            return &[];
        }
        let holder = callee.object().and_then(|it| it.property().and_then(Node::name).or_else(|| it.identifier()));
        let of_holder = holder.map_or(&[][..], |holder| models.roles(&format!("*.{holder}.{method}")));
        if of_holder.is_empty() { models.roles(&format!("*.{method}")) } else { of_holder }
    }

    /// Returns whether a variable may hold a function that models or facts know. It does not if it is a function of the
    /// text, or is imported under a name that they do not know.
    fn may_be_called(&mut self, variable: Variable<'a>, facts: &Facts) -> bool {
        if self.index().assigned.contains(variable.name()) {
            return true;
        }
        let mut names = variable.names();
        let (Some(name), None) = (names.next(), names.next()) else { return true };
        let Some(declarer) = name.parent() else { return true };
        let known = |name: &str| self.models.may_be_called(name) || facts.of_call(name) != 0;
        let is_modelled = |module: &str| self.models.knows_module(first_name(&module_path(module)));
        let known_module = |module: &str| is_modelled(module) || known(last_name(&module_path(module)));
        let of_import = || declarer.parent().and_then(Node::source).and_then(Node::string);
        match declarer.kind() {
            Kind::FunctionDeclaration if declarer.declared() == Some(name) => false,
            Kind::ClassDeclaration if declarer.declared() == Some(name) => declarer.super_class().is_some(),
            Kind::ImportSpecifier => match declarer.imported().and_then(|it| it.name().or_else(|| it.string())) {
                Some("default") | None => of_import().is_none_or(known_module),
                Some(name) => known(name) || of_import().is_none_or(is_modelled),
            },
            Kind::ImportDefaultSpecifier | Kind::ImportNamespaceSpecifier => of_import().is_none_or(known_module),
            Kind::VariableDeclarator => match declarer.init() {
                Some(init) if init.is_function() => false,
                Some(init) => required(init).is_none_or(known_module),
                None => true,
            },
            Kind::Property => {
                let init = declarer.parent().and_then(Node::parent).and_then(Node::init);
                let module = init.filter(|_| !declarer.computed()).and_then(required);
                match (module, declarer.key().and_then(Node::name)) {
                    (Some(module), Some(name)) => known(name) || is_modelled(module),
                    _ => true,
                }
            }
            _ => true,
        }
    }
}

/// Returns whether a call may make a record of all that its argument holds: `new User(body)`, `User.create(body)`. A
/// list of the fields that may be set comes second.
fn may_make_record(call: Node<'_>, callee: Node<'_>) -> bool {
    let model = if call.is(Kind::NewExpression) {
        Some(callee)
    } else {
        let makes = matches!(callee.property_identifier(), Some("build" | "create" | "insertMany"));
        callee.object().filter(|_| makes)
    };
    let name = model.and_then(|it| it.identifier().or_else(|| it.property_identifier()));
    let is_listed = || call.argument_at(1).is_some_and(|it| it.property_named(&["fields"]).is_some());
    name.is_some_and(|name| name.starts_with(|it: char| it.is_ascii_uppercase()))
        && call.argument_at(0).is_some_and(|it| !is_fixed(it, 0))
        && !is_listed()
}

/// Returns the module that a call of `require` names.
fn required(call: Node<'_>) -> Option<&str> {
    let is_it = call.is(Kind::CallExpression) && call.callee_name() == Some("require");
    call.argument_at(0).filter(|_| is_it).and_then(Node::string)
}

/// Returns whether an expression consists of literals only.
pub(super) fn is_fixed(node: Node<'_>, depth: usize) -> bool {
    /// The maximum nesting of literals that is examined.
    const MAX_DEPTH: usize = 3;
    match node.kind() {
        Kind::Literal => true,
        Kind::TemplateLiteral => node.expressions().is_empty(),
        _ if depth >= MAX_DEPTH => false,
        Kind::ArrayExpression => node.elements().iter().all(|item| is_fixed(item, depth + 1)),
        Kind::ObjectExpression => {
            let is_fixed = |property: Node<'_>| property.value().is_some_and(|value| is_fixed(value, depth + 1));
            node.properties().iter().all(|property| !property.computed() && is_fixed(property))
        }
        _ => false,
    }
}
