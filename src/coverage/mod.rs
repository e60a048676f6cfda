//! Comparison of labelled code with findings: which rules fire, which never do, how often they are right.

mod answers;
mod conclusions;
mod experiment;
mod family;
mod judge;
mod labelled;
pub mod labels;
pub mod leaderboard;
mod measure;
mod owasp;
mod reported;
pub mod sample;
mod study;

pub use answers::{Judged, judge, tables as answer_tables};
pub use experiment::Impact;
pub use family::{are_related, family};
pub use judge::{Judgement, Tally};
pub use labelled::{CorpusError, Label, Piece, read};
pub use measure::{Coverage, PieceOutcome, RuleCoverage, measure};
pub use reported::{Report, ReportError, Reported};
pub use study::{Labelled, beside_labels};
