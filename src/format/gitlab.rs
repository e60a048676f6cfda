//! GitLab's code quality report.

use std::io::{self, Write};

use oxsec_rules::Severity;
use serde_json::json;
use sha2::{Digest, Sha256};

use super::{Format, Info, Parts, Settings, Totals, fingerprint::Fingerprints, parts::with_proof};
use crate::check::LintResult;

pub const INFO: Info = Info { name: "gitlab", help: "GitLab's code quality report" };

pub fn new(settings: &Settings) -> Box<dyn Format> {
    Box::new(GitLab { settings: settings.clone() })
}

struct GitLab {
    settings: Settings,
}

impl Format for GitLab {
    fn begin(&self, _totals: &Totals, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(b"[")
    }

    fn is_json(&self) -> bool {
        true
    }

    fn result(&self, result: &LintResult) -> String {
        let path = self.settings.relative(&result.file_path);
        let mut fingerprints = Fingerprints::new(result.source.as_deref().unwrap_or_default());
        let issues = result.messages.iter().map(|message| {
            let parts = Parts::of(message);
            let severity = match (message.fatal, parts.level, message.severity) {
                (true, _, _) => "blocker",
                _ if message.is_note => "info",
                (_, Some("CRITICAL"), _) => "critical",
                (_, _, Severity::Error) => "major",
                (_, Some("LOW"), _) => "info",
                (_, _, Severity::Warn) => "minor",
            };
            // GitLab compares fingerprints over the whole report, so the path is part of them.
            let digest = Sha256::digest(format!("{path}\n{}", fingerprints.next(message)));
            let fingerprint: String = digest[..20].iter().map(|byte| format!("{byte:02x}")).collect();
            json!({
                "description": with_proof(message),
                "check_name": message.rule_id.as_deref().unwrap_or("oxsec"),
                "fingerprint": fingerprint,
                "severity": severity,
                "location": {
                    "path": path,
                    "lines": {"begin": message.line, "end": message.end_line.unwrap_or(message.line)},
                },
            })
            .to_string()
        });
        issues.collect::<Vec<_>>().join(",\n")
    }

    fn separator(&self) -> &'static str {
        ",\n"
    }

    fn end(&self, _totals: &Totals, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(b"]\n")
    }
}
