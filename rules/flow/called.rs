//! The choice of calls that are examined: those of a name that a model or a fact has, and those whose name does not say
//! what they call.

use std::sync::Arc;

use super::{
    Facts, Flow, Found,
    models::{Role, first_name, last_name},
};
use crate::estree::{Kind, Node, Variable};

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
        let mut facts_here = name.map_or(0, |name| facts.of_call(name));
        let may_be_sink = match variable {
            _ if !self.is_filtered => true,
            Some(variable) => self.may_be_called(variable, facts),
            None => {
                let may_be = |name: &str| matches!(name, "apply" | "call") || self.models.may_be_called(name);
                callee.computed() || name.is_none_or(may_be)
            }
        };
        if !may_be_sink && facts_here == 0 {
            return 0;
        }
        // What the program alone decides does no harm.
        let is_fixed = self.is_filtered && self.seen.is_none() && call.arguments().iter().all(|it| is_fixed(it, 0));
        let is_named = variable.is_none() && !callee.computed() && name.is_some_and(|it| !self.models.is_renamed(it));
        if is_fixed && is_named && facts_here == 0 {
            return 0;
        }
        let Some(mut path) = self.callee(call) else { return facts_here };
        facts_here |= facts.of_call(last_name(&path));
        if is_fixed {
            return facts_here;
        }
        if &*path == "cors" && callee.identifier().is_some() {
            self.look_at_origins(call, found);
        }
        let models = Arc::clone(&self.models);
        let mut roles = models.roles(&path);
        // `exec.call(null, …)`
        if let (Some("call" | "apply"), Some((function, _))) = (call.callee_method(), path.rsplit_once('.'))
            && roles.is_empty()
        {
            path = function.into();
            roles = models.roles(&path);
        }
        let any_receiver;
        if roles.is_empty()
            && let Some(method) = callee.property().and_then(Node::name)
            && !self.is_of_the_text(callee)
        {
            let holder = callee.object().and_then(|it| it.property().and_then(Node::name).or_else(|| it.identifier()));
            let with_holder = holder.map(|holder| models.roles(&format!("*.{holder}.{method}")));
            any_receiver = format!("*.{method}");
            roles = with_holder.filter(|roles| !roles.is_empty()).unwrap_or_else(|| models.roles(&any_receiver));
        }
        for role in roles {
            if let &Role::Sink(argument, kind) = role {
                self.look_at_sink(call, argument, kind, found);
            }
        }
        facts_here
    }

    /// Returns whether a call of a variable may be of something that models or facts know: not where it is a function
    /// of the text, or has another name where it comes from.
    fn may_be_called(&mut self, variable: Variable<'a>, facts: &Facts) -> bool {
        if self.index().assigned.contains(variable.name()) {
            return true;
        }
        let mut names = variable.names();
        let (Some(name), None) = (names.next(), names.next()) else { return true };
        let Some(declarer) = name.parent() else { return true };
        let known = |name: &str| self.models.may_be_called(name) || facts.of_call(name) != 0;
        let known_module = |module: &str| {
            let path = module.strip_prefix("node:").unwrap_or(module).replace('/', ".");
            self.models.knows_module(first_name(&path)) || known(last_name(&path))
        };
        let of_import = || declarer.parent().and_then(Node::source).and_then(Node::string);
        match declarer.kind() {
            Kind::FunctionDeclaration if declarer.declared() == Some(name) => false,
            Kind::ImportSpecifier => match declarer.imported().and_then(|it| it.name().or_else(|| it.string())) {
                Some("default") | None => of_import().is_none_or(known_module),
                Some(name) => known(name) || of_import().is_none_or(|it| self.models.knows_module(first_name(it))),
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
                    (Some(module), Some(name)) => known(name) || self.models.knows_module(first_name(module)),
                    _ => true,
                }
            }
            _ => true,
        }
    }
}

/// The module that a call of `require` names.
fn required(call: Node<'_>) -> Option<&str> {
    let is_it = call.is(Kind::CallExpression) && call.callee_name() == Some("require");
    call.argument_at(0).filter(|_| is_it).and_then(Node::string)
}

/// Returns whether an expression is made of what is written there alone.
pub fn is_fixed(node: Node<'_>, depth: usize) -> bool {
    /// How many expressions within one another are looked through.
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
