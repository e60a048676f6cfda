//! The output of commands: files and standard output.

use std::{
    fs::{self, File},
    io::{self, BufWriter, IsTerminal, Write},
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};

use miette::{Diagnostic, IntoDiagnostic, Result, WrapErr};
use tempfile::NamedTempFile;
use thiserror::Error;

use crate::{report::terminal::Style, terminal::Terminal};

/// The bytes that are written at once.
const BUFFER_BYTES: usize = 64 << 10;

/// The reader of standard output went away: it has read enough, and the command ends.
#[derive(Debug, Error, Diagnostic)]
#[error("the reader of standard output went away")]
pub struct ReaderLeft;

/// Writes a command's text to a file, or to standard output.
///
/// # Errors
///
/// The text cannot be written, or [`ReaderLeft`].
pub fn write(file: Option<&Path>, text: &str) -> Result<()> {
    let written = write_with(file, |out| out.write_all(text.as_bytes()))?;
    written.ok_or_else(|| ReaderLeft.into())
}

/// Writes a text to a file that is not there yet, whole or not at all.
///
/// # Errors
///
/// There is one already, or it cannot be written.
pub fn write_new(file: &Path, text: &str) -> Result<()> {
    let write = || {
        if fs::symlink_metadata(file).is_ok() {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        let mut temporary = temporary_beside(file)?;
        temporary.write_all(text.as_bytes())?;
        temporary.persist_noclobber(file).map(drop).map_err(io::Error::from)
    };
    write().into_diagnostic().wrap_err_with(|| failure(Some(file)))
}

/// Writes like [`write`], from a function that writes piece by piece and returns a value: `None` where the reader went
/// away.
pub fn write_with<T>(file: Option<&Path>, fill: impl FnOnce(&mut dyn Write) -> io::Result<T>) -> Result<Option<T>> {
    write_many(&[file], |outputs| fill(&mut outputs[0]))
}

/// Writes like [`write_with`], to several files at once, or to standard output where there is no path. If one of them
/// cannot be written, no file is changed.
pub fn write_many<T>(files: &[Option<&Path>], fill: impl FnOnce(&mut [Output]) -> io::Result<T>) -> Result<Option<T>> {
    let mut outputs = files.iter().map(|file| Output::open(*file)).collect::<Result<Vec<Output>>>()?;
    let filled = fill(&mut outputs).and_then(|given| {
        outputs.iter_mut().try_for_each(Write::flush)?;
        Ok(given)
    });
    match filled {
        Ok(given) => {
            outputs.into_iter().try_for_each(Output::keep)?;
            Ok(Some(given))
        }
        Err(error) => match outputs.iter().find(|output| output.has_failed) {
            Some(output) if output.file.is_none() && error.kind() == io::ErrorKind::BrokenPipe => Ok(None),
            Some(output) => Err(error).into_diagnostic().wrap_err(output.failure()),
            None => Err(error).into_diagnostic().wrap_err("the results cannot be written"),
        },
    }
}

/// A file or standard output that is written to.
pub struct Output {
    file: Option<PathBuf>,
    out: BufWriter<Stream>,
    has_failed: bool,
}

enum Stream {
    Standard,
    /// A regular file: the new contents replace it at the end.
    Replaced(NamedTempFile),
    /// A device, a pipe or a link, which is written directly.
    Direct(File),
}

impl Output {
    pub fn open(file: Option<&Path>) -> Result<Self> {
        let stream = match file {
            None => Ok(Stream::Standard),
            Some(path) => Stream::open(path),
        };
        let stream = stream.into_diagnostic().wrap_err_with(|| failure(file))?;
        let out = BufWriter::with_capacity(BUFFER_BYTES, stream);
        Ok(Self { file: file.map(Path::to_path_buf), out, has_failed: false })
    }

    /// Returns the message for an error of this output.
    pub fn failure(&self) -> String {
        failure(self.file.as_deref())
    }

    /// Puts the new contents in place.
    pub fn keep(self) -> Result<()> {
        let failure = self.failure();
        let stream = self.out.into_inner().map_err(io::IntoInnerError::into_error);
        stream.and_then(|stream| stream.keep(self.file.as_deref())).into_diagnostic().wrap_err(failure)
    }
}

fn failure(file: Option<&Path>) -> String {
    match file {
        Some(path) => format!("`{}` cannot be written", path.display()),
        None => "standard output cannot be written".to_owned(),
    }
}

/// Makes the file that is to become the one at a path, in the same folder.
fn temporary_beside(path: &Path) -> io::Result<NamedTempFile> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".oxsec-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

impl Stream {
    fn open(path: &Path) -> io::Result<Self> {
        let known = fs::symlink_metadata(path).ok();
        if known.as_ref().is_some_and(|metadata| !metadata.is_file()) {
            return File::create(path).map(Self::Direct);
        }
        let temporary = temporary_beside(path)?;
        if let Some(metadata) = known {
            if metadata.permissions().readonly() {
                return Err(io::Error::from(io::ErrorKind::PermissionDenied));
            }
            temporary.as_file().set_permissions(metadata.permissions())?;
        }
        Ok(Self::Replaced(temporary))
    }

    fn keep(self, path: Option<&Path>) -> io::Result<()> {
        match (self, path) {
            (Self::Replaced(temporary), Some(path)) => temporary.persist(path).map(drop).map_err(io::Error::from),
            _ => Ok(()),
        }
    }
}

impl Write for Stream {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Standard => io::stdout().lock().write(bytes),
            Self::Replaced(file) => file.write(bytes),
            Self::Direct(file) => file.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Standard => io::stdout().lock().flush(),
            Self::Replaced(file) => file.flush(),
            Self::Direct(file) => file.flush(),
        }
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.out.write(bytes).inspect_err(|_| self.has_failed = true)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush().inspect_err(|_| self.has_failed = true)
    }
}

/// An output that several threads write to, until it is taken from them.
#[derive(Clone)]
pub struct Shared(Arc<Mutex<Option<Output>>>);

impl Shared {
    pub fn open(file: Option<&Path>) -> Result<Self> {
        Ok(Self(Arc::new(Mutex::new(Some(Output::open(file)?)))))
    }

    /// Takes the output from all threads. A file that is dropped without [`Output::keep`] stays unchanged.
    pub fn take(&self) -> Option<Output> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    fn with(&self, act: impl FnOnce(&mut Output) -> io::Result<usize>) -> io::Result<usize> {
        let mut output = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        output.as_mut().map_or(Err(io::ErrorKind::BrokenPipe.into()), act)
    }
}

impl Write for Shared {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.with(|output| output.write(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        self.with(|output| output.flush().map(|()| 0)).map(drop)
    }
}

/// Returns the style of tables on a stream: as wide as the terminal and with emphasis, or plain.
pub fn terminal_style(stream: &impl IsTerminal) -> Style {
    let terminal = if stream.is_terminal() { Terminal::stdout(None) } else { Terminal::PLAIN };
    Style { width: terminal.width, styled: terminal.colors }
}
