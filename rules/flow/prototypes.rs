//! Constructors that are functions, with the methods of their prototypes, and constructors that call others.

use oxc_syntax::node::NodeId;

use super::{Flow, Frame, Term, TermKind, calls::function_name};
use crate::estree::{Kind, Node};

/// The maximum number of assignments of one name that are searched.
const MAX_WRITES: usize = 40;

/// The maximum length of a chain of classes that extend one another.
const MAX_ANCESTORS: usize = 4;

impl<'a> Flow<'a> {
    /// Returns the instance that `new` makes of a function of the text; `None` if the function returns an object
    /// itself.
    pub(super) fn constructed(
        &mut self,
        function: NodeId,
        outer: Frame,
        arguments: Vec<Term>,
        at: Node<'a>,
    ) -> Option<Term> {
        let index = self.index();
        let gives_object = index.returns.get(&function).into_iter().flatten().take(MAX_WRITES).any(|&id| {
            self.node(id).argument().is_some_and(|it| it.is_any(&[Kind::ObjectExpression, Kind::NewExpression]))
        });
        if gives_object {
            return None;
        }
        let frame = self.activate(function, outer, arguments, None, at);
        Some(self.make(TermKind::Instance(function, frame.unwrap_or(Frame::ROOT)), at))
    }

    /// Returns the activation of the constructor that makes an instance of a class: its own, or that of the class that
    /// it extends.
    pub(super) fn construction(&mut self, class: NodeId, arguments: Vec<Term>, at: Node<'a>) -> Frame {
        let mut class = class;
        for _ in 0..MAX_ANCESTORS {
            if let Some(constructor) = self.constructor_of(class) {
                return self.activate(constructor, Frame::ROOT, arguments, None, at).unwrap_or(Frame::ROOT);
            }
            match self.parent_class(class) {
                Some(parent) => class = parent,
                None => break,
            }
        }
        Frame::ROOT
    }

    /// Returns the class of the text that another extends.
    pub(super) fn parent_class(&mut self, class: NodeId) -> Option<NodeId> {
        let parent = self.node(class).super_class()?;
        let parent = self.expression(parent, Frame::ROOT);
        match &*self.kind(parent) {
            &TermKind::Class(parent) if parent != class => Some(parent),
            _ => None,
        }
    }

    /// Returns the activation of the parent's constructor within that of a class's own: with the arguments of
    /// `super(…)`.
    pub(super) fn construction_of_parent(&mut self, class: NodeId, parent: NodeId, frame: Frame) -> Frame {
        if frame == Frame::ROOT {
            return frame;
        }
        let Some(own) = self.constructor_of(class) else { return frame };
        if self.frames[frame.0 as usize].function != own {
            return frame;
        }
        let constructor = self.node(own);
        let call = constructor
            .descendants()
            .take(8 * MAX_WRITES)
            .find(|node| node.is(Kind::CallExpression) && node.callee().is_some_and(|callee| callee.is(Kind::Super)));
        let Some(call) = call else { return Frame::ROOT };
        let arguments = self.arguments(call, frame);
        self.construction(parent, arguments, call)
    }

    /// Returns a property of an instance of a constructor function: one that is set on `this`, otherwise one of the
    /// prototype.
    pub(super) fn member_of_constructed(
        &mut self,
        (function, frame): (NodeId, Frame),
        name: &str,
        at: Node<'a>,
    ) -> Term {
        let mut values = self.fields_of((function, frame), name);
        for value in &mut values {
            *value = self.filled((function, name), *value, at);
        }
        if values.is_empty() {
            values.extend(self.prototype_member(function, name, at));
        }
        if values.is_empty() { Term::UNKNOWN } else { self.union(values, at) }
    }

    /// Returns the values that a class or constructor assigns to a property of `this`.
    pub(super) fn fields_of(&mut self, (holder, frame): (NodeId, Frame), name: &str) -> Vec<Term> {
        let index = self.index();
        let mut values = Vec::new();
        let methods = function_name(self.node(holder)).and_then(|name| index.prototype_methods.get(name));
        let holders = std::iter::once(holder).chain(methods.into_iter().flatten().copied());
        let writes: Vec<NodeId> = holders
            .filter_map(|holder| index.fields.get(&(holder, name)))
            .flatten()
            .copied()
            .take(MAX_WRITES)
            .collect();
        for write in writes {
            let write = self.node(write);
            if write.operator() == Some("=")
                && let Some(right) = write.right()
            {
                // The fields that the constructor sets depend on its arguments.
                let is_own = frame != Frame::ROOT && self.function_of(write) == self.frames[frame.0 as usize].function;
                values.push(self.expression(right, if is_own { frame } else { Frame::ROOT }));
            }
        }
        values
    }

    /// Returns the value that `F.prototype.name = …` or `F.prototype = { name: … }` sets.
    fn prototype_member(&mut self, function: NodeId, name: &str, at: Node<'a>) -> Option<Term> {
        let index = self.index();
        for &write in index.member_writes.get(name).into_iter().flatten().take(MAX_WRITES) {
            let write = self.node(write);
            let holder = write.left().and_then(Node::object);
            if holder.and_then(|holder| self.constructor_of_prototype(holder)) == Some(function) {
                return write.right().map(|right| self.expression(right, Frame::ROOT));
            }
        }
        for &write in index.member_writes.get("prototype").into_iter().flatten().take(MAX_WRITES) {
            let write = self.node(write);
            if write.left().and_then(|left| self.constructor_of_prototype(left)) == Some(function) {
                let object = write.right()?;
                let object = self.expression(object, Frame::ROOT);
                let value = self.property(object, name, at);
                return (value != Term::UNDEFINED).then_some(value);
            }
        }
        None
    }

    /// Returns the function whose prototype an expression is.
    fn constructor_of_prototype(&mut self, prototype: Node<'a>) -> Option<NodeId> {
        // `const methods = Shape.prototype;`
        if let Some(variable) = prototype.variable() {
            let init = variable.init().filter(|init| init.is(Kind::MemberExpression))?;
            return self.constructor_of_prototype(init);
        }
        if prototype.property_identifier() != Some("prototype") {
            return None;
        }
        let constructor = prototype.object()?;
        let value = self.expression(constructor, Frame::ROOT);
        match &*self.kind(value) {
            &TermKind::Function(id, _) => Some(id),
            _ => None,
        }
    }

    /// Returns the constructor whose instance `this` is in a function that is not a member of a class.
    pub(super) fn constructor_of_this(&mut self, function: NodeId) -> Option<NodeId> {
        let node = self.node(function);
        let parent = node.parent()?;
        if parent.is(Kind::AssignmentExpression) {
            let holder = parent.left().and_then(Node::object);
            if let Some(constructor) = holder.and_then(|holder| self.constructor_of_prototype(holder)) {
                return Some(constructor);
            }
        }
        if parent.is(Kind::Property) {
            let around = parent.parent()?.parent()?;
            // `Shape.prototype = { … }`, `Object.assign(Shape.prototype, { … })`
            let prototype = match around.callee_method() {
                Some("assign" | "assignIn" | "extend" | "mixin") => around.argument_at(0),
                _ => around.left().filter(|_| around.is(Kind::AssignmentExpression)),
            };
            return self.constructor_of_prototype(prototype?);
        }
        self.index().constructors.contains_key(&function).then_some(function)
    }
}
