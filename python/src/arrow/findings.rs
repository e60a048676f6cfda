//! Results as Arrow: a row a text, its findings a list of structs.

use std::sync::Arc;

use arrow_array::{
    ArrayRef, ListArray, RecordBatch, StructArray,
    builder::{BooleanBuilder, Float64Builder, StringBuilder, UInt16Builder, UInt32Builder},
};
use arrow_buffer::{NullBuffer, OffsetBuffer};
use arrow_schema::{ArrowError, DataType, Field, Fields, Schema, SchemaRef};

use crate::{
    result::{Message, Outcome, classification},
    text::code_point_offsets,
};

/// The columns of a result.
pub fn schema() -> SchemaRef {
    Arc::new(Schema::new(vec![
        Field::new("status", DataType::Utf8, true),
        Field::new("vulnerable", DataType::Boolean, true),
        Field::new("errors", DataType::UInt32, true),
        Field::new("warnings", DataType::UInt32, true),
        Field::new("findings", DataType::List(Arc::new(item())), true),
    ]))
}

fn item() -> Field {
    Field::new("item", DataType::Struct(finding()), false)
}

fn finding() -> Fields {
    let text = |name| Field::new(name, DataType::Utf8, false);
    let number = |name| Field::new(name, DataType::UInt32, false);
    Fields::from(vec![
        text("rule"),
        text("message_id"),
        text("message"),
        text("help"),
        text("severity"),
        Field::new("cwe", DataType::UInt16, true),
        Field::new("cvss", DataType::Float64, true),
        number("line"),
        number("column"),
        number("start"),
        number("end"),
        Field::new("evidence", DataType::Utf8, true),
    ])
}

#[derive(Default)]
struct Findings {
    rule: StringBuilder,
    message_id: StringBuilder,
    message: StringBuilder,
    help: StringBuilder,
    severity: StringBuilder,
    cwe: UInt16Builder,
    cvss: Float64Builder,
    line: UInt32Builder,
    column: UInt32Builder,
    start: UInt32Builder,
    end: UInt32Builder,
    evidence: StringBuilder,
}

impl Findings {
    fn push(&mut self, message: &Message, start: usize, end: usize) {
        let (what, help) = message.halves();
        let rule = message.rule_id.as_deref().unwrap_or_default();
        let (cwe, cvss) = classification(rule).unzip();
        self.rule.append_value(rule);
        self.message_id.append_value(message.message_id.as_deref().unwrap_or_default());
        self.message.append_value(what);
        self.help.append_value(help);
        self.severity.append_value(if message.severity == 2 { "error" } else { "warning" });
        self.cwe.append_option(cwe);
        self.cvss.append_option(cvss);
        self.line.append_value(message.line);
        self.column.append_value(message.column);
        // A text over 4 GiB is over every limit, and has no findings.
        self.start.append_value(start as u32);
        self.end.append_value(end.max(start) as u32);
        self.evidence.append_option(message.rest.get("evidence").map(ToString::to_string));
    }

    fn finish(mut self) -> StructArray {
        let columns: Vec<ArrayRef> = vec![
            Arc::new(self.rule.finish()),
            Arc::new(self.message_id.finish()),
            Arc::new(self.message.finish()),
            Arc::new(self.help.finish()),
            Arc::new(self.severity.finish()),
            Arc::new(self.cwe.finish()),
            Arc::new(self.cvss.finish()),
            Arc::new(self.line.finish()),
            Arc::new(self.column.finish()),
            Arc::new(self.start.finish()),
            Arc::new(self.end.finish()),
            Arc::new(self.evidence.finish()),
        ];
        StructArray::new(finding(), columns, None)
    }
}

/// The results of texts; all fields are null where there was no text.
///
/// # Errors
///
/// Arrow's, where the rows do not fit a batch.
pub fn batch<'a>(rows: impl Iterator<Item = (&'a Option<Outcome>, &'a str)>) -> Result<RecordBatch, ArrowError> {
    let mut findings = Findings::default();
    let (mut statuses, mut vulnerable) = (StringBuilder::new(), BooleanBuilder::new());
    let (mut errors, mut warnings) = (UInt32Builder::new(), UInt32Builder::new());
    let (mut lengths, mut present) = (Vec::new(), Vec::new());
    for (outcome, text) in rows {
        let found: Vec<&Message> = outcome.iter().flat_map(Outcome::findings).collect();
        let count = |severity| found.iter().filter(|message| message.severity == severity).count() as u32;
        statuses.append_option(outcome.as_ref().map(|outcome| &outcome.status));
        vulnerable.append_option(outcome.as_ref().map(|_| !found.is_empty()));
        errors.append_option(outcome.as_ref().map(|_| count(2)));
        warnings.append_option(outcome.as_ref().map(|_| count(1)));
        present.push(outcome.is_some());
        lengths.push(found.len());
        if found.is_empty() {
            continue;
        }
        let places: Vec<(u32, u32)> = found
            .iter()
            .flat_map(|message| {
                let start = (message.line, message.column);
                [start, message.end_line.zip(message.end_column).unwrap_or(start)]
            })
            .collect();
        let code = outcome.as_ref().and_then(|outcome| outcome.code.as_deref()).unwrap_or(text);
        let offsets = code_point_offsets(code, &places);
        for (message, offsets) in found.into_iter().zip(offsets.chunks_exact(2)) {
            findings.push(message, offsets[0], offsets[1]);
        }
    }
    let findings = ListArray::try_new(
        Arc::new(item()),
        OffsetBuffer::from_lengths(lengths),
        Arc::new(findings.finish()),
        Some(NullBuffer::from(present)),
    )?;
    let columns: Vec<ArrayRef> = vec![
        Arc::new(statuses.finish()),
        Arc::new(vulnerable.finish()),
        Arc::new(errors.finish()),
        Arc::new(warnings.finish()),
        Arc::new(findings),
    ];
    RecordBatch::try_new(schema(), columns)
}
