//! ESLint's JSON: an array with one object per file.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::{EslintVersion, Format, Info, Settings, Totals};
use crate::check::LintResult;

pub const INFO: Info = Info { name: "json", help: "ESLint's JSON, an array with one object per file" };

pub fn new(settings: &Settings) -> Box<dyn Format> {
    Box::new(Json { version: settings.eslint })
}

struct Json {
    version: EslintVersion,
}

impl Format for Json {
    fn begin(&self, _totals: &Totals, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(b"[")
    }

    fn is_json(&self) -> bool {
        true
    }

    fn result(&self, result: &LintResult) -> String {
        object(result, self.version)
    }

    fn separator(&self) -> &'static str {
        ","
    }

    fn end(&self, _totals: &Totals, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(b"]\n")
    }
}

/// Returns the object of one file. ESLint 10 has no node types.
pub fn object(result: &LintResult, version: EslintVersion) -> String {
    const CONTRACT: &str = "a result is numbers, texts and lists of them";
    if result.is_ignored {
        // The warning about an ignored file has no place, and says that it is not fatal.
        let mut object = serde_json::to_value(result).expect(CONTRACT);
        let message = &object["messages"][0];
        let mut message = json!({"ruleId": null, "fatal": false, "severity": 1, "message": message["message"]});
        if version == EslintVersion::Nine {
            message["nodeType"] = Value::Null;
        }
        object["messages"] = json!([message]);
        return object.to_string();
    }
    match version {
        EslintVersion::Nine => serde_json::to_string(result).expect(CONTRACT),
        EslintVersion::Ten => {
            let mut object = serde_json::to_value(result).expect(CONTRACT);
            for list in ["messages", "suppressedMessages"] {
                for message in object[list].as_array_mut().into_iter().flatten().filter_map(Value::as_object_mut) {
                    message.shift_remove("nodeType");
                }
            }
            object.to_string()
        }
    }
}
