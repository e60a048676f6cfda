//! JavaScript in, security findings out.
//!
//! Everything documented here keeps its form within a version. The feature `unstable` exposes the engine, the view of
//! the tree and the parser to tests and fuzzers, with oxc's types in their signatures; it may change at any time.
//!
//! This crate reproduces the findings of eleven public ESLint security plugins over oxc's parser. It touches no file,
//! thread, clock or terminal: text and a file name go in, [`Analysis`] comes out.
//!
//! ```
//! use oxsec_rules::{Analyzer, RuleSet};
//!
//! let rules = RuleSet::preset("recommended").unwrap();
//! let analysis = Analyzer::new(&rules).analyze("answer.js", "pool.query('SELECT * FROM users')");
//! assert_eq!(analysis.messages[0].rule_id.as_deref(), Some("pg/no-floating-query"));
//! ```

#![cfg_attr(not(feature = "unstable"), warn(missing_docs))]
#![cfg_attr(feature = "unstable", warn(unreachable_pub))]
// The view of the tree has ESTree's full interface, including parts that no rule uses.
#![cfg_attr(not(feature = "unstable"), allow(dead_code, unused_imports))]

#[macro_use]
pub mod catalogue;
#[cfg(not(feature = "unstable"))]
mod engine;
#[cfg(feature = "unstable")]
pub mod engine;
#[cfg(not(feature = "unstable"))]
mod estree;
#[cfg(feature = "unstable")]
pub mod estree;
mod flow;
mod outline;
#[cfg(not(feature = "unstable"))]
mod parse;
#[cfg(feature = "unstable")]
pub mod parse;
mod weakness;

plugins! {
    secure_coding: Published,
    pg: Published,
    node_security: Published,
    jwt: Published,
    browser_security: Ecosystem,
    crypto: Ecosystem,
    express_security: Ecosystem,
    lambda_security: Ecosystem,
    mongodb_security: Ecosystem,
    nestjs_security: Ecosystem,
    vercel_ai_security: Ecosystem,
    oxsec: Own,
    eslint_core: Core,
}

pub use engine::{
    Analysis, Analyzer, Catalogue, ConfigError, DeprecatedRule, Entry, Evidence, EvidenceStep, Fix, Judged, Judgement,
    Limits, LintMessage, Meta, Plugin, PluginPreset, Preset, RuleSet, Selection, Severity, SinkPlace, SinkReport,
    SinkState, SourceKind, SourceKinds, Suggestion, SuppressedMessage, Suppression, Surroundings, Times, Verdict,
    is_core_rule, split_rule_id, worker_stack,
};
pub use estree::{Position, Positions};
pub use flow::{ModelError, UserModels};
pub use outline::{Outline, TopLevel, TopLevelKind};
pub use weakness::{are_related, family};
