//! How much one text may ask for.
//!
//! What has no limit takes time in proportion to the text. So maps by what a text says have the standard library's
//! hashes, which nobody can foresee: names with the same one would be compared with each other. Those by nodes and
//! other numbers need not.

use std::{cell::LazyCell, hint::black_box};

use thiserror::Error;

use super::{
    Analysis,
    bindings::Bindings,
    nesting::{brackets, coarse_nesting, may_read_again, most_levels, nesting},
};
use crate::parse::{Language, read_again};

/// The most that one text may ask for. A text over a limit is not parsed: it gets a fatal message that says which limit
/// it is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The size of a text in bytes. Time and memory grow with it: a megabyte of ordinary code takes about 0.03 s and 40
    /// MB, one that is made to be slow a second, and 2 GB where it hides how deep it nests.
    pub max_bytes: usize,
    /// The depth to which brackets, operators and statements may nest. Each level takes some kilobytes of stack while
    /// the text is parsed.
    pub max_depth: usize,
    /// The number of steps that rules may take, altogether, to look at what stands around the nodes that they are
    /// called for: a step is a node that they go out through, and takes some nanoseconds. In ordinary code rules take
    /// at most half a step a byte; where much of a text stands deep in it, each of its nodes may take thousands. A
    /// finding counts for 20.
    pub max_steps: usize,
    /// The most stack that a text gets, in bytes, if it is not sure to need less than its thread has. It is reserved;
    /// only what is used of it takes memory.
    pub max_stack: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { max_bytes: 20 << 20, max_depth: 10_000, max_steps: 25_000_000, max_stack: 4 << 30 }
    }
}

/// Why a text is not analyzed.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub(super) enum OverLimit {
    #[error("The text is {size} bytes long, more than the {limit} that are analyzed")]
    Size { size: usize, limit: usize },
    #[error("The code nests more than {limit} levels deep, deeper than is analyzed")]
    Depth { limit: usize },
    #[error(
        "It is uncertain how deep the code nests, and it has {tokens} tokens, more than {limit} bytes of stack are enough for"
    )]
    Tokens { tokens: usize, limit: usize },
    #[error("The code may need {stack} bytes of stack, which cannot be had")]
    Stack { stack: usize },
    #[error(
        "The code can be read in too many ways: what may be parameters, or the arguments of a type, stands within one another"
    )]
    Ambiguity,
    #[error("The code may have {} imports and {} exports, too many to be held against one another", .0.imports, .0.exports)]
    Bindings(Bindings),
}

/// The most stack that one level takes in the parser, the semantic analysis or a rule, with a reserve.
const STACK_PER_LEVEL: usize = 6 << 10;

/// Hardly any text has so many bytes for each token, with the space around it: where it has more of them for each level
/// that is allowed, its tokens are not counted first.
const BYTES_PER_TOKEN: usize = 8;

/// The stack that an analysis takes whatever the text.
const STACK_BASE: usize = 256 << 10;

/// The stack that a text gets if it is long enough to fill it and twice as much can be had, even where it is told to
/// nest less deep: should that ever be told wrong, the parser still does not overflow it.
const SPARE_STACK: usize = 2 << 30;

/// The stack of a thread that analyzes, in bytes, if it cannot have more: with this much a text of ordinary size need
/// not be searched for deep nesting first.
const WORKER_STACK: usize = 64 << 20;

/// The longest text, in bytes, for which no stack is reserved that it is told not to need: it would take as long as the
/// analysis.
const NO_SPARE_STACK_MAX_BYTES: usize = 16 << 10;

/// The number of bytes that the parser may read again, at most and for each byte of the text. It takes about half a
/// second for the former.
const MAX_REREAD_BYTES: usize = 64 << 20;
const READ_AGAIN_PER_BYTE: usize = 8;

/// The bytes that may be read again where that is uncertain, because of all parentheses however they stand.
const MAX_UNCERTAIN_REREAD_BYTES: usize = 256 << 20;

/// The pairs of an import and an export that the parser may compare, which takes about a second.
const MAX_IMPORT_EXPORT_PAIRS: usize = 200_000_000;

/// The shortest text that can have so many, in bytes: each takes a name and a comma.
const SHORTEST_WITH_PAIRS: usize = 4 * MAX_IMPORT_EXPORT_PAIRS.isqrt();

/// The depth to which patterns and types with values in them may stand within one another in TypeScript, where the
/// parser takes twice the time for each level.
const MAX_NESTED_TYPE_DEFAULTS: usize = 4;

/// The number of brackets that may begin such a pattern or type which a text may have where what it holds is uncertain.
const MAX_UNCERTAIN_BRACKETS: usize = 16;

impl Limits {
    /// The answer to a text of so many bytes, where that is over the limit: it need not be read for it.
    pub fn refusal(&self, size: usize) -> Option<Analysis> {
        self.check_size(size).err().map(|over_limit| Analysis::over_limit(over_limit.to_string()))
    }

    fn check_size(&self, size: usize) -> Result<(), OverLimit> {
        if size > self.max_bytes { Err(OverLimit::Size { size, limit: self.max_bytes }) } else { Ok(()) }
    }

    /// Runs what parses `source` as [`guard`](Self::guard) does; `None` where the text is over a limit.
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
        if size > SHORTEST_WITH_PAIRS {
            check_bindings(source)?;
        }
        let here = stacker::remaining_stack().unwrap_or(0);
        let fits = |levels| levels <= self.max_depth && stack_for(levels) <= here;
        let tokens = LazyCell::new(|| most_levels(source));
        // No byte nests more than one level, and no token.
        if !language.is_typescript()
            && size <= self.max_depth.saturating_mul(BYTES_PER_TOKEN)
            && !may_read_again(source, language, MAX_REREAD_BYTES)
            && (fits(size) || fits(*tokens))
        {
            return Ok(analysis());
        }
        let max_levels = self.max_stack.saturating_sub(STACK_BASE) / STACK_PER_LEVEL;
        let limit = self.max_depth.min(max_levels);
        let may_read = MAX_REREAD_BYTES.max(READ_AGAIN_PER_BYTE * size);
        let coarse = if language == Language::JavaScript { coarse_nesting(source, limit) } else { None };
        let nesting = coarse.filter(|told| told.read_again <= may_read).unwrap_or_else(|| nesting(source, language));
        // What may divide or begin a regular expression is told to nest a level a byte.
        let depth = if nesting.depth > limit { nesting.depth.min(*tokens) } else { nesting.depth };
        if depth > limit {
            return Err(OverLimit::Depth { limit });
        }
        let has_types = language.is_typescript();
        let is_ambiguous = nesting.read_again > may_read
            || !nesting.is_certain && may_read_again(source, language, MAX_UNCERTAIN_REREAD_BYTES)
            || has_types
                && (nesting.values > MAX_NESTED_TYPE_DEFAULTS
                    || !nesting.is_certain && brackets(source, language).nth(MAX_UNCERTAIN_BRACKETS).is_some());
        // The recogniser takes longer to tell, and tells it as it is.
        let is_told = || language == Language::JavaScript && read_again(source).is_some_and(|bytes| bytes <= may_read);
        if is_ambiguous && !is_told() {
            return Err(OverLimit::Ambiguity);
        }
        // What has types is never certain: what may be a tag or a type's parameters decides on what follows.
        let is_certain = nesting.is_certain && !has_types;
        let levels = if is_certain { depth } else { *tokens };
        if levels > max_levels {
            return Err(OverLimit::Tokens { tokens: levels, limit: self.max_stack });
        }
        let needed = stack_for(levels);
        let spare = stack_for(size).min(SPARE_STACK).min(self.max_stack);
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
    levels.saturating_mul(STACK_PER_LEVEL).saturating_add(STACK_BASE)
}

/// The stack that each of some threads should have that analyze, in bytes. Only what is used of it takes memory.
///
/// It is enough for all texts but a few, so that these need no stack of their own; but less where so much can hardly be
/// had.
pub fn worker_stack(threads: usize) -> usize {
    let ample = SPARE_STACK + WORKER_STACK;
    if can_reserve_each(threads + 1, ample) { ample } else { WORKER_STACK }
}

/// Returns whether so many bytes can be reserved at present.
fn can_reserve(bytes: usize) -> bool {
    can_reserve_each(1, bytes)
}

fn can_reserve_each(times: usize, bytes: usize) -> bool {
    let memories = (0..times).map(|_| {
        let mut memory = Vec::<u8>::new();
        memory.try_reserve_exact(bytes).map(|()| memory)
    });
    // Or else the compiler may leave out a memory that nothing uses.
    black_box(memories.collect::<Result<Vec<_>, _>>()).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the stack that a text is given, rounded up to a mebibyte.
    fn stack_given(limits: Limits, source: &str) -> usize {
        let stack = limits.guard(source, Language::JavaScript, || stacker::remaining_stack().unwrap());
        stack.unwrap().div_ceil(1 << 20)
    }

    #[test]
    fn the_stack_of_a_text_is_enough_for_a_level_a_byte_however_flat_it_is_told_to_be() {
        let flat = |statements| "f(a);\n".repeat(statements);
        let limits = Limits::default();
        assert_eq!(stack_given(limits, &flat(40_000)), stack_for(240_000).div_ceil(1 << 20));
        assert_eq!(stack_given(limits, &flat(200_000)) << 20, SPARE_STACK);
        assert_eq!(stack_given(Limits { max_stack: 100 << 20, ..limits }, &flat(200_000)), 100);
        // The test's own, of 2 MiB, is enough for what it is told to need.
        assert!(stack_given(limits, &flat(2_000)) <= 2);
    }
}
