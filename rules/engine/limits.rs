//! The limits on what one text may cost.
//!
//! Everything without a limit takes time in proportion to the text. So maps keyed by a text's contents use the standard
//! library's hash, whose collisions cannot be foreseen: colliding names would all be compared with each other. Maps
//! keyed by nodes and other numbers need no such hash.

use std::{cell::LazyCell, hint::black_box};

use thiserror::Error;

use super::{
    Analysis,
    bindings::Bindings,
    nesting::{brackets, coarse_nesting, may_reread, most_levels, nesting},
};
use crate::parse::{Language, reread_bytes};

/// The limits on one text. A text over a limit is not parsed: it gets a fatal message that names the limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The size of a text in bytes. Time and memory grow with it: a megabyte of ordinary code takes about 0.03 s and 40
    /// MB, one that is made to be slow a second, and 2 GB where it hides how deep it nests.
    pub max_bytes: usize,
    /// The depth to which brackets, operators and statements may nest. Each level takes some kilobytes of stack while
    /// the text is parsed.
    pub max_depth: usize,
    /// The steps that all rules together may take to look around the nodes that they are called for: a step is one
    /// ancestor, and takes some nanoseconds. In ordinary code rules take at most half a step per byte; in a text that
    /// is mostly nested deep, each node may take thousands. A finding counts for 20.
    pub max_steps: usize,
    /// The stack that a text gets at most, in bytes, unless it certainly needs no more than its thread has. It is
    /// reserved; only the part in use takes memory.
    pub max_stack: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { max_bytes: 20 << 20, max_depth: 10_000, max_steps: 25_000_000, max_stack: 4 << 30 }
    }
}

/// The reason why a text is not analyzed.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub(super) enum OverLimit {
    #[error("The text is {size} bytes long, more than the {limit} that are analyzed")]
    Size { size: usize, limit: usize },
    #[error("The code nests more than {limit} levels deep, deeper than is analyzed")]
    Depth { limit: usize },
    #[error(
        "It is uncertain how deep the code nests, and it has {tokens} tokens, more than {limit} bytes of stack are \
         enough for"
    )]
    Tokens { tokens: usize, limit: usize },
    #[error("The code may need {stack} bytes of stack, more than the system provides")]
    Stack { stack: usize },
    #[error("The code can be read in too many ways: possible parameters or type arguments are nested too deep")]
    Ambiguity,
    #[error("The code may have {} imports and {} exports, too many to compare", .0.imports, .0.exports)]
    Bindings(Bindings),
}

/// The bytes of stack that one level takes at most in the parser, the semantic analysis or a rule, with a reserve.
const STACK_BYTES_PER_LEVEL: usize = 6 << 10;

/// The upper estimate of a token's bytes, with the space around it. A text with fewer tokens than allowed levels by
/// this estimate is parsed without counting its tokens.
const EXPECTED_BYTES_PER_TOKEN: usize = 8;

/// The bytes of stack that every analysis takes.
const BASE_STACK_BYTES: usize = 256 << 10;

/// The bytes of stack for a text that is long enough to use them, if twice as much can be reserved, even where the
/// scanner finds less nesting: the parser does not overflow it even if the scanner is wrong.
const SPARE_STACK_BYTES: usize = 2 << 30;

/// The stack of an analyzing thread, in bytes, if no more can be reserved: with this much, a text of ordinary size is
/// not scanned for deep nesting first.
const WORKER_STACK_BYTES: usize = 64 << 20;

/// The bytes of the longest text that gets no spare stack: reserving it would take as long as the analysis.
const NO_SPARE_STACK_MAX_BYTES: usize = 16 << 10;

/// The bytes that the parser may read again in all, which takes about half a second.
const MAX_REREAD_BYTES: usize = 64 << 20;
const MAX_REREAD_BYTES_PER_BYTE: usize = 8;

/// The bytes that may be read again where the scanner is uncertain, because every parenthesis is counted.
const MAX_UNCERTAIN_REREAD_BYTES: usize = 256 << 20;

/// The pairs of an import and an export that the parser may compare, which takes about a second.
const MAX_IMPORT_EXPORT_PAIRS: usize = 200_000_000;

/// The bytes of the shortest text that can have that many pairs: each import and export takes a name and a comma.
const MIN_BYTES_FOR_MAX_PAIRS: usize = 4 * MAX_IMPORT_EXPORT_PAIRS.isqrt();

/// The depth to which patterns and types with default values may nest in TypeScript, where each level doubles the
/// parser's time.
const MAX_NESTED_TYPE_DEFAULTS: usize = 4;

/// The brackets that may begin such a pattern or type, in a text where their contents are uncertain.
const MAX_UNCERTAIN_BRACKETS: usize = 16;

impl Limits {
    /// Returns the answer to a text of this size where it is over the limit, without reading it.
    pub fn refusal(&self, size: usize) -> Option<Analysis> {
        self.check_size(size).err().map(|over_limit| Analysis::over_limit(over_limit.to_string()))
    }

    fn check_size(&self, size: usize) -> Result<(), OverLimit> {
        if size > self.max_bytes { Err(OverLimit::Size { size, limit: self.max_bytes }) } else { Ok(()) }
    }

    /// Runs the parsing of `source` as [`guard`](Self::guard) does; `None` where the text is over a limit.
    pub(crate) fn parse_within<T>(&self, source: &str, language: Language, parse: impl FnOnce() -> T) -> Option<T> {
        self.guard(source, language, parse).ok()
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
        if size > MIN_BYTES_FOR_MAX_PAIRS {
            check_bindings(source)?;
        }
        let here = stacker::remaining_stack().unwrap_or(0);
        let fits = |levels| levels <= self.max_depth && stack_for(levels) <= here;
        let tokens = LazyCell::new(|| most_levels(source));
        // No byte and no token nests more than one level.
        if !language.is_typescript()
            && size <= self.max_depth.saturating_mul(EXPECTED_BYTES_PER_TOKEN)
            && !may_reread(source, language, MAX_REREAD_BYTES)
            && (fits(size) || fits(*tokens))
        {
            return Ok(analysis());
        }
        let max_levels = self.max_stack.saturating_sub(BASE_STACK_BYTES) / STACK_BYTES_PER_LEVEL;
        let limit = self.max_depth.min(max_levels);
        let may_read = MAX_REREAD_BYTES.max(MAX_REREAD_BYTES_PER_BYTE * size);
        let coarse = if language == Language::JavaScript { coarse_nesting(source, limit) } else { None };
        let nesting =
            coarse.filter(|nesting| nesting.reread_bytes <= may_read).unwrap_or_else(|| nesting(source, language));
        // The scanner counts a level for each byte where a slash may be a division or a regular expression.
        let depth = if nesting.depth > limit { nesting.depth.min(*tokens) } else { nesting.depth };
        if depth > limit {
            return Err(OverLimit::Depth { limit });
        }
        let has_types = language.is_typescript();
        let is_ambiguous = nesting.reread_bytes > may_read
            || !nesting.is_certain && may_reread(source, language, MAX_UNCERTAIN_REREAD_BYTES)
            || has_types
                && (nesting.values > MAX_NESTED_TYPE_DEFAULTS
                    || !nesting.is_certain && brackets(source, language).nth(MAX_UNCERTAIN_BRACKETS).is_some());
        // The recogniser is slower, and exact.
        let is_known_to_be_cheap =
            || language == Language::JavaScript && reread_bytes(source).is_some_and(|bytes| bytes <= may_read);
        if is_ambiguous && !is_known_to_be_cheap() {
            return Err(OverLimit::Ambiguity);
        }
        // With types nothing is certain: a possible tag or type argument decides how the text after it is read.
        let is_certain = nesting.is_certain && !has_types;
        let levels = if is_certain { depth } else { *tokens };
        if levels > max_levels {
            return Err(OverLimit::Tokens { tokens: levels, limit: self.max_stack });
        }
        let needed = stack_for(levels);
        let spare = stack_for(size).min(SPARE_STACK_BYTES).min(self.max_stack);
        let stack = if needed < spare && (spare <= here || size > NO_SPARE_STACK_MAX_BYTES && can_reserve(2 * spare)) {
            spare
        } else if needed <= here || can_reserve(needed) {
            needed
        } else {
            return Err(OverLimit::Stack { stack: needed });
        };
        Ok(stacker::maybe_grow(stack, stack, analysis))
    }
}

fn check_bindings(source: &str) -> Result<(), OverLimit> {
    let bindings = Bindings::of(source);
    if bindings.pairs() > MAX_IMPORT_EXPORT_PAIRS { Err(OverLimit::Bindings(bindings)) } else { Ok(()) }
}

fn stack_for(levels: usize) -> usize {
    levels.saturating_mul(STACK_BYTES_PER_LEVEL).saturating_add(BASE_STACK_BYTES)
}

/// Returns the stack, in bytes, for each of a number of analyzing threads. Only the part in use takes memory.
///
/// It is enough for nearly all texts, so that they need no stack of their own; it is smaller where so much cannot be
/// reserved.
pub fn worker_stack(threads: usize) -> usize {
    let ample = SPARE_STACK_BYTES + WORKER_STACK_BYTES;
    if can_reserve_each(threads + 1, ample) { ample } else { WORKER_STACK_BYTES }
}

/// Returns whether this many bytes can be reserved at present.
fn can_reserve(bytes: usize) -> bool {
    can_reserve_each(1, bytes)
}

fn can_reserve_each(times: usize, bytes: usize) -> bool {
    let memories = (0..times).map(|_| {
        let mut memory = Vec::<u8>::new();
        memory.try_reserve_exact(bytes).map(|()| memory)
    });
    // Otherwise the compiler may remove an allocation that nothing uses.
    black_box(memories.collect::<Result<Vec<_>, _>>()).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the stack that a text gets, rounded up to a mebibyte.
    fn stack_given(limits: Limits, source: &str) -> usize {
        let stack = limits.guard(source, Language::JavaScript, || stacker::remaining_stack().unwrap());
        stack.unwrap().div_ceil(1 << 20)
    }

    #[test]
    fn the_stack_is_enough_for_a_level_per_byte_even_where_the_scanner_finds_none() {
        let flat = |statements| "f(a);\n".repeat(statements);
        let limits = Limits::default();
        assert_eq!(stack_given(limits, &flat(40_000)), stack_for(240_000).div_ceil(1 << 20));
        assert_eq!(stack_given(limits, &flat(200_000)) << 20, SPARE_STACK_BYTES);
        assert_eq!(stack_given(Limits { max_stack: 100 << 20, ..limits }, &flat(200_000)), 100);
        // The test thread's stack of 2 MiB is enough for what the scanner finds.
        assert!(stack_given(limits, &flat(2_000)) <= 2);
    }
}
