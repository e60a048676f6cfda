//! What the marks of ordinary JavaScript tell of its nesting: its brackets, quotes and slashes.
//!
//! Most of a text is words, operators and space. The [`Scanner`](super::scanner::Scanner) reads them one by one; here
//! each of their bytes counts as a level until a mark after them ends what they are a part of. That tells a few hundred
//! levels where there are twenty, which is enough for a text that nests nowhere near a limit, in a fraction of the
//! time.

use std::num::NonZeroUsize;

use super::{
    LOOK_AHEAD_BYTES, Nesting, RETRY_BYTES,
    lookahead::{DubiousSlash, comment_length, has_lone_return, is_space, may_be_parameters, regular_expression},
    marks::Marks,
    word::{Word, is_word},
};

/// So few levels are not worth asking whether they have ended.
const MIN_LEVELS_TO_END: u32 = 256;

/// The bytes without a mark below which too few modifiers can follow one another to matter.
const MIN_BYTES_OF_MODIFIERS: usize = 64;

/// The bytes of the shortest modifier that the parser looks at all of a row for, with the space after it.
const MODIFIER: usize = 6;

/// The kind of the last mark, as far as it matters after it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Last {
    /// An opening bracket, or nothing yet: an operand may follow.
    Opening,
    /// `]`, a literal, or a parenthesis that is no statement's head.
    Operand,
    /// `}`, or a parenthesis that may be a statement's head.
    DubiousOperand,
    /// Something after which anything may follow.
    Comment,
}

/// A bracket that is open.
#[derive(Clone, Copy, Default)]
struct Level {
    sort: Sort,
    /// The levels that may nest in it: a level for each byte since what stood before has ended, brackets that are
    /// closed again apart.
    levels: u32,
    /// The place where the first of that may have begun.
    since: u32,
    /// The place where its parameters begin, if the parser may read them again.
    begun: Option<NonZeroUsize>,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Sort {
    /// A block, or what may be one.
    #[default]
    Block,
    /// A list or an object, in which a comma ends what nests.
    List,
    /// A parenthesis that may be the head of an `if`, `for`, `while` or `with`.
    Head,
    Template,
}

/// Reads the nesting of JavaScript from its marks. `None` where that takes more: the
/// [`Scanner`](super::scanner::Scanner).
///
/// It is over at `limit` levels, and so takes time in proportion to the text: a bracket may be asked whether it has
/// ended once for each `MIN_LEVELS_TO_END` levels around it.
pub(crate) fn coarse_nesting(source: &str, limit: usize) -> Option<Nesting> {
    let bytes = source.as_bytes();
    let has_odd_line_end = has_lone_return(bytes) || memchr::memmem::find(bytes, b"<!--").is_some();
    if has_odd_line_end || bytes.starts_with(b"#!") {
        return None;
    }
    let mut coarse = Coarse::new(bytes, limit);
    coarse.run()?;
    Some(Nesting { depth: coarse.depth, is_certain: true, read_again: coarse.read_again, values: 0 })
}

struct Coarse<'a> {
    bytes: &'a [u8],
    limit: usize,
    marks: Marks<'a>,
    /// The place where the next mark is looked for.
    at: usize,
    /// The place where the last mark ended.
    tail: usize,
    last: Last,
    /// The number of bytes that stand after the last mark that began no comment.
    words: usize,
    /// The brackets that are open, the innermost last, after one that stands for the text.
    levels: Vec<Level>,
    /// The sum over all brackets that are open, of which the maximum is the depth.
    open: usize,
    depth: usize,
    tries: usize,
    read_again: usize,
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
            read_again: 0,
        }
    }

    fn run(&mut self) -> Option<()> {
        while let Some(mark) = self.marks.next(self.at) {
            self.step(mark)?;
        }
        self.at = self.bytes.len();
        self.gather(self.at);
        self.note_depth();
        while let Some(level) = self.levels.pop() {
            self.end_try(level.begun);
        }
        (self.depth <= self.limit).then_some(())
    }

    /// Goes past what a mark begins. `None` where that takes more.
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
                self.go_on(sort, byte);
            }
            quote @ (b'\'' | b'"') => {
                self.gather(mark);
                self.string(quote);
                self.end(Last::Operand);
            }
            b'`' => {
                self.gather(mark);
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

    /// Counts what stands before a mark, and the mark.
    #[inline]
    fn gather(&mut self, mark: usize) {
        if mark - self.tail > MIN_BYTES_OF_MODIFIERS {
            self.gather_much(mark);
        }
        self.words = 0;
        self.deepen(mark + 1 - self.tail);
    }

    /// Counts as much as may be modifiers or statements.
    #[cold]
    fn gather_much(&mut self, mark: usize) {
        // Of modifiers in a row the parser looks at all for each.
        let words = self.words + mark - self.tail;
        self.read_again += words * words * LOOK_AHEAD_BYTES / (2 * MODIFIER * MODIFIER);
        if let Some(end) = memchr::memrchr(b';', &self.bytes[self.tail..mark])
            && !begins_with_word(&self.bytes[self.tail + end + 1..], GOES_ON_BEHIND_SEMICOLON)
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

    /// Before something ends that may have been the deepest.
    fn note_depth(&mut self) {
        self.depth = self.depth.max(self.open);
    }

    /// Goes past a mark.
    fn mark(&mut self, last: Last) {
        self.tail = self.at;
        self.last = last;
    }

    /// Opens a bracket, whose contents the parser may try as parameters.
    fn open(&mut self, mark: usize, sort: Sort, may_be_tried: bool) {
        self.gather(mark);
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
            return self.go_on(sort, closing);
        }
        self.levels.push(Level { sort, levels: 1, since: self.at as u32, begun });
    }

    /// Goes on after the closing bracket of one that is closed.
    fn go_on(&mut self, sort: Sort, closing: u8) {
        match closing {
            b'}' if sort == Sort::Template => self.template_rest(),
            b'}' => self.end(Last::DubiousOperand),
            b')' if sort == Sort::Head => self.end(Last::DubiousOperand),
            _ => self.end(Last::Operand),
        }
    }

    /// Returns whether a parenthesis may begin an operand rather than a call's arguments, and what it is.
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

    /// Returns what stands between the last mark and this one, and the space at its end.
    fn before(&self, mark: usize) -> (&[u8], &[u8]) {
        let between = &self.bytes[self.tail..mark];
        let end = between.iter().rposition(|byte| !is_space(*byte)).map_or(0, |last| last + 1);
        between.split_at(end)
    }

    /// Returns whether a brace opens an object or a pattern, for sure.
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
            self.read_again += self.place() - begun.get();
        }
    }

    /// Closes the innermost bracket and gives what it was.
    fn close(&mut self, mark: usize) -> Sort {
        self.gather(mark);
        self.note_depth();
        let Level { sort, levels, begun, .. } = *self.level();
        self.end_try(begun);
        self.open -= levels as usize;
        self.levels.pop();
        if self.levels.is_empty() {
            // Where more is closed than was open the parser gives up.
            self.levels.push(Level::default());
        }
        sort
    }

    /// Goes past a mark that may end an operand, and with it all that nests on this level.
    fn end(&mut self, last: Last) {
        self.mark(last);
        if self.level().levels > MIN_LEVELS_TO_END && self.has_ended() {
            self.end_levels(self.at);
        }
    }

    /// Ends all that nests in the innermost bracket at a place.
    fn end_levels(&mut self, at: usize) {
        self.note_depth();
        let level = self.level();
        let ended = level.levels.saturating_sub(1);
        level.levels -= ended;
        level.since = at as u32;
        self.open -= ended as usize;
    }

    /// Returns whether what follows an operand is none of it, nor of a statement that it ends.
    fn has_ended(&mut self) -> bool {
        let rest = &self.bytes[self.at..];
        let next = skip_space(rest);
        let space = &rest[..rest.len() - next.len()];
        match next.first() {
            Some(b';') => !begins_with_word(&next[1..], GOES_ON_BEHIND_SEMICOLON),
            // The parser takes `class extends a, class extends b` for a list within a list.
            Some(b',') if self.innermost().sort != Sort::Block => !self.may_inherit(),
            Some(&byte) if byte.is_ascii_alphabetic() || byte == b'_' || byte == b'$' => {
                let ends_statement =
                    space.contains(&b'\n') && self.last == Last::Operand || self.bytes[self.at - 1] == b'}';
                ends_statement && !begins_with_word(next, GOES_ON)
            }
            _ => false,
        }
    }

    /// Returns whether an `extends` may stand among what nests on this level.
    fn may_inherit(&mut self) -> bool {
        let since = self.innermost().since as usize;
        let inherits = since > self.at || memchr::memmem::find(&self.bytes[since..self.at], b"extends").is_some();
        if inherits {
            // It need not be looked for again.
            self.level().since = u32::MAX;
        }
        inherits
    }

    fn string(&mut self, quote: u8) {
        // Where a line ends in it the parser gives up.
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

    /// Goes on with a template up to its end or its next insertion.
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
        self.gather(mark);
        match self.before_slash(mark) {
            Some(true) => {
                // Where it does not end the parser gives up.
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

    /// Returns whether a slash begins a regular expression, by what stands before it, or divides. `None` where that
    /// takes more.
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

/// Bytes after which an operand must follow, but `>`, which an arrow ends with.
const OPERATORS: &[u8] = b";,=:!&|?~^%*<";

/// The words that go on with an expression, or with the statement that it ends.
const GOES_ON: &[&[u8]] =
    &[b"in", b"instanceof", b"of", b"as", b"is", b"satisfies", b"extends", b"else", b"while", b"catch", b"finally"];

/// The words that go on with a statement that a semicolon ends.
const GOES_ON_BEHIND_SEMICOLON: &[&[u8]] = &[b"else", b"while"];

/// A text without the space and the comments that it begins with.
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

/// Returns whether the first token of a text is, or begins with, one of some words; or what may hide one.
fn begins_with_word(text: &[u8], words: &[&[u8]]) -> bool {
    let text = skip_space(text);
    text.first().is_some_and(|byte| !byte.is_ascii() || *byte == b'/' || *byte == b'\\')
        || words
            .iter()
            .any(|word| text.strip_prefix(*word).is_some_and(|rest| !rest.first().copied().is_some_and(is_word)))
}

#[cfg(test)]
mod tests;
