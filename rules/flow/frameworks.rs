//! The values that frameworks give functions and components: injected parameters, declared types, properties of
//! elements, state.

use std::sync::Arc;

use oxc_ast::AstKind;
use oxc_syntax::node::NodeId;

use super::{
    Const, Flow, Frame, Shape, Term, TermKind,
    calls::function_name,
    models::{HANDLER, Role},
};
use crate::{
    engine::SourceKind,
    estree::{Kind, Node},
};

/// The maximum number of uses of a component, a setter or a key that are examined.
const MAX_USES: usize = 8;

/// The letters of the placeholders in formats: `%s`.
const PLACES: &[char] = &['s', 'd', 'i', 'f', 'j', 'o', 'O', 'c'];

/// Attributes of elements, and of components that make such elements, whose function gets an event. Components give
/// functions of other attributes whatever they like.
const EVENTS: &[&str] = &[
    "onBeforeInput",
    "onBlur",
    "onChange",
    "onClick",
    "onCompositionEnd",
    "onDoubleClick",
    "onDrop",
    "onFocus",
    "onInput",
    "onKeyDown",
    "onKeyPress",
    "onKeyUp",
    "onLoad",
    "onMessage",
    "onMouseDown",
    "onMouseUp",
    "onPaste",
    "onPointerDown",
    "onPointerUp",
    "onReset",
    "onSelect",
    "onSubmit",
];

impl<'a> Flow<'a> {
    /// Returns the value that a framework passes as a parameter, by its name, its declared type or the position of its
    /// function.
    pub(super) fn framework_parameter(
        &mut self,
        function: Node<'a>,
        index: usize,
        parameter: Node<'a>,
    ) -> Option<Term> {
        if let Some(event) = self.handler_parameter(function, index, parameter) {
            return Some(event);
        }
        if !super::entries::is_called_by_platform(function, index)
            && let Some(value) = self.typed_parameter(parameter)
        {
            return Some(value);
        }
        // Parameters with the names that handlers of servers have, whichever server it is.
        if let Some(name) = super::entries::handled_by_server(function, index) {
            return Some(self.api(name, parameter));
        }
        // Decorators, as in NestJS.
        for decorator in parameter.decorators().iter().filter_map(Node::expression) {
            let value = self.value(decorator);
            let is_known = self.path_of(value).is_some_and(|path| self.models.knows(&path));
            if is_known || self.is_tainted(value) {
                return Some(value);
            }
        }
        // Functions that Next.js calls by their names.
        let is_page = index == 0 && matches!(function_name(function), Some("getServerSideProps" | "getInitialProps"));
        if is_page {
            return Some(self.api("next.Context", parameter));
        }
        if index == 0 && is_page_of_next(function, parameter) {
            return Some(self.api("next.Page", parameter));
        }
        // Dependencies that are injected by name, as AngularJS does.
        let name = parameter.identifier().filter(|name| name.len() > 1 && name.starts_with('$'))?;
        self.models.knows(name).then(|| self.api(name, parameter))
    }

    /// Returns the value of a parameter by its declared type, if models know the type.
    pub(super) fn typed_parameter(&mut self, parameter: Node<'a>) -> Option<Term> {
        let named = match parameter.kind() {
            Kind::AssignmentPattern => parameter.left()?,
            Kind::TSParameterProperty => name_of_property(parameter)?,
            _ => parameter,
        };
        let annotation = named.type_annotation()?.text();
        let name = annotation.trim_start_matches(':').trim();
        let name = name.split(['<', '|', '&', '[', ' ']).next().unwrap_or_default();
        let is_name = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$' | b'.');
        if name.is_empty() || !name.bytes().all(is_name) {
            return None;
        }
        let (first, rest) = name.split_once('.').unwrap_or((name, ""));
        let models = Arc::clone(&self.models);
        let path = match self.tree.scope(parameter).resolve(first) {
            Some(variable) => {
                let specifier = variable.names().next()?.parent()?;
                let is_import = specifier.is_any(&[
                    Kind::ImportSpecifier,
                    Kind::ImportDefaultSpecifier,
                    Kind::ImportNamespaceSpecifier,
                ]);
                let imported = if is_import { self.imported(specifier) } else { return None };
                let path = self.path_of(imported)?;
                if rest.is_empty() { path.to_string() } else { format!("{path}.{rest}") }
            }
            None => format!("type.{name}"),
        };
        let path = models.canonical(&path);
        (models.knows(&path) && !path.starts_with("type.")).then(|| self.api(&path, parameter))
    }

    /// Returns the value of a parameter of a handler: a function that is assigned to a property, or is an option or an
    /// attribute.
    fn handler_parameter(&mut self, function: Node<'a>, index: usize, parameter: Node<'a>) -> Option<Term> {
        let slot = self.slot_of(function)?;
        let models = Arc::clone(&self.models);
        let last = slot.rsplit('.').next().unwrap_or_default();
        let any_receiver = format!("*.{last}");
        let canonical = models.canonical(&slot);
        for path in [&*canonical, &any_receiver] {
            for role in models.roles(path) {
                if let &Role::Callback(HANDLER, number, name) = role
                    && number == index
                {
                    return Some(self.api(name, parameter));
                }
            }
        }
        let is_attribute = function.parent().is_some_and(|parent| parent.is(Kind::JSXExpressionContainer));
        let is_event = is_attribute && EVENTS.contains(&last);
        (is_event && index == 0).then(|| self.api("dom.Event", parameter))
    }

    /// Returns the path of the property, option or attribute whose value a function is.
    fn slot_of(&mut self, function: Node<'a>) -> Option<String> {
        let parent = function.parent()?;
        let (holder, name) = match parent.ast() {
            AstKind::AssignmentExpression(_) => {
                let left = parent.left()?;
                match left.object() {
                    Some(object) => (Some(self.value(object)), left.property()?.name()?),
                    None => return left.identifier().map(Into::into),
                }
            }
            AstKind::JSXExpressionContainer(_) => {
                let attribute = parent.parent().filter(|it| it.is(Kind::JSXAttribute))?;
                let element = attribute.parent()?.jsx_name()?;
                let component = element.variable().is_some().then(|| self.value(element));
                (component, attribute.jsx_name()?.name()?)
            }
            AstKind::ObjectProperty(_) => {
                let object = parent.parent()?;
                let call = object.parent().filter(|it| it.is_any(&[Kind::CallExpression, Kind::NewExpression]))?;
                let callee = call.callee().filter(|&callee| callee != object)?;
                (Some(self.value(callee)), parent.key()?.name()?)
            }
            _ => return None,
        };
        let path = holder.and_then(|holder| self.path_of(holder)).unwrap_or_else(|| "*".into());
        Some(format!("{path}.{name}"))
    }

    /// Returns the properties that a component gets where it is used as an element: one object for each use.
    pub(super) fn element_properties(&mut self, component: NodeId, name: &str) -> Vec<Term> {
        let index = self.index();
        let mut objects = Vec::new();
        for &element in index.elements.get(name).into_iter().flatten().take(MAX_USES) {
            let element = self.node(element);
            let Some(tag) = element.jsx_name() else { continue };
            let value = self.value(tag);
            let is_it = match &*self.kind(value) {
                &TermKind::Function(id, _) | &TermKind::Class(id) => id == component,
                _ => false,
            };
            if is_it {
                objects.push(self.attributes_of(element));
            }
        }
        objects
    }

    fn attributes_of(&mut self, element: Node<'a>) -> Term {
        let (mut properties, mut spreads) = (Vec::new(), Vec::new());
        for attribute in element.attributes().iter() {
            if attribute.is(Kind::JSXSpreadAttribute) {
                spreads.extend(attribute.argument().map(|it| self.value(it)));
            } else if let Some(name) = attribute.jsx_name().and_then(Node::name) {
                let value = match attribute.value() {
                    Some(value) => self.value(value.expression().unwrap_or(value)),
                    None => self.make(TermKind::Const(Const::Bool(true)), attribute),
                };
                properties.push((name.into(), value));
            }
        }
        self.make(TermKind::Object { properties, spreads, computed: Vec::new() }, element)
    }

    /// Returns `this.props` of a React component: the properties of its uses in the text, or those of unknown callers
    /// if there are none.
    pub(super) fn component_properties(&mut self, class: Node<'a>, at: Node<'a>) -> Option<Term> {
        let parent = class.super_class()?;
        let parent = self.value(parent);
        let path = self.path_of(parent)?;
        if !matches!(&*path, "react.Component" | "react.PureComponent" | "Component" | "PureComponent") {
            return None;
        }
        let name = class.declared().and_then(Node::identifier).unwrap_or_default();
        let objects = self.element_properties(class.id(), name);
        if objects.is_empty() {
            return Some(self.root_source(SourceKind::Parameter, Shape::Any, "this.props", at));
        }
        Some(self.union(objects, at))
    }

    /// Returns the pair of a state's value and its setter. The value is the initial one, or any that the setter is
    /// called with.
    pub(super) fn state(&mut self, start: Option<Term>, call: Node<'a>) -> Term {
        let mut values: Vec<Term> = Vec::new();
        if let Some(start) = start {
            values.push(self.result_of(start, call));
        }
        let pattern = call.parent().filter(|it| it.is(Kind::VariableDeclarator)).and_then(Node::declared);
        let setter = pattern.and_then(|pattern| pattern.elements().get(1)).and_then(Node::variable);
        let uses: Vec<Node<'a>> = setter.map(|it| it.references().take(MAX_USES).collect()).unwrap_or_default();
        for reference in uses {
            let Some(user) = reference.parent().filter(|it| it.is(Kind::CallExpression)) else { continue };
            if user.callee() == Some(reference) {
                if let Some(argument) = user.argument_at(0) {
                    let value = self.value(argument);
                    values.push(self.result_of(value, argument));
                }
            } else if let Some(place) = (0..user.arguments().len()).find(|&at| user.argument_at(at) == Some(reference))
            {
                values.extend(self.given_to_callback(user, place, 0, reference));
            }
        }
        let value = if values.is_empty() { Term::UNDEFINED } else { self.union(values, call) };
        self.make(TermKind::Array { items: vec![value, Term::UNKNOWN], rest: None }, call)
    }

    /// Returns the result of calling a function without arguments; any other value unchanged.
    pub(super) fn result_of(&mut self, value: Term, at: Node<'a>) -> Term {
        match &*self.kind(value) {
            TermKind::Function(..) => self.apply(value, Vec::new(), at),
            _ => value,
        }
    }

    /// Returns the values that calls of another function store under the same key; `None` if there are none.
    pub(super) fn stored(&mut self, setter: &str, arguments: &[Term], at: Node<'a>) -> Option<Term> {
        let key = self.constant_key(*arguments.first()?)?;
        let index = self.index();
        let name = setter.rsplit('.').next()?;
        let mut values = Vec::new();
        for &call in index.calls.get(name).into_iter().flatten().take(MAX_USES) {
            let call = self.node(call);
            let (Some(stored), Some(value)) = (call.argument_at(0), call.argument_at(1)) else { continue };
            let stored = self.value(stored);
            if self.constant_key(stored).as_deref() == Some(&*key) && self.callee(call).as_deref() == Some(setter) {
                values.push(self.value(value));
            }
        }
        (!values.is_empty()).then(|| self.union(values, at))
    }

    /// Replaces `location` among arguments by `location.href`, which is its value as text.
    pub(super) fn with_addresses(&mut self, mut arguments: Vec<Term>, at: Node<'a>) -> Vec<Term> {
        for argument in &mut arguments {
            if matches!(&*self.kind(*argument), TermKind::Api(path) if &**path == "location") {
                *argument = self.api("location.href", at);
            }
        }
        arguments
    }

    /// Returns a text of several values, separated by spaces.
    pub(super) fn joined(&mut self, values: &[Term], at: Node<'a>) -> Term {
        let mut parts = Vec::new();
        for &value in values {
            if !parts.is_empty() {
                parts.push(self.string(" ", at));
            }
            parts.push(self.unspread(value, at));
        }
        self.make(TermKind::Concat(parts), at)
    }

    /// Returns a format with its placeholders (`%s`) replaced by arguments, and further arguments appended.
    pub(super) fn formatted(&mut self, arguments: &[Term], at: Node<'a>) -> Term {
        let Some((&format, rest)) = arguments.split_first() else { return Term::UNDEFINED };
        let TermKind::Const(Const::String(text)) = &*self.kind(format) else { return self.joined(arguments, at) };
        let mut parts = Vec::new();
        let mut rest = rest.iter();
        let mut pieces = text.split('%');
        let first = pieces.next().unwrap_or_default();
        parts.push(self.string(first, at));
        for piece in pieces {
            let letter = piece.chars().next().filter(|letter| PLACES.contains(letter));
            match letter.and_then(|letter| Some((letter, rest.next()?))) {
                Some((letter, &value)) => {
                    let value = self.converted(letter, value, at);
                    parts.push(value);
                    parts.push(self.string(&piece[1..], at));
                }
                None => parts.push(self.string(&format!("%{piece}"), at)),
            }
        }
        for &value in rest {
            parts.push(self.string(" ", at));
            parts.push(value);
        }
        self.make(TermKind::Concat(parts), at)
    }

    /// Returns an argument as a placeholder of a format converts it: a number, or text with escaped line breaks.
    fn converted(&mut self, letter: char, value: Term, at: Node<'a>) -> Term {
        let operation = match letter {
            'd' | 'f' => "Number",
            'i' => "parseInt",
            'j' | 'o' | 'O' => "JSON.stringify",
            _ => return value,
        };
        self.operation(operation, vec![value], at)
    }

    /// Returns the argument `index` after a format, as its placeholder converts it.
    pub(super) fn written_by(&mut self, format: Term, index: usize, value: Term, at: Node<'a>) -> Term {
        let TermKind::Const(Const::String(text)) = &*self.kind(format) else { return value };
        let text = text.replace("%%", "");
        let mut places = text.split('%').skip(1).filter_map(|piece| piece.chars().next());
        match places.by_ref().filter(|letter| PLACES.contains(letter)).nth(index) {
            Some(letter) => self.converted(letter, value, at),
            None => value,
        }
    }

    /// Returns whether a function is a plugin of jQuery, assigned to a property of `$.fn`: callers decide its options.
    pub(super) fn is_jquery_plugin(&mut self, function: Node<'a>) -> bool {
        let Some(parent) = function.parent() else { return false };
        let holder = match parent.ast() {
            AstKind::AssignmentExpression(_) => parent.left().and_then(Node::object),
            // `$.fn.extend({ plugin: function (options) { … } })`
            AstKind::ObjectProperty(_) => {
                let call = parent.parent().and_then(Node::parent).filter(|it| it.is(Kind::CallExpression));
                let callee = call.and_then(Node::callee).filter(|it| it.property_identifier() == Some("extend"));
                callee.and_then(Node::object)
            }
            _ => None,
        };
        let Some(library) = holder.filter(|it| it.property_identifier() == Some("fn")).and_then(Node::object) else {
            return false;
        };
        let value = self.value(library);
        self.path_of(value).as_deref() == Some("jquery") || matches!(library.identifier(), Some("$" | "jQuery"))
    }

    /// Returns whether a call of a function is in the function itself, or in functions that only it calls.
    pub(super) fn is_called_by_itself_alone(&mut self, function: Node<'a>, call: Node<'a>, depth: usize) -> bool {
        if call.is_within(function) {
            return true;
        }
        let around = self.function_of(call);
        if around == NodeId::ROOT || depth >= 3 {
            return false;
        }
        let around = self.node(around);
        if function_name(around).is_none() {
            return false;
        }
        let callers = self.callers(around);
        !callers.is_empty() && callers.into_iter().all(|it| self.is_called_by_itself_alone(function, it, depth + 1))
    }

    /// Returns the values that are assigned to a name that nothing declares: the last one before a place in its
    /// function, otherwise all.
    pub(super) fn undeclared(&mut self, name: &str, at: Node<'a>, frame: Frame) -> Option<Term> {
        let index = self.index();
        let writes = index.undeclared.get(name)?;
        if self.models.knows(name) {
            return None;
        }
        let here = self.function_of(at);
        let own = writes
            .iter()
            .rev()
            .map(|&id| self.node(id))
            .find(|write| index.function_of(write.id()) == here && write.id() < at.id() && !at.is_within(*write));
        let value = |flow: &mut Self, write: Node<'a>| {
            let is_own = flow.function_of(write) == here;
            flow.assigned(write, if is_own { frame } else { Frame::ROOT })
        };
        if let Some(own) = own {
            return Some(value(self, own));
        }
        let mut values = Vec::new();
        for &write in writes.iter().take(MAX_USES) {
            let write = self.node(write);
            if !at.is_within(write) {
                values.push(value(self, write));
            }
        }
        Some(self.union(values, at))
    }

    /// Returns the value that a `catch` catches: anything that the `try`, or a function of the text that it calls,
    /// throws.
    pub(super) fn caught(&mut self, handler: Node<'a>, frame: Frame) -> Term {
        /// The maximum number of nodes of a `try` that are searched.
        const MAX_NODES: usize = 400;
        let Some(block) = handler.parent().and_then(Node::block) else { return Term::UNKNOWN };
        let function = self.function_of(handler);
        let mut values = Vec::new();
        for node in block.descendants().take(MAX_NODES).collect::<Vec<_>>() {
            if self.function_of(node) != function {
                continue;
            }
            if let Some(thrown) = node.argument().filter(|_| node.is(Kind::ThrowStatement)) {
                values.push(self.expression(thrown, frame));
            } else if node.is(Kind::CallExpression) {
                values.extend(self.thrown_by(node, frame));
            }
        }
        if values.is_empty() { Term::UNKNOWN } else { self.union(values, handler) }
    }

    /// Returns the errors that a call may end in.
    fn thrown_by(&mut self, call: Node<'a>, frame: Frame) -> Vec<Term> {
        let Some(callee) = call.callee() else { return Vec::new() };
        let value = self.expression(callee, frame);
        let TermKind::Function(id, outer) = *self.kind(value) else { return Vec::new() };
        let index = self.index();
        let Some(throws) = index.throws.get(&id) else { return Vec::new() };
        let arguments = self.arguments(call, frame);
        let Some(inner) = self.activate(id, outer, arguments, None, call) else { return Vec::new() };
        let mut values = Vec::new();
        for &throw in throws.iter().take(MAX_USES) {
            let throw = self.node(throw);
            let Some(thrown) = throw.argument() else { continue };
            let thrown = self.expression(thrown, inner);
            let around = self.node(id);
            let conditions = self.conditions_within(throw, around, inner);
            values.push(self.guarded(thrown, conditions, call));
        }
        values
    }

    /// Returns an `Error` of a message.
    pub(super) fn error(&mut self, message: Term, at: Node<'a>) -> Term {
        let before = self.string("Error: ", at);
        let stack = self.make(TermKind::Concat(vec![before, message]), at);
        let properties = vec![("stack".into(), stack), ("message".into(), message)];
        self.make(TermKind::Object { properties, spreads: Vec::new(), computed: Vec::new() }, at)
    }
}

/// Returns the name of a parameter that is a property too: `constructor(private pool: Pool)`.
pub(super) fn name_of_property(parameter: Node<'_>) -> Option<Node<'_>> {
    parameter.descendants().find(|node| node.is(Kind::Identifier))
}

/// Returns whether a function is a page of Next.js, by its parameter: `export default function Page({ searchParams })`.
fn is_page_of_next<'a>(function: Node<'a>, parameter: Node<'a>) -> bool {
    function.parent().is_some_and(|parent| parent.is(Kind::ExportDefaultDeclaration))
        && parameter.properties().iter().any(|property| property.key_identifier() == Some("searchParams"))
}
