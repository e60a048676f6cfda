//! The properties of oxsec that hold for any input. Each fuzz target is one function here, from bytes to nothing; it
//! panics where a property is broken. `tests/properties.rs` includes these modules and gives them a few hundred inputs
//! each in the ordinary test suite.

mod analysis;
mod directives;
mod grammar;
mod growth;
mod mutation;
mod nesting;
#[cfg(feature = "program")]
mod program;
mod verdicts;

/// The labelled JavaScript that is mutated.
const CORPUS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../corpus");

pub use analysis::analyze_bytes;
pub use directives::directives;
pub use grammar::analyze_grammar;
pub use growth::growth;
pub use mutation::mutate_corpus;
pub use nesting::nesting;
#[cfg(feature = "program")]
pub use program::{config, experiment, stream};
pub use verdicts::verdicts;
