//! JUnit's XML, as ESLint's formatter of that name writes it.

use std::{
    io::{self, Write},
    path::Path,
};

use oxsec_rules::LintMessage;

use super::{Format, Info, Settings, Totals, escape::xml, parts::proof, unix::word};
use crate::check::LintResult;

pub const INFO: Info = Info { name: "junit", help: "JUnit's XML" };

pub fn new(_settings: &Settings) -> Box<dyn Format> {
    Box::new(JUnit)
}

struct JUnit;

impl Format for JUnit {
    fn begin(&self, _totals: &Totals, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(b"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<testsuites>\n")
    }

    fn result(&self, result: &LintResult) -> String {
        let name = xml(&result.file_path.to_string_lossy());
        let class = xml(&without_extension(&result.file_path));
        let tests = result.messages.len();
        let errors = result.messages.iter().filter(|message| !message.is_note).count();
        let mut text = format!(
            "<testsuite package=\"org.eslint\" time=\"0\" tests=\"{}\" errors=\"{errors}\" name=\"{name}\">\n",
            tests.max(1)
        );
        if tests == 0 {
            text += &format!("<testcase time=\"0\" name=\"{name}\" classname=\"{class}\" />\n");
        }
        result.messages.iter().for_each(|message| text += &case(message, &class));
        text + "</testsuite>\n"
    }

    fn end(&self, _totals: &Totals, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(b"</testsuites>\n")
    }
}

fn case(message: &LintMessage, class: &str) -> String {
    // A note is not a failure.
    let kind = if message.fatal {
        "error"
    } else if message.is_note {
        "system-out"
    } else {
        "failure"
    };
    let rule = message.rule_id.as_deref().map(xml);
    let said = xml(&message.message);
    let attribute = if message.is_note { String::new() } else { format!(" message=\"{said}\"") };
    let proof: String = proof(message).iter().map(|line| format!("\n{}", xml(line))).collect();
    format!(
        "<testcase time=\"0\" name=\"org.eslint.{}\" classname=\"{class}\"><{kind}{attribute}>\
         <![CDATA[line {}, col {}, {} - {said}{}{proof}]]></{kind}></testcase>\n",
        rule.as_deref().unwrap_or("unknown"),
        message.line,
        message.column,
        word(message),
        rule.as_deref().map(|rule| format!(" ({rule})")).unwrap_or_default()
    )
}

fn without_extension(path: &Path) -> String {
    path.with_extension("").to_string_lossy().into_owned()
}
