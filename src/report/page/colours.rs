//! Syntax colours: a tokenizer for JavaScript that is as exact as colours need, and errs on the side of none.

/// A coloured part of a line, in bytes, and its class in the style sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour {
    pub start: usize,
    pub end: usize,
    pub class: &'static str,
}

const COMMENT: &str = "c";
const STRING: &str = "s";
const KEYWORD: &str = "k";
const NUMBER: &str = "d";

const KEYWORDS: [&str; 52] = [
    "abstract",
    "as",
    "async",
    "await",
    "break",
    "case",
    "catch",
    "class",
    "const",
    "continue",
    "debugger",
    "declare",
    "default",
    "delete",
    "do",
    "else",
    "enum",
    "export",
    "extends",
    "finally",
    "for",
    "from",
    "function",
    "if",
    "implements",
    "import",
    "in",
    "instanceof",
    "interface",
    "let",
    "namespace",
    "new",
    "of",
    "private",
    "protected",
    "public",
    "readonly",
    "return",
    "static",
    "switch",
    "throw",
    "try",
    "type",
    "typeof",
    "var",
    "void",
    "while",
    "with",
    "yield",
    "get",
    "set",
    "satisfies",
];
const CONSTANTS: [&str; 6] = ["false", "null", "super", "this", "true", "undefined"];

/// The state that continues from one line to the next.
#[derive(Default)]
struct Tokenizer {
    in_comment: bool,
    in_template: bool,
    /// The open braces within each open `${`.
    templates: Vec<u32>,
    /// A value ends here, so that a slash divides.
    after_value: bool,
}

/// Returns the coloured parts of each line, in ascending order.
pub fn colours(lines: &[&str]) -> Vec<Vec<Colour>> {
    let mut tokenizer = Tokenizer::default();
    lines.iter().map(|line| tokenizer.line(line)).collect()
}

impl Tokenizer {
    fn line(&mut self, line: &str) -> Vec<Colour> {
        let bytes = line.as_bytes();
        let mut colours = Vec::new();
        let mut at = 0;
        // One slash that does not begin a regular expression is enough: searching the end of each would take quadratic
        // time.
        let mut may_hold_regex = true;
        while at < bytes.len() {
            let start = at;
            let mut class = None;
            if self.in_comment {
                at = self.comment(line, at);
                class = Some(COMMENT);
            } else if self.in_template {
                at = self.template(bytes, at);
                class = Some(STRING);
            } else {
                match bytes[at] {
                    b'/' if bytes.get(at + 1) == Some(&b'/') => {
                        at = bytes.len();
                        class = Some(COMMENT);
                    }
                    b'/' if bytes.get(at + 1) == Some(&b'*') => {
                        at = self.comment(line, at + 2);
                        class = Some(COMMENT);
                    }
                    b'/' if !self.after_value && may_hold_regex => match regex_end(bytes, at) {
                        Some(end) => {
                            at = end;
                            class = Some(STRING);
                            self.after_value = true;
                        }
                        None => {
                            may_hold_regex = false;
                            at += 1;
                        }
                    },
                    quote @ (b'"' | b'\'') => {
                        at = string_end(bytes, at + 1, quote);
                        class = Some(STRING);
                        self.after_value = true;
                    }
                    b'`' => {
                        at = self.template(bytes, at + 1);
                        class = Some(STRING);
                    }
                    b'0'..=b'9' => {
                        at = word_end(bytes, at, |byte| is_in_word(byte) || byte == b'.');
                        class = Some(NUMBER);
                        self.after_value = true;
                    }
                    byte if is_in_word(byte) => {
                        at = word_end(bytes, at, is_in_word);
                        let word = &line[start..at];
                        let is_property = start > 0 && bytes[start - 1] == b'.';
                        let is_keyword = !is_property && KEYWORDS.contains(&word);
                        class = if is_keyword {
                            Some(KEYWORD)
                        } else {
                            (!is_property && CONSTANTS.contains(&word)).then_some(NUMBER)
                        };
                        self.after_value = !is_keyword;
                    }
                    byte => {
                        at += 1;
                        self.punctuation(byte);
                    }
                }
            }
            if let Some(class) = class {
                colours.push(Colour { start, end: at, class });
            }
        }
        colours
    }

    /// Returns the end of the comment that continues here.
    fn comment(&mut self, line: &str, from: usize) -> usize {
        let end = line[from..].find("*/");
        self.in_comment = end.is_none();
        end.map_or(line.len(), |end| from + end + 2)
    }

    /// Returns the end of the template text that continues here.
    fn template(&mut self, bytes: &[u8], mut at: usize) -> usize {
        self.in_template = true;
        while at < bytes.len() {
            match bytes[at] {
                b'\\' => at += 1,
                b'`' => {
                    self.in_template = false;
                    self.after_value = true;
                    return at + 1;
                }
                b'$' if bytes.get(at + 1) == Some(&b'{') => {
                    self.in_template = false;
                    self.after_value = false;
                    self.templates.push(0);
                    return at + 2;
                }
                _ => {}
            }
            at += 1;
        }
        bytes.len()
    }

    fn punctuation(&mut self, byte: u8) {
        match byte {
            b' ' | b'\t' => return,
            b'{' => {
                if let Some(depth) = self.templates.last_mut() {
                    *depth += 1;
                }
            }
            b'}' => match self.templates.last_mut() {
                Some(0) => {
                    self.templates.pop();
                    self.in_template = true;
                }
                Some(depth) => *depth -= 1,
                None => {}
            },
            _ => {}
        }
        self.after_value = matches!(byte, b')' | b']');
    }
}

fn is_in_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'$' || byte >= 0x80
}

fn word_end(bytes: &[u8], from: usize, is_in: impl Fn(u8) -> bool) -> usize {
    bytes[from..].iter().position(|byte| !is_in(*byte)).map_or(bytes.len(), |length| from + length)
}

/// Returns the end of a string; the end of the line where it is not closed.
fn string_end(bytes: &[u8], mut at: usize, quote: u8) -> usize {
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 1,
            byte if byte == quote => return at + 1,
            _ => {}
        }
        at += 1;
    }
    bytes.len()
}

/// Returns the end of a regular expression with its flags; `None` where the line ends before it.
fn regex_end(bytes: &[u8], start: usize) -> Option<usize> {
    let mut in_class = false;
    let mut at = start + 1;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 1,
            b'[' => in_class = true,
            b']' => in_class = false,
            b'/' if !in_class => return Some(word_end(bytes, at + 1, |byte| byte.is_ascii_alphabetic())),
            _ => {}
        }
        at += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn coloured(code: &str) -> Vec<(&'static str, &str)> {
        let lines: Vec<&str> = code.lines().collect();
        let colours = colours(&lines);
        let of_line = |(line, colours): (&&'_ str, Vec<Colour>)| -> Vec<(&'static str, String)> {
            colours.iter().map(|colour| (colour.class, line[colour.start..colour.end].to_owned())).collect()
        };
        let all: Vec<_> = lines.iter().zip(colours).flat_map(of_line).collect();
        all.into_iter().map(|(class, text)| (class, &*text.leak())).collect()
    }

    #[test]
    fn tokens_get_their_colours() {
        assert_eq!(
            coloured("const a = 'x\\'é' + 0x1f; // 😀 'no'"),
            [("k", "const"), ("s", "'x\\'é'"), ("d", "0x1f"), ("c", "// 😀 'no'")]
        );
        assert_eq!(coloured("a.delete(/[/']\\//g, b / c / 2)"), [("s", "/[/']\\//g"), ("d", "2")]);
        assert_eq!(coloured("/* a\n' b */ if"), [("c", "/* a"), ("c", "' b */"), ("k", "if")]);
    }

    #[test]
    fn templates_hold_code() {
        assert_eq!(
            coloured("`a ${f({ b: `c` })} d\ne` + null"),
            [("s", "`a ${"), ("s", "`c`"), ("s", " d"), ("s", "e`"), ("d", "null")]
        );
    }

    #[test]
    fn parts_stay_within_their_line() {
        for code in ["'\\", "`\\", "/\\", "é'\\é", "}}`${", "/*", "/[/[/[/["] {
            coloured(code);
        }
    }
}
