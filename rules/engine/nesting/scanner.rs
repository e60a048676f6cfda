//! The reading of a text token by token.

mod literals;
mod operators;
mod tags;

use oxc_syntax::{identifier::is_irregular_whitespace, line_terminator::is_irregular_line_terminator};

use super::{
    LOOK_AHEAD_BYTES, Nesting, RETRY_BYTES,
    lookahead::{has_lone_return, may_be_parameters, spells_name},
    word::{MAY_BEGIN_SPACE, PLAIN, WORD_BYTES, Word},
};
use crate::parse::Language;

/// The sort of an open bracket, tag or element.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Sort {
    #[default]
    Bracket,
    /// The parenthesis of an `if`, `for`, `while` or `with`, after which a statement begins.
    Head,
    /// A template's `${`, whose `}` continues the template.
    Template,
    /// A tag, up to its `>`.
    Tag,
    ClosingTag,
    /// The children between a tag and its closing tag.
    Children,
    /// A type's arguments in a tag.
    Arguments,
}

/// An open bracket, tag or element.
#[derive(Clone, Copy, Default)]
struct Level {
    sort: Sort,
    /// The operators and prefixes since the last separator, which may nest.
    operators: usize,
    /// The statements since the last one that ended, which may nest.
    statements: usize,
    /// The number of texts here that may be read twice (the parenthesis itself, and possible types since the last
    /// separator), and the sum of their offsets.
    tries: usize,
    begun: usize,
    /// The bracket that opened it.
    opener: u8,
    /// It may be a pattern in parameters, or be in one.
    pattern: bool,
    /// The unclosed `<` since the last separator: each compares or begins a type's arguments.
    angles: usize,
    /// An `extends` followed.
    extends: bool,
    /// It may be in a type's arguments.
    is_type: bool,
    /// It has a default value, or may have another expression within a type.
    has_value: bool,
    /// It is between a class's `extends` and its body, in JavaScript.
    heritage: bool,
}

/// The kind of the last token: it decides what may follow, and what a slash after it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Last {
    /// `;` or `{`: a statement may begin, or an `else` may continue one. A slash begins a regular expression.
    Separator,
    /// `else`, `if (…)`, `=>`: a nested statement or body follows.
    Opening,
    /// A label's colon, or that of an object's first key.
    Colon,
    /// A parenthesis that may begin parameters.
    Parameters,
    /// `if` and its like: a parenthesis follows.
    Head,
    /// An operator or an opening bracket: an operand must follow, and a slash may begin it.
    Operator,
    /// An operator after which a slash may divide: `a++`, `await`.
    DubiousOperator,
    /// A dot: a name must follow.
    Dot,
    /// The `<` of a tag, and the `/` at its end.
    Tag,
    SelfClosing,
    /// `>` where there are types, whose arguments it may end.
    Angle,
    /// A word at the beginning of a statement: a label, if a colon follows.
    Label,
    /// A name, a literal, a closing bracket: an operator may follow, such as a slash.
    Operand,
    /// An operand after which a slash may begin a regular expression, or a tag may begin: `break`.
    DubiousOperand,
    /// `}` of a statement or of an operand.
    Brace,
}

/// Returns whether a character is non-ASCII white space or a line end.
fn is_space(letter: char) -> bool {
    is_irregular_whitespace(letter) || is_irregular_line_terminator(letter)
}

impl Last {
    fn is_operand(self) -> bool {
        matches!(self, Self::Label | Self::Operand | Self::DubiousOperand | Self::Brace)
    }
}

pub(super) struct Scanner<'a> {
    source: &'a str,
    bytes: &'a [u8],
    has_tags: bool,
    has_types: bool,
    at: usize,
    /// The open brackets around the innermost one.
    around: Vec<Level>,
    /// The innermost open bracket.
    level: Level,
    /// The sum over all open levels; its maximum is the depth.
    open: usize,
    depth: usize,
    last: Last,
    /// A line ended since the last token.
    new_line: bool,
    /// The number of modifiers directly before this token.
    modifiers: usize,
    is_certain: bool,
    /// The number of open texts that may be read twice.
    tries: usize,
    reread_bytes: usize,
    /// The number of open patterns and types with values in them, and its maximum.
    values: usize,
    most_values: usize,
}

impl<'a> Scanner<'a> {
    pub(super) fn new(source: &'a str, language: Language) -> Self {
        Self {
            source,
            bytes: source.as_bytes(),
            has_tags: language.has_jsx(),
            has_types: language.is_typescript(),
            at: 0,
            around: Vec::new(),
            level: Level::default(),
            open: 0,
            depth: 0,
            last: Last::Separator,
            new_line: false,
            modifiers: 0,
            is_certain: !has_lone_return(source.as_bytes()),
            tries: 0,
            reread_bytes: 0,
            values: 0,
            most_values: 0,
        }
    }

    pub(super) fn run(mut self) -> Nesting {
        if self.bytes.starts_with(b"#!") {
            self.skip_line();
        }
        while let Some(&byte) = self.bytes.get(self.at) {
            self.step(byte);
        }
        self.end_tries();
        while let Some(level) = self.around.pop() {
            self.level = level;
            self.end_tries();
        }
        Nesting {
            depth: self.depth,
            is_certain: self.is_certain,
            reread_bytes: self.reread_bytes,
            values: self.most_values,
        }
    }

    /// Skips the token, or the white space, that begins with a byte.
    fn step(&mut self, byte: u8) {
        match byte {
            _ if WORD_BYTES[usize::from(byte)] != 0 && !self.is_in_tag() => self.word(),
            b'\n' | b'\r' => {
                self.new_line = true;
                self.at += 1;
                self.skip(|byte| byte == b' ');
            }
            b' ' | b'\t' | 0x0B | 0x0C => self.at += 1,
            b'/' => self.slash(),
            b'{' => {
                // The class's body, or an object that may have a list after it.
                let is_heritage = std::mem::take(&mut self.level.heritage);
                self.doubt(is_heritage && !self.last.is_operand());
                self.open_bracket(if self.is_in_tag() { Last::Operator } else { Last::Separator });
            }
            b'}' => self.close_brace(),
            _ if self.is_in_tag() => self.tag(byte),
            b'\'' | b'"' => self.string(byte),
            b'`' => {
                self.chain();
                self.at += 1;
                self.template_rest();
            }
            b'(' if self.may_begin_operand() => {
                self.chain();
                self.open_parenthesis();
            }
            b'(' | b'[' => {
                self.chain();
                self.open_bracket(Last::Operator);
            }
            b')' | b']' => {
                let closed = self.close();
                self.token(if closed.sort == Sort::Head { Last::Opening } else { Last::Operand });
            }
            b',' => {
                // The parser reads `class extends a, class extends b` as a list within a list.
                self.doubt(self.level.heritage);
                self.separate();
                self.mark(Last::Operator);
            }
            b';' => {
                self.separate();
                self.end_tries();
                self.mark(Last::Separator);
            }
            b'.' => self.dots(),
            b':' if self.last == Last::Label => {
                self.count_statement();
                self.mark(Last::Colon);
            }
            _ => self.operator(byte),
        }
    }

    /// Skips bytes of one kind.
    fn skip(&mut self, is_one: impl Fn(u8) -> bool) {
        self.at += self.bytes[self.at..].iter().take_while(|byte| is_one(**byte)).count();
    }

    fn token(&mut self, last: Last) {
        self.last = last;
        self.new_line = false;
        self.modifiers = 0;
    }

    /// Skips a token of one byte.
    fn mark(&mut self, last: Last) {
        self.token(last);
        self.at += 1;
    }

    fn doubt(&mut self, is_doubtful: bool) {
        self.is_certain &= !is_doubtful;
    }

    fn deepen(&mut self, levels: usize) {
        self.open += levels;
        self.depth = self.depth.max(self.open);
    }

    fn count_operators(&mut self, operators: usize) {
        self.level.operators += operators;
        self.deepen(operators);
    }

    fn count_statement(&mut self) {
        self.level.statements += 1;
        self.deepen(1);
    }

    /// Counts a call, an index or a tagged template, in which the expression before it nests.
    fn chain(&mut self) {
        if self.last.is_operand() {
            self.count_operators(1);
        }
    }

    /// Ends the expressions of this level.
    fn separate(&mut self) {
        self.level.heritage = false;
        self.open -= std::mem::take(&mut self.level.operators);
    }

    /// Ends the statements of this level.
    fn end_statements(&mut self) {
        self.open -= std::mem::take(&mut self.level.statements);
    }

    /// Begins a text that the parser may read twice.
    fn begin_try(&mut self) {
        self.tries += 1;
        self.level.tries += 1;
        self.level.begun += self.place();
    }

    /// Returns the current offset, as far as reading up to here costs.
    fn place(&self) -> usize {
        self.at + RETRY_BYTES * self.tries
    }

    /// Ends the texts of this level that may be read twice.
    fn end_tries(&mut self) {
        if self.level.tries > 0 {
            self.reread_bytes += self.level.tries * self.place() - self.level.begun;
            (self.level.tries, self.level.begun) = (0, 0);
        }
        (self.level.angles, self.level.extends) = (0, false);
    }

    fn open(&mut self, sort: Sort, last: Last) {
        self.deepen(1);
        let pattern = self.last == Last::Parameters
            || self.level.pattern && matches!(self.last, Last::Operator | Last::Colon) && last != Last::Parameters;
        let is_type = self.is_in_type();
        let opener = if sort == Sort::Bracket { self.bytes[self.at] } else { 0 };
        // Possibly a computed key, or the options of an import.
        let has_value = is_type && matches!((self.level.opener, opener), (b'{', b'[') | (b'(', b'{'));
        let level = Level { sort, opener, pattern, is_type, ..Level::default() };
        self.around.push(std::mem::replace(&mut self.level, level));
        if has_value {
            self.begin_value();
        }
        self.token(last);
    }

    /// Returns whether a text begins with an operator that no type contains: `&&`, `||`, or the `?` of a condition
    /// without `extends`.
    fn ends_types(&self, text: &[u8]) -> bool {
        match text {
            [b'&', b'&', ..] | [b'|', b'|', ..] => true,
            // `<A?>` and `<A?, B>` are types in JSDoc's notation.
            [b'?', rest @ ..] => {
                let next = rest.trim_ascii_start().first();
                self.last.is_operand() && !self.level.extends && !matches!(next, None | Some(b',' | b'>' | b'/'))
            }
            _ => false,
        }
    }

    /// Returns whether the next token may belong to a type.
    fn is_in_type(&self) -> bool {
        self.has_types && (self.level.angles > 0 || self.level.is_type)
    }

    /// Begins a possible expression in a pattern or a type.
    fn begin_value(&mut self) {
        (self.level.angles, self.level.is_type) = (0, false);
        if !self.level.has_value {
            self.level.has_value = true;
            self.values += 1;
            self.most_values = self.most_values.max(self.values);
        }
    }

    fn open_bracket(&mut self, last: Last) {
        self.open(Sort::Bracket, last);
        self.at += 1;
    }

    /// Returns whether the next token may begin an operand: after an operator, or where a statement may have ended.
    fn may_begin_operand(&self) -> bool {
        !self.last.is_operand() || self.new_line || self.last == Last::Brace
    }

    /// Opens a parenthesis that may begin an operand.
    fn open_parenthesis(&mut self) {
        if self.last == Last::Head {
            self.open(Sort::Head, Last::Operator);
            self.at += 1;
            return;
        }
        self.open_bracket(Last::Parameters);
        if may_be_parameters(&self.bytes[self.at..]) {
            self.begin_try();
        }
    }

    /// Leaves the innermost level and returns it.
    fn leave(&mut self) -> Level {
        self.end_tries();
        self.values -= usize::from(self.level.has_value);
        // The parser stops at a bracket that closes none.
        let around = self.around.pop();
        self.open -= self.level.operators + self.level.statements + usize::from(around.is_some());
        std::mem::replace(&mut self.level, around.unwrap_or_default())
    }

    /// Closes the innermost bracket and returns it.
    fn close(&mut self) -> Level {
        self.at += 1;
        let closed = self.leave();
        self.doubt(matches!(closed.sort, Sort::Tag | Sort::ClosingTag | Sort::Children));
        closed
    }

    fn close_brace(&mut self) {
        if self.close().sort == Sort::Template {
            self.template_rest();
        } else {
            self.resume_after(Last::Brace);
        }
    }

    /// Continues after an element or a brace, which is `last` in code.
    fn resume_after(&mut self, last: Last) {
        match self.level.sort {
            Sort::Children => self.text(),
            Sort::Tag | Sort::ClosingTag => self.token(Last::Operator),
            _ => self.token(last),
        }
    }

    fn word(&mut self) {
        let start = self.at;
        let Some(word) = self.skip_word() else { return };
        if word[0].is_ascii_digit() {
            return self.number(start);
        }
        if self.last == Last::Dot {
            return self.token(Last::Operand);
        }
        let word = match Word::of(word) {
            // `of<A>()`
            Word::DubiousInfix if self.has_types && self.must_be_operand() => Word::Operand,
            // `function unique<A>()`
            Word::DubiousInfix | Word::DubiousPrefix if self.has_types && self.names_function(start) => Word::Operand,
            word => word,
        };
        let is_infix = matches!(word, Word::Infix | Word::DubiousInfix);
        let begins = !is_infix
            && (matches!(self.last, Last::Separator | Last::Brace)
                || self.new_line && (self.last.is_operand() || self.last == Last::Angle));
        if begins {
            self.separate();
            self.end_tries();
            if !matches!(word, Word::Else | Word::While | Word::Handler) {
                self.end_statements();
            }
        }
        let last = match word {
            Word::Operand | Word::Jump | Word::Handler => {
                // One of two words in a row is a keyword here.
                self.count_operators(usize::from(!begins && self.last.is_operand()));
                match word {
                    Word::Jump => Last::DubiousOperand,
                    Word::Operand if begins || matches!(self.last, Last::Opening | Last::Colon) => Last::Label,
                    _ => Last::Operand,
                }
            }
            Word::Infix | Word::Prefix => {
                // It may be an object's key elsewhere, but not here.
                let follows_class = self.last.is_operand() || self.last == Last::DubiousOperator;
                let extends = &self.bytes[start..self.at] == b"extends";
                self.level.extends |= extends;
                self.level.heritage |= extends && follows_class && !self.has_types;
                self.count_operators(1);
                Last::Operator
            }
            Word::DubiousInfix | Word::DubiousPrefix => {
                self.count_operators(1);
                // A function or a class, whose body is not that of the class around it.
                self.doubt(self.level.heritage);
                // For each of a row of modifiers the parser looks at all that follow.
                let modifiers = self.modifiers + 1;
                self.reread_bytes += LOOK_AHEAD_BYTES * modifiers;
                // `for await (…)`
                self.token(if self.last == Last::Head { Last::Head } else { Last::DubiousOperator });
                self.modifiers = modifiers;
                return;
            }
            Word::Head | Word::While => {
                self.count_statement();
                Last::Head
            }
            Word::Do | Word::Else => {
                self.count_statement();
                Last::Opening
            }
        };
        self.token(last);
    }

    /// Returns whether a word has nothing before it that it could join to the text after it.
    fn must_be_operand(&self) -> bool {
        matches!(self.last, Last::Separator | Last::Opening | Last::Parameters | Last::Operator)
    }

    fn names_function(&self, start: usize) -> bool {
        self.last == Last::DubiousOperator && self.bytes[..start].trim_ascii_end().ends_with(b"function")
    }

    /// Skips a word and returns it, or skips non-ASCII white space.
    fn skip_word(&mut self) -> Option<&'a [u8]> {
        let start = self.at;
        self.skip(|byte| WORD_BYTES[usize::from(byte)] == PLAIN);
        let mut escapes = false;
        while let Some(&byte) = self.bytes.get(self.at)
            && WORD_BYTES[usize::from(byte)] != 0
        {
            if WORD_BYTES[usize::from(byte)] == MAY_BEGIN_SPACE
                && let Some(space) = self.source[self.at..].chars().next().filter(|&letter| is_space(letter))
            {
                if self.at > start {
                    break;
                }
                self.new_line |= is_irregular_line_terminator(space);
                self.at += space.len_utf8();
                return None;
            }
            if byte == b'#' && self.at > start {
                break;
            }
            escapes |= byte == b'\\';
            self.at += 1;
        }
        let word = &self.bytes[start..self.at];
        // A keyword with escapes may count as one, or not.
        self.doubt(escapes && !spells_name(&self.source[start..self.at]));
        Some(word)
    }
}

#[cfg(test)]
pub(super) mod tests;
