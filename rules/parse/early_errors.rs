//! Early errors of JavaScript with JSX, which the recogniser does not read: those that oxc's semantic analysis finds.

use std::{
    collections::{HashMap, HashSet},
    hash::BuildHasher,
};

use oxc_ast::{AstKind, ast::Program};
use oxc_diagnostics::Diagnostics;
use oxc_semantic::{SemanticBuilder, Stats};
use oxc_str::{Ident, IdentBuildHasher};
use oxc_syntax::node::NodeId;

use crate::estree::{NodeTable, TooMuch, is_block_scope, keeps_variables};

/// The number of blocks that variables may be lifted out of, for each variable and each block. Each takes some 60
/// bytes. acorn, which goes through a list of names for each, would be at it for hours.
pub(super) const MAX_HOISTED_NAMES: usize = 2_000_000;

/// The number of scopes that names may be looked up in, for each reference and each scope around it.
const MAX_LOOKUPS: usize = 100_000_000;

/// The pairs of names to which oxc gives one hash that may be compared.
const MAX_HASH_COLLISIONS: usize = 20_000_000;

/// Programs with fewer nodes than this reach none of these.
const SMALL: usize = 4_096;

/// Returns all early errors of a program with these nodes.
///
/// # Panics
///
/// With [`TooMuch`].
pub(super) fn early_errors<'a>(program: &'a Program<'a>, nodes: NodeTable<'_, '_>) -> Diagnostics {
    if let Err(too_much) = check_names(nodes) {
        too_much.give_up();
    }
    // How much room it makes before it begins: counting exactly would take a walk of its own. Ordinary code has a
    // reference among 4 nodes, a name among 10, a scope among 20; where this is too little, the tables grow.
    let one_in = |some: usize| (nodes.len() / some) as u32 + 8;
    let stats = Stats::new(nodes.len() as u32, one_in(16), one_in(8), one_in(3));
    let built =
        SemanticBuilder::new().with_build_nodes(false).with_check_syntax_error(true).with_stats(stats).build(program);
    debug_assert!(nodes.iter().all(|(id, ast)| ast.node_id() == id), "oxc gives nodes other ids");
    built.diagnostics
}

/// Returns whether oxc would take too long over what scopes declare and refer to.
fn check_names(nodes: NodeTable<'_, '_>) -> Result<(), TooMuch> {
    /// The scopes that a node stands in, its own included.
    #[derive(Clone, Copy, Default)]
    struct Depth {
        scopes: u32,
        /// The blocks among them that variables are lifted out of which `var` declares here.
        blocks: u32,
    }
    if nodes.len() < SMALL {
        return Ok(());
    }
    let mut depths: Vec<Depth> = Vec::with_capacity(nodes.len());
    let (mut hoisted, mut looked_up) = (0, 0);
    let mut names = Alike::default();
    for (id, ast) in nodes.iter() {
        let mut around = if id == NodeId::ROOT { Depth::default() } else { depths[nodes.parent(id).index()] };
        if keeps_variables(ast) {
            around = Depth { scopes: around.scopes + 1, blocks: 0 };
        } else if is_block_scope(ast) {
            around = Depth { scopes: around.scopes + 1, blocks: around.blocks + 1 };
        }
        depths.push(around);
        match ast {
            AstKind::VariableDeclaration(it) if it.kind.is_var() && around.blocks > 0 => {
                let declared = it.declarations.iter().map(|it| it.id.get_binding_identifiers().len()).sum::<usize>();
                hoisted += declared * around.blocks as usize;
            }
            AstKind::BindingIdentifier(it) => names.note(it.name),
            AstKind::IdentifierReference(it) => {
                looked_up += around.scopes as usize;
                names.note(it.name);
            }
            _ => {}
        }
    }
    if hoisted > MAX_HOISTED_NAMES {
        Err(TooMuch::Hoisted)
    } else if looked_up > MAX_LOOKUPS {
        Err(TooMuch::DeepNames)
    } else if names.pairs() > MAX_HASH_COLLISIONS {
        Err(TooMuch::AlikeNames)
    } else {
        Ok(())
    }
}

/// Names by the hashes that oxc gives them: 32 bits for each, of long ones not from all of their bytes.
#[derive(Default)]
struct Alike<'a> {
    /// With hashes of their own that nobody knows beforehand.
    by_hash: HashMap<u64, SameHash<'a>>,
}

struct SameHash<'a> {
    first: &'a str,
    /// Those that differ from it, of which ordinary code has none.
    others: HashSet<&'a str>,
    all: usize,
}

impl<'a> Alike<'a> {
    fn note(&mut self, name: Ident<'a>) {
        let (hash, name) = (IdentBuildHasher.hash_one(name) >> 32, name.as_str());
        let names =
            self.by_hash.entry(hash).or_insert_with(|| SameHash { first: name, others: HashSet::new(), all: 0 });
        names.all += 1;
        if names.first != name {
            names.others.insert(name);
        }
    }

    /// Returns how many names oxc would compare that differ.
    fn pairs(&self) -> usize {
        self.by_hash.values().map(|names| names.others.len() * names.all).sum()
    }
}
