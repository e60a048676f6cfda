//! JavaScript in, security findings out.
//!
//! This crate reproduces the findings of eleven public ESLint security plugins over oxc's parser. It
//! touches no file, thread, clock or terminal: text and a file name go in, [`Analysis`] comes out.
//!
//! ```
//! use oxsec_rules::{Analyzer, RuleSet};
//!
//! let rules = RuleSet::preset("recommended").unwrap();
//! let analysis = Analyzer::new(&rules).analyze("answer.js", "pool.query('SELECT * FROM users')");
//! assert_eq!(analysis.messages[0].rule_id.as_deref(), Some("pg/no-floating-query"));
//! ```

mod browser_security;
pub mod catalogue;
mod crypto;
pub mod engine;
pub mod estree;
mod express_security;
mod flow;
mod jwt;
mod lambda_security;
mod mongodb_security;
mod nestjs_security;
mod node_security;
mod oxsec;
pub mod parse;
mod pg;
mod secure_coding;
mod vercel_ai_security;

pub use engine::{
    Analysis, Analyzer, ConfigError, DeprecatedRule, Fix, Limits, LintMessage, RuleSet, Severity, Suggestion,
    SuppressedMessage, Suppression, Surroundings, Verdict, worker_stack,
};
