//! Everything around the analysis: files, formats, experiments, statistics, reports, the loop.
//!
//! The analysis itself is the crate [`oxsec_rules`].

pub mod check;
pub mod cli;
pub mod coverage;
pub mod experiment;
pub mod format;
pub mod generation;
mod parquet_type;
pub mod report;
pub mod statistics;
pub mod terminal;
pub mod text;
