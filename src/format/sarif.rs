//! SARIF 2.1.0, for code scanning.

use std::io::{self, Write};

use oxsec_rules::{LintMessage, Severity, catalogue::entry, engine::Entry};
use serde_sarif::sarif::{
    ArtifactLocation, Location, Message, MultiformatMessageString, PhysicalLocation, Region, ReportingDescriptor,
    Result as SarifResult, ResultLevel, Run, SCHEMA_URL, Sarif, Tool, ToolComponent,
};

use crate::check::LintResult;

pub fn write(results: &[LintResult], out: &mut dyn Write) -> io::Result<()> {
    let mut used: Vec<&'static Entry> = results
        .iter()
        .flat_map(|result| &result.messages)
        .filter_map(|message| entry(message.rule_id.as_deref()?))
        .collect();
    used.sort_by_key(|entry| entry.meta.id);
    used.dedup_by_key(|entry| entry.meta.id);
    let driver = ToolComponent::builder()
        .name("oxsec")
        .version(env!("CARGO_PKG_VERSION"))
        .information_uri(env!("CARGO_PKG_REPOSITORY"))
        .rules(used.into_iter().map(descriptor).collect::<Vec<_>>())
        .build();
    let findings: Vec<SarifResult> =
        results.iter().flat_map(|result| result.messages.iter().map(move |message| finding(result, message))).collect();
    let run = Run::builder()
        .tool(Tool::builder().driver(driver).build())
        // Columns are ESLint's: UTF-16 units.
        .column_kind("utf16CodeUnits")
        .results(findings)
        .build();
    let sarif = Sarif::builder().schema(SCHEMA_URL).version("2.1.0").runs([run]).build();
    serde_json::to_writer(&mut *out, &sarif)?;
    out.write_all(b"\n")
}

fn descriptor(entry: &Entry) -> ReportingDescriptor {
    let summary = entry.summary();
    ReportingDescriptor::builder()
        .id(entry.meta.id)
        .short_description(MultiformatMessageString::builder().text(summary).build())
        .help(MultiformatMessageString::builder().text(summary).markdown(entry.page()).build())
        .build()
}

fn finding(result: &LintResult, message: &LintMessage) -> SarifResult {
    let region = Region::builder()
        .start_line(i64::from(message.line))
        .start_column(i64::from(message.column))
        .end_line(i64::from(message.end_line.unwrap_or(message.line)))
        .end_column(i64::from(message.end_column.unwrap_or(message.column)))
        .build();
    let place = PhysicalLocation::builder()
        .artifact_location(ArtifactLocation::builder().uri(file_uri(&result.file_path.to_string_lossy())).build())
        .region(region)
        .build();
    let level = match message.severity {
        Severity::Error => ResultLevel::Error,
        Severity::Warn => ResultLevel::Warning,
    };
    let located = SarifResult::builder()
        .message(Message::builder().text(message.message.clone()).build())
        .level(level)
        .locations([Location::builder().physical_location(place).build()]);
    match message.rule_id.as_deref() {
        Some(rule) => located.rule_id(rule).build(),
        None => located.build(),
    }
}

/// A `file:` URI of an absolute path (RFC 8089).
fn file_uri(path: &str) -> String {
    let mut uri = String::from("file://");
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'/' | b'-' | b'.' | b'_' | b'~' => uri.push(char::from(byte)),
            other => uri.push_str(&format!("%{other:02X}")),
        }
    }
    uri
}
