//! JSON Lines: ESLint's object of each file on a line.

use super::{EslintVersion, Format, Info, Settings, json::object};
use crate::check::LintResult;

pub const INFO: Info = Info { name: "jsonl", help: "ESLint's JSON, one object per file and line" };

pub fn new(settings: &Settings) -> Box<dyn Format> {
    Box::new(JsonLines { version: settings.eslint })
}

struct JsonLines {
    version: EslintVersion,
}

impl Format for JsonLines {
    fn is_json(&self) -> bool {
        true
    }

    fn result(&self, result: &LintResult) -> String {
        let mut line = object(result, self.version);
        line.push('\n');
        line
    }
}
