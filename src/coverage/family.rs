//! Families of weaknesses, as the rules have them.

pub use oxsec_rules::{are_related, family};
