//! The code that is measured: the stored answers if they exist, else the sample experiment, and any number of answers
//! synthesised from them.

#![allow(dead_code, reason = "each program that is measured with takes a part")]

use std::path::PathBuf;

use oxsec::experiment::{self, Attempt, Columns, Domains};
use oxsec_rules::{Analyzer, RuleSet, Verdict};
use regex::{Captures, Regex};

/// Returns every answer and every remediation of the experiment, and their file.
pub fn answers() -> (PathBuf, Vec<String>) {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let shared = std::env::var_os("OXSEC_SHARED").map_or_else(|| root.join("../shared"), PathBuf::from);
    let stored = shared.join("stored/overnight-7iter.json");
    let path = if stored.exists() { stored } else { root.join("corpus/experiment.json") };
    let experiment = experiment::read(std::slice::from_ref(&path), &Columns::default(), &Domains::default());
    let mut answers = Vec::new();
    for answer in experiment.models.iter().flat_map(|model| &model.prompts).flat_map(|prompt| &prompt.answers) {
        answers.push(answer.code.clone().into());
        for remediation in &answer.remediations {
            if let Attempt::Answered { code, .. } = &remediation.attempt {
                answers.push(code.clone().into());
            }
        }
    }
    assert!(!answers.is_empty(), "{} holds no answers", path.display());
    (path, answers)
}

/// Makes new answers out of given ones by renaming and recombining. The same number makes the same answer.
pub struct Synthesis {
    answers: Vec<String>,
    /// Functions that use nothing from outside of them.
    functions: Vec<String>,
    declared: Regex,
}

impl Synthesis {
    pub fn new(answers: Vec<String>) -> Self {
        let function = Regex::new(r"(?ms)^(?:async )?function \w+\(.*?^\}").expect("this is a pattern");
        let mut parser = Analyzer::new(&RuleSet::new());
        let functions = answers
            .iter()
            .flat_map(|answer| function.find_iter(answer))
            .map(|found| found.as_str().to_owned())
            .filter(|function| parser.analyze("function.js", function).verdict == Verdict::Code)
            .collect();
        let declared = Regex::new(r"\bfunction (\w+)\(").expect("this is a pattern");
        Self { answers, functions, declared }
    }

    /// Returns an answer with its functions renamed; one in four has a function of another answer after its own.
    pub fn answer(&self, number: usize) -> String {
        let mut answer = self.renamed(&self.answers[number % self.answers.len()], number);
        if number % 4 == 3 && !self.functions.is_empty() {
            let other = number.wrapping_mul(0x9E37_79B9) % self.functions.len();
            answer.push_str("\n\n");
            answer.push_str(&self.renamed(&self.functions[other], number.wrapping_add(1)));
        }
        answer
    }

    /// Returns `bytes` of functions of answers, each with a name of its own, in files of at least `size` bytes.
    pub fn files(&self, bytes: usize, size: usize) -> Vec<String> {
        let mut files: Vec<String> = Vec::new();
        let mut written = 0;
        for (number, function) in self.functions.iter().cycle().enumerate() {
            if written >= bytes {
                break;
            }
            if files.last().is_none_or(|file| file.len() >= size) {
                files.push(String::new());
            }
            let file = files.last_mut().expect("there is a file by now");
            let before = file.len();
            file.push_str(&self.renamed(function, number));
            file.push_str("\n\n");
            written += file.len() - before;
        }
        files
    }

    fn renamed(&self, code: &str, number: usize) -> String {
        let mut names: Vec<&str> =
            self.declared.captures_iter(code).filter_map(|found| found.get(1)).map(|name| name.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        if names.is_empty() {
            return code.to_owned();
        }
        let word = Regex::new(&format!(r"\b(?:{})\b", names.join("|"))).expect("names are a pattern");
        word.replace_all(code, |found: &Captures| format!("{}{number}", &found[0])).into_owned()
    }
}
