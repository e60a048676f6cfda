//! Blocks of whole rows, and where they are read from and their answers written to.

use std::{
    collections::BTreeMap,
    io::{self, BufRead, BufReader, Read, Write},
    iter,
};

/// The bytes that are read at once: the capacity of a pipe.
const BLOCK_BYTES: usize = 64 << 10;

/// The bytes of the longest row that is read; the rest of a longer one is skipped.
pub(super) const MAX_ROW_BYTES: usize = 64 << 20;

/// A run of whole rows.
#[derive(Default)]
pub(super) struct Block {
    /// Its number in the stream, from 0.
    pub(super) number: u64,
    /// The line of its first row, from 1.
    pub(super) first_line: u64,
    pub(super) rows: Vec<u8>,
    /// It is the beginning of a single row that is too long.
    pub(super) is_cut: bool,
}

/// Returns the rows of a block, each with its line end.
pub(super) fn rows(block: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = block;
    iter::from_fn(move || {
        let end = memchr::memchr(b'\n', rest).map_or(rest.len(), |end| end + 1);
        let row;
        (row, rest) = rest.split_at(end);
        (!row.is_empty()).then_some(row)
    })
}

pub(super) struct Input<R> {
    reader: BufReader<R>,
    /// The number of the next block.
    block: u64,
    /// The line of the next row.
    line: u64,
}

impl<R: Read> Input<R> {
    pub(super) fn new(reader: R) -> Self {
        Self { reader: BufReader::with_capacity(BLOCK_BYTES, reader), block: 0, line: 1 }
    }

    /// Reads the available rows, or waits for one. Returns whether there was any.
    pub(super) fn read(&mut self, block: &mut Block) -> io::Result<bool> {
        block.rows.clear();
        block.is_cut = false;
        loop {
            let there = self.peek()?;
            if there.is_empty() {
                break;
            }
            if let Some(end) = memchr::memrchr(b'\n', there) {
                block.rows.extend_from_slice(&there[..=end]);
                self.reader.consume(end + 1);
                break;
            }
            let length = there.len();
            block.rows.extend_from_slice(there);
            self.reader.consume(length);
            if block.rows.len() > MAX_ROW_BYTES {
                block.is_cut = true;
                self.skip_row()?;
                break;
            }
        }
        block.number = self.block;
        block.first_line = self.line;
        self.block += 1;
        self.line += if block.is_cut { 1 } else { memchr::memchr_iter(b'\n', &block.rows).count() as u64 };
        Ok(!block.rows.is_empty())
    }

    fn skip_row(&mut self) -> io::Result<()> {
        loop {
            let there = self.peek()?;
            let end = memchr::memchr(b'\n', there);
            let length = end.map_or(there.len(), |end| end + 1);
            self.reader.consume(length);
            if end.is_some() || length == 0 {
                return Ok(());
            }
        }
    }

    /// Returns the bytes that can be read without waiting, or else waits for the next; empty at the end.
    fn peek(&mut self) -> io::Result<&[u8]> {
        while let Err(error) = self.reader.fill_buf() {
            if error.kind() != io::ErrorKind::Interrupted {
                return Err(error);
            }
        }
        Ok(self.reader.buffer())
    }
}

pub(super) struct Output<W> {
    writer: W,
    /// The number of the block that is written next, where order is kept.
    pub(super) next: u64,
    /// The answers to later blocks that were finished earlier.
    pub(super) finished: BTreeMap<u64, Vec<u8>>,
    /// Writing failed, so that nothing more is written.
    pub(super) closed: bool,
}

impl<W: Write> Output<W> {
    pub(super) fn new(writer: W) -> Self {
        Self { writer, next: 0, finished: BTreeMap::new(), closed: false }
    }

    /// Writes the answers to the next block, and to those that waited for it.
    pub(super) fn write_in_turn(&mut self, answers: &[u8]) -> io::Result<()> {
        self.write(answers)?;
        self.next += 1;
        while let Some(answers) = self.finished.remove(&self.next) {
            self.write(&answers)?;
            self.next += 1;
        }
        Ok(())
    }

    pub(super) fn write(&mut self, answers: &[u8]) -> io::Result<()> {
        if self.closed {
            return Err(io::ErrorKind::BrokenPipe.into());
        }
        let written = self.writer.write_all(answers).and_then(|()| self.writer.flush());
        self.closed = written.is_err();
        written
    }
}
