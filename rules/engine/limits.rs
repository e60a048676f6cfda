//! How much one text may ask for.

use thiserror::Error;

use super::{
    Analysis,
    nesting::{most_levels, nesting},
};
use crate::parse::Language;

/// What one text may ask for at most. A text over a limit is not parsed: it gets a fatal message that
/// says which limit it is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The size of a text in bytes. Time and memory grow with it: about 0.1 s and 100 MB a megabyte at
    /// the very worst, a tenth of that for ordinary code.
    pub max_bytes: usize,
    /// How deep brackets, operators and statements may stand within one another. Each level takes some
    /// kilobytes of stack while the text is parsed.
    pub max_depth: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { max_bytes: 20 << 20, max_depth: 10_000 }
    }
}

/// Why a text is not analyzed.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub(super) enum OverLimit {
    #[error("The text is {size} bytes long, more than the {limit} that are analyzed")]
    Size { size: usize, limit: usize },
    #[error("The code nests more than {limit} levels deep, deeper than is analyzed")]
    Depth { limit: usize },
    #[error("Strings and comments hold more brackets and operators than can be analyzed safely")]
    Stack,
}

/// The most stack that one level takes in the parser, the semantic analysis or a rule, with a reserve.
const STACK_PER_LEVEL: usize = 6 << 10;

/// The stack that an analysis takes whatever the text.
const STACK_BASE: usize = 256 << 10;

/// The most stack that is ever asked for. Only what is used of it takes memory.
const MAX_STACK: usize = 4 << 30;

impl Limits {
    /// The answer to a text of so many bytes, where that is over the limit: it need not be read for it.
    pub fn refusal(&self, size: usize) -> Option<Analysis> {
        self.check_size(size).err().map(|over_limit| Analysis::fatal(over_limit.to_string(), 1, 1))
    }

    fn check_size(&self, size: usize) -> Result<(), OverLimit> {
        if size > self.max_bytes { Err(OverLimit::Size { size, limit: self.max_bytes }) } else { Ok(()) }
    }

    /// Runs an analysis of `source` on a stack that it cannot overflow.
    ///
    /// # Errors
    ///
    /// The limit that the text is over.
    pub(super) fn guard<T>(
        &self,
        source: &str,
        language: Language,
        analysis: impl FnOnce() -> T,
    ) -> Result<T, OverLimit> {
        let size = source.len();
        self.check_size(size)?;
        let here = stacker::remaining_stack().unwrap_or(0);
        let fits = |levels| levels <= self.max_depth && stack_for(levels) <= here;
        // No byte nests more than one level.
        if fits(size) || fits(most_levels(source)) {
            return Ok(analysis());
        }
        let nesting = nesting(source, language.has_jsx());
        if nesting.depth > self.max_depth {
            return Err(OverLimit::Depth { limit: self.max_depth });
        }
        let stack = stack_for(nesting.bound());
        if stack > MAX_STACK {
            return Err(OverLimit::Stack);
        }
        Ok(stacker::maybe_grow(stack, stack, analysis))
    }
}

fn stack_for(levels: usize) -> usize {
    levels.saturating_mul(STACK_PER_LEVEL).saturating_add(STACK_BASE)
}
