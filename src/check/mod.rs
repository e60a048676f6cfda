//! Files → lint results: finding, ignoring, reading, configuration, in parallel.

mod discover;
mod lint;
mod result;
mod surroundings;

pub use discover::{DiscoverError, Discovery, FileKind, discover};
pub use lint::{lint_files, lint_text};
pub use result::LintResult;
pub use surroundings::Folder;
