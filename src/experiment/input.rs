//! Access to the bytes of an input: files, standard input, compressed data.

use std::{
    fs::File,
    io::{self, BufRead, BufReader, Cursor, Read},
    path::Path,
};

/// The path that means standard input.
pub const STANDARD_INPUT: &str = "-";

/// The bytes to which a compressed input may expand: a small file can claim any size.
const MAX_DECOMPRESSED_BYTES: u64 = 16 << 30;

/// The bytes that are read at once.
const READ_BYTES: usize = 256 << 10;

/// The beginning of gzip data.
const GZIP_MAGIC: &[u8] = &[0x1f, 0x8b];
/// The beginning of zstd data.
const ZSTD_MAGIC: &[u8] = &[0x28, 0xb5, 0x2f, 0xfd];

/// The bytes of an input that are examined to recognize its kind.
const HEAD_BYTES: u64 = 64 << 10;

/// An input, decompressed if necessary, whatever its name.
pub(super) struct Input {
    /// The first bytes.
    pub head: Vec<u8>,
    rest: Box<dyn Read>,
}

impl Input {
    /// Opens a file or standard input.
    ///
    /// # Errors
    ///
    /// The reason why it cannot be read, in words for people.
    pub(super) fn open(path: &Path) -> Result<Self, String> {
        let cannot = |error| format!("cannot be read: {error}");
        let raw: Box<dyn Read> = if path.as_os_str() == STANDARD_INPUT {
            Box::new(io::stdin())
        } else {
            Box::new(File::open(path).map_err(cannot)?)
        };
        let input = Self::of(raw).map_err(cannot)?;
        // Data that was compressed twice gets no message of its own.
        if input.head.starts_with(GZIP_MAGIC) {
            let decoder = flate2::bufread::MultiGzDecoder::new(input.into_reader());
            Self::of(Box::new(Decoded::new(decoder, "gzip"))).map_err(|error| error.to_string())
        } else if input.head.starts_with(ZSTD_MAGIC) {
            let decoder = zstd::stream::read::Decoder::with_buffer(input.into_reader())
                .map_err(|error| format!("is not valid zstd: {error}"))?;
            Self::of(Box::new(Decoded::new(decoder, "zstd"))).map_err(|error| error.to_string())
        } else {
            Ok(input)
        }
    }

    fn of(mut rest: Box<dyn Read>) -> io::Result<Self> {
        let mut head = Vec::new();
        rest.by_ref().take(HEAD_BYTES).read_to_end(&mut head)?;
        Ok(Self { head, rest })
    }

    /// Returns the input from its beginning on.
    pub(super) fn into_reader(self) -> impl BufRead {
        BufReader::with_capacity(READ_BYTES, Cursor::new(self.head).chain(self.rest))
    }

    /// Returns the whole input.
    ///
    /// # Errors
    ///
    /// The reason why it cannot be read, in words for people.
    pub(super) fn into_bytes(self) -> Result<Vec<u8>, String> {
        let Self { mut head, mut rest } = self;
        rest.read_to_end(&mut head).map_err(|error| words(&error))?;
        Ok(head)
    }
}

/// Returns the reason why reading failed, in words.
pub(super) fn words(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::InvalidData if error.get_ref().is_some() => error.to_string(),
        _ => format!("cannot be read: {error}"),
    }
}

/// The output of a decoder, up to a limit. Its errors name the kind of compression.
struct Decoded<R> {
    decoder: io::Take<R>,
    kind: &'static str,
}

impl<R: Read> Decoded<R> {
    fn new(decoder: R, kind: &'static str) -> Self {
        Self { decoder: decoder.take(MAX_DECOMPRESSED_BYTES + 1), kind }
    }
}

impl<R: Read> Read for Decoded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let kind = self.kind;
        let invalid = |words: String| io::Error::new(io::ErrorKind::InvalidData, words);
        let read = self.decoder.read(buffer);
        let read = read.map_err(|error| invalid(format!("is {kind} that breaks off or is damaged: {error}")))?;
        if self.decoder.limit() == 0 {
            return Err(invalid(format!("is {kind} that grows beyond {} GiB", MAX_DECOMPRESSED_BYTES >> 30)));
        }
        Ok(read)
    }
}

/// Returns a file's name without the extensions of compression.
pub(super) fn bare_name(path: &Path) -> &Path {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    [".gz", ".zst", ".zstd"].iter().find_map(|ending| name.strip_suffix(ending)).map_or(path, Path::new)
}
