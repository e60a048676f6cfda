//! The origin of the figures: the program, the input, the date, and the command to reproduce them.

use std::{fs, io, path::Path};

use maud::{Markup, html};
use sha2::{Digest, Sha256};

use super::super::Report;
use crate::text::visible_line;

/// The origin of a report.
#[derive(Clone, Debug, Default)]
pub struct Origin {
    /// The date and time of the report in ISO 8601.
    pub date: String,
    pub inputs: Vec<Input>,
    /// The presets and rules that were named.
    pub rules: String,
    /// The command line.
    pub command: String,
    /// The command line for the answers that the page has no room for.
    pub everything: String,
}

/// A file or folder that was read.
#[derive(Clone, Debug)]
pub struct Input {
    pub name: String,
    /// The digest in hexadecimal; `None` where the input cannot be read twice.
    pub sha256: Option<String>,
}

impl Input {
    /// Hashes a file, or the names and contents of all files of a folder in the order of their names.
    pub fn read(path: &Path) -> Self {
        let mut hash = Sha256::new();
        let is_hashed = path.as_os_str() != "-" && add(path, path, &mut hash).is_ok();
        let sha256 = is_hashed.then(|| hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect());
        Self { name: path.display().to_string(), sha256 }
    }
}

fn add(root: &Path, path: &Path, hash: &mut Sha256) -> io::Result<()> {
    let kind = fs::metadata(path)?;
    if kind.is_dir() {
        let mut entries = fs::read_dir(path)?.collect::<io::Result<Vec<_>>>()?;
        entries.sort_by_key(fs::DirEntry::file_name);
        // Links within a folder are skipped: they can form a circle.
        for entry in entries {
            if !entry.file_type()?.is_symlink() {
                add(root, &entry.path(), hash)?;
            }
        }
        return Ok(());
    }
    if !kind.is_file() {
        return Err(io::Error::other("can be read once only"));
    }
    if path != root {
        hash.update(path.strip_prefix(root).unwrap_or(path).to_string_lossy().as_bytes());
        hash.update([0]);
    }
    let mut file = fs::File::open(path)?;
    let mut part = vec![0; 1 << 16];
    loop {
        match io::Read::read(&mut file, &mut part)? {
            0 => return Ok(()),
            length => hash.update(&part[..length]),
        }
    }
}

/// Renders the foot of the page.
pub fn footer(origin: &Origin, report: &Report) -> Markup {
    html! {
        footer { div.page {
            h2 { "Where this comes from" }
            dl {
                dt { "Version" } dd { "oxsec " (env!("CARGO_PKG_VERSION")) }
                @if !origin.date.is_empty() { dt { "Date" } dd { time datetime=(origin.date) { (origin.date) } } }
                @for input in &origin.inputs {
                    dt { "Input" }
                    dd {
                        (visible_line(&input.name))
                        @if let Some(sha256) = &input.sha256 { br; "SHA-256 " code { (sha256) } }
                    }
                }
                dt { "Reading" }
                dd {
                    (report.scored.reading.in_words())
                    @if report.only.is_none() { "; beside it, among answers that are code" }
                }
                @if !origin.rules.is_empty() { dt { "Rules" } dd { (visible_line(&origin.rules)) } }
                @if !origin.command.is_empty() { dt { "Command" } dd { code { (visible_line(&origin.command)) } } }
            }
        } }
    }
}
