//! Where things stand in a text, noted in one pass.

use std::collections::HashMap;

use oxc_ast::AstKind;
use oxc_syntax::node::NodeId;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::estree::{Kind, Node, Tree};

/// Functions, returns, calls and assignments by what they belong to.
pub struct Index<'a> {
    /// By node: the function that it stands in, itself not counted.
    functions: Vec<NodeId>,
    /// By function: its `return` statements.
    pub returns: FxHashMap<NodeId, Vec<NodeId>>,
    /// By function: its `throw` statements.
    pub throws: FxHashMap<NodeId, Vec<NodeId>>,
    /// By the last name of the callee.
    pub calls: HashMap<&'a str, Vec<NodeId>>,
    /// By class or constructor and name: assignments to `this.name`.
    pub fields: HashMap<(NodeId, &'a str), Vec<NodeId>>,
    /// Functions that set properties of `this` and belong to no class.
    pub constructors: FxHashSet<NodeId>,
    /// Assignments to a member, by the member's name.
    pub member_writes: HashMap<&'a str, Vec<NodeId>>,
    /// Elements of JSX, by their tag.
    pub elements: HashMap<&'a str, Vec<NodeId>>,
    /// Assignments to names that nothing declares.
    pub undeclared: HashMap<&'a str, Vec<NodeId>>,
    /// Whether the text exports anything.
    pub has_exports: bool,
}

impl<'a> Index<'a> {
    pub fn of(tree: &'a Tree<'a>) -> Self {
        let mut index = Self {
            functions: Vec::new(),
            returns: FxHashMap::default(),
            throws: FxHashMap::default(),
            calls: HashMap::new(),
            fields: HashMap::new(),
            constructors: FxHashSet::default(),
            member_writes: HashMap::new(),
            elements: HashMap::new(),
            undeclared: HashMap::new(),
            has_exports: false,
        };
        // By node: the class, or the function outside of one, whose `this` it sees.
        let mut holders: Vec<NodeId> = Vec::new();
        for (id, node) in tree.all_nodes() {
            let parent = node.parent();
            let within = |list: &[NodeId], is_it: fn(Node<'_>) -> bool| match parent {
                Some(parent) if is_it(parent) => parent.id(),
                Some(parent) => list[parent.id().index()],
                None => NodeId::ROOT,
            };
            let function = within(&index.functions, |node| node.is_function());
            let holder = within(&holders, holds_this);
            index.functions.push(function);
            holders.push(holder);
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
                    if let Some(left) = left
                        && let Some(name) = left
                            .property()
                            .and_then(|property| if left.computed() { property.string() } else { property.name() })
                    {
                        index.member_writes.entry(name).or_default().push(id);
                        let object = left.object();
                        if object.is_some_and(|object| object.is(Kind::ThisExpression)) {
                            index.fields.entry((holder, name)).or_default().push(id);
                            if tree.node_of(holder).is_function() {
                                index.constructors.insert(holder);
                            }
                        }
                        if name == "exports" || object.is_some_and(|object| is_exports(object)) {
                            index.has_exports = true;
                        }
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

    /// The innermost function around a node.
    pub fn function_of(&self, node: NodeId) -> NodeId {
        self.functions[node.index()]
    }
}

/// Whether a node gives what stands in it a `this` of its own: a class, or a function that is none of its members.
fn holds_this(node: Node<'_>) -> bool {
    if node.is_any(&[Kind::ClassDeclaration, Kind::ClassExpression]) {
        return true;
    }
    let is_member = || node.parent().is_some_and(|it| it.is_any(&[Kind::MethodDefinition, Kind::PropertyDefinition]));
    node.is_function() && !node.is(Kind::ArrowFunctionExpression) && !is_member()
}

/// Whether an expression is `exports` or `module.exports`.
pub fn is_exports(node: Node<'_>) -> bool {
    node.is_identifier("exports")
        || node.property_identifier() == Some("exports") && node.object().is_some_and(|it| it.is_identifier("module"))
}
