//! The declared names of a program, to find names that may be declared twice in one scope, or exported and not
//! declared.

use std::{collections::HashSet, hash::BuildHasher};

use oxc_allocator::{Allocator, ArenaVec};
use oxc_ast::{
    AstKind,
    ast::{
        BindingIdentifier, BindingPattern, ExportNamedDeclaration, FormalParameters, ModuleExportName,
        VariableDeclaration,
    },
};
use oxc_syntax::node::NodeId;
use rustc_hash::FxBuildHasher;

use crate::estree::{NodeTable, is_block_scope, keeps_variables};

/// The levels up the tree that a test looks. A deeper node is doubtful: for many nodes the search would take long.
pub(super) const MAX_LEVELS_UP: usize = 64;

/// The names so far.
pub(super) struct Declared<'a> {
    /// One number per name: the hash of its scope and itself; the last bit is set if no second declaration is allowed.
    /// Equal hashes are treated as equal names; collisions only cost a second read.
    names: ArenaVec<'a, u64>,
    /// The names that are collected at most: where variables are in nested blocks there are many more names than
    /// letters.
    most: usize,
    /// The names of the outermost scope.
    at_top: ArenaVec<'a, &'a str>,
    exported: ArenaVec<'a, &'a str>,
}

/// A declaration of names.
pub(super) enum Declaration<'a> {
    Variables(&'a VariableDeclaration<'a>),
    Caught(&'a BindingPattern<'a>),
    Name(&'a BindingIdentifier<'a>),
    Parameters(&'a FormalParameters<'a>),
    /// It declares no name, but its names must be declared somewhere.
    Exports(&'a ExportNamedDeclaration<'a>),
}

/// The region in which a name is valid.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    Block,
    /// In its function, and so in all blocks around it up to the function.
    Function,
}

impl<'a> Declaration<'a> {
    #[inline(always)]
    pub(super) fn of(kind: AstKind<'a>) -> Option<Self> {
        Some(match kind {
            AstKind::VariableDeclaration(it) => Self::Variables(it),
            AstKind::CatchParameter(it) => Self::Caught(&it.pattern),
            AstKind::FormalParameters(it) => Self::Parameters(it),
            AstKind::Function(it) if it.is_declaration() => Self::Name(it.id.as_ref()?),
            AstKind::Class(it) if it.is_declaration() => Self::Name(it.id.as_ref()?),
            AstKind::ImportSpecifier(it) => Self::Name(&it.local),
            AstKind::ImportDefaultSpecifier(it) => Self::Name(&it.local),
            AstKind::ImportNamespaceSpecifier(it) => Self::Name(&it.local),
            AstKind::ExportNamedDeclaration(it) => Self::Exports(it),
            _ => return None,
        })
    }
}

impl<'a> Declared<'a> {
    /// Makes an empty list for a text of this length.
    pub(super) fn new(source: &str, allocator: &'a Allocator) -> Self {
        Self {
            names: ArenaVec::with_capacity_in(source.len() / 32 + 8, &allocator),
            most: source.len(),
            at_top: ArenaVec::new_in(&allocator),
            exported: ArenaVec::new_in(&allocator),
        }
    }

    /// Collects the declarations of the node with this id. Returns `false` where it is too deep, odd, or one too many.
    pub(super) fn collect(&mut self, declaration: Declaration<'a>, nodes: NodeTable<'_, 'a>, id: NodeId) -> bool {
        match declaration {
            Declaration::Name(name) => self.collect_in_scopes(name, Reach::Block, nodes, id),
            Declaration::Variables(declaration) => {
                let reach = if declaration.kind.is_var() { Reach::Function } else { Reach::Block };
                let mut note = |name: &BindingIdentifier<'a>| self.collect_in_scopes(name, reach, nodes, id);
                declaration.declarations.iter().all(|declarator| declarator.id.all_binding_identifiers(&mut note))
            }
            Declaration::Caught(pattern) => {
                pattern.all_binding_identifiers(&mut |name| self.collect_in_scopes(name, Reach::Block, nodes, id))
            }
            Declaration::Parameters(parameters) => parameters.iter_bindings().all(|pattern| {
                pattern.all_binding_identifiers(&mut |name| {
                    // Beside the function's variables, and once among themselves.
                    self.push(nodes.parent(id), name, Reach::Function);
                    self.push(id, name, Reach::Block);
                    true
                })
            }),
            Declaration::Exports(exports) => exports.specifiers.iter().all(|specifier| {
                let ModuleExportName::IdentifierReference(local) = &specifier.local else { return false };
                self.exported.push(local.name.as_str());
                !matches!(specifier.exported, ModuleExportName::StringLiteral(_))
            }),
        }
    }

    fn collect_in_scopes(
        &mut self,
        name: &BindingIdentifier<'a>,
        reach: Reach,
        nodes: NodeTable<'_, 'a>,
        id: NodeId,
    ) -> bool {
        for (above, kind) in nodes.ancestors(id).take(MAX_LEVELS_UP) {
            // The declarations in the body of a `catch` are in one scope with the parameter.
            let is_body = matches!(kind, AstKind::BlockStatement(_))
                && matches!(nodes.ast(nodes.parent(above)), AstKind::CatchClause(_));
            let is_function = keeps_variables(kind);
            if is_body || !is_function && !is_block_scope(kind) {
                continue;
            }
            self.push(above, name, reach);
            if is_function || reach == Reach::Block {
                return self.names.len() <= self.most;
            }
        }
        false
    }

    fn push(&mut self, scope: NodeId, name: &BindingIdentifier<'a>, reach: Reach) {
        let name = name.name.as_str();
        let hash = FxBuildHasher.hash_one((scope.index(), name));
        self.names.push(hash & !1 | u64::from(reach == Reach::Block));
        if scope == NodeId::ROOT {
            self.at_top.push(name);
        }
    }

    /// Returns whether a name may be declared twice, other than by `var` alone, or is exported and not declared.
    pub(super) fn any_odd(mut self) -> bool {
        self.any_twice() || self.any_missing()
    }

    fn any_twice(&mut self) -> bool {
        self.names.sort_unstable();
        self.names.array_windows().any(|[one, other]| one >> 1 == other >> 1 && (one | other) & 1 == 1)
    }

    fn any_missing(&self) -> bool {
        if self.exported.is_empty() {
            return false;
        }
        let at_top: HashSet<&str> = self.at_top.iter().copied().collect();
        self.exported.iter().any(|name| !at_top.contains(name))
    }
}
