//! Results as Arrow: a row a text, its findings a list of structs.

use std::{ops::Range, sync::Arc};

use arrow_array::{
    ArrayRef, ListArray, RecordBatch, StructArray,
    builder::{BooleanBuilder, Float64Builder, Int32Builder, StringBuilder},
};
use arrow_buffer::{NullBuffer, OffsetBuffer};
use arrow_schema::{ArrowError, DataType, Field, Fields, Schema, SchemaRef};

use crate::result::{Message, Outcome, code_point_spans};

/// The columns of a result. Numbers are signed, because Spark knows no others.
pub fn schema() -> SchemaRef {
    Arc::new(Schema::new(vec![
        Field::new("status", DataType::Utf8, true),
        Field::new("vulnerable", DataType::Boolean, true),
        Field::new("errors", DataType::Int32, true),
        Field::new("warnings", DataType::Int32, true),
        Field::new("findings", DataType::List(Arc::new(item())), true),
    ]))
}

fn item() -> Field {
    Field::new("item", DataType::Struct(finding()), false)
}

fn finding() -> Fields {
    let text = |name| Field::new(name, DataType::Utf8, false);
    let number = |name| Field::new(name, DataType::Int32, false);
    Fields::from(vec![
        text("rule"),
        text("message_id"),
        text("message"),
        text("help"),
        text("severity"),
        Field::new("cwe", DataType::Int32, true),
        Field::new("cvss", DataType::Float64, true),
        number("line"),
        number("column"),
        number("start"),
        number("end"),
        Field::new("evidence", DataType::Utf8, true),
        Field::new("verdict", DataType::Utf8, true),
        Field::new("verdict_reason", DataType::Utf8, true),
    ])
}

#[derive(Default)]
struct Findings {
    rule: StringBuilder,
    message_id: StringBuilder,
    message: StringBuilder,
    help: StringBuilder,
    severity: StringBuilder,
    cwe: Int32Builder,
    cvss: Float64Builder,
    line: Int32Builder,
    column: Int32Builder,
    start: Int32Builder,
    end: Int32Builder,
    evidence: StringBuilder,
    verdict: StringBuilder,
    verdict_reason: StringBuilder,
}

impl Findings {
    fn push(&mut self, message: &Message, span: Range<usize>) {
        let (what, help) = message.halves();
        self.rule.append_value(message.rule_id.as_deref().unwrap_or_default());
        self.message_id.append_value(message.message_id.as_deref().unwrap_or_default());
        self.message.append_value(what);
        self.help.append_value(help);
        self.severity.append_value(message.severity_name());
        self.cwe.append_option(message.cwe().map(i32::from));
        self.cvss.append_option(message.cvss());
        self.line.append_value(number(message.line as usize));
        self.column.append_value(number(message.column as usize));
        self.start.append_value(number(span.start));
        self.end.append_value(number(span.end));
        self.evidence.append_option(message.rest.get("evidence").map(ToString::to_string));
        self.verdict.append_option(message.verdict());
        self.verdict_reason.append_option(message.verdict_reason());
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
            Arc::new(self.verdict.finish()),
            Arc::new(self.verdict_reason.finish()),
        ];
        StructArray::new(finding(), columns, None)
    }
}

/// Converts a count or a place, which is always in range: a column of Arrow has less than 2 GiB of text.
fn number(value: usize) -> i32 {
    i32::try_from(value).unwrap_or(i32::MAX)
}

/// The results of texts; all fields are null where there was no text.
///
/// # Errors
///
/// Arrow's, where the rows do not fit a batch.
pub fn batch<'a>(rows: impl Iterator<Item = (&'a Option<Outcome>, &'a str)>) -> Result<RecordBatch, ArrowError> {
    let mut findings = Findings::default();
    let (mut statuses, mut vulnerable) = (StringBuilder::new(), BooleanBuilder::new());
    let (mut errors, mut warnings) = (Int32Builder::new(), Int32Builder::new());
    let (mut lengths, mut present) = (Vec::new(), Vec::new());
    for (outcome, text) in rows {
        let found: Vec<&Message> = outcome.iter().flat_map(Outcome::findings).collect();
        let count = |severity| number(found.iter().filter(|message| message.severity_name() == severity).count());
        statuses.append_option(outcome.as_ref().map(|outcome| &outcome.status));
        vulnerable.append_option(outcome.as_ref().map(|outcome| outcome.counted().next().is_some()));
        errors.append_option(outcome.as_ref().map(|_| count("error")));
        warnings.append_option(outcome.as_ref().map(|_| count("warning")));
        present.push(outcome.is_some());
        lengths.push(found.len());
        if found.is_empty() {
            continue;
        }
        let code = outcome.as_ref().and_then(|outcome| outcome.code.as_deref()).unwrap_or(text);
        let spans = code_point_spans(code, &found);
        found.into_iter().zip(spans).for_each(|(message, span)| findings.push(message, span));
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
