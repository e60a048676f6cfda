//! Linting one text.

use std::path::Path;

use oxsec_rules::{Analyzer, Surroundings, Verdict};

use super::{LintResult, Stats};

/// Lints one text under a file's name.
pub fn lint_text(
    analyzer: &mut Analyzer,
    path: &Path,
    source: &str,
    surroundings: Option<&dyn Surroundings>,
) -> LintResult {
    let analysis = analyzer.analyze_in(&path.to_string_lossy(), source, surroundings);
    let parses = !matches!(analysis.verdict, Verdict::Unparsable | Verdict::OverLimit);
    let stats = analyzer.times().map(|times| Stats::of(times, parses));
    LintResult { stats, ..LintResult::new(path.to_path_buf(), source, analysis, analyzer.rules()) }
}
