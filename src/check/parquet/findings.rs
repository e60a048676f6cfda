//! The columns of findings (a list of ESLint's messages for each row) and of statuses, encoded as the byte columns that
//! Parquet stores.

use std::sync::Arc;

use bytes::Bytes;
use oxsec_rules::LintMessage;
use parquet::{
    basic::{ConvertedType, LogicalType, Repetition, Type as PhysicalType},
    column::writer::{ColumnCloseResult, ColumnWriter, get_column_writer},
    data_type::ByteArray,
    errors::{ParquetError, Result},
    file::{
        properties::WriterPropertiesPtr,
        writer::{SerializedPageWriter, TrackedWrite},
    },
    schema::types::{ColumnDescPtr, Type, TypePtr},
};

use crate::answer::Status;

/// A field of a finding, by its name in ESLint's message.
struct Field {
    name: &'static str,
    value: Value,
}

/// The way in which a field is read from a message. A value that may be missing is an optional column.
enum Value {
    Text(fn(&LintMessage) -> &str),
    OptionalText(fn(&LintMessage) -> Option<&str>),
    Flag(fn(&LintMessage) -> bool),
    /// A small number, stored as an unsigned integer with this many bits.
    Number(i8, fn(&LintMessage) -> u32),
    OptionalNumber(i8, fn(&LintMessage) -> Option<u32>),
}

const FIELDS: &[Field] = &[
    Field { name: "ruleId", value: Value::OptionalText(|message| message.rule_id.as_deref()) },
    Field { name: "fatal", value: Value::Flag(|message| message.fatal) },
    Field { name: "severity", value: Value::Number(8, |message| message.severity as u32) },
    Field { name: "message", value: Value::Text(|message| &message.message) },
    Field { name: "line", value: Value::Number(32, |message| message.line) },
    Field { name: "column", value: Value::Number(32, |message| message.column) },
    Field { name: "endLine", value: Value::OptionalNumber(32, |message| message.end_line) },
    Field { name: "endColumn", value: Value::OptionalNumber(32, |message| message.end_column) },
    Field { name: "messageId", value: Value::OptionalText(|message| message.message_id) },
    Field { name: "nodeType", value: Value::OptionalText(|message| message.node_type) },
];

/// The further fields of a finding with a verdict.
const VERDICT_FIELDS: &[Field] = &[
    Field {
        name: "verdict",
        value: Value::OptionalText(|message| message.judgement.as_deref().map(|it| it.verdict.name())),
    },
    Field {
        name: "verdictReason",
        value: Value::OptionalText(|message| {
            message.judgement.as_deref().map(|it| it.reason.as_str()).filter(|reason| !reason.is_empty())
        }),
    },
];

/// The definition level of a row without code; the next are those of a row without findings, of a required field or a
/// missing optional one, and of an optional field.
const NO_CODE: i16 = 0;
const NO_FINDINGS: i16 = 1;
const FINDING: i16 = 2;
const OPTIONAL_FIELD: i16 = 3;

/// Returns the column's type: a list that may be missing, of findings that may not.
pub(super) fn column_type(name: &str, is_judged: bool) -> Result<Type> {
    let judged = if is_judged { VERDICT_FIELDS } else { &[] };
    let fields = FIELDS.iter().chain(judged).map(Field::column_type).collect::<Result<Vec<TypePtr>>>()?;
    let element =
        Type::group_type_builder("element").with_repetition(Repetition::REQUIRED).with_fields(fields).build()?;
    let list = Type::group_type_builder("list")
        .with_repetition(Repetition::REPEATED)
        .with_fields(vec![Arc::new(element)])
        .build()?;
    Type::group_type_builder(name)
        .with_repetition(Repetition::OPTIONAL)
        .with_logical_type(Some(LogicalType::List))
        .with_converted_type(ConvertedType::LIST)
        .with_fields(vec![Arc::new(list)])
        .build()
}

impl Field {
    fn column_type(&self) -> Result<TypePtr> {
        let (physical, logical) = match self.value {
            Value::Text(_) | Value::OptionalText(_) => (PhysicalType::BYTE_ARRAY, Some(LogicalType::String)),
            Value::Flag(_) => (PhysicalType::BOOLEAN, None),
            Value::Number(bits, _) | Value::OptionalNumber(bits, _) => {
                (PhysicalType::INT32, Some(LogicalType::integer(bits, false)))
            }
        };
        let repetition = match self.value {
            Value::OptionalText(_) | Value::OptionalNumber(..) => Repetition::OPTIONAL,
            Value::Text(_) | Value::Flag(_) | Value::Number(..) => Repetition::REQUIRED,
        };
        let built = Type::primitive_type_builder(self.name, physical)
            .with_repetition(repetition)
            .with_logical_type(logical)
            .build()?;
        Ok(Arc::new(built))
    }
}

/// Returns the type of the column of statuses: text that may be missing.
pub(super) fn status_type(name: &str) -> Result<Type> {
    Type::primitive_type_builder(name, PhysicalType::BYTE_ARRAY)
        .with_repetition(Repetition::OPTIONAL)
        .with_logical_type(Some(LogicalType::String))
        .build()
}

/// The encoded findings and statuses of one row group.
pub(super) struct Encoded(Vec<TrackedWrite<Vec<u8>>>);

impl Encoded {
    /// Makes buffers for the byte columns of both columns, that of statuses last.
    pub(super) fn new(columns: usize) -> Self {
        Self((0..columns).map(|_| TrackedWrite::new(Vec::new())).collect())
    }

    /// Returns writers of the fields to these columns.
    pub(super) fn writers<'a>(
        &'a mut self,
        columns: &'a [ColumnDescPtr],
        properties: &WriterPropertiesPtr,
    ) -> FindingsWriter<'a> {
        let writer = |(column, buffer): (&ColumnDescPtr, &'a mut TrackedWrite<Vec<u8>>)| {
            let pages = Box::new(SerializedPageWriter::new(buffer));
            get_column_writer(Arc::clone(column), Arc::clone(properties), pages)
        };
        FindingsWriter(columns.iter().zip(&mut self.0).map(writer).collect())
    }

    /// Returns the bytes of each field's column.
    pub(super) fn into_bytes(self) -> Result<Vec<Bytes>> {
        let bytes = |buffer: TrackedWrite<Vec<u8>>| Ok(buffer.into_inner()?.into());
        self.0.into_iter().map(bytes).collect()
    }
}

/// Encodes findings, field by field, and statuses.
pub(super) struct FindingsWriter<'a>(Vec<ColumnWriter<'a>>);

impl FindingsWriter<'_> {
    /// Encodes the findings and statuses of some rows. A row without code has `None`.
    pub(super) fn write(&mut self, rows: &[Option<Vec<LintMessage>>], statuses: &[Option<Status>]) -> Result<()> {
        let mut repetitions = Vec::new();
        let mut definitions = Vec::new();
        for row in rows {
            let count = row.as_ref().map_or(0, Vec::len);
            repetitions.extend((0..count.max(1)).map(|finding| i16::from(finding > 0)));
            match row {
                None => definitions.push(NO_CODE),
                Some(findings) if findings.is_empty() => definitions.push(NO_FINDINGS),
                Some(findings) => definitions.extend(findings.iter().map(|_| FINDING)),
            }
        }
        let messages = || rows.iter().flatten().flatten();
        // The same, with the present fields marked.
        let optional = |mut is_there: Box<dyn FnMut(&LintMessage) -> bool + '_>| {
            let mut messages = messages();
            let mut definitions = definitions.clone();
            for definition in definitions.iter_mut().filter(|definition| **definition == FINDING) {
                if messages.next().is_some_and(&mut *is_there) {
                    *definition = OPTIONAL_FIELD;
                }
            }
            definitions
        };
        let Some((of_statuses, of_findings)) = self.0.split_last_mut() else {
            return Err(ParquetError::General("there are no columns to write to".to_owned()));
        };
        for (writer, field) in of_findings.iter_mut().zip(FIELDS.iter().chain(VERDICT_FIELDS)) {
            match (writer, &field.value) {
                (ColumnWriter::ByteArrayColumnWriter(writer), Value::Text(text)) => {
                    let values: Vec<_> = messages().map(|message| ByteArray::from(text(message))).collect();
                    writer.write_batch(&values, Some(&definitions), Some(&repetitions))
                }
                (ColumnWriter::ByteArrayColumnWriter(writer), Value::OptionalText(text)) => {
                    let values: Vec<_> = messages().filter_map(text).map(ByteArray::from).collect();
                    let definitions = optional(Box::new(|message| text(message).is_some()));
                    writer.write_batch(&values, Some(&definitions), Some(&repetitions))
                }
                (ColumnWriter::BoolColumnWriter(writer), Value::Flag(flag)) => {
                    let values: Vec<_> = messages().map(flag).collect();
                    writer.write_batch(&values, Some(&definitions), Some(&repetitions))
                }
                (ColumnWriter::Int32ColumnWriter(writer), Value::Number(_, number)) => {
                    let values: Vec<_> = messages().map(|message| number(message).cast_signed()).collect();
                    writer.write_batch(&values, Some(&definitions), Some(&repetitions))
                }
                (ColumnWriter::Int32ColumnWriter(writer), Value::OptionalNumber(_, number)) => {
                    let values: Vec<_> = messages().filter_map(number).map(u32::cast_signed).collect();
                    let definitions = optional(Box::new(|message| number(message).is_some()));
                    writer.write_batch(&values, Some(&definitions), Some(&repetitions))
                }
                _ => Err(ParquetError::General(format!("the column `{}` is of another type", field.name))),
            }?;
        }
        let ColumnWriter::ByteArrayColumnWriter(writer) = of_statuses else {
            return Err(ParquetError::General("the column of statuses is of another type".to_owned()));
        };
        let values: Vec<_> = statuses.iter().flatten().map(|status| ByteArray::from(status.name())).collect();
        let definitions: Vec<i16> = statuses.iter().map(|status| i16::from(status.is_some())).collect();
        writer.write_batch(&values, Some(&definitions), None)?;
        Ok(())
    }

    /// Encodes the rest, and returns the metadata of each column.
    pub(super) fn close(self) -> Result<Vec<ColumnCloseResult>> {
        self.0.into_iter().map(ColumnWriter::close).collect()
    }
}
