//! Reading of files that may be anything: bounded by the bytes read, not by the size that the disk reports.

use std::{
    borrow::Cow,
    fs::{self, File, Metadata, OpenOptions},
    io::{self, Read},
    path::Path,
};

use thiserror::Error;

/// The reason why a file yields no text.
#[derive(Debug, Error)]
pub enum ReadError {
    #[error("{0}")]
    Io(#[from] io::Error),
    #[error("it is {0}, not a file")]
    Kind(&'static str),
    #[error("it holds binary data, not text")]
    Binary,
}

/// The bytes of a file up to a limit.
pub enum Contents {
    Whole(Vec<u8>),
    /// The file has this many bytes, or more.
    TooLarge(usize),
}

/// Reads the bytes of a regular file, up to `most`.
///
/// # Errors
///
/// The file cannot be read, or is a device, a FIFO or a socket, which may never end.
pub fn read_file(path: &Path, most: usize) -> Result<Contents, ReadError> {
    // Checked before it is opened, because opening has an effect on some devices.
    check_kind(&fs::metadata(path)?)?;
    let file = open(path)?;
    let metadata = file.metadata()?;
    check_kind(&metadata)?;
    read(file, usize::try_from(metadata.len()).unwrap_or(usize::MAX), most)
}

/// Reads an input of about this size, up to `most` bytes.
///
/// # Errors
///
/// Errors of the input.
fn read(input: impl Read, size: usize, most: usize) -> Result<Contents, ReadError> {
    if size > most {
        return Ok(Contents::TooLarge(size));
    }
    let mut bytes = Vec::new();
    // One more byte, so that the end is found without growing the buffer.
    bytes.try_reserve_exact(size.saturating_add(1)).map_err(io::Error::from)?;
    input.take(most.saturating_add(1) as u64).read_to_end(&mut bytes)?;
    Ok(if bytes.len() > most { Contents::TooLarge(bytes.len()) } else { Contents::Whole(bytes) })
}

/// Opens a file without blocking, in case it has become a FIFO.
fn open(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::custom_flags(&mut options, nix::fcntl::OFlag::O_NONBLOCK.bits());
    options.open(path)
}

/// Checks that something is a regular file.
///
/// # Errors
///
/// The kind of file that it is instead.
pub fn check_kind(metadata: &Metadata) -> Result<(), ReadError> {
    if metadata.is_file() {
        return Ok(());
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt;
        let kind = metadata.file_type();
        if kind.is_fifo() {
            return Err(ReadError::Kind("a FIFO"));
        }
        if kind.is_socket() {
            return Err(ReadError::Kind("a socket"));
        }
        if kind.is_char_device() || kind.is_block_device() {
            return Err(ReadError::Kind("a device"));
        }
    }
    Err(ReadError::Kind(if metadata.is_dir() { "a folder" } else { "something else" }))
}

/// Decodes a text: UTF-8, or UTF-16 with a byte order mark, with U+FFFD for what is neither.
///
/// # Errors
///
/// The bytes are not text.
pub fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, ReadError> {
    match bytes {
        [0xFF, 0xFE, rest @ ..] => return Ok(Cow::Owned(utf16(rest, u16::from_le_bytes))),
        [0xFE, 0xFF, rest @ ..] => return Ok(Cow::Owned(utf16(rest, u16::from_be_bytes))),
        _ => {}
    }
    let text = String::from_utf8_lossy(bytes);
    let zeros = || memchr::memchr_iter(0, bytes).count();
    // Good code may have a zero byte in a string. Many zeros mean another format, as does one zero with invalid UTF-8.
    let is_binary = match text {
        Cow::Borrowed(_) => zeros() > bytes.len() / 8,
        Cow::Owned(_) => memchr::memchr(0, bytes).is_some(),
    };
    if is_binary { Err(ReadError::Binary) } else { Ok(text) }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let (pairs, odd) = bytes.as_chunks();
    let units = pairs.iter().map(|&pair| unit(pair));
    let mut text: String = char::decode_utf16(units).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
    if !odd.is_empty() {
        text.push(char::REPLACEMENT_CHARACTER);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utf_16_is_decoded_by_its_mark() {
        let units = "a = 'é😀'\n".encode_utf16();
        let little: Vec<u8> = [0xFF, 0xFE].into_iter().chain(units.clone().flat_map(u16::to_le_bytes)).collect();
        let big: Vec<u8> = [0xFE, 0xFF].into_iter().chain(units.flat_map(u16::to_be_bytes)).collect();
        assert_eq!(decode(&little).unwrap(), "a = 'é😀'\n");
        assert_eq!(decode(&big).unwrap(), "a = 'é😀'\n");
        assert_eq!(decode(&[0xFF, 0xFE, b'a', 0, 0, 0xD8, b'b']).unwrap(), "a\u{FFFD}\u{FFFD}");
    }

    #[test]
    fn binary_data_is_no_text() {
        assert!(decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").is_err());
        assert!(decode(&"a = 1\n".bytes().flat_map(|byte| [byte, 0]).collect::<Vec<_>>()).is_err());
        assert_eq!(decode(b"a = '\0'; // \n".as_slice()).unwrap(), "a = '\0'; // \n");
        assert_eq!(decode(b"a = '\xE9'").unwrap(), "a = '\u{FFFD}'");
    }

    #[test]
    fn no_more_is_read_than_the_limit_whatever_size_was_told() {
        let limit = |size, most| match read(io::repeat(b'a').take(100), size, most).unwrap() {
            Contents::Whole(bytes) => Ok(bytes.len()),
            Contents::TooLarge(size) => Err(size),
        };
        assert_eq!(limit(0, 100), Ok(100));
        assert_eq!(limit(0, 99), Err(100));
        assert_eq!(limit(1000, 99), Err(1000));
        assert!(matches!(read(io::repeat(b'a'), 0, 50).unwrap(), Contents::TooLarge(51)));
    }
}
