//! ESLint's JSON with the metadata of the rules in it.

use std::io::{self, Write};

use oxsec_rules::Entry;
use serde_json::{Map, Value, json};

use super::{Format, Info, Settings, Totals, json::object, rule_url};
use crate::check::LintResult;

pub const INFO: Info = Info { name: "json-with-metadata", help: "The same, with the metadata of the rules in it" };

pub fn new(settings: &Settings) -> Box<dyn Format> {
    Box::new(WithMetadata { settings: settings.clone() })
}

struct WithMetadata {
    settings: Settings,
}

impl Format for WithMetadata {
    fn begin(&self, _totals: &Totals, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(b"{\"results\":[")
    }

    fn is_json(&self) -> bool {
        true
    }

    fn result(&self, result: &LintResult) -> String {
        object(result, self.settings.eslint)
    }

    fn separator(&self) -> &'static str {
        ","
    }

    fn end(&self, totals: &Totals, out: &mut dyn Write) -> io::Result<()> {
        let rules: Map<String, Value> = totals
            .rules
            .iter()
            .filter_map(|(rule, count)| Some((rule.clone(), meta(self.settings.entry(rule)?, count.fixable > 0))))
            .collect();
        let metadata = json!({"cwd": self.settings.cwd.to_string_lossy(), "rulesMeta": rules});
        writeln!(out, "],\"metadata\":{metadata}}}")
    }
}

fn meta(entry: &Entry, fixes: bool) -> Value {
    let mut meta = json!({
        "type": "problem",
        "docs": {"description": entry.summary(), "url": rule_url(entry.meta.id)},
        "cwe": format!("CWE-{}", entry.meta.cwe),
        "cvss": (f64::from(entry.meta.cvss) * 10.0).round() / 10.0,
        "owasp": entry.meta.owasp,
    });
    if fixes {
        meta["fixable"] = "code".into();
    }
    meta
}
