//! Reads a text token by token.

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

/// The sorts of brackets, tags and elements that are open.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Sort {
    #[default]
    Bracket,
    /// The parenthesis of an `if`, `for`, `while` or `with`, after which a statement begins.
    Head,
    /// A template's `${`, so that its `}` goes on with the template.
    Template,
    /// A tag, up to its `>`.
    Tag,
    ClosingTag,
    /// The children between a tag and its closing tag.
    Children,
    /// A type's arguments in a tag.
    Arguments,
}

/// A bracket, tag or element that is open.
#[derive(Clone, Copy, Default)]
struct Level {
    sort: Sort,
    /// The operators and prefixes that may stand in one another since the last separator.
    operators: usize,
    /// The statements that may stand in one another since the last that ended.
    statements: usize,
    /// The text that may be read twice: the parenthesis itself, and what a type may stand in since the last separator.
    /// How many they are, and the sum of the places where they begin.
    tries: usize,
    begun: usize,
    /// The bracket that opened it.
    opener: u8,
    /// Whether it may be a pattern that is a parameter, or stand in one.
    pattern: bool,
    /// The number of `<` without their `>` since the last separator: they compare, or begin a type's arguments.
    angles: usize,
    /// Whether an `extends` came since.
    extends: bool,
    /// Whether it may stand in a type's arguments.
    is_type: bool,
    /// Whether it has a default value, or may have another expression within a type.
    has_value: bool,
    /// Whether it is between a class's `extends` and its body, in JavaScript.
    heritage: bool,
}

/// The last token: it decides what may follow, and what a slash after it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Last {
    /// `;` or `{`: a statement may begin, or an `else` go on with one. A slash begins a regular expression.
    Separator,
    /// What a statement or a body follows that stands within this one: `else`, `if (…)`, `=>`.
    Opening,
    /// A label's colon, or that of an object's first key.
    Colon,
    /// The parenthesis that may begin parameters.
    Parameters,
    /// `if` and its like, which a parenthesis follows.
    Head,
    /// An operator or an opening bracket: an operand must follow, which a slash may begin.
    Operator,
    /// The same, but a slash may divide: `a++`, `await`.
    DubiousOperator,
    /// A dot: a name must follow.
    Dot,
    /// The `<` of a tag, and the `/` at its end.
    Tag,
    SelfClosing,
    /// `>` where there are types, whose arguments it may end.
    Angle,
    /// A word with which a statement begins: a label, if a colon follows.
    Label,
    /// A name, a literal, a closing bracket: an operator may follow, such as a slash.
    Operand,
    /// The same, but a slash may begin a regular expression, or a tag begin: `break`.
    DubiousOperand,
    /// `}`, of a statement or of an operand.
    Brace,
}

/// White space and line ends that are no ASCII.
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
    /// The brackets around the innermost one that is open.
    around: Vec<Level>,
    /// The innermost one.
    level: Level,
    /// The sum over all open levels, of which the maximum is the depth.
    open: usize,
    depth: usize,
    last: Last,
    /// Whether a line ended since the last token.
    new_line: bool,
    /// The number of modifiers among the last tokens, without a gap.
    modifiers: usize,
    is_certain: bool,
    /// The number of things begun that may be read twice.
    tries: usize,
    read_again: usize,
    /// The number of patterns and types with values in them that are open, and the most that were.
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
            read_again: 0,
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
            read_again: self.read_again,
            values: self.most_values,
        }
    }

    /// Goes past a token, or white space, that begins with a byte.
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
                // The parser takes `class extends a, class extends b` for a list within a list.
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

    /// Goes past bytes of a sort.
    fn skip(&mut self, is_one: impl Fn(u8) -> bool) {
        self.at += self.bytes[self.at..].iter().take_while(|byte| is_one(**byte)).count();
    }

    fn token(&mut self, last: Last) {
        self.last = last;
        self.new_line = false;
        self.modifiers = 0;
    }

    /// Goes past a token of one byte.
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

    /// A call, an index or a tagged template nests what stands before it.
    fn chain(&mut self) {
        if self.last.is_operand() {
            self.count_operators(1);
        }
    }

    /// Ends what an expression has gathered on this level.
    fn separate(&mut self) {
        self.level.heritage = false;
        self.open -= std::mem::take(&mut self.level.operators);
    }

    /// Ends all statements of this level.
    fn end_statements(&mut self) {
        self.open -= std::mem::take(&mut self.level.statements);
    }

    /// Something begins that the parser may read twice.
    fn try_out(&mut self) {
        self.tries += 1;
        self.level.tries += 1;
        self.level.begun += self.place();
    }

    /// Returns where the scanner is, as far as reading up to here costs.
    fn place(&self) -> usize {
        self.at + RETRY_BYTES * self.tries
    }

    /// Ends what might be read twice on this level.
    fn end_tries(&mut self) {
        if self.level.tries > 0 {
            self.read_again += self.level.tries * self.place() - self.level.begun;
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
        // Perhaps a computed key, or the options of an import.
        let has_value = is_type && matches!((self.level.opener, opener), (b'{', b'[') | (b'(', b'{'));
        let level = Level { sort, opener, pattern, is_type, ..Level::default() };
        self.around.push(std::mem::replace(&mut self.level, level));
        if has_value {
            self.begin_value();
        }
        self.token(last);
    }

    /// Returns whether a text begins with an operator that no type has: `&&`, `||`, or the `?` of a condition without
    /// `extends`.
    fn ends_types(&self, text: &[u8]) -> bool {
        match text {
            [b'&', b'&', ..] | [b'|', b'|', ..] => true,
            // `<A?>` and `<A?, B>` are types in the words of JSDoc.
            [b'?', rest @ ..] => {
                let next = rest.trim_ascii_start().first();
                self.last.is_operand() && !self.level.extends && !matches!(next, None | Some(b',' | b'>' | b'/'))
            }
            _ => false,
        }
    }

    /// Returns whether what comes next may be a type, or a part of one.
    fn is_in_type(&self) -> bool {
        self.has_types && (self.level.angles > 0 || self.level.is_type)
    }

    /// An expression may begin in a pattern or a type.
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

    /// Returns whether what comes next may be an operand: after none, or where a statement may have ended.
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
            self.try_out();
        }
    }

    /// Leaves the innermost level and gives it.
    fn leave(&mut self) -> Level {
        self.end_tries();
        self.values -= usize::from(self.level.has_value);
        // Where more is closed than was open the parser gives up.
        let around = self.around.pop();
        self.open -= self.level.operators + self.level.statements + usize::from(around.is_some());
        std::mem::replace(&mut self.level, around.unwrap_or_default())
    }

    /// Closes the innermost bracket and gives it.
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
            self.go_on(Last::Brace);
        }
    }

    /// Goes on after an element or a brace, which is `last` in code.
    fn go_on(&mut self, last: Last) {
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
                // Two words in a row: one of them is a keyword in this place.
                self.count_operators(usize::from(!begins && self.last.is_operand()));
                match word {
                    Word::Jump => Last::DubiousOperand,
                    Word::Operand if begins || matches!(self.last, Last::Opening | Last::Colon) => Last::Label,
                    _ => Last::Operand,
                }
            }
            Word::Infix | Word::Prefix => {
                // It may be an object's key as well, but not there.
                let is_behind_class = self.last.is_operand() || self.last == Last::DubiousOperator;
                let extends = &self.bytes[start..self.at] == b"extends";
                self.level.extends |= extends;
                self.level.heritage |= extends && is_behind_class && !self.has_types;
                self.count_operators(1);
                Last::Operator
            }
            Word::DubiousInfix | Word::DubiousPrefix => {
                self.count_operators(1);
                // A function or a class, whose body is not that of the class around.
                self.doubt(self.level.heritage);
                // Of modifiers in a row the parser looks at all for each.
                let modifiers = self.modifiers + 1;
                self.read_again += LOOK_AHEAD_BYTES * modifiers;
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

    /// Returns whether there is nothing before a word that it might join to what stands after.
    fn must_be_operand(&self) -> bool {
        matches!(self.last, Last::Separator | Last::Opening | Last::Parameters | Last::Operator)
    }

    fn names_function(&self, start: usize) -> bool {
        self.last == Last::DubiousOperator && self.bytes[..start].trim_ascii_end().ends_with(b"function")
    }

    /// Goes past a word and gives it, or past white space that is no ASCII.
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
        // A keyword that escapes spell may be one, or not.
        self.doubt(escapes && !spells_name(&self.source[start..self.at]));
        Some(word)
    }
}

#[cfg(test)]
pub(super) mod tests;
