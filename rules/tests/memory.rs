//! The memory that a text may take.

mod hostile;

use hostile::{FORMS, text};
use oxsec_rules::{Analyzer, Limits, RuleSet};
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

// One test, so that nothing else takes memory meanwhile.
#[test]
fn comments_take_less_than_200_megabytes() {
    let rules = RuleSet::preset("all").unwrap();
    // A stack is reserved, which counts here although only what is used of it takes memory.
    let limits = Limits { max_stack: 16 << 20, ..Limits::default() };
    for &(name, form) in FORMS {
        let text = text(form, 200_000);
        MEMORY.reset_peak_usage();
        drop(Analyzer::with_limits(&rules, limits).analyze("a.js", &text));
        let peak = MEMORY.peak_usage_as_mb();
        assert!(peak < 200.0, "{name}: {peak} MB for {} bytes", text.len());
    }
}
