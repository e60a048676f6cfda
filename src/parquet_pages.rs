//! Checks the sizes that a Parquet file claims for its pages, before anything allocates room for them.
//!
//! A page of a few kilobytes can claim two gigabytes when decompressed, and the decoder allocates what it claims. The
//! headers are Thrift's compact protocol:
//! <https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md>, `PageHeader` in
//! <https://github.com/apache/parquet-format/blob/master/src/main/thrift/parquet.thrift>.

use std::io::{self, BufReader, Read, Seek, SeekFrom};

use parquet::file::metadata::ParquetMetaData;
use thiserror::Error;

/// The bytes that a page may always hold, whatever the limit on texts: writers fill pages with rows before they check
/// the size.
const MIN_PAGE_LIMIT_BYTES: u64 = 256 << 20;

/// The texts of the largest size that fit into a page.
const TEXTS_PER_PAGE: u64 = 8;

/// The depth to which structures in a header may nest; the format uses two levels.
const MAX_DEPTH: usize = 8;

/// The bytes of a file that are read at once: a header has some dozens.
const READ_BYTES: usize = 512;

/// The reason why a file's pages are not read.
#[derive(Debug, Error)]
pub(crate) enum PageError {
    #[error("cannot be read")]
    Read(#[from] io::Error),
    #[error(
        "the column `{column}` has a page of {size} bytes, more than the limit of {limit}; raise it with --max-bytes"
    )]
    TooLarge { column: String, size: u64, limit: u64 },
    #[error("the column `{column}` has an invalid page header")]
    Header { column: String },
}

/// Checks the sizes that the pages of these columns claim, dictionaries included. `max_text_bytes` is the limit on one
/// text.
///
/// # Errors
///
/// A page is larger than `TEXTS_PER_PAGE` texts of that size, or its header is invalid.
pub(crate) fn check_pages(
    input: impl Read + Seek,
    metadata: &ParquetMetaData,
    columns: &[usize],
    max_text_bytes: usize,
) -> Result<(), PageError> {
    let limit = (max_text_bytes as u64).saturating_mul(TEXTS_PER_PAGE).max(MIN_PAGE_LIMIT_BYTES);
    let mut headers = Headers { input: BufReader::with_capacity(READ_BYTES, input), at: 0 };
    for group in metadata.row_groups() {
        for chunk in columns.iter().filter_map(|&column| group.columns().get(column)) {
            let column = || chunk.column_path().string();
            let (start, length) = chunk.byte_range();
            let end = start.saturating_add(length);
            headers.seek(start)?;
            while headers.at < end {
                let sizes = headers.read().map_err(|error| match error.kind() {
                    io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof => PageError::Header { column: column() },
                    _ => PageError::Read(error),
                })?;
                if sizes.uncompressed > limit {
                    return Err(PageError::TooLarge { column: column(), size: sizes.uncompressed, limit });
                }
                headers.seek(headers.at.saturating_add(sizes.compressed))?;
            }
        }
    }
    Ok(())
}

/// The sizes of a page in bytes, without its header.
struct Sizes {
    uncompressed: u64,
    compressed: u64,
}

struct Headers<R> {
    input: BufReader<R>,
    /// The offset in the file.
    at: u64,
}

impl<R: Read + Seek> Headers<R> {
    fn seek(&mut self, to: u64) -> io::Result<()> {
        let by = i64::try_from(i128::from(to) - i128::from(self.at)).map_err(|_| invalid())?;
        if self.at == 0 {
            self.input.seek(SeekFrom::Start(to))?;
        } else {
            self.input.seek_relative(by)?;
        }
        self.at = to;
        Ok(())
    }

    /// Reads a header: a structure whose second and third fields are the sizes.
    fn read(&mut self) -> io::Result<Sizes> {
        let (mut uncompressed, mut compressed) = (None, None);
        let mut field = 0;
        while let Some(kind) = self.field(&mut field)? {
            match (field, kind) {
                (2, 5) => uncompressed = Some(self.zigzag()?),
                (3, 5) => compressed = Some(self.zigzag()?),
                (_, kind) => self.skip(kind, MAX_DEPTH)?,
            }
        }
        let size = |size: Option<i64>| size.and_then(|size| u64::try_from(size).ok()).ok_or_else(invalid);
        Ok(Sizes { uncompressed: size(uncompressed)?, compressed: size(compressed)? })
    }

    /// Reads the beginning of a structure's next field: its type, and its number into `field`. `None` at the
    /// structure's end.
    fn field(&mut self, field: &mut i64) -> io::Result<Option<u8>> {
        let byte = self.byte()?;
        let (delta, kind) = (byte >> 4, byte & 15);
        if kind == 0 {
            return Ok(None);
        }
        *field = if delta == 0 { self.zigzag()? } else { field.saturating_add(i64::from(delta)) };
        Ok(Some(kind))
    }

    /// Skips a value of a type.
    fn skip(&mut self, kind: u8, depth: usize) -> io::Result<()> {
        let depth = depth.checked_sub(1).ok_or_else(invalid)?;
        match kind {
            1 | 2 => Ok(()),
            3 => self.skip_bytes(1),
            4..=6 => self.varint().map(drop),
            7 => self.skip_bytes(8),
            8 => {
                let length = self.varint()?;
                self.skip_bytes(length)
            }
            9 | 10 => {
                let byte = self.byte()?;
                let length = if byte >> 4 == 15 { self.varint()? } else { u64::from(byte >> 4) };
                for _ in 0..length {
                    // A boolean is one byte in a list.
                    self.skip(if matches!(byte & 15, 1 | 2) { 3 } else { byte & 15 }, depth)?;
                }
                Ok(())
            }
            12 => {
                let mut field = 0;
                while let Some(kind) = self.field(&mut field)? {
                    self.skip(kind, depth)?;
                }
                Ok(())
            }
            // The format has no maps.
            _ => Err(invalid()),
        }
    }

    fn skip_bytes(&mut self, count: u64) -> io::Result<()> {
        self.seek(self.at.checked_add(count).ok_or_else(invalid)?)
    }

    fn zigzag(&mut self) -> io::Result<i64> {
        let value = self.varint()?;
        Ok((value >> 1).cast_signed() ^ -((value & 1).cast_signed()))
    }

    fn varint(&mut self) -> io::Result<u64> {
        let mut value = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            value |= u64::from(byte & 127) << shift;
            if byte < 128 {
                return Ok(value);
            }
        }
        Err(invalid())
    }

    fn byte(&mut self) -> io::Result<u8> {
        let mut byte = [0];
        self.input.read_exact(&mut byte)?;
        self.at += 1;
        Ok(byte[0])
    }
}

fn invalid() -> io::Error {
    io::ErrorKind::InvalidData.into()
}

#[cfg(test)]
mod tests {
    use std::{io::Cursor, sync::Arc};

    use bytes::Bytes;
    use parquet::{
        basic::{Compression, Repetition, Type as PhysicalType, ZstdLevel},
        data_type::{ByteArray, ByteArrayType},
        file::{
            properties::{EnabledStatistics, WriterProperties, WriterVersion},
            reader::{FileReader, SerializedFileReader},
            writer::SerializedFileWriter,
        },
        schema::types::Type,
    };

    use super::*;

    /// Returns a file with one column of these texts.
    fn file(texts: &[String], version: WriterVersion, dictionary: bool) -> Vec<u8> {
        let field = Type::primitive_type_builder("code", PhysicalType::BYTE_ARRAY)
            .with_repetition(Repetition::REQUIRED)
            .build()
            .unwrap();
        let schema = Type::group_type_builder("schema").with_fields(vec![Arc::new(field)]).build().unwrap();
        let properties = WriterProperties::builder()
            .set_compression(Compression::ZSTD(ZstdLevel::default()))
            .set_writer_version(version)
            .set_statistics_enabled(EnabledStatistics::Page)
            .set_dictionary_enabled(dictionary)
            .set_data_page_size_limit(1000)
            .set_write_batch_size(4)
            .build();
        let mut bytes = Vec::new();
        let mut writer = SerializedFileWriter::new(&mut bytes, Arc::new(schema), Arc::new(properties)).unwrap();
        let mut group = writer.next_row_group().unwrap();
        let mut column = group.next_column().unwrap().unwrap();
        let values: Vec<ByteArray> = texts.iter().map(|text| text.as_str().into()).collect();
        column.typed::<ByteArrayType>().write_batch(&values, None, None).unwrap();
        column.close().unwrap();
        group.close().unwrap();
        writer.close().unwrap();
        bytes
    }

    fn checked(bytes: &[u8], most: usize) -> Result<(), PageError> {
        let reader = SerializedFileReader::new(Bytes::copy_from_slice(bytes)).unwrap();
        check_pages(Cursor::new(bytes), reader.metadata(), &[0], most)
    }

    #[test]
    fn pages_of_every_form_are_walked_to_the_end() {
        let texts: Vec<String> = (0..500).map(|index| format!("call_{index}({});", "a".repeat(index))).collect();
        for version in [WriterVersion::PARQUET_1_0, WriterVersion::PARQUET_2_0] {
            for dictionary in [false, true] {
                checked(&file(&texts, version, dictionary), 1000).unwrap();
            }
        }
    }

    #[test]
    fn a_page_that_claims_too_much_is_named() {
        // A few kilobytes that become 300 MB.
        let bomb = file(&["a".repeat(300 << 20)], WriterVersion::PARQUET_1_0, false);
        assert!(bomb.len() < 1 << 20);
        let error = checked(&bomb, 20 << 20).unwrap_err();
        assert!(matches!(error, PageError::TooLarge { .. }), "{error}");
        checked(&bomb, 100 << 20).unwrap();
    }

    #[test]
    fn broken_headers_end_the_walk() {
        let whole = file(&["f();".into(), "g();".into()], WriterVersion::PARQUET_1_0, true);
        let reader = SerializedFileReader::new(Bytes::copy_from_slice(&whole)).unwrap();
        for at in 4..60 {
            for byte in [0, 0xFF, 0x8C, 0x1C, 0x19] {
                let mut broken = whole.clone();
                broken[at] = byte;
                // Any end will do.
                let _ = check_pages(Cursor::new(&broken), reader.metadata(), &[0], 1000);
            }
        }
    }
}
