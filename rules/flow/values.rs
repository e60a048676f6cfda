//! The evaluation of expressions to terms.

use std::{rc::Rc, sync::Arc};

use oxc_ast::AstKind;

use super::{
    Const, Flow, Frame, Logic, PARTS_PER_FUEL, Term, TermKind,
    calls::function_name,
    memo::Question,
    models::{MAX_PATH_BYTES, Role, module_path},
};
use crate::estree::{Kind, Literal, Node};

impl<'a> Flow<'a> {
    /// Returns the value of an expression for any arguments of the functions around it.
    pub(crate) fn value(&mut self, node: Node<'a>) -> Term {
        self.expression(node, Frame::ROOT)
    }

    /// Returns the value of an expression in an activation of the function around it.
    pub(super) fn expression(&mut self, node: Node<'a>, frame: Frame) -> Term {
        let question = Question::Value(node.id(), frame);
        if let Some(known) = self.answered(question) {
            return known;
        }
        if self.is_too_deep() || !self.spend(1) {
            return Term::UNKNOWN;
        }
        self.depth += 1;
        let term = self.answer(question, |flow| flow.evaluate(node, frame));
        self.depth -= 1;
        term
    }

    fn evaluate(&mut self, node: Node<'a>, frame: Frame) -> Term {
        if let Some(literal) = node.literal() {
            return self.literal(literal, node);
        }
        match node.ast() {
            AstKind::IdentifierReference(_) | AstKind::BindingIdentifier(_) => self.identifier(node, frame),
            AstKind::ThisExpression(_) => self.this(node, frame),
            AstKind::TemplateLiteral(_) => self.template(node, frame),
            AstKind::StaticMemberExpression(_)
            | AstKind::ComputedMemberExpression(_)
            | AstKind::PrivateFieldExpression(_) => self.member(node, frame),
            AstKind::CallExpression(_) | AstKind::NewExpression(_) => self.call(node, frame),
            AstKind::TaggedTemplateExpression(_) => self.tagged_template(node, frame),
            AstKind::AwaitExpression(_) => node.argument().map_or(Term::UNKNOWN, |it| self.expression(it, frame)),
            AstKind::ChainExpression(_)
            | AstKind::TSAsExpression(_)
            | AstKind::TSSatisfiesExpression(_)
            | AstKind::TSTypeAssertion(_)
            | AstKind::TSNonNullExpression(_) => {
                node.expression().map_or(Term::UNKNOWN, |it| self.expression(it, frame))
            }
            AstKind::BinaryExpression(_) => self.binary(node, frame),
            AstKind::LogicalExpression(_) => self.logical(node, frame),
            AstKind::ConditionalExpression(_) => self.conditional(node, frame),
            AstKind::UnaryExpression(_) => self.unary(node, frame),
            AstKind::AssignmentExpression(_) => self.assigned(node, frame),
            AstKind::SequenceExpression(_) => {
                node.expressions().last().map_or(Term::UNKNOWN, |last| self.expression(last, frame))
            }
            AstKind::ObjectExpression(_) => self.object_literal(node, frame),
            AstKind::ArrayExpression(_) => self.array_literal(node, frame),
            AstKind::Function(_) | AstKind::ArrowFunctionExpression(_) => {
                self.make(TermKind::Function(node.id(), frame), node)
            }
            AstKind::Class(_) => self.make(TermKind::Class(node.id()), node),
            AstKind::UpdateExpression(_) => self.operation("number", Vec::new(), node),
            AstKind::ImportExpression(_) => match node.source().and_then(Node::string) {
                Some(module) => self.module(module, node),
                None => Term::UNKNOWN,
            },
            AstKind::ImportMeta(_) => self.api("import.meta", node),
            _ => Term::UNKNOWN,
        }
    }

    fn literal(&mut self, literal: Literal<'a>, node: Node<'a>) -> Term {
        let constant = match literal {
            Literal::String(text) => Const::String(text.into()),
            Literal::Number(number) => Const::Number(number),
            Literal::Boolean(value) => Const::Bool(value),
            Literal::Null => Const::Null,
            Literal::BigInt(digits) => Const::Number(digits.parse().unwrap_or(f64::NAN)),
            Literal::RegExp { pattern, source } => {
                let flags = source.get(pattern.len() + 2..).unwrap_or_default();
                Const::RegExp { pattern: pattern.into(), flags: flags.into() }
            }
        };
        self.make(TermKind::Const(constant), node)
    }

    fn template(&mut self, node: Node<'a>, frame: Frame) -> Term {
        let mut parts = Vec::new();
        for (at, quasi) in node.quasis().iter().enumerate() {
            if let Some(text) = quasi.cooked().filter(|text| !text.is_empty()) {
                parts.push(self.string(text, quasi));
            }
            if let Some(inserted) = node.expressions().get(at) {
                parts.push(self.expression(inserted, frame));
            }
        }
        self.make(TermKind::Concat(parts), node)
    }

    fn tagged_template(&mut self, node: Node<'a>, frame: Frame) -> Term {
        let (Some(tag), Some(quasi)) = (node.tag(), node.quasi()) else { return Term::UNKNOWN };
        let callee = self.expression(tag, frame);
        match &*self.kind(callee) {
            TermKind::Api(path) if &**path == "String.raw" => self.template(quasi, frame),
            TermKind::Api(path) => {
                let path = format!("{path}``");
                self.api(&path, node)
            }
            _ => Term::UNKNOWN,
        }
    }

    fn binary(&mut self, node: Node<'a>, frame: Frame) -> Term {
        let operator = node.operator().unwrap_or_default();
        if operator != "+" {
            let (Some(left), Some(right)) = (node.left(), node.right()) else { return Term::UNKNOWN };
            let arguments = vec![self.expression(left, frame), self.expression(right, frame)];
            return self.operation(operator, arguments, node);
        }
        // A long chain of summands leans to the left: followed without recursion.
        let mut summands = Vec::new();
        let mut next = Some(node);
        while let Some(sum) = next {
            if sum.is(Kind::BinaryExpression) && sum.operator() == Some("+") {
                summands.extend(sum.right());
                next = sum.left();
            } else {
                summands.push(sum);
                next = None;
            }
        }
        let terms = summands.into_iter().rev().map(|summand| self.expression(summand, frame)).collect();
        self.operation("+", terms, node)
    }

    fn logical(&mut self, node: Node<'a>, frame: Frame) -> Term {
        let (Some(left), Some(right)) = (node.left(), node.right()) else { return Term::UNKNOWN };
        let (left, right) = (self.expression(left, frame), self.expression(right, frame));
        let logic = logic_of(node.operator().unwrap_or_default());
        self.make(TermKind::Logic(logic, left, right), node)
    }

    fn conditional(&mut self, node: Node<'a>, frame: Frame) -> Term {
        let (Some(test), Some(yes), Some(no)) = (node.test(), node.consequent(), node.alternate()) else {
            return Term::UNKNOWN;
        };
        let (test, yes, no) = (self.expression(test, frame), self.expression(yes, frame), self.expression(no, frame));
        self.make(TermKind::Choice(test, yes, no), node)
    }

    fn unary(&mut self, node: Node<'a>, frame: Frame) -> Term {
        let Some(argument) = node.argument() else { return Term::UNKNOWN };
        let argument = self.expression(argument, frame);
        match node.operator() {
            Some("void") => Term::UNDEFINED,
            Some("+") => self.operation("Number", vec![argument], node),
            Some("-") => match &*self.kind(argument) {
                TermKind::Const(Const::Number(number)) => {
                    let number = -number;
                    self.make(TermKind::Const(Const::Number(number)), node)
                }
                _ => self.operation("negate", vec![argument], node),
            },
            Some(operator) => self.operation(operator, vec![argument], node),
            None => Term::UNKNOWN,
        }
    }

    /// Returns the value of an assignment expression.
    pub(super) fn assigned(&mut self, node: Node<'a>, frame: Frame) -> Term {
        let (Some(left), Some(right)) = (node.left(), node.right()) else { return Term::UNKNOWN };
        match node.operator() {
            Some("=") => self.expression(right, frame),
            Some("+=") => {
                let before = self.expression(left, frame);
                let added = self.expression(right, frame);
                self.operation("+", vec![before, added], node)
            }
            Some(operator @ ("||=" | "??=" | "&&=")) => {
                let before = self.expression(left, frame);
                let other = self.expression(right, frame);
                self.make(TermKind::Logic(logic_of(operator), before, other), node)
            }
            _ => self.operation("number", Vec::new(), node),
        }
    }

    fn member(&mut self, node: Node<'a>, frame: Frame) -> Term {
        let (Some(object), Some(property)) = (node.object(), node.property()) else { return Term::UNKNOWN };
        if object.is(Kind::Super) {
            return Term::UNKNOWN;
        }
        let holder = self.expression(object, frame);
        if !node.computed() {
            let Some(name) = property.name() else { return Term::UNKNOWN };
            let value = self.property(holder, name, node);
            return self.source_of_any((object, name), value, node);
        }
        let key = self.expression(property, frame);
        match self.constant_key(key) {
            Some(name) => self.property(holder, &name, node),
            None => self.dynamic_property(holder, key, node),
        }
    }

    /// Returns the source that a property is by its last two names, whatever object has it: `this.$route.query`.
    /// Otherwise returns `value`.
    fn source_of_any(&mut self, (object, name): (Node<'a>, &str), value: Term, at: Node<'a>) -> Term {
        let models = Arc::clone(&self.models);
        if let Some(path) = self.path_of(value)
            && let Some(source) = self.bound_source(&path, name, at).or_else(|| self.kept_on_request(&path, name, at))
        {
            return source;
        }
        if !models.may_be_source(name) || !matches!(&*self.kind(value), TermKind::Unknown | TermKind::Property(..)) {
            return value;
        }
        let Some(holder) = object.property().and_then(Node::name).or_else(|| object.identifier()) else { return value };
        let path = format!("*.{holder}.{name}");
        for role in models.roles(&path) {
            if let &Role::Source(kind, shape) = role {
                return self.root_source(kind, shape, &path, at);
            }
        }
        value
    }

    /// Returns the values that handlers assign to this property of a request or an answer: `req.account = …`.
    fn kept_on_request(&mut self, path: &str, name: &str, at: Node<'a>) -> Option<Term> {
        /// The maximum number of assignments that are examined.
        const MAX_WRITES: usize = 8;
        let holder = path.strip_suffix(name)?.strip_suffix('.')?;
        let is_of_request = matches!(holder.split('.').nth(1), Some("Context" | "Reply" | "Request" | "Response"));
        if !is_of_request || self.models.knows(path) || at.parent().and_then(Node::callee) == Some(at) {
            return None;
        }
        let index = self.index();
        let writes = index.member_writes.get(name)?;
        let mut values = Vec::new();
        // A session keeps it for later requests.
        let is_of_one = !holder.split('.').any(|name| name == "session");
        for &write in writes.iter().take(MAX_WRITES) {
            let write = self.node(write);
            let Some((object, right)) = write.left().and_then(Node::object).zip(write.right()) else { continue };
            if write.operator() != Some("=") || at.is_within(write) || is_of_one && self.is_of_other_request(write, at)
            {
                continue;
            }
            let object = self.value(object);
            if self.path_of(object).as_deref() == Some(holder) {
                let value = self.value(right);
                if self.is_tainted(value) {
                    let mut conditions = self.conditions_at(write, Frame::ROOT);
                    // `if (!req.account) req.account = …` sets it once.
                    let set = write.left().map_or("", Node::text);
                    conditions.retain(|condition| !self.node(self.place(condition.term)).text().contains(set));
                    values.push(self.guarded(value, conditions, write));
                }
            }
        }
        (!values.is_empty()).then(|| self.union(values, at))
    }

    /// Returns whether a handler that ends a request writes a property of it, and another function reads one: that of
    /// another request, then.
    fn is_of_other_request(&mut self, write: Node<'a>, read: Node<'a>) -> bool {
        let request = write.left().map(Node::innermost_object).and_then(Node::variable);
        let declared = request.and_then(|request| request.names().next());
        let Some(handler) = declared.and_then(Node::parent).filter(|it| it.is_function()) else { return false };
        let goes_on = handler.params().iter().skip(1).any(|parameter| {
            let is_next = parameter.identifier() == Some("next") || handler.params().get(2) == Some(parameter);
            is_next && parameter.variable().is_some_and(|next| next.references().next().is_some())
        });
        let is_called = function_name(handler).is_some_and(|name| self.index().calls.contains_key(name));
        !goes_on && !is_called && handler.params().len() > 1 && !read.is_within(handler)
    }

    /// Returns the source that a property is which the text never sets, of an object whose properties the page sets:
    /// AngularJS's `$scope.value`.
    fn bound_source(&mut self, path: &str, name: &str, at: Node<'a>) -> Option<Term> {
        let holder = path.strip_suffix(name)?.strip_suffix('.')?;
        let models = Arc::clone(&self.models);
        if !models.binds_properties(holder)
            || !models.roles(path).is_empty()
            || name.starts_with('$')
            || at.parent().and_then(Node::callee) == Some(at)
        {
            return None;
        }
        let (kind, shape) = models.roles(&format!("{holder}.*")).iter().find_map(|role| match *role {
            Role::Source(kind, shape) => Some((kind, shape)),
            _ => None,
        })?;
        let is_set = self.index().member_writes.contains_key(name);
        (!is_set).then(|| self.root_source(kind, shape, path, at))
    }

    /// Returns the name of the property that a key certainly is.
    pub(super) fn constant_key(&self, key: Term) -> Option<Rc<str>> {
        if let Some(number) = self.constant_sum(key) {
            return Some(Literal::Number(number).to_text().as_ref().into());
        }
        self.constant_text(key)
    }

    /// Returns the number that a term is, where it is one or the sum or difference of some.
    fn constant_sum(&self, term: Term) -> Option<f64> {
        match &*self.kind(term) {
            TermKind::Const(Const::Number(number)) => Some(*number),
            TermKind::Op(name, parts) if &**name == "+" && parts.len() < 8 => {
                parts.iter().map(|&part| self.constant_number(part)).sum()
            }
            TermKind::Op(name, parts) if &**name == "-" && parts.len() == 2 => {
                Some(self.constant_number(parts[0])? - self.constant_number(parts[1])?)
            }
            _ => None,
        }
    }

    fn constant_number(&self, term: Term) -> Option<f64> {
        match &*self.kind(term) {
            TermKind::Const(Const::Number(number)) => Some(*number),
            _ => None,
        }
    }

    /// Returns the value of a property.
    pub(crate) fn property(&mut self, object: Term, name: &str, at: Node<'a>) -> Term {
        if self.is_too_deep() || !self.spend(1) {
            return Term::UNKNOWN;
        }
        self.depth += 1;
        let value = self.property_of(object, name, at);
        self.depth -= 1;
        value
    }

    fn property_of(&mut self, object: Term, name: &str, at: Node<'a>) -> Term {
        match &*self.kind(object) {
            TermKind::None => Term::NONE,
            TermKind::Object { properties, spreads, computed } => {
                self.spend(properties.len() / PARTS_PER_FUEL);
                if let Some(&(_, value)) = properties.iter().rev().find(|(known, _)| &**known == name) {
                    return value;
                }
                let mut values: Vec<Term> = computed.iter().map(|&(_, value)| value).collect();
                for &spread in spreads {
                    values.push(self.property(spread, name, at));
                }
                if values.is_empty() { Term::UNDEFINED } else { self.union(values, at) }
            }
            TermKind::Array { items, rest } => match name.parse::<usize>() {
                Ok(index) if index < items.len() && !self.has_spread(&items[..=index]) => items[index],
                Ok(_) => rest.map_or(Term::UNDEFINED, |rest| self.without_groups(rest, at)),
                Err(_) => self.make(TermKind::Property(object, name.into()), at),
            },
            TermKind::Source(_) if name == "length" => self.make(TermKind::Property(object, name.into()), at),
            &TermKind::Source(source) => self.part_of_source(source, name, at),
            TermKind::Api(path) => {
                if name == "default" {
                    self.api(path, at)
                } else {
                    self.api(&[path, ".", name].concat(), at)
                }
            }
            TermKind::Union(members) => {
                let values = members.iter().map(|&member| self.property(member, name, at)).collect();
                self.union(values, at)
            }
            TermKind::Guarded(value, conditions) => {
                let value = self.property(*value, name, at);
                self.guarded(value, conditions.clone(), at)
            }
            &TermKind::Choice(test, yes, no) => {
                let (yes, no) = (self.property(yes, name, at), self.property(no, name, at));
                self.make(TermKind::Choice(test, yes, no), at)
            }
            &TermKind::Logic(Logic::And, _, right) => self.property(right, name, at),
            &TermKind::Logic(_, left, right) => {
                let (left, right) = (self.property(left, name, at), self.property(right, name, at));
                self.union(vec![left, right], at)
            }
            &TermKind::Instance(class, frame) => self.instance_member((class, frame), name, at),
            &TermKind::Class(class) => self.static_member(class, name, at),
            TermKind::Unknown => Term::UNKNOWN,
            TermKind::Op(function, arguments) if &**function == "rest" => {
                let listed = |&part: &Term| self.constant_key(part).as_deref() == Some(name);
                if arguments[1..].iter().any(listed) { Term::UNDEFINED } else { self.property(arguments[0], name, at) }
            }
            TermKind::Op(function, arguments)
                if matches!((&**function, name), ("url.parse" | "URL", "query" | "searchParams")) =>
            {
                let text = arguments.first().copied().unwrap_or(Term::UNDEFINED);
                match self.parsed(text, "{query}", at) {
                    Some(query) => query,
                    None => self.make(TermKind::Property(object, name.into()), at),
                }
            }
            _ => self.make(TermKind::Property(object, name.into()), at),
        }
    }

    fn has_spread(&self, items: &[Term]) -> bool {
        items.iter().any(|&item| matches!(*self.kind(item), TermKind::Spread(_)))
    }

    /// Returns the value of a property whose name is not certain.
    fn dynamic_property(&mut self, object: Term, key: Term, at: Node<'a>) -> Term {
        if self.is_too_deep() || !self.spend(1) {
            return Term::UNKNOWN;
        }
        self.depth += 1;
        let value = self.dynamic_property_of(object, key, at);
        self.depth -= 1;
        value
    }

    fn dynamic_property_of(&mut self, object: Term, key: Term, at: Node<'a>) -> Term {
        match &*self.kind(object) {
            TermKind::Union(members) if !self.is_tainted(key) => {
                let values = members.iter().map(|&member| self.dynamic_property(member, key, at)).collect();
                self.union(values, at)
            }
            &TermKind::Choice(test, yes, no) if !self.is_tainted(key) => {
                let (yes, no) = (self.dynamic_property(yes, key, at), self.dynamic_property(no, key, at));
                self.make(TermKind::Choice(test, yes, no), at)
            }
            TermKind::Guarded(value, conditions) if !self.is_tainted(key) => {
                let value = self.dynamic_property(*value, key, at);
                self.guarded(value, conditions.clone(), at)
            }
            &TermKind::Source(source) => self.part_of_source(source, "[…]", at),
            TermKind::Array { items, rest } if !self.is_tainted(key) => {
                let items = items.iter().chain(rest).copied().collect();
                self.union(items, at)
            }
            TermKind::Api(path) if self.models.knows(&format!("{path}.[]")) => self.api(&format!("{path}.[]"), at),
            _ => match self.constant_keys(key) {
                Some(names) => {
                    let values = names.iter().map(|name| self.property(object, name, at)).collect();
                    self.union(values, at)
                }
                None => self.operation("[]", vec![object, key], at),
            },
        }
    }

    /// Returns all names that a key may be, if they are known: `node[old ? 'innerText' : 'textContent']`.
    fn constant_keys(&self, key: Term) -> Option<Vec<Rc<str>>> {
        /// The maximum number of names that are distinguished.
        const MAX_NAMES: usize = 6;
        let mut names = Vec::new();
        let mut pending = vec![key];
        while let Some(next) = pending.pop() {
            match &*self.kind(next) {
                &TermKind::Choice(_, yes, no) => pending.extend([yes, no]),
                TermKind::Union(members) => pending.extend(members),
                &TermKind::Guarded(value, _) => pending.push(value),
                TermKind::None => {}
                _ => names.push(self.constant_key(next)?),
            }
            if names.len() + pending.len() > MAX_NAMES {
                return None;
            }
        }
        (!names.is_empty()).then_some(names)
    }

    /// Returns the value that a module or a global gives by a path.
    pub(super) fn api(&mut self, path: &str, at: Node<'a>) -> Term {
        if path.len() > MAX_PATH_BYTES {
            return Term::UNKNOWN;
        }
        let models = Arc::clone(&self.models);
        let path = models.canonical(path);
        for role in models.roles(&path) {
            match *role {
                Role::Source(kind, shape) => return self.root_source(kind, shape, &path, at),
                Role::Told(only) => return self.told_source(only, &path, at),
                Role::Listed(kind, own) => {
                    let items = (0..own).map(|index| self.make(TermKind::Api(format!("{path}.{index}").into()), at));
                    let items = items.collect();
                    let rest = Some(self.root_source(kind, super::Shape::Text, &path, at));
                    return self.make(TermKind::Array { items, rest }, at);
                }
                _ => {}
            }
        }
        self.make(TermKind::Api(path.as_ref().into()), at)
    }

    /// Returns the value that `require` or `import` gives for a module.
    pub(super) fn module(&mut self, name: &str, at: Node<'a>) -> Term {
        self.api(&module_path(name), at)
    }

    fn object_literal(&mut self, node: Node<'a>, frame: Frame) -> Term {
        let (mut properties, mut spreads, mut computed) = (Vec::new(), Vec::new(), Vec::new());
        for property in node.properties().iter() {
            if property.is(Kind::SpreadElement) {
                if let Some(spread) = property.argument() {
                    // It may replace the properties before it.
                    self.put_away(&mut properties, &mut spreads, node);
                    spreads.push(self.expression(spread, frame));
                }
                continue;
            }
            let (Some(key), Some(value)) = (property.key(), property.value()) else { continue };
            let value = match property.declared_as() {
                Some("init") => self.expression(value, frame),
                Some("get") => self.invoke(value.id(), frame, Vec::new(), None, property),
                _ => Term::UNKNOWN,
            };
            if !property.computed() {
                let name = key.name().map(Into::into).or_else(|| key.literal().map(Literal::to_text));
                properties.extend(name.map(|name| (Rc::from(name.as_ref()), value)));
                continue;
            }
            let key = self.expression(key, frame);
            match self.constant_key(key) {
                Some(name) => properties.push((name, value)),
                None => computed.push((key, value)),
            }
        }
        self.make(TermKind::Object { properties, spreads, computed }, node)
    }

    /// Moves the properties so far into an object among the spreads, so that later properties override them.
    pub(super) fn put_away(&mut self, properties: &mut Vec<(Rc<str>, Term)>, spreads: &mut Vec<Term>, at: Node<'a>) {
        if !properties.is_empty() {
            let properties = std::mem::take(properties);
            spreads.push(self.make(TermKind::Object { properties, spreads: Vec::new(), computed: Vec::new() }, at));
        }
    }

    fn array_literal(&mut self, node: Node<'a>, frame: Frame) -> Term {
        let elements = node.elements();
        let mut items = Vec::new();
        for index in 0..elements.len().min(MAX_ITEMS) {
            items.push(match elements.get(index) {
                Some(element) => self.item(element, frame),
                None => Term::UNDEFINED,
            });
        }
        let rest = (elements.len() > MAX_ITEMS).then_some(Term::UNKNOWN);
        self.array_of(items, rest, node)
    }

    /// Returns an element of an array, or an argument; a spread one is a [`TermKind::Spread`].
    pub(super) fn item(&mut self, element: Node<'a>, frame: Frame) -> Term {
        if element.is(Kind::SpreadElement) {
            let Some(argument) = element.argument() else { return Term::UNKNOWN };
            let value = self.expression(argument, frame);
            return self.make(TermKind::Spread(value), element);
        }
        self.expression(element, frame)
    }
}

/// Returns the logic of a logical operator, or of an assignment with one.
pub(super) fn logic_of(operator: &str) -> Logic {
    match operator {
        "&&" | "&&=" => Logic::And,
        "||" | "||=" => Logic::Or,
        _ => Logic::Coalesce,
    }
}

/// The maximum number of items of an array that are distinguished.
const MAX_ITEMS: usize = 256;
