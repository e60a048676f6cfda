//! The prompt with which a model repairs an answer.

use std::fmt::Write;

use oxsec_rules::LintMessage;

use super::template::{Template, TemplateError};
use crate::format::proof;

/// The repair prompt of a plan without one.
pub const PROMPT: &str = "\
Here is JavaScript code:

{code}

A security linter reports this about it:

{findings}

Rewrite the code so that every finding is resolved and it still does what it is for. Answer with the \
complete code alone, in one fenced code block.
";

/// Reads a repair prompt. It must contain the places of the code and the findings.
pub fn template(text: &str) -> Result<Template, TemplateError> {
    Template::parse(text, &["prompt", "code", "findings", "evidence"], &["code", "findings"])
}

/// Fills a repair prompt. `task` is the text that the author was sent.
pub fn fill(template: &Template, task: &str, code: &str, findings: &[LintMessage]) -> String {
    let code = fenced(code);
    let evidence = if template.has("evidence") { proofs(findings) } else { String::new() };
    let findings = listed(findings);
    template.fill(|place| match place {
        "code" => &code,
        "findings" => &findings,
        "evidence" => &evidence,
        _ => task,
    })
}

/// Returns the code in a block whose fence is longer than any run of back-ticks in it.
fn fenced(code: &str) -> String {
    let longest = code.split(|character| character != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    let line_end = if code.ends_with('\n') { "" } else { "\n" };
    format!("{fence}javascript\n{code}{line_end}{fence}")
}

/// Lists the findings: `- line 6, pg/no-select-all: ...`.
fn listed(findings: &[LintMessage]) -> String {
    let mut list = String::new();
    for finding in findings {
        let rule = finding.rule_id.as_deref().unwrap_or("syntax");
        let line_end = if list.is_empty() { "" } else { "\n" };
        write!(list, "{line_end}- line {}, {rule}: {}", finding.line, finding.message)
            .expect("writing to a string does not fail");
    }
    list
}

/// Describes the proof of each finding: the places that the data passes, and an input that does the damage.
fn proofs(findings: &[LintMessage]) -> String {
    let mut list = String::new();
    for finding in findings {
        let lines = proof(finding);
        if lines.is_empty() {
            continue;
        }
        let rule = finding.rule_id.as_deref().unwrap_or("syntax");
        let line_end = if list.is_empty() { "" } else { "\n" };
        write!(list, "{line_end}- line {}, {rule}:", finding.line).expect("writing to a string does not fail");
        for line in lines {
            write!(list, "\n  {line}").expect("writing to a string does not fail");
        }
    }
    if list.is_empty() { "No finding carries a proof.".to_owned() } else { list }
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use oxsec_rules::Severity;

    use super::*;

    fn finding(line: u32, rule: &'static str, message: &str) -> LintMessage {
        LintMessage {
            rule_id: Some(Cow::Borrowed(rule)),
            fatal: false,
            severity: Severity::Error,
            message: message.to_owned(),
            line,
            column: 1,
            node_type: None,
            message_id: Some("found"),
            end_line: None,
            end_column: None,
            fix: None,
            suggestions: Vec::new(),
            cwe: None,
            is_note: false,
            evidence: None,
            judgement: None,
        }
    }

    #[test]
    fn the_built_in_prompt_carries_code_line_rule_and_message() {
        let findings = [
            finding(1, "pg/no-select-all", "CWE-1 | all columns | MEDIUM\n   Fix: name them"),
            finding(9, "jwt/x", "y"),
        ];
        let text = fill(&template(PROMPT).unwrap(), "the task", "query('SELECT *')", &findings);
        insta::assert_snapshot!(text, @r"
        Here is JavaScript code:

        ```javascript
        query('SELECT *')
        ```

        A security linter reports this about it:

        - line 1, pg/no-select-all: CWE-1 | all columns | MEDIUM
           Fix: name them
        - line 9, jwt/x: y

        Rewrite the code so that every finding is resolved and it still does what it is for. Answer with the complete code alone, in one fenced code block.
        ");
    }

    #[test]
    fn back_ticks_in_the_code_do_not_end_the_block() {
        assert_eq!(fenced("a\n````\nb\n"), "`````javascript\na\n````\nb\n`````");
    }

    #[test]
    fn the_task_can_be_part_of_it() {
        let template = template("{prompt}|{code}|{findings}").unwrap();
        assert_eq!(fill(&template, "{code}", "x", &[]), "{code}|```javascript\nx\n```|");
    }
}
