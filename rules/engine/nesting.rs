//! How deep a text can nest, told from its bytes before a recursive parser meets it.
//!
//! The parser, the semantic analysis and some rules call themselves for each level of nesting, so a
//! text decides how much stack they need. Nothing that is parsed may overflow it: the estimate here is
//! never below the truth. It reads tokens, not grammar, and errs upwards.

/// What a text's bytes say of its nesting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Nesting {
    /// The deepest level of brackets, operators and statements within one another.
    pub depth: usize,
    /// What strings, comments, templates and regular expressions hold that would nest if it were code.
    /// A slash or a quote that was read otherwise than the parser reads it may hide this much.
    pub hidden: usize,
}

impl Nesting {
    /// How many levels a parser of this text can stand deep, at most.
    pub fn bound(self) -> usize {
        self.depth.saturating_add(self.hidden)
    }
}

/// One bracket that is open.
#[derive(Clone, Copy, Default)]
struct Level {
    /// The operators and prefixes that may stand in one another since the last separator.
    operators: usize,
    /// What nests across separators on this level: `else`, `do`, and JSX tags.
    statements: usize,
    /// Whether the bracket is a template's `${`, so that its `}` goes on with the template.
    template: bool,
    /// Whether it is the parenthesis of an `if`, `for`, `while` or `with`, behind which a statement begins.
    head: bool,
}

/// What the last token was, for telling a division from a regular expression and an operator from the
/// end of a statement.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Last {
    /// A name, a literal, a closing bracket: an operator may follow.
    Operand,
    /// An operator, an opening bracket, a separator: an operand must follow.
    Operator,
}

/// Whether a byte is a part of names and numbers, told without a branch: many bytes at a time.
const fn is_word(byte: u8) -> bool {
    let letter = (byte | 0x20).wrapping_sub(b'a') < 26;
    let digit = byte.wrapping_sub(b'0') < 10;
    letter | digit | (byte == b'_') | (byte >= 0x80)
}

/// The bytes of names, keywords and numbers.
static IS_WORD: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < table.len() {
        table[byte] = is_word(byte as u8) || matches!(byte as u8, b'$' | b'\\' | b'#');
        byte += 1;
    }
    table
};

/// How many levels a text can nest at the very most: each takes a word or a punctuation mark of its own.
/// Far more than there are, and told in a fraction of the time.
pub(super) fn most_levels(source: &str) -> usize {
    /// How many bytes are summed up in one byte: few enough not to overflow, and many at a time.
    const CHUNK: usize = 128;
    let is_space = |byte: u8| (byte == b' ') | (byte == b'\n') | (byte == b'\r') | (byte == b'\t');
    let begins = |(&before, &byte): (&u8, &u8)| u8::from(!is_space(byte) & !(is_word(byte) & is_word(before)));
    let Some((_, rest)) = source.as_bytes().split_first() else { return 0 };
    let pairs = source.as_bytes().chunks(CHUNK).zip(rest.chunks(CHUNK));
    pairs.map(|(before, bytes)| usize::from(before.iter().zip(bytes).map(begins).sum::<u8>())).sum::<usize>() + 1
}

/// Reads the nesting of a text, which may hold JSX or not.
pub(super) fn nesting(source: &str, jsx: bool) -> Nesting {
    Scanner::new(source.as_bytes(), jsx).run()
}

struct Scanner<'a> {
    bytes: &'a [u8],
    jsx: bool,
    at: usize,
    levels: Vec<Level>,
    /// The sum over all open levels, of which the maximum is the depth.
    open: usize,
    depth: usize,
    hidden: usize,
    last: Last,
    /// Whether a line ended since the last token.
    new_line: bool,
    /// Whether the last token is a closing brace.
    after_brace: bool,
}

/// Words that join what stands before them to what stands behind.
fn is_infix(word: &[u8]) -> bool {
    matches!(word, b"as" | b"extends" | b"in" | b"instanceof" | b"is" | b"of" | b"satisfies")
}

/// Words behind which an operand or a statement stands within the same level.
fn is_prefix(word: &[u8]) -> bool {
    matches!(
        word,
        b"async"
            | b"await"
            | b"case"
            | b"class"
            | b"default"
            | b"delete"
            | b"export"
            | b"for"
            | b"function"
            | b"if"
            | b"infer"
            | b"keyof"
            | b"new"
            | b"return"
            | b"throw"
            | b"typeof"
            | b"void"
            | b"while"
            | b"with"
            | b"yield"
    )
}

impl<'a> Scanner<'a> {
    fn new(bytes: &'a [u8], jsx: bool) -> Self {
        Self {
            bytes,
            jsx,
            at: 0,
            levels: vec![Level::default()],
            open: 0,
            depth: 0,
            hidden: 0,
            last: Last::Operator,
            new_line: false,
            after_brace: false,
        }
    }

    fn run(mut self) -> Nesting {
        while let Some(&byte) = self.bytes.get(self.at) {
            match byte {
                b'\n' | b'\r' => {
                    self.new_line = true;
                    self.at += 1;
                }
                b' ' | b'\t' => self.at += self.run_of(|byte| matches!(byte, b' ' | b'\t')),
                b'\'' | b'"' => self.string(byte),
                b'`' => self.template(),
                b'/' => self.slash(),
                b'(' | b'[' => {
                    self.chain();
                    self.open_bracket(false);
                }
                b'{' => {
                    if self.new_line && self.last == Last::Operand {
                        self.separate();
                    }
                    self.open_bracket(false);
                }
                b')' | b']' => {
                    self.close();
                }
                b'}' => {
                    if self.close() {
                        self.template_rest();
                    } else {
                        self.after_brace = true;
                    }
                }
                b',' | b';' => {
                    self.separate();
                    self.token(Last::Operator);
                    self.at += 1;
                }
                byte if IS_WORD[usize::from(byte)] => self.word(),
                b'<' if self.jsx => {
                    self.count_statement();
                    self.token(Last::Operator);
                    self.at += 1;
                }
                _ => {
                    // `++` and `--` behind an operand leave it one, which only matters to a slash.
                    self.count_operator();
                    self.token(Last::Operator);
                    self.at += 1;
                }
            }
        }
        Nesting { depth: self.depth, hidden: self.hidden }
    }

    fn level(&mut self) -> &mut Level {
        if self.levels.is_empty() {
            self.levels.push(Level::default());
        }
        self.levels.last_mut().expect("one was just pushed")
    }

    fn token(&mut self, last: Last) {
        self.last = last;
        self.new_line = false;
        self.after_brace = false;
    }

    fn deepen(&mut self) {
        self.open += 1;
        self.depth = self.depth.max(self.open);
    }

    fn count_operator(&mut self) {
        self.level().operators += 1;
        self.deepen();
    }

    fn count_statement(&mut self) {
        self.level().statements += 1;
        self.deepen();
    }

    /// A call, an index or a tagged template nests what stands before it.
    fn chain(&mut self) {
        if self.last == Last::Operand {
            self.count_operator();
        }
    }

    /// Ends what an expression has gathered on this level.
    fn separate(&mut self) {
        let gathered = std::mem::take(&mut self.level().operators);
        self.open -= gathered;
    }

    fn open_bracket(&mut self, template: bool) {
        let head = self.last == Last::Operator && self.ends_with_head();
        self.deepen();
        self.levels.push(Level { template, head, ..Level::default() });
        self.token(Last::Operator);
        self.at += 1;
    }

    /// Whether the text before the current bracket is the keyword of a statement with a head.
    fn ends_with_head(&self) -> bool {
        let before = self.bytes[..self.at].trim_ascii_end();
        [&b"if"[..], b"for", b"while", b"with", b"await"].iter().any(|word| before.ends_with(word))
    }

    /// Closes the innermost bracket. Says whether it was a template's.
    fn close(&mut self) -> bool {
        let level = self.levels.pop().unwrap_or_default();
        self.at += 1;
        if self.levels.is_empty() {
            // More is closed than was open: the parser gives up here at the latest.
            self.levels.push(Level::default());
            self.open = 0;
        } else {
            self.open -= (level.operators + level.statements + 1).min(self.open);
        }
        self.token(if level.head { Last::Operator } else { Last::Operand });
        level.template
    }

    fn word(&mut self) {
        let start = self.at;
        self.at += self.run_of(|byte| IS_WORD[usize::from(byte)]);
        let word = &self.bytes[start..self.at];
        if is_infix(word) {
            self.count_operator();
            self.token(Last::Operator);
            return;
        }
        // Two operands that no operator joins are two statements.
        if self.last == Last::Operand && (self.new_line || self.after_brace) {
            self.separate();
        }
        if matches!(word, b"else" | b"do") {
            self.count_statement();
            self.token(Last::Operator);
        } else if is_prefix(word) {
            self.count_operator();
            self.token(Last::Operator);
        } else {
            self.token(Last::Operand);
        }
    }

    /// How many bytes from here on are of a sort.
    fn run_of(&self, is_sort: impl Fn(u8) -> bool) -> usize {
        let rest = &self.bytes[self.at..];
        rest.iter().position(|&byte| !is_sort(byte)).unwrap_or(rest.len())
    }

    /// Goes to the next of three bytes and gives it; to the end where there is none.
    fn skip_to(&mut self, bytes: [u8; 3]) -> Option<u8> {
        let [one, two, three] = bytes;
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        self.at += memchr::memchr3(one, two, three, rest).unwrap_or(rest.len());
        self.bytes.get(self.at).copied()
    }

    fn string(&mut self, quote: u8) {
        let start = self.at;
        self.at += 1;
        while let Some(byte) = self.skip_to([quote, b'\\', b'\n']) {
            match byte {
                b'\\' => self.at += 2,
                b'\n' => break,
                _ => {
                    self.at += 1;
                    break;
                }
            }
        }
        self.hide(start);
        self.token(Last::Operand);
    }

    fn template(&mut self) {
        self.chain();
        self.at += 1;
        self.template_rest();
    }

    /// Goes on with a template up to its end or its next insertion.
    fn template_rest(&mut self) {
        let start = self.at;
        while let Some(byte) = self.skip_to([b'`', b'\\', b'$']) {
            match byte {
                b'\\' => self.at += 1,
                b'`' => {
                    self.hide(start);
                    self.at += 1;
                    self.token(Last::Operand);
                    return;
                }
                b'$' if self.bytes.get(self.at + 1) == Some(&b'{') => {
                    self.hide(start);
                    self.at += 1;
                    self.last = Last::Operand;
                    self.open_bracket(true);
                    return;
                }
                _ => {}
            }
            self.at += 1;
        }
        self.hide(start);
    }

    fn slash(&mut self) {
        let start = self.at;
        match self.bytes.get(self.at + 1) {
            Some(b'/') => {
                self.at += memchr::memchr2(b'\n', b'\r', &self.bytes[start..]).unwrap_or(self.bytes.len() - start);
                self.hide(start);
            }
            Some(b'*') => {
                let end = memchr::memmem::find(&self.bytes[start + 2..], b"*/");
                self.at = end.map_or(self.bytes.len(), |end| start + 2 + end + 2);
                self.new_line |= memchr::memchr(b'\n', &self.bytes[start..self.at]).is_some();
                self.hide(start);
            }
            _ if self.last == Last::Operator || self.bytes[..start].trim_ascii_end().ends_with(b"}") => {
                self.regular_expression();
            }
            _ => {
                self.count_operator();
                self.token(Last::Operator);
                self.at += 1;
            }
        }
    }

    fn regular_expression(&mut self) {
        let start = self.at;
        let mut class = false;
        self.at += 1;
        while let Some(&byte) = self.bytes.get(self.at) {
            match byte {
                b'\\' => self.at += 1,
                b'\n' | b'\r' => break,
                b'[' => class = true,
                b']' => class = false,
                b'/' if !class => {
                    self.at += 1;
                    break;
                }
                _ => {}
            }
            self.at += 1;
        }
        self.hide(start);
        self.token(Last::Operand);
    }

    /// Counts what would nest if the text since `start` were code.
    fn hide(&mut self, start: usize) {
        self.at = self.at.min(self.bytes.len());
        let hidden = &self.bytes[start.min(self.at)..self.at];
        let is_plain = |byte: u8| is_word(byte) | (byte == b' ') | (byte == b'\n');
        self.hidden += hidden.iter().filter(|&&byte| !is_plain(byte)).count();
        self.hidden += hidden.len() / 64;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_and_every_mark_counts() {
        let cases = [("", 0), ("a", 1), (" a", 2), ("((a))", 5), ("new new a", 3), ("a+\n  b1_é", 3), ("\t\n", 1)];
        for (text, levels) in cases {
            assert_eq!(most_levels(text), levels, "{text:?}");
        }
        assert_eq!(most_levels(&"(".repeat(1000)), 1000);
        assert_eq!(most_levels(&"new ".repeat(1000)), 1000);
    }
}
