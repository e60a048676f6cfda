//! Everything around the analysis: files, formats, experiments, statistics, reports, the loop.
//!
//! The analysis itself is the crate [`oxsec_rules`].
