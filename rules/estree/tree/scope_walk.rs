//! A walk over a part of a program that collects its scopes and their declarations.

use std::ops::Range;

use oxc_ast::{
    AstKind,
    ast::{BindingIdentifier, ForInStatement, ForOfStatement, ForStatement},
};
use oxc_syntax::node::NodeId;

use super::Tree;
use crate::estree::NodeTable;

/// The place where a name is declared.
#[derive(Clone, Copy)]
pub(crate) struct Declaration {
    pub name: NodeId,
    /// The declarator, the function (of its name), its parameter, the class, the import specifier, …
    pub declarer: NodeId,
}

/// Walks the nodes of a part and collects the declarations of its scopes.
pub(crate) struct ScopeWalk<'t, 'a> {
    tree: &'t Tree<'a>,
    nodes: NodeTable<'a, 'a>,
    /// Each before those within it.
    pub(super) scopes: Vec<ScopeData>,
    /// The scopes around the node that the walk is at, the innermost last.
    open: Vec<usize>,
    /// The declarations: the index of the scope, the name and the place.
    pub(super) found: Vec<(usize, &'a str, Declaration)>,
}

pub(crate) struct ScopeData {
    pub id: NodeId,
    /// The ids of the nodes within it.
    pub region: Range<usize>,
    /// The scope that variables are lifted to which `var` declares in it.
    keeping: usize,
}

impl<'t, 'a> ScopeWalk<'t, 'a> {
    pub(super) fn new(tree: &'t Tree<'a>) -> Self {
        Self { tree, nodes: tree.nodes(), scopes: Vec::new(), open: Vec::new(), found: Vec::new() }
    }

    pub(super) fn visit(&mut self, id: NodeId) {
        let parent = self.nodes.parent(id).index();
        while let Some(&innermost) = self.open.last()
            && self.scopes[innermost].region.start > parent
        {
            self.scopes[innermost].region.end = id.index();
            self.open.pop();
        }
        match self.nodes.ast(id) {
            AstKind::BindingIdentifier(name) => self.declare(id, name),
            AstKind::Function(it) => {
                if let Some(name) = it.id.as_ref().filter(|_| it.is_expression()) {
                    self.open(name.node_id.get(), id, false);
                }
                self.open(id, id, true);
            }
            ast if makes_scope(ast) => self.open(id, id, keeps_variables(ast)),
            _ => {}
        }
    }

    fn open(&mut self, id: NodeId, around: NodeId, keeps_variables: bool) {
        let next = self.scopes.len();
        let keeping = self.open.last().map_or(next, |&outer| self.scopes[outer].keeping);
        let region = around.index()..around.index();
        self.scopes.push(ScopeData { id, region, keeping: if keeps_variables { next } else { keeping } });
        self.open.push(next);
    }

    /// Ends the walk, before the node of this id.
    pub(super) fn close_all(&mut self, end: usize) {
        while let Some(scope) = self.open.pop() {
            self.scopes[scope].region.end = end;
        }
    }

    fn declare(&mut self, id: NodeId, name: &BindingIdentifier<'a>) {
        let mut declarer = self.nodes.parent(id);
        while is_pattern(self.nodes.ast(declarer)) {
            self.tree.count_steps(1);
            declarer = self.nodes.parent(declarer);
        }
        let parent = self.nodes.parent(declarer);
        let innermost = self.open.last().copied();
        let scope = match self.nodes.ast(declarer) {
            AstKind::VariableDeclarator(_) => match self.nodes.ast(parent) {
                AstKind::VariableDeclaration(declaration) if declaration.kind.is_var() => {
                    innermost.map(|scope| self.scopes[scope].keeping)
                }
                _ => innermost,
            },
            // Its own name is not within.
            AstKind::Class(class) if class.is_expression() => innermost,
            AstKind::Function(_) | AstKind::Class(_) | AstKind::TSNamespaceDeclaration(_) => {
                self.open.len().checked_sub(2).map(|outer| self.open[outer])
            }
            // The parameters of a function type concern nothing else.
            AstKind::FormalParameter(_) | AstKind::FormalParameterRest(_) | AstKind::TSTypeParameter(_) => {
                let around = self.nodes.parent(parent);
                innermost.filter(|&scope| self.scopes[scope].id == around)
            }
            AstKind::TSMappedType(_) => None,
            _ => innermost,
        };
        self.found.extend(scope.map(|scope| (scope, name.name.as_str(), Declaration { name: id, declarer })));
    }
}

/// Returns whether a node makes a scope in ESLint's scope manager.
pub(crate) fn makes_scope(ast: AstKind<'_>) -> bool {
    match ast {
        AstKind::ForStatement(ForStatement { init, .. }) => {
            init.as_ref().is_some_and(|init| init.is_lexical_declaration())
        }
        AstKind::ForInStatement(ForInStatement { left, .. }) | AstKind::ForOfStatement(ForOfStatement { left, .. }) => {
            left.is_lexical_declaration()
        }
        _ => keeps_variables(ast) || is_block_scope(ast),
    }
}

/// Returns whether the names in a node are declared by one of its ancestors.
fn is_pattern(ast: AstKind<'_>) -> bool {
    matches!(
        ast,
        AstKind::ArrayPattern(_)
            | AstKind::AssignmentPattern(_)
            | AstKind::BindingProperty(_)
            | AstKind::BindingRestElement(_)
            | AstKind::ObjectPattern(_)
    )
}

/// Returns whether a node makes a scope that `var` variables belong to.
pub(crate) fn keeps_variables(ast: AstKind<'_>) -> bool {
    matches!(
        ast,
        AstKind::ArrowFunctionExpression(_)
            | AstKind::Function(_)
            | AstKind::Program(_)
            | AstKind::StaticBlock(_)
            | AstKind::TSExternalModuleDeclaration(_)
            | AstKind::TSGlobalDeclaration(_)
            | AstKind::TSNamespaceDeclaration(_)
    )
}

/// Returns whether a node makes a scope out of which `var` variables are hoisted.
pub(crate) fn is_block_scope(ast: AstKind<'_>) -> bool {
    matches!(
        ast,
        AstKind::BlockStatement(_)
            | AstKind::CatchClause(_)
            | AstKind::Class(_)
            | AstKind::ForInStatement(_)
            | AstKind::ForOfStatement(_)
            | AstKind::ForStatement(_)
            | AstKind::SwitchStatement(_)
    )
}
