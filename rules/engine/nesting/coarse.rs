//! The nesting of ordinary JavaScript, read from its marks alone: brackets, quotes and slashes.
//!
//! Most of a text is words, operators and space. The [`Scanner`](super::scanner::Scanner) reads them one by one; this
//! reader counts each of their bytes as a level until a mark ends the expression that they belong to. The result is a
//! few hundred levels in place of twenty, which is enough for a text that nests far below a limit, in a fraction of the
//! time.

use std::num::NonZeroUsize;

use super::{
    LOOK_AHEAD_BYTES, Nesting, RETRY_BYTES,
    lookahead::{DubiousSlash, comment_length, has_lone_return, is_space, may_be_parameters, regular_expression},
    marks::Marks,
    word::{Word, is_word},
};

/// The levels below which the end of a statement is not searched for.
const MIN_LEVELS_TO_END: u32 = 256;

/// The bytes without a mark below which too few modifiers can follow one another to matter.
const MIN_BYTES_OF_MODIFIERS: usize = 64;

/// The bytes of the shortest modifier, with the space after it. For each of a row of modifiers the parser looks at all
/// that follow.
const SHORTEST_MODIFIER_BYTES: usize = 6;

/// The kind of the last mark, as far as it affects how the text after it is read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Last {
    /// An opening bracket, or nothing yet: an operand may follow.
    Opening,
    /// `]`, a literal, or a parenthesis that is not a statement's head.
    Operand,
    /// `}`, or a parenthesis that may be a statement's head.
    DubiousOperand,
    /// A comment: anything may follow.
    Comment,
}

/// An open bracket.
#[derive(Clone, Copy, Default)]
struct Level {
    sort: Sort,
    /// The levels that may nest in it: one for each byte since the last expression or statement ended, without closed
    /// brackets.
    levels: u32,
    /// The offset at which the first of these may have begun.
    since: u32,
    /// The offset at which its parameters begin, if the parser may read them again.
    begun: Option<NonZeroUsize>,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Sort {
    /// A block, or possibly one.
    #[default]
    Block,
    /// A list or an object, in which a comma ends an expression.
    List,
    /// A parenthesis that may be the head of an `if`, `for`, `while` or `with`.
    Head,
    Template,
}

/// Reads the nesting of JavaScript from its marks. `None` where only the [`Scanner`](super::scanner::Scanner) can tell.
///
/// Stops at `limit` levels, so that it takes time in proportion to the text: each `MIN_LEVELS_TO_END` levels around a
/// bracket allow one search for the end of a statement.
pub(crate) fn coarse_nesting(source: &str, limit: usize) -> Option<Nesting> {
    let bytes = source.as_bytes();
    let has_odd_line_end = has_lone_return(bytes) || memchr::memmem::find(bytes, b"<!--").is_some();
    if has_odd_line_end || bytes.starts_with(b"#!") {
        return None;
    }
    let mut coarse = Coarse::new(bytes, limit);
    coarse.run()?;
    Some(Nesting { depth: coarse.depth, is_certain: true, reread_bytes: coarse.reread_bytes, values: 0 })
}

struct Coarse<'a> {
    bytes: &'a [u8],
    limit: usize,
    marks: Marks<'a>,
    /// The offset from which the next mark is searched for.
    at: usize,
    /// The offset after the last mark.
    tail: usize,
    last: Last,
    /// The bytes after the last mark that did not begin a comment.
    words: usize,
    /// The open brackets, the innermost last; the first one represents the text.
    levels: Vec<Level>,
    /// The sum over all open brackets; its maximum is the depth.
    open: usize,
    depth: usize,
    tries: usize,
    reread_bytes: usize,
}

impl<'a> Coarse<'a> {
    fn new(bytes: &'a [u8], limit: usize) -> Self {
        Self {
            bytes,
            limit,
            marks: Marks::new(bytes),
            at: 0,
            tail: 0,
            last: Last::Opening,
            words: 0,
            levels: vec![Level::default()],
            open: 0,
            depth: 0,
            tries: 0,
            reread_bytes: 0,
        }
    }

    fn run(&mut self) -> Option<()> {
        while let Some(mark) = self.marks.next(self.at) {
            self.step(mark)?;
        }
        self.at = self.bytes.len();
        self.count_before(self.at);
        self.note_depth();
        while let Some(level) = self.levels.pop() {
            self.end_try(level.begun);
        }
        (self.depth <= self.limit).then_some(())
    }

    /// Skips what a mark begins. `None` where only the scanner can tell.
    fn step(&mut self, mark: usize) -> Option<()> {
        self.at = mark + 1;
        match self.bytes[mark] {
            b'(' => {
                let (may_be_tried, sort) = self.before_parenthesis(mark);
                self.open(mark, sort, may_be_tried);
            }
            b'[' => self.open(mark, Sort::List, false),
            b'{' => {
                let sort = if self.is_object(mark) { Sort::List } else { Sort::Block };
                self.open(mark, sort, false);
            }
            byte @ (b')' | b']' | b'}') => {
                let sort = self.close(mark);
                self.resume_after(sort, byte);
            }
            quote @ (b'\'' | b'"') => {
                self.count_before(mark);
                self.string(quote);
                self.end(Last::Operand);
            }
            b'`' => {
                self.count_before(mark);
                self.template_rest();
            }
            b'/' => self.slash(mark)?,
            // An escape, or a decorator.
            _ => return None,
        }
        (self.open <= self.limit).then_some(())
    }

    fn innermost(&self) -> &Level {
        self.levels.last().unwrap_or_else(|| unreachable!("the text's own is never closed"))
    }

    fn level(&mut self) -> &mut Level {
        self.levels.last_mut().unwrap_or_else(|| unreachable!("the text's own is never closed"))
    }

    fn rest(&self) -> &[u8] {
        &self.bytes[self.at..]
    }

    /// Counts the bytes before a mark, and the mark.
    #[inline]
    fn count_before(&mut self, mark: usize) {
        if mark - self.tail > MIN_BYTES_OF_MODIFIERS {
            self.count_many(mark);
        }
        self.words = 0;
        self.deepen(mark + 1 - self.tail);
    }

    /// Counts bytes that may be modifiers or statements.
    #[cold]
    fn count_many(&mut self, mark: usize) {
        // For each of a row of modifiers the parser looks at all that follow.
        let words = self.words + mark - self.tail;
        self.reread_bytes += words * words * LOOK_AHEAD_BYTES / (2 * SHORTEST_MODIFIER_BYTES * SHORTEST_MODIFIER_BYTES);
        if let Some(end) = memchr::memrchr(b';', &self.bytes[self.tail..mark])
            && !begins_with_word(&self.bytes[self.tail + end + 1..], CONTINUES_AFTER_SEMICOLON)
        {
            self.deepen(end);
            self.tail += end + 1;
            self.last = Last::Opening;
            self.end_levels(self.tail);
        }
    }

    fn deepen(&mut self, levels: usize) {
        self.level().levels += levels as u32;
        self.open += levels;
    }

    /// Records the depth, before the end of an expression that may have been the deepest.
    fn note_depth(&mut self) {
        self.depth = self.depth.max(self.open);
    }

    /// Skips a mark.
    fn mark(&mut self, last: Last) {
        self.tail = self.at;
        self.last = last;
    }

    /// Opens a bracket, whose contents the parser may try as parameters.
    fn open(&mut self, mark: usize, sort: Sort, may_be_tried: bool) {
        self.count_before(mark);
        self.mark(Last::Opening);
        let mut begun = None;
        if may_be_tried && may_be_parameters(self.rest()) {
            self.tries += 1;
            begun = NonZeroUsize::new(self.place());
        }
        self.open += 1;
        // Half of all brackets have no mark in them.
        if sort != Sort::Template
            && let Some(end) = self.marks.next(self.at)
            && let closing @ (b')' | b']' | b'}') = self.bytes[end]
            && end - self.at <= MIN_BYTES_OF_MODIFIERS
        {
            self.depth = self.depth.max(self.open + end + 1 - self.at);
            self.open -= 1;
            self.at = end + 1;
            self.end_try(begun);
            return self.resume_after(sort, closing);
        }
        self.levels.push(Level { sort, levels: 1, since: self.at as u32, begun });
    }

    /// Continues after a bracket of this sort was closed.
    fn resume_after(&mut self, sort: Sort, closing: u8) {
        match closing {
            b'}' if sort == Sort::Template => self.template_rest(),
            b'}' => self.end(Last::DubiousOperand),
            b')' if sort == Sort::Head => self.end(Last::DubiousOperand),
            _ => self.end(Last::Operand),
        }
    }

    /// Returns whether a parenthesis may begin an operand rather than a call's arguments, and its sort.
    fn before_parenthesis(&self, mark: usize) -> (bool, Sort) {
        let (before, space) = self.before(mark);
        let new_line = || space.contains(&b'\n');
        match *before {
            [] => match self.last {
                Last::Opening => (true, Sort::List),
                Last::Operand => (new_line(), Sort::List),
                Last::DubiousOperand => (true, Sort::List),
                Last::Comment => (true, Sort::Head),
            },
            [.., one, other] if is_word(other) => {
                let end = &[one, other];
                // `if`, `for`, `while`, `with` and `await`.
                let is_head = matches!(end, b"if" | b"or" | b"le" | b"th" | b"it");
                // `of`, `return`, `delete`, `void`, `throw`, `new`, `in`, `case`, `else`, `default`, `do`, `yield`,
                // `async`, `extends` and their like.
                let is_keyword = matches!(
                    end,
                    b"of"
                        | b"rn"
                        | b"te"
                        | b"id"
                        | b"ow"
                        | b"ew"
                        | b"in"
                        | b"se"
                        | b"lt"
                        | b"do"
                        | b"ld"
                        | b"nc"
                        | b"ds"
                );
                (is_head || is_keyword || new_line(), if is_head { Sort::Head } else { Sort::List })
            }
            [other] if is_word(other) => (new_line(), Sort::List),
            [.., other] => (other != b'$' || new_line(), Sort::List),
        }
    }

    /// Returns the text between the last mark and this one, and the space at its end.
    fn before(&self, mark: usize) -> (&[u8], &[u8]) {
        let between = &self.bytes[self.tail..mark];
        let end = between.iter().rposition(|byte| !is_space(*byte)).map_or(0, |last| last + 1);
        between.split_at(end)
    }

    /// Returns whether a brace certainly opens an object or a pattern.
    fn is_object(&self, mark: usize) -> bool {
        match self.before(mark).0.last() {
            Some(b'=' | b',' | b'?') => true,
            Some(b':') => self.innermost().sort == Sort::List,
            Some(_) => false,
            None => self.last == Last::Opening && self.innermost().sort == Sort::List,
        }
    }

    fn place(&self) -> usize {
        self.at + RETRY_BYTES * self.tries
    }

    fn end_try(&mut self, begun: Option<NonZeroUsize>) {
        if let Some(begun) = begun {
            self.reread_bytes += self.place() - begun.get();
        }
    }

    /// Closes the innermost bracket and returns its sort.
    fn close(&mut self, mark: usize) -> Sort {
        self.count_before(mark);
        self.note_depth();
        let Level { sort, levels, begun, .. } = *self.level();
        self.end_try(begun);
        self.open -= levels as usize;
        self.levels.pop();
        if self.levels.is_empty() {
            // The parser stops at a bracket that closes none.
            self.levels.push(Level::default());
        }
        sort
    }

    /// Skips a mark that may end an operand, and with it everything that nests on this level.
    fn end(&mut self, last: Last) {
        self.mark(last);
        if self.level().levels > MIN_LEVELS_TO_END && self.has_ended() {
            self.end_levels(self.at);
        }
    }

    /// Ends everything that nests in the innermost bracket, at an offset.
    fn end_levels(&mut self, at: usize) {
        self.note_depth();
        let level = self.level();
        let ended = level.levels.saturating_sub(1);
        level.levels -= ended;
        level.since = at as u32;
        self.open -= ended as usize;
    }

    /// Returns whether the text after an operand belongs neither to it nor to a statement that it ends.
    fn has_ended(&mut self) -> bool {
        let rest = &self.bytes[self.at..];
        let next = skip_space(rest);
        let space = &rest[..rest.len() - next.len()];
        match next.first() {
            Some(b';') => !begins_with_word(&next[1..], CONTINUES_AFTER_SEMICOLON),
            // The parser reads `class extends a, class extends b` as a list within a list.
            Some(b',') if self.innermost().sort != Sort::Block => !self.may_inherit(),
            Some(&byte) if byte.is_ascii_alphabetic() || byte == b'_' || byte == b'$' => {
                let ends_statement =
                    space.contains(&b'\n') && self.last == Last::Operand || self.bytes[self.at - 1] == b'}';
                ends_statement && !begins_with_word(next, CONTINUES_STATEMENT)
            }
            _ => false,
        }
    }

    /// Returns whether there may be an `extends` among what nests on this level.
    fn may_inherit(&mut self) -> bool {
        let since = self.innermost().since as usize;
        let inherits = since > self.at || memchr::memmem::find(&self.bytes[since..self.at], b"extends").is_some();
        if inherits {
            // So that it is not searched for again.
            self.level().since = u32::MAX;
        }
        inherits
    }

    fn string(&mut self, quote: u8) {
        // The parser stops where a line ends in the string.
        while let Some(mark) = self.marks.next(self.at) {
            match self.bytes[mark] {
                byte if byte == quote => {
                    self.at = mark + 1;
                    return;
                }
                b'\\' => self.at = mark + 2,
                _ => self.at = mark + 1,
            }
        }
        self.at = self.bytes.len();
    }

    /// Skips a template up to its end or its next insertion.
    fn template_rest(&mut self) {
        let mut begin = self.at;
        while let Some(mark) = self.marks.next(self.at) {
            self.at = mark + 1;
            match self.bytes[mark] {
                b'`' => return self.end(Last::Operand),
                b'\\' => {
                    self.at = mark + 2;
                    begin = self.at;
                }
                b'{' if mark > begin && self.bytes[mark - 1] == b'$' => {
                    self.tail = mark;
                    return self.open(mark, Sort::Template, false);
                }
                _ => {}
            }
        }
        self.at = self.bytes.len();
        self.tail = self.at;
    }

    fn slash(&mut self, mark: usize) -> Option<()> {
        let rest = &self.bytes[mark..];
        let comment = comment_length(rest);
        if comment > 0 {
            self.comment(mark, comment);
            return Some(());
        }
        self.count_before(mark);
        match self.before_slash(mark) {
            Some(true) => {
                // The parser stops if it does not end.
                self.at = mark + regular_expression(rest).unwrap_or(rest.len());
                self.mark(Last::Operand);
            }
            Some(false) => self.mark(Last::Opening),
            None => match DubiousSlash::of(rest) {
                DubiousSlash::Harmless(length) => {
                    self.at = mark + length;
                    self.deepen(length);
                    self.mark(Last::Comment);
                }
                DubiousSlash::Divides => self.mark(Last::Opening),
                DubiousSlash::Doubtful(_) => return None,
            },
        }
        Some(())
    }

    fn comment(&mut self, mark: usize, length: usize) {
        let before = self.before(mark).0.last();
        let operand_follows = before.map_or(self.last == Last::Opening, |byte| OPERATORS.contains(byte));
        let last = if operand_follows { Last::Opening } else { Last::Comment };
        self.words += mark - self.tail;
        self.deepen(mark - self.tail);
        self.at = mark + length;
        self.mark(last);
    }

    /// Returns whether a slash begins a regular expression (`true`) or divides, by the text before it. `None` where
    /// only the scanner can tell.
    fn before_slash(&self, mark: usize) -> Option<bool> {
        let (before, space) = self.before(mark);
        let new_line = space.contains(&b'\n');
        match *before {
            [] if self.last == Last::Opening => Some(true),
            [] if self.last == Last::Operand && !new_line => Some(false),
            [.., b',' | b'=' | b':' | b'!' | b'&' | b'|' | b'?' | b'~' | b'^' | b'%' | b'*' | b'<' | b'>'] => {
                Some(true)
            }
            [.., byte] if is_word(byte) && !new_line => {
                let length = before.iter().rev().take_while(|byte| is_word(**byte)).count();
                let (rest, word) = before.split_at(before.len() - length);
                let is_plain = rest.last().is_none_or(|byte| byte.is_ascii() && *byte != b'$');
                let is_number = word.iter().all(u8::is_ascii_digit);
                (is_plain && (is_number || !word[0].is_ascii_digit()) && Word::of(word) == Word::Operand)
                    .then_some(false)
            }
            _ => None,
        }
    }
}

/// The bytes after which an operand must follow, except for `>`, which ends an arrow.
const OPERATORS: &[u8] = b";,=:!&|?~^%*<";

/// The words that continue an expression, or the statement that it ends.
const CONTINUES_STATEMENT: &[&[u8]] =
    &[b"in", b"instanceof", b"of", b"as", b"is", b"satisfies", b"extends", b"else", b"while", b"catch", b"finally"];

/// The words that continue a statement after a semicolon.
const CONTINUES_AFTER_SEMICOLON: &[&[u8]] = &[b"else", b"while"];

/// Returns a text without the space and comments at its beginning.
fn skip_space(mut text: &[u8]) -> &[u8] {
    loop {
        let space = text.iter().take_while(|byte| is_space(**byte)).count();
        text = &text[space..];
        let length = comment_length(text);
        if length == 0 {
            return text;
        }
        text = &text[length..];
    }
}

/// Returns whether a text begins with one of some words, or with a byte that may hide one.
fn begins_with_word(text: &[u8], words: &[&[u8]]) -> bool {
    let text = skip_space(text);
    text.first().is_some_and(|byte| !byte.is_ascii() || *byte == b'/' || *byte == b'\\')
        || words
            .iter()
            .any(|word| text.strip_prefix(*word).is_some_and(|rest| !rest.first().copied().is_some_and(is_word)))
}

#[cfg(test)]
mod tests;
