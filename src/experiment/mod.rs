//! Stored generations: the data model, the formats that it is read from, rescoring.

mod model;

pub use model::{
    Answer, Attempt, Basis, Document, Effect, Experiment, Model, Place, Position, Problem, Prompt, RecordedFinding,
    Remediation, RuleMetadata, Score, Scored, ScoredAnswer, ScoredModel, ScoredPrompt, ScoredRemediation, Shape,
    UNASSIGNED_DOMAIN,
};
