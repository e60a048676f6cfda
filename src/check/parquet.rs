//! A data set with a column of code → the same data set with a column of findings.
//!
//! Batches of rows pass through three threads, one reading, one handing out the analysis, one writing,
//! so that memory holds a few batches and a part of one row group, however long the data set.

use std::{
    fs::File,
    io,
    path::Path,
    sync::{Arc, mpsc},
    thread,
};

use arrow::{
    array::{Array, ArrayRef, AsArray, LargeStringArray, ListArray, StructArray},
    array::{BooleanArray, StringBuilder, UInt8Array, UInt32Array},
    buffer::{NullBuffer, OffsetBuffer},
    compute::cast,
    datatypes::{DataType, Field, FieldRef, Fields, Schema, SchemaRef},
    error::ArrowError,
    record_batch::RecordBatch,
};
use oxsec_rules::{Analysis, Analyzer, Limits, LintMessage, RuleSet, Severity};
use parquet::{
    arrow::{ArrowWriter, arrow_reader::ParquetRecordBatchReaderBuilder},
    basic::{Compression, ZstdLevel},
    errors::ParquetError,
    file::{metadata::ParquetMetaData, properties::WriterProperties},
};
use rayon::prelude::*;
use thiserror::Error;

use super::result::Counts;

/// About how much of a data set one batch holds, in bytes.
const BATCH_BYTES: usize = 8 << 20;

/// The most rows of a batch.
const BATCH_ROWS: usize = 4096;

/// The size at which a row group is written out, in bytes.
const ROW_GROUP_BYTES: usize = 32 << 20;

/// The column that names each row's file, where there is one: its extension decides the language.
const FILENAME_COLUMN: &str = "filename";

/// Which columns of a data set are meant.
#[derive(Clone, Debug)]
pub struct DatasetOptions {
    /// The column that holds the code.
    pub code_column: String,
    /// The column that is added.
    pub findings_column: String,
    /// What a row goes by where the data set has no column `filename`.
    pub filename: String,
    /// Whether warnings are left out. They are counted all the same.
    pub quiet: bool,
    pub limits: Limits,
    /// Whether findings count whatever the comments in the code say.
    pub ignores_directives: bool,
}

/// What came of a data set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DatasetSummary {
    pub rows: u64,
    /// Rows in which there is a finding of severity error, or that do not parse.
    pub rows_with_errors: u64,
    pub warnings: u64,
}

/// Why a data set cannot be worked on.
#[derive(Debug, Error)]
pub enum DatasetError {
    #[error("cannot be read")]
    Read(#[source] io::Error),
    #[error("is no Parquet that can be read")]
    Format(#[source] ParquetError),
    #[error("breaks off after row {rows}")]
    BreaksOff { rows: u64, source: ArrowError },
    #[error("has no column `{name}`; it has {present}")]
    NoColumn { name: String, present: String },
    #[error("has a column `{name}` already")]
    Taken { name: String },
    #[error("holds {kind} in the column `{name}`; expected text")]
    NoText { name: String, kind: DataType },
    #[error("cannot be written")]
    Write(#[source] ParquetError),
}

/// Copies the data set `input` to `output` with the findings of each row beside it. A row without code
/// has null for its findings.
///
/// # Errors
///
/// Those of the input, which may also lack the columns, and of the output.
pub fn lint_dataset(
    input: &Path,
    output: impl io::Write + Send,
    rules: &RuleSet,
    options: &DatasetOptions,
) -> Result<DatasetSummary, DatasetError> {
    let file = File::open(input).map_err(DatasetError::Read)?;
    let builder = ParquetRecordBatchReaderBuilder::try_new(file).map_err(DatasetError::Format)?;
    let columns = Columns::of(builder.schema(), options)?;
    let rows = batch_rows(builder.metadata());
    let reader = builder.with_batch_size(rows).build().map_err(DatasetError::Format)?;
    let properties = WriterProperties::builder()
        .set_compression(Compression::ZSTD(ZstdLevel::default()))
        .set_max_row_group_bytes(Some(ROW_GROUP_BYTES))
        .build();
    let mut writer =
        ArrowWriter::try_new(output, Arc::clone(&columns.out), Some(properties)).map_err(DatasetError::Write)?;
    let mut whole = DatasetSummary::default();
    thread::scope(|scope| {
        let (read, batches) = mpsc::sync_channel(1);
        let (linted, results) = mpsc::sync_channel(1);
        let columns = &columns;
        scope.spawn(move || forward(reader, &read));
        scope.spawn(move || forward(batches.into_iter().map(|batch| columns.lint(&batch?, rules, options)), &linted));
        for result in results {
            let result: Result<(RecordBatch, DatasetSummary), ArrowError> = result;
            let (batch, summary) = result.map_err(|source| DatasetError::BreaksOff { rows: whole.rows, source })?;
            writer.write(&batch).map_err(DatasetError::Write)?;
            whole.rows += summary.rows;
            whole.rows_with_errors += summary.rows_with_errors;
            whole.warnings += summary.warnings;
        }
        Ok(())
    })?;
    writer.close().map_err(DatasetError::Write)?;
    Ok(whole)
}

/// Passes items on until there are no more or nobody takes them.
fn forward<T>(items: impl IntoIterator<Item = T>, to: &mpsc::SyncSender<T>) {
    // Who no longer takes them has failed, and says so.
    let _ = items.into_iter().try_for_each(|item| to.send(item));
}

/// How many rows make a batch of about [`BATCH_BYTES`].
fn batch_rows(metadata: &ParquetMetaData) -> usize {
    let bytes: i64 = metadata.row_groups().iter().map(|group| group.total_byte_size()).sum();
    let rows = metadata.file_metadata().num_rows().max(1);
    let row_bytes = usize::try_from(bytes / rows).unwrap_or(0).max(1);
    (BATCH_BYTES / row_bytes).clamp(1, BATCH_ROWS)
}

/// Where in a data set is what.
struct Columns {
    code: usize,
    filename: Option<usize>,
    /// The data set's columns and the new one.
    out: SchemaRef,
}

impl Columns {
    fn of(schema: &Schema, options: &DatasetOptions) -> Result<Self, DatasetError> {
        let DatasetOptions { code_column, findings_column, .. } = options;
        let text = |name: &str, at: usize| match schema.field(at).data_type() {
            kind if is_text(kind) => Ok(at),
            kind => Err(DatasetError::NoText { name: name.to_owned(), kind: kind.clone() }),
        };
        let code = schema.index_of(code_column).map_err(|_| DatasetError::NoColumn {
            name: code_column.clone(),
            present: schema.fields().iter().map(|field| format!("`{}`", field.name())).collect::<Vec<_>>().join(", "),
        })?;
        let filename = schema.index_of(FILENAME_COLUMN).ok();
        if schema.index_of(findings_column).is_ok() {
            return Err(DatasetError::Taken { name: findings_column.clone() });
        }
        let mut fields: Vec<FieldRef> = schema.fields().to_vec();
        fields.push(Arc::new(Field::new(findings_column, DataType::List(finding_field()), true)));
        Ok(Self {
            code: text(code_column, code)?,
            filename: filename.map(|at| text(FILENAME_COLUMN, at)).transpose()?,
            out: Arc::new(Schema::new_with_metadata(fields, schema.metadata().clone())),
        })
    }

    /// Adds the findings to a batch.
    fn lint(
        &self,
        batch: &RecordBatch,
        rules: &RuleSet,
        options: &DatasetOptions,
    ) -> Result<(RecordBatch, DatasetSummary), ArrowError> {
        let codes = texts(batch.column(self.code))?;
        let filenames = self.filename.map(|at| texts(batch.column(at))).transpose()?;
        let filename = |row: usize| match &filenames {
            Some(names) if names.is_valid(row) => names.value(row),
            _ => &options.filename,
        };
        let mut findings: Vec<Option<Vec<LintMessage>>> = (0..batch.num_rows())
            .into_par_iter()
            .map_init(
                || Analyzer::with_limits(rules, options.limits).ignoring_directives(options.ignores_directives),
                |analyzer, row| {
                    let code = codes.is_valid(row).then(|| codes.value(row))?;
                    let Analysis { messages, .. } = analyzer.analyze(filename(row), code);
                    Some(messages)
                },
            )
            .collect();
        let mut summary = DatasetSummary { rows: batch.num_rows() as u64, ..DatasetSummary::default() };
        for messages in findings.iter_mut().flatten() {
            let counts = Counts::of(messages);
            summary.rows_with_errors += u64::from(counts.errors > 0);
            summary.warnings += counts.warnings as u64;
            if options.quiet {
                messages.retain(|message| message.severity == Severity::Error);
            }
        }
        let mut arrays = batch.columns().to_vec();
        arrays.push(Arc::new(findings_array(&findings)?));
        Ok((RecordBatch::try_new(Arc::clone(&self.out), arrays)?, summary))
    }
}

fn texts(array: &ArrayRef) -> Result<LargeStringArray, ArrowError> {
    Ok(cast(array, &DataType::LargeUtf8)?.as_string().clone())
}

/// Whether a column can hold code: text, or words of a dictionary.
fn is_text(kind: &DataType) -> bool {
    match kind {
        DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View => true,
        DataType::Dictionary(_, values) => is_text(values),
        _ => false,
    }
}

/// One finding: the fields of an ESLint message, by their names there.
fn finding_field() -> FieldRef {
    Arc::new(Field::new("item", DataType::Struct(finding_fields()), false))
}

fn finding_fields() -> Fields {
    let text = |name| Field::new(name, DataType::Utf8, true);
    let number = |name| Field::new(name, DataType::UInt32, true);
    Fields::from(vec![
        text("ruleId"),
        Field::new("fatal", DataType::Boolean, false),
        Field::new("severity", DataType::UInt8, false),
        Field::new("message", DataType::Utf8, false),
        Field::new("line", DataType::UInt32, false),
        Field::new("column", DataType::UInt32, false),
        number("endLine"),
        number("endColumn"),
        text("messageId"),
        text("nodeType"),
    ])
}

fn findings_array(rows: &[Option<Vec<LintMessage>>]) -> Result<ListArray, ArrowError> {
    let messages = || rows.iter().flatten().flatten();
    let columns: Vec<ArrayRef> = vec![
        strings(messages().map(|message| message.rule_id.as_deref())),
        Arc::new(BooleanArray::from_iter(messages().map(|message| Some(message.fatal)))),
        Arc::new(UInt8Array::from_iter_values(messages().map(|message| message.severity as u8))),
        strings(messages().map(|message| Some(message.message.as_str()))),
        Arc::new(UInt32Array::from_iter_values(messages().map(|message| message.line))),
        Arc::new(UInt32Array::from_iter_values(messages().map(|message| message.column))),
        Arc::new(UInt32Array::from_iter(messages().map(|message| message.end_line))),
        Arc::new(UInt32Array::from_iter(messages().map(|message| message.end_column))),
        strings(messages().map(|message| message.message_id)),
        strings(messages().map(|message| message.node_type)),
    ];
    let items = StructArray::try_new(finding_fields(), columns, None)?;
    let lengths = rows.iter().map(|row| row.as_ref().map_or(0, Vec::len));
    let with_code = NullBuffer::from_iter(rows.iter().map(Option::is_some));
    ListArray::try_new(finding_field(), OffsetBuffer::from_lengths(lengths), Arc::new(items), Some(with_code))
}

fn strings<'a>(values: impl Iterator<Item = Option<&'a str>>) -> ArrayRef {
    let mut builder = StringBuilder::new();
    builder.extend(values);
    Arc::new(builder.finish())
}
