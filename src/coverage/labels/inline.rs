//! Labels in comments of the labelled code itself.
//!
//! ```js
//! db.query('SELECT ' + name);        // vulnerable: CWE-89
//! // safe: CWE-89
//! db.query('SELECT 1');
//! eval(x);                           // expect: node-security/detect-eval-with-expression
//! ```
//!
//! A label after code is about its own line; a label on a line of its own is about the next line.

use std::sync::LazyLock;

use oxsec_rules::catalogue::entry;
use regex::Regex;

use super::{Claim, Labels, Origin, PlaceLabel, cwes};

/// Adds the labels of one text. `file` is its name relative to the labelled folder, `set` its set.
pub fn read(text: &str, file: &str, set: &str, labels: &mut Labels) {
    static LABEL: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"//\s*(expect|vulnerable|safe)\b(?::\s*(.*?))?\s*$").expect("a fixed pattern compiles")
    });
    let lines: Vec<&str> = text.lines().collect();
    for (index, line) in lines.iter().enumerate() {
        let Some(found) = LABEL.captures(line) else { continue };
        let stands_alone = line[..found.get(0).map_or(0, |label| label.start())].trim().is_empty();
        let about = if stands_alone { next_code(&lines, index) } else { Some(index) };
        let Some(about) = about else {
            labels.problem(file, Some(index + 1), "the label is about the next line, and there is none with code");
            continue;
        };
        let argument = found.get(2).map_or("", |argument| argument.as_str());
        match claim(&found[1], argument) {
            Ok(claim) => {
                let line = about as u32 + 1;
                labels.places.push(PlaceLabel {
                    set: set.to_owned(),
                    file: file.to_owned(),
                    lines: Some((line, line)),
                    claim,
                    origin: Origin { file: file.to_owned(), line: Some(index + 1) },
                });
            }
            Err(reason) => labels.problem(file, Some(index + 1), reason),
        }
    }
}

/// Returns the next line, unless it is empty: a label on an empty line is about nothing. Further labels are skipped.
fn next_code(lines: &[&str], label: usize) -> Option<usize> {
    let is_label = |line: &str| {
        let line = line.trim_start().trim_start_matches('/').trim_start();
        ["expect:", "vulnerable", "safe"].iter().any(|word| line.starts_with(word))
    };
    let next = (label + 1..lines.len())
        .find(|&line| !(lines[line].trim_start().starts_with("//") && is_label(lines[line])))?;
    (!lines[next].trim().is_empty()).then_some(next)
}

fn claim(kind: &str, argument: &str) -> Result<Claim, String> {
    match kind {
        "vulnerable" => Ok(Claim::Vulnerable(cwes(argument)?)),
        "safe" => Ok(Claim::Safe(cwes(argument)?)),
        _ => {
            let mut words = argument.split_whitespace();
            let Some(rule) = words.next() else { return Err("`expect` has no rule: write `expect: RULE`".into()) };
            let Some(entry) = entry(rule) else { return Err(format!("there is no rule `{rule}`")) };
            let message_id = words.next().map(str::to_owned);
            match &message_id {
                Some(id) if !entry.meta.messages.contains(&id.as_str()) => Err(format!("{rule} has no message `{id}`")),
                _ => Ok(Claim::Expected { rule: rule.to_owned(), message_id }),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_say_what_of_which_line() {
        let text = "f(x); // vulnerable: CWE-89, CWE-78\n// safe\n// expect: pg/no-select-all noSelectAll\ng();\n";
        let mut labels = Labels::default();
        read(text, "a.js", "s", &mut labels);
        assert_eq!(labels.problems, []);
        let lines: Vec<_> = labels.places.iter().map(|label| label.lines.unwrap().0).collect();
        assert_eq!(lines, [1, 4, 4]);
        assert_eq!(labels.places[0].claim, Claim::Vulnerable(vec![89, 78]));
        assert_eq!(labels.places[1].claim, Claim::Safe(vec![]));
    }

    #[test]
    fn labels_that_name_nothing_are_problems() {
        for (text, words) in [
            ("f(); // expect: pg/nothing", "there is no rule `pg/nothing`"),
            ("f(); // expect: pg/no-select-all nothing", "has no message"),
            ("f(); // vulnerable: SQL", "is not a weakness"),
            ("// vulnerable: CWE-89\n\nf();", "there is none"),
            ("// safe", "there is none"),
            ("f(); // expect:", "has no rule"),
        ] {
            let mut labels = Labels::default();
            read(text, "a.js", "s", &mut labels);
            assert!(labels.places.is_empty() && labels.problems[0].to_string().contains(words), "{text}: {labels:?}");
        }
    }
}
