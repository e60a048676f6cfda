//! Throughput by divan: `cargo bench`. Ratios within one run are what `tools/measure.rs` prints.

mod support;

use std::sync::LazyLock;

use divan::{Bencher, counter::BytesCount};
use oxc_allocator::Allocator;
use oxc_parser::{ParseOptions, Parser};
use oxc_semantic::SemanticBuilder;
use oxc_span::SourceType;
use oxsec_rules::{Analyzer, RuleSet};

static ANSWERS: LazyLock<Vec<String>> = LazyLock::new(|| support::answers().1);

fn main() {
    divan::main();
}

fn all_bytes() -> BytesCount {
    BytesCount::new(ANSWERS.iter().map(String::len).sum::<usize>())
}

#[divan::bench(args = [false, true])]
fn parsing(bencher: Bencher, semantic: bool) {
    let mut allocator = Allocator::default();
    let options = ParseOptions { preserve_parens: false, parse_regular_expression: true, ..ParseOptions::default() };
    bencher.counter(all_bytes()).bench_local(|| {
        for answer in ANSWERS.iter() {
            allocator.reset();
            let parsed = Parser::new(&allocator, answer, SourceType::mjs()).with_options(options).parse();
            if semantic && !parsed.panicked {
                let program = allocator.alloc(parsed.program);
                let semantic = SemanticBuilder::new().with_build_nodes(true).with_check_syntax_error(true);
                divan::black_box(semantic.build(program));
            }
        }
    });
}

#[divan::bench(args = ["none", "recommended", "all"])]
fn rules(bencher: Bencher, preset: &str) {
    let mut analyzer = Analyzer::new(&RuleSet::preset(preset).expect("it is a preset"));
    bencher.counter(all_bytes()).bench_local(|| {
        for answer in ANSWERS.iter() {
            divan::black_box(analyzer.analyze("answer.js", answer));
        }
    });
}

#[divan::bench(args = [1_000, 10_000, 100_000, 1_000_000, 10_000_000])]
fn one_file(bencher: Bencher, bytes: usize) {
    let file = support::Synthesis::new(ANSWERS.clone()).files(bytes, bytes).swap_remove(0);
    let mut analyzer = Analyzer::new(&RuleSet::preset("recommended").expect("it is a preset"));
    bencher.counter(BytesCount::of_str(&file)).bench_local(|| analyzer.analyze("answer.js", &file));
}
