//! An index of a text's functions, returns, calls and assignments, made in one pass.

use std::collections::{HashMap, HashSet};

use oxc_ast::AstKind;
use oxc_syntax::node::NodeId;
use rustc_hash::FxHashMap;

use crate::estree::{Kind, Node, Tree};

/// Functions, returns, calls and assignments, each by its key.
pub(super) struct Index<'a> {
    /// The innermost function around each node, the node itself not counted; indexed by node.
    functions: Vec<NodeId>,
    /// The `return` statements of each function.
    pub returns: FxHashMap<NodeId, Vec<NodeId>>,
    /// The `throw` statements of each function.
    pub throws: FxHashMap<NodeId, Vec<NodeId>>,
    /// The calls, by the last name of the callee.
    pub calls: HashMap<&'a str, Vec<NodeId>>,
    /// Assignments to `this.name`, by class or constructor and name.
    pub fields: HashMap<(NodeId, &'a str), Vec<NodeId>>,
    /// The calls of methods of what is a property of `this`, and the assignments to its properties, by class or
    /// constructor and the property's name.
    pub filled_fields: HashMap<(NodeId, &'a str), Vec<NodeId>>,
    /// The assignments to properties of `this`, by class, or by the function outside of classes.
    pub constructors: FxHashMap<NodeId, Vec<NodeId>>,
    /// The functions that are set on a constructor's prototype, one by one or as an object, by the constructor's name.
    pub prototype_methods: HashMap<&'a str, Vec<NodeId>>,
    /// Assignments to a member, by the member's name.
    pub member_writes: HashMap<&'a str, Vec<NodeId>>,
    /// The properties that class bodies declare, by name.
    pub declared_fields: HashMap<&'a str, Vec<NodeId>>,
    /// Elements of JSX, by their tag.
    pub elements: HashMap<&'a str, Vec<NodeId>>,
    /// Assignments to names that nothing declares.
    pub undeclared: HashMap<&'a str, Vec<NodeId>>,
    /// The names that are assigned to after their declaration, in any scope.
    pub assigned: HashSet<&'a str>,
    /// True if the text exports anything.
    pub has_exports: bool,
    /// The names that a declarator gives the value `this`.
    selves: HashSet<&'a str>,
}

impl<'a> Index<'a> {
    pub(super) fn of(tree: &'a Tree<'a>) -> Self {
        let mut index = Self {
            functions: Vec::new(),
            returns: FxHashMap::default(),
            throws: FxHashMap::default(),
            calls: HashMap::new(),
            fields: HashMap::new(),
            filled_fields: HashMap::new(),
            constructors: FxHashMap::default(),
            prototype_methods: HashMap::new(),
            member_writes: HashMap::new(),
            declared_fields: HashMap::new(),
            elements: HashMap::new(),
            undeclared: HashMap::new(),
            assigned: HashSet::new(),
            has_exports: false,
            selves: HashSet::new(),
        };
        let nodes = tree.all_nodes();
        index.functions.reserve_exact(nodes.len());
        let selves = tree.nodes_of([Kind::VariableDeclarator]).filter(|it| it.init().is_some_and(is_this));
        index.selves = selves.filter_map(|it| it.declared()?.identifier()).collect();
        // For each node, the function around its descendants, and the class, or the function outside of one, whose
        // `this` they see.
        let mut around: Vec<(NodeId, NodeId)> = Vec::with_capacity(nodes.len());
        for (id, node) in nodes {
            let (function, holder) = node.parent().map_or((id, id), |parent| around[parent.id().index()]);
            let is_function = matches!(node.ast(), AstKind::Function(_) | AstKind::ArrowFunctionExpression(_));
            let below = match node.ast() {
                AstKind::Class(_) => (function, id),
                _ if is_function && node.is_function() => (id, if holds_this(node) { id } else { holder }),
                _ => (function, holder),
            };
            around.push(below);
            index.functions.push(function);
            debug_assert_eq!(index.functions.len(), id.index() + 1);
            match node.ast() {
                AstKind::ReturnStatement(_) => index.returns.entry(function).or_default().push(id),
                AstKind::ThrowStatement(_) => index.throws.entry(function).or_default().push(id),
                AstKind::CallExpression(_) | AstKind::NewExpression(_) => {
                    let callee = node.callee();
                    let name = callee.and_then(Node::identifier).or_else(|| callee?.property()?.name());
                    if let Some(name) = name {
                        index.calls.entry(name).or_default().push(id);
                    }
                    index.add_filled(node, callee.and_then(Node::object), holder, &around);
                }
                AstKind::IdentifierReference(it) if node.is_write() => {
                    index.assigned.insert(it.name.as_str());
                }
                AstKind::JSXOpeningElement(_) => {
                    if let Some(tag) = node.jsx_name().and_then(Node::identifier) {
                        index.elements.entry(tag).or_default().push(id);
                    }
                }
                AstKind::AssignmentExpression(_) => {
                    if let Some(name) = node.left().filter(|left| left.variable().is_none()).and_then(Node::identifier)
                    {
                        index.undeclared.entry(name).or_default().push(id);
                    }
                    let left = node.left().filter(|left| left.is(Kind::MemberExpression));
                    index.add_filled(node, left.and_then(Node::object), holder, &around);
                    if let Some(left) = left
                        && let Some(name) = left
                            .property()
                            .and_then(|property| if left.computed() { property.string() } else { property.name() })
                    {
                        index.member_writes.entry(name).or_default().push(id);
                        let object = left.object();
                        if let Some(holder) = object.and_then(|object| index.holder_of(object, (id, holder), &around)) {
                            index.fields.entry((holder, name)).or_default().push(id);
                            index.constructors.entry(holder).or_default().push(id);
                        }
                        index.add_methods(node, left, name);
                        if name == "exports" || object.is_some_and(|object| is_exports(object)) {
                            index.has_exports = true;
                        }
                    }
                }
                AstKind::PropertyDefinition(_) => {
                    if let Some(name) = node.key().filter(|_| !node.computed()).and_then(Node::name) {
                        index.declared_fields.entry(name).or_default().push(id);
                    }
                }
                AstKind::ExportDeclaration(_)
                | AstKind::ExportDefaultDeclaration(_)
                | AstKind::ExportNamedDeclaration(_)
                | AstKind::ExportFromDeclaration(_)
                | AstKind::ExportAllDeclaration(_)
                | AstKind::TSExportAssignment(_) => index.has_exports = true,
                _ => {}
            }
        }
        index
    }

    /// Notes a call of a method, or an assignment to a property, of what is a property of `this`:
    /// `this.items.push(item)`.
    fn add_filled(&mut self, change: Node<'a>, filled: Option<Node<'a>>, holder: NodeId, around: &[(NodeId, NodeId)]) {
        let Some(field) = filled.filter(|it| it.is(Kind::MemberExpression) && !it.computed()) else { return };
        let Some((object, name)) = field.object().zip(field.property().and_then(Node::name)) else { return };
        let Some(holder) = self.holder_of(object, (change.id(), holder), around) else { return };
        self.filled_fields.entry((holder, name)).or_default().push(change.id());
    }

    /// Adds the functions that an assignment sets on a prototype: `Shape.prototype.draw = …`, `Shape.prototype = { …
    /// }`.
    fn add_methods(&mut self, assignment: Node<'a>, left: Node<'a>, name: &str) {
        let Some(right) = assignment.right() else { return };
        let prototype = if name == "prototype" { Some(left) } else { left.object() };
        let prototype = prototype.filter(|it| it.property_identifier() == Some("prototype"));
        let Some(constructor) = prototype.and_then(Node::object).and_then(Node::identifier) else { return };
        let methods = self.prototype_methods.entry(constructor).or_default();
        if name == "prototype" {
            let values = right.properties().iter().filter_map(Node::value);
            methods.extend(values.filter(|it| it.is_function()).map(Node::id));
        } else if right.is_function() {
            methods.push(right.id());
        }
    }

    /// Returns the class or function whose `this` an object is, where a node with this holder uses the object. `around`
    /// has the holder of each earlier node.
    fn holder_of(
        &self,
        object: Node<'a>,
        (user, holder): (NodeId, NodeId),
        around: &[(NodeId, NodeId)],
    ) -> Option<NodeId> {
        if is_this(object) {
            return Some(holder);
        }
        // A variable that has the value: `const self = this`.
        object.identifier().filter(|name| self.selves.contains(*name))?;
        let this = object.variable()?.init().filter(|init| is_this(*init));
        this.filter(|this| this.id() < user).map(|this| around[this.id().index()].1)
    }

    /// Returns the innermost function around a node.
    pub(super) fn function_of(&self, node: NodeId) -> NodeId {
        self.functions[node.index()]
    }
}

fn is_this(node: Node<'_>) -> bool {
    node.is(Kind::ThisExpression)
}

/// Returns whether a function has a `this` of its own and is not a member of a class.
fn holds_this(node: Node<'_>) -> bool {
    let is_member = || node.parent().is_some_and(|it| it.is_any(&[Kind::MethodDefinition, Kind::PropertyDefinition]));
    !node.is(Kind::ArrowFunctionExpression) && !is_member()
}

/// Returns whether an expression is `exports` or `module.exports`.
pub(super) fn is_exports(node: Node<'_>) -> bool {
    node.is_identifier("exports")
        || node.property_identifier() == Some("exports") && node.object().is_some_and(|it| it.is_identifier("module"))
}
