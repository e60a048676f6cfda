//! Files → lint results: finding, ignoring, reading, configuration, in parallel.

mod result;

pub use result::LintResult;
