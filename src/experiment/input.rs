//! Getting at the bytes of an input: files, standard input, what is compressed.

use std::{
    fs,
    io::{self, Read},
    path::Path,
};

/// The path that means standard input.
pub const STANDARD_INPUT: &str = "-";

/// The most bytes that a compressed input may grow to: a small file can claim any size.
const MAX_DECOMPRESSED_BYTES: u64 = 16 << 30;

/// How an input begins that is compressed.
const GZIP_MAGIC: &[u8] = &[0x1f, 0x8b];
const ZSTD_MAGIC: &[u8] = &[0x28, 0xb5, 0x2f, 0xfd];

/// Reads an input whole, uncompressed where it is compressed, whatever its name.
///
/// # Errors
///
/// That it cannot be read, in words for people.
pub(super) fn read(path: &Path) -> Result<Vec<u8>, String> {
    let bytes = if path.as_os_str() == STANDARD_INPUT {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        fs::read(path)
    };
    let mut bytes = bytes.map_err(|error| format!("cannot be read: {error}"))?;
    // A file that was compressed twice is not worth more words.
    if bytes.starts_with(GZIP_MAGIC) {
        bytes = whole(flate2::read::MultiGzDecoder::new(bytes.as_slice()), "gzip")?;
    } else if bytes.starts_with(ZSTD_MAGIC) {
        let decoder = zstd::stream::read::Decoder::with_buffer(bytes.as_slice());
        bytes = whole(decoder.map_err(|error| format!("is no zstd that can be read: {error}"))?, "zstd")?;
    }
    Ok(bytes)
}

fn whole(decoder: impl Read, kind: &str) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let read = decoder.take(MAX_DECOMPRESSED_BYTES + 1).read_to_end(&mut bytes);
    read.map_err(|error| format!("is {kind} that breaks off or is damaged: {error}"))?;
    if bytes.len() as u64 > MAX_DECOMPRESSED_BYTES {
        return Err(format!("is {kind} that grows beyond {} GiB", MAX_DECOMPRESSED_BYTES >> 30));
    }
    Ok(bytes)
}

/// A file's name without the endings that say how it is compressed.
pub(super) fn bare_name(path: &Path) -> &Path {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    [".gz", ".zst", ".zstd"].iter().find_map(|ending| name.strip_suffix(ending)).map_or(path, Path::new)
}
