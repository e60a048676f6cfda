//! The ESTree view: oxc's tree as ESLint's rules see espree's.
//!
//! Nothing is copied: a [`Node`] points to oxc's node and has ESTree's names. Nodes that ESTree does not have
//! (parentheses, parameter lists, expression bodies of arrow functions) are skipped.

mod around;
mod kind;
mod lists;
mod literal;
mod node;
mod nodes;
mod position;
mod prefetch;
mod table;
mod text;
mod too_much;
mod tree;

pub use around::Around;
pub use kind::Kind;
pub(crate) use lists::{NodeLists, NodeListsBuilder};
pub use literal::Literal;
pub use node::Node;
pub use nodes::{Followed, NodesByPlace};
pub use oxc_ast::AstType;
pub use position::{Position, Positions};
pub(crate) use prefetch::prefetch;
pub(crate) use table::{NodeTable, NodeTableBuilder};
pub(crate) use text::has_escaped_identifiers;
pub use text::{contains_ignoring_case, to_lower_case, to_upper_case, utf16_length};
pub use too_much::TooMuch;
pub use tree::{NameSieve, Tree, Variable, VariableId, is_white_space};
pub(crate) use tree::{is_block_scope, keeps_variables};
