//! Where a command's text goes.

use std::{
    fs::File,
    io::{self, BufWriter, IsTerminal, Write},
    path::Path,
};

use miette::{IntoDiagnostic, Result, WrapErr};

use crate::report::terminal::Style;

/// Writes a command's text to a file, or to standard output. A reader that goes away is no error: it
/// has read enough.
pub fn write(file: Option<&Path>, text: &str) -> Result<()> {
    write_with(file, |out| out.write_all(text.as_bytes()))?;
    Ok(())
}

/// As [`write`], for what writes itself piece by piece and gives something then: `None` where the reader went away.
pub fn write_with<T>(file: Option<&Path>, fill: impl FnOnce(&mut dyn Write) -> io::Result<T>) -> Result<Option<T>> {
    match file {
        Some(path) => File::create(path)
            .and_then(|file| filled(file, fill))
            .map(Some)
            .into_diagnostic()
            .wrap_err_with(|| format!("`{}` cannot be written", path.display())),
        None => match filled(io::stdout().lock(), fill) {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(None),
            written => written.map(Some).into_diagnostic().wrap_err("standard output cannot be written"),
        },
    }
}

/// Opens a file, or standard output, for what is written while work goes on; with words for what went
/// wrong where that fails.
pub fn open(file: Option<&Path>) -> Result<(String, Box<dyn Write + Send>)> {
    match file {
        Some(path) => {
            let failure = format!("`{}` cannot be written", path.display());
            let file = File::create(path).into_diagnostic().wrap_err_with(|| failure.clone())?;
            Ok((failure, Box::new(file)))
        }
        None => Ok(("standard output cannot be written".to_owned(), Box::new(io::stdout()))),
    }
}

fn filled<T>(out: impl Write, fill: impl FnOnce(&mut dyn Write) -> io::Result<T>) -> io::Result<T> {
    let mut out = BufWriter::with_capacity(1 << 16, out);
    let given = fill(&mut out)?;
    out.flush()?;
    Ok(given)
}

/// How tables are set on a stream: as wide as the terminal and with emphasis, or plain at 100 columns.
pub fn terminal_style(stream: &impl IsTerminal) -> Style {
    let styled = stream.is_terminal() && std::env::var_os("NO_COLOR").is_none();
    let width = terminal_size::terminal_size().map_or(100, |(terminal_size::Width(width), _)| usize::from(width));
    Style { width, styled }
}
