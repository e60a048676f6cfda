//! Labelled code against findings: which rules fire, which never do, how often they are right.

mod labelled;
mod measure;

pub use labelled::{CorpusError, Label, Piece, read};
pub use measure::{Coverage, PieceOutcome, RuleCoverage, measure};
