//! Linting of a data set with a column of code into the same data set with a column of findings.
//!
//! Only the code and the file names are decoded and only the findings encoded; all other columns are copied as they are
//! stored, row group by row group. Batches of rows pass through three threads, one reading, one handing out the
//! analysis, one encoding, so that memory holds a few batches and the encoded findings of one row group, however long
//! the data set.

mod findings;

use std::{
    fs::File,
    io,
    path::Path,
    sync::{Arc, mpsc},
    thread,
};

use oxsec_rules::{Analyzer, Limits, LintMessage, RuleSet, Severity};
use parquet::{
    basic::{Compression, ConvertedType, LogicalType, Type as PhysicalType, ZstdLevel},
    column::{
        reader::{ColumnReader, ColumnReaderImpl},
        writer::ColumnCloseResult,
    },
    data_type::{ByteArray, ByteArrayType},
    errors::ParquetError,
    file::{
        metadata::{ParquetMetaData, RowGroupMetaData},
        properties::WriterProperties,
        reader::{FileReader, SerializedFileReader},
        writer::{SerializedFileWriter, SerializedRowGroupWriter},
    },
    schema::types::{SchemaDescriptor, Type, TypePtr},
};
use rayon::prelude::*;
use thiserror::Error;

use self::findings::Encoded;
use super::{answered::Given, result::Counts};
use crate::{
    answer::{Said, Status},
    parquet_pages::check_pages,
    parquet_type::type_name,
};

/// The approximate bytes of a data set in one batch.
const BATCH_BYTES: usize = 8 << 20;

/// The rows of a batch at most.
const BATCH_ROWS: usize = 4096;

/// The column that names each row's file, where there is one: its extension decides the language.
const FILENAME_COLUMN: &str = "filename";

/// The column of models' responses, where there is one.
const RESPONSE_COLUMN: &str = "response";
/// The column of languages, where there is one.
const LANGUAGE_COLUMN: &str = "language";

/// The metadata in which Arrow keeps its own form of the schema. It would lack the new column.
const ARROW_SCHEMA: &str = "ARROW:schema";

/// The columns of a data set, and the settings of its analysis.
#[derive(Clone, Debug)]
pub struct DatasetOptions {
    /// The column that holds the code.
    pub code_column: String,
    /// The columns that are added.
    pub findings_column: String,
    pub status_column: String,
    /// The column of code holds responses, from which code is extracted. Without such a column, one named `response` is
    /// read in this way.
    pub extract: bool,
    /// The language of rows that do not say theirs in a column `language`.
    pub language: Option<Said>,
    /// The file name of rows in a data set without a column `filename`.
    pub filename: String,
    /// Warnings are left out of the findings. They are counted all the same.
    pub quiet: bool,
    pub limits: Limits,
    /// Comments in the code are ignored.
    pub ignores_directives: bool,
    /// Each finding of a plugin's rule gets the verdict of oxsec's own analysis: two more fields.
    pub judges: bool,
}

/// The outcome of a data set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DatasetSummary {
    pub rows: u64,
    /// Rows that have a finding of severity error or do not parse.
    pub rows_with_errors: u64,
    pub warnings: u64,
}

/// The reason why a data set cannot be processed.
#[derive(Debug, Error)]
pub enum DatasetError {
    #[error("cannot be read")]
    Read(#[source] io::Error),
    #[error("is not a valid Parquet file")]
    Format(#[source] ParquetError),
    #[error("is an Arrow IPC file; write it as Parquet (pyarrow.parquet.write_table), or use oxsec.arrow in Python")]
    ArrowIpc,
    #[error("{0}")]
    Pages(String),
    #[error("breaks off after row {rows}")]
    BreaksOff { rows: u64, source: ParquetError },
    #[error("has no column `{name}`; it has {present}")]
    NoColumn { name: String, present: String },
    #[error("has a column `{name}` already; --findings-column and --status-column name those that are added")]
    Taken { name: String },
    #[error("holds {kind} in the column `{name}`; expected text")]
    NoText { name: String, kind: String },
    #[error("cannot be written")]
    Write(#[source] ParquetError),
}

/// Copies the data set `input` to `output` with the findings of each row added. A row without code has null findings.
///
/// # Errors
///
/// Errors of the input, which may also lack the columns, and of the output.
pub fn lint_dataset(
    input: &Path,
    output: impl io::Write + Send,
    rules: &RuleSet,
    options: &DatasetOptions,
) -> Result<DatasetSummary, DatasetError> {
    let open = || File::open(input).map_err(DatasetError::Read);
    let reader = &SerializedFileReader::new(open()?).map_err(|error| {
        let is_arrow = open().is_ok_and(|file| starts_with(file, b"ARROW1"));
        if is_arrow { DatasetError::ArrowIpc } else { DatasetError::Format(error) }
    })?;
    // Opened again, because a file has one position, and columns are copied while others are read.
    let stored = open()?;
    let metadata = reader.metadata();
    let columns = Columns::of(metadata.file_metadata().schema_descr(), options)?;
    check_pages(open()?, metadata, &columns.read(), options.limits.max_bytes)
        .map_err(|error| DatasetError::Pages(error.to_string()))?;
    let properties = Arc::new(
        WriterProperties::builder()
            .set_compression(Compression::ZSTD(ZstdLevel::default()))
            .set_key_value_metadata(
                metadata
                    .file_metadata()
                    .key_value_metadata()
                    .map(|entries| entries.iter().filter(|entry| entry.key != ARROW_SCHEMA).cloned().collect()),
            )
            .build(),
    );
    let schema = columns.schema_with_findings(metadata, options).map_err(DatasetError::Format)?;
    let mut writer = SerializedFileWriter::new(output, schema, Arc::clone(&properties)).map_err(DatasetError::Write)?;
    let finding_columns = writer.schema_descr().columns()[columns.stored..].to_vec();
    let mut whole = DatasetSummary::default();
    thread::scope(|scope| {
        let (read, batches) = mpsc::sync_channel(1);
        let (linted, results) = mpsc::sync_channel(1);
        let columns = &columns;
        scope.spawn(move || forward(Batches::new(reader, columns), &read));
        let is_response = columns.is_response;
        let lint = move |batch: Result<Batch, ParquetError>| Ok(lint(&batch?, is_response, rules, options));
        scope.spawn(move || forward(batches.into_iter().map(lint), &linted));
        let mut results = results.into_iter();
        for group in metadata.row_groups() {
            let mut encoded = Encoded::new(finding_columns.len());
            let mut findings_writer = encoded.writers(&finding_columns, &properties);
            let mut rows = 0;
            while rows < group.num_rows() {
                // There are as many batches as the groups have rows, unless one fails.
                let Some(result) = results.next() else { return Ok(()) };
                let result: Result<Linted, ParquetError> = result;
                let linted = result.map_err(|source| DatasetError::BreaksOff { rows: whole.rows, source })?;
                findings_writer.write(&linted.findings, &linted.statuses).map_err(DatasetError::Write)?;
                rows += linted.findings.len() as i64;
                whole.rows += linted.summary.rows;
                whole.rows_with_errors += linted.summary.rows_with_errors;
                whole.warnings += linted.summary.warnings;
            }
            let closed = findings_writer.close().map_err(DatasetError::Write)?;
            let mut out = writer.next_row_group().map_err(DatasetError::Write)?;
            copy_columns(&stored, group, &mut out).map_err(DatasetError::Write)?;
            for (bytes, closed) in encoded.into_bytes().map_err(DatasetError::Write)?.iter().zip(closed) {
                out.append_column(bytes, closed).map_err(DatasetError::Write)?;
            }
            out.close().map_err(DatasetError::Write)?;
        }
        Ok(())
    })?;
    writer.close().map_err(DatasetError::Write)?;
    Ok(whole)
}

fn starts_with(mut file: File, magic: &[u8]) -> bool {
    let mut bytes = vec![0; magic.len()];
    io::Read::read_exact(&mut file, &mut bytes).is_ok() && bytes == magic
}

/// Forwards items until there are no more or the receiver is gone.
fn forward<T>(items: impl IntoIterator<Item = T>, to: &mpsc::SyncSender<T>) {
    // A receiver that is gone has failed, and reports that itself.
    let _ = items.into_iter().try_for_each(|item| to.send(item));
}

/// Copies the columns of a row group as they are stored.
fn copy_columns<W: io::Write + Send>(
    stored: &File,
    group: &RowGroupMetaData,
    out: &mut SerializedRowGroupWriter<'_, W>,
) -> Result<(), ParquetError> {
    for column in group.columns() {
        let closed = ColumnCloseResult {
            bytes_written: column.compressed_size().try_into()?,
            rows_written: group.num_rows().try_into()?,
            metadata: column.clone(),
            bloom_filter: None,
            column_index: None,
            offset_index: None,
        };
        out.append_column(stored, closed)?;
    }
    Ok(())
}

/// The columns of a data set that are read, by their indices among the stored ones.
struct Columns {
    code: usize,
    /// The column of code holds responses.
    is_response: bool,
    filename: Option<usize>,
    language: Option<usize>,
    /// The number of stored columns, counting nested ones one by one.
    stored: usize,
}

impl Columns {
    fn of(schema: &SchemaDescriptor, options: &DatasetOptions) -> Result<Self, DatasetError> {
        let DatasetOptions { code_column, findings_column, .. } = options;
        let fields = schema.root_schema().get_fields();
        let field = |name: &str| fields.iter().find(|field| field.name() == name);
        let text = |field: &TypePtr| {
            let name = field.name();
            let stored = schema.columns().iter().position(|column| column.path().parts() == [name]);
            stored
                .filter(|_| is_text(field))
                .ok_or_else(|| DatasetError::NoText { name: name.to_owned(), kind: type_name(field) })
        };
        let response = || field(RESPONSE_COLUMN).map(|column| (column, true));
        let code = field(code_column).map(|column| (column, options.extract)).or_else(response);
        let (code, is_response) = code.ok_or_else(|| DatasetError::NoColumn {
            name: code_column.clone(),
            present: fields.iter().map(|field| format!("`{}`", field.name())).collect::<Vec<_>>().join(", "),
        })?;
        if let Some(name) = [findings_column, &options.status_column].into_iter().find(|name| field(name).is_some()) {
            return Err(DatasetError::Taken { name: name.clone() });
        }
        Ok(Self {
            code: text(code)?,
            is_response,
            filename: field(FILENAME_COLUMN).map(text).transpose()?,
            language: field(LANGUAGE_COLUMN).and_then(|column| text(column).ok()),
            stored: schema.num_columns(),
        })
    }

    /// Returns the indices of the columns that are read.
    fn read(&self) -> Vec<usize> {
        [Some(self.code), self.filename, self.language].into_iter().flatten().collect()
    }

    /// Returns the data set's schema with the added columns.
    fn schema_with_findings(
        &self,
        metadata: &ParquetMetaData,
        options: &DatasetOptions,
    ) -> Result<TypePtr, ParquetError> {
        let root = metadata.file_metadata().schema();
        let mut fields = root.get_fields().to_vec();
        fields.push(Arc::new(findings::column_type(&options.findings_column, options.judges)?));
        fields.push(Arc::new(findings::status_type(&options.status_column)?));
        Ok(Arc::new(Type::group_type_builder(root.name()).with_fields(fields).build()?))
    }
}

/// Returns whether a column holds text, at most one value per row.
fn is_text(column: &Type) -> bool {
    let marked = matches!(column.get_basic_info().logical_type_ref(), Some(LogicalType::String | LogicalType::Json))
        || matches!(column.get_basic_info().converted_type(), ConvertedType::UTF8 | ConvertedType::JSON);
    marked && column.is_primitive() && column.get_physical_type() == PhysicalType::BYTE_ARRAY
}

/// A batch of rows of a data set: the columns that are read.
struct Batch {
    codes: Vec<Option<ByteArray>>,
    /// The file names; empty where the data set has none.
    filenames: Vec<Option<ByteArray>>,
    /// The languages; empty where the data set has none.
    languages: Vec<Option<ByteArray>>,
}

/// Reads the code and the file names, row group by row group. No batch has rows of two groups.
struct Batches<'a> {
    reader: &'a SerializedFileReader<File>,
    columns: &'a Columns,
    next_group: usize,
    group: Option<Group>,
    has_failed: bool,
}

/// The rest of a row group.
struct Group {
    rows: usize,
    batch_rows: usize,
    code: TextColumn,
    filename: Option<TextColumn>,
    language: Option<TextColumn>,
}

impl<'a> Batches<'a> {
    fn new(reader: &'a SerializedFileReader<File>, columns: &'a Columns) -> Self {
        Self { reader, columns, next_group: 0, group: None, has_failed: false }
    }

    fn open_group(&self, index: usize) -> Result<Group, ParquetError> {
        let group = self.reader.get_row_group(index)?;
        let text = |column| TextColumn::of(group.get_column_reader(column)?);
        let rows = usize::try_from(group.metadata().num_rows())?;
        let row_bytes = usize::try_from(group.metadata().total_byte_size()).unwrap_or(0) / rows.max(1);
        Ok(Group {
            rows,
            batch_rows: (BATCH_BYTES / row_bytes.max(1)).clamp(1, BATCH_ROWS),
            code: text(self.columns.code)?,
            filename: self.columns.filename.map(text).transpose()?,
            language: self.columns.language.map(text).transpose()?,
        })
    }

    fn read(&mut self) -> Result<Option<Batch>, ParquetError> {
        while self.group.as_ref().is_none_or(|group| group.rows == 0) {
            if self.next_group == self.reader.num_row_groups() {
                return Ok(None);
            }
            self.group = Some(self.open_group(self.next_group)?);
            self.next_group += 1;
        }
        let Some(group) = &mut self.group else { return Ok(None) };
        let rows = group.rows.min(group.batch_rows);
        group.rows -= rows;
        Ok(Some(Batch {
            codes: group.code.read(rows)?,
            filenames: group.filename.as_mut().map_or_else(|| Ok(Vec::new()), |column| column.read(rows))?,
            languages: group.language.as_mut().map_or_else(|| Ok(Vec::new()), |column| column.read(rows))?,
        }))
    }
}

impl Iterator for Batches<'_> {
    type Item = Result<Batch, ParquetError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.has_failed {
            return None;
        }
        let batch = self.read().transpose();
        self.has_failed = matches!(batch, Some(Err(_)));
        batch
    }
}

/// A text column that is not nested.
struct TextColumn {
    reader: ColumnReaderImpl<ByteArrayType>,
}

impl TextColumn {
    fn of(reader: ColumnReader) -> Result<Self, ParquetError> {
        match reader {
            ColumnReader::ByteArrayColumnReader(reader) => Ok(Self { reader }),
            _ => Err(ParquetError::General("a column of text is stored as something else".to_owned())),
        }
    }

    /// Reads the values of the next rows, `None` for null.
    fn read(&mut self, rows: usize) -> Result<Vec<Option<ByteArray>>, ParquetError> {
        let mut levels = Vec::new();
        let mut values = Vec::new();
        let mut read = 0;
        while read < rows {
            let (records, ..) = self.reader.read_records(rows - read, Some(&mut levels), None, &mut values)?;
            if records == 0 {
                return Err(ParquetError::EOF(format!("a column ends {} rows early", rows - read)));
            }
            read += records;
        }
        if levels.is_empty() {
            // No value can be null.
            return Ok(values.into_iter().map(Some).collect());
        }
        let mut values = values.into_iter();
        Ok(levels.into_iter().map(|level| if level > 0 { values.next() } else { None }).collect())
    }
}

/// The findings of a batch.
struct Linted {
    findings: Vec<Option<Vec<LintMessage>>>,
    statuses: Vec<Option<Status>>,
    summary: DatasetSummary,
}

fn lint(batch: &Batch, is_response: bool, rules: &RuleSet, options: &DatasetOptions) -> Linted {
    let text = |value: &'_ ByteArray| String::from_utf8_lossy(value.data()).into_owned();
    let linted: Vec<Option<(Vec<LintMessage>, Status)>> = batch
        .codes
        .par_iter()
        .enumerate()
        .map_init(
            || {
                Analyzer::with_limits(rules, options.limits)
                    .ignoring_directives(options.ignores_directives)
                    .judging_findings(options.judges)
            },
            |analyzer, (row, code)| {
                let code = String::from_utf8_lossy(code.as_ref()?.data());
                let filename = batch.filenames.get(row).and_then(Option::as_ref).map(text);
                let language = batch.languages.get(row).and_then(Option::as_ref).map(text);
                let given = Given {
                    text: &code,
                    is_response,
                    said: language.as_deref().and_then(Said::of_word).or(options.language),
                    filename: filename.as_deref(),
                };
                let read = given.analyze(analyzer, &options.filename);
                Some((read.analysis.messages, read.status))
            },
        )
        .collect();
    let statuses: Vec<Option<Status>> = linted.iter().map(|row| row.as_ref().map(|&(_, status)| status)).collect();
    let mut findings: Vec<Option<Vec<LintMessage>>> =
        linted.into_iter().map(|row| row.map(|(messages, _)| messages)).collect();
    let mut summary = DatasetSummary { rows: findings.len() as u64, ..DatasetSummary::default() };
    for messages in findings.iter_mut().flatten() {
        let counts = Counts::of(messages);
        summary.rows_with_errors += u64::from(counts.errors > 0);
        summary.warnings += counts.warnings as u64;
        if options.quiet {
            messages.retain(|message| message.severity == Severity::Error);
        }
    }
    Linted { findings, statuses, summary }
}
