//! Everything around the analysis: files, formats, experiments, statistics, reports, and the generate–remediate loop.
//!
//! The analysis itself is the crate [`oxsec_rules`].

pub mod answer;
pub mod check;
#[cfg(feature = "cli")]
pub mod cli;
pub mod config;
#[cfg(feature = "cli")]
pub mod coverage;
pub mod experiment;
pub mod format;
#[cfg(feature = "run")]
pub mod generation;
mod nearest;
#[cfg(feature = "parquet")]
mod parquet_pages;
#[cfg(feature = "parquet")]
mod parquet_type;
#[cfg(feature = "report")]
pub mod report;
mod rule_json;
pub mod statistics;
pub mod terminal;
pub mod text;

pub use rule_json::{cvss_score, rule_json};
