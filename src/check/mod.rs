//! Linting of files: discovery, ignore files, reading, configuration, parallel analysis.

mod answered;
mod discover;
mod fix;
mod isolated;
mod json_string;
mod lint;
#[cfg(feature = "parquet")]
mod parquet;
mod read;
mod result;
mod stats;
mod stream;
mod suppressions;
mod surroundings;
mod text;

pub use answered::{Given, RowOutcome};
pub use discover::{DiscoverError, Discovery, Fate, FileKind, Found, Selection, absolute, discover};
pub use fix::{Fixable, lint_and_fix};
pub use isolated::{Answered, Isolated, Isolation, WORKER, ended_over};
pub use lint::{FileLinter, Linting, ended, lint_files, unusable};
#[cfg(feature = "parquet")]
pub use parquet::{DatasetError, DatasetOptions, DatasetSummary, lint_dataset};
pub use read::{ReadError, decode};
pub use result::LintResult;
pub use stats::{Stats, clock};
pub use stream::{BrokenRow, StreamError, StreamOptions, StreamStop, StreamSummary, lint_rows};
pub use suppressions::{Changes, SUPPRESSIONS_FILE, Suppressions};
pub use surroundings::Folders;
pub use text::lint_text;
