//! The fuzzers' properties (see `fuzz/README.md`), on a few hundred inputs each that are always the same.

#[path = "../fuzz/src/analysis.rs"]
mod analysis;
#[path = "../fuzz/src/directives.rs"]
mod directives;
#[path = "../fuzz/src/grammar.rs"]
mod grammar;
#[path = "../fuzz/src/growth.rs"]
mod growth;
#[path = "../fuzz/src/mutation.rs"]
mod mutation;
#[path = "../fuzz/src/nesting.rs"]
mod nesting;
#[path = "../fuzz/src/program.rs"]
mod program;
#[path = "../fuzz/src/verdicts.rs"]
mod verdicts;

use proptest::{
    collection::vec,
    prelude::any,
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};

const CORPUS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus");

/// Gives a fuzz target `cases` inputs of up to `length` bytes.
fn check(target: fn(&[u8]), cases: u32, length: usize) {
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let checked = runner.run(&vec(any::<u8>(), 0..length), |data| {
        target(&data);
        Ok(())
    });
    if let Err(failure) = checked {
        panic!("{failure}");
    }
}

#[test]
fn any_bytes_are_analyzed() {
    check(analysis::analyze_bytes, 500, 200);
}

#[test]
fn any_script_is_analyzed() {
    check(grammar::analyze_grammar, 500, 600);
}

#[test]
fn any_mutation_of_the_corpus_is_analyzed() {
    check(mutation::mutate_corpus, 300, 100);
}

#[test]
fn any_layers_are_survived() {
    check(nesting::nesting, 300, 40);
}

#[test]
fn any_verdict_stands() {
    check(verdicts::verdicts, 2000, 1000);
}

#[test]
fn any_directives_are_followed() {
    check(directives::directives, 500, 200);
}

#[test]
fn any_comment_asks_for_no_more_than_its_share() {
    check(growth::growth, 150, 40);
}

#[test]
fn any_experiment_is_read() {
    check(program::experiment, 300, 300);
}

#[test]
fn any_configuration_is_read() {
    check(program::config, 500, 100);
}

#[test]
fn any_stream_is_answered() {
    check(program::stream, 200, 300);
}
