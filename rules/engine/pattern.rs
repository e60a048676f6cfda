//! Regular expressions with JavaScript's semantics and a linear-time engine.

use std::sync::OnceLock;

use regex::Regex;

use crate::estree::contains_ignoring_case;

/// JavaScript's `\s`.
const WHITE_SPACE: &str =
    r"\t\n\x0B\x0C\r \u{A0}\u{1680}\u{2000}-\u{200A}\u{2028}\u{2029}\u{202F}\u{205F}\u{3000}\u{FEFF}";
const DIGIT: &str = "0-9";
const WORD: &str = "0-9A-Za-z_";
const LINE_END: &str = r"\n\r\u{2028}\u{2029}";

/// A rule's regular expression, as a `static`; compiled at first use.
pub struct Pattern {
    source: &'static str,
    ignore_case: bool,
    /// The literals of which every match contains one; empty where none is known.
    held: &'static [&'static str],
    compiled: OnceLock<Regex>,
}

impl Pattern {
    /// Makes the pattern of JavaScript's `/source/`, which has neither look-around nor back-references: write these as
    /// code.
    pub const fn new(source: &'static str) -> Self {
        Self { source, ignore_case: false, held: &[], compiled: OnceLock::new() }
    }

    /// Makes the pattern of JavaScript's `/source/i`.
    pub const fn ignoring_case(source: &'static str) -> Self {
        Self { source, ignore_case: true, held: &[], compiled: OnceLock::new() }
    }

    /// Declares that every match contains one of these literals: a text without them is rejected without compiling the
    /// pattern.
    #[must_use]
    pub const fn holding(mut self, held: &'static [&'static str]) -> Self {
        self.held = held;
        self
    }

    /// Returns the compiled expression.
    pub fn regex(&self) -> &Regex {
        self.compiled.get_or_init(|| {
            javascript_regex(self.source, self.ignore_case)
                .unwrap_or_else(|error| panic!("/{}/ is not a pattern: {error}", self.source))
        })
    }

    /// Matches as JavaScript's `pattern.test(text)`.
    pub fn is_match(&self, text: &str) -> bool {
        self.may_match(text) && self.regex().is_match(text)
    }

    /// Returns whether a text contains one of the literals that a match would contain.
    pub fn may_match(&self, text: &str) -> bool {
        let holds =
            |held: &&str| if self.ignore_case { contains_ignoring_case(text, held) } else { text.contains(held) };
        self.held.is_empty() || self.held.iter().any(holds)
    }
}

/// Compiles the source of a JavaScript regular expression (without the `u` flag) with JavaScript's semantics: `\w`,
/// `\d` and `\b` are ASCII, `\s` is JavaScript's white space, `.` stops at all four line ends, letters fold within
/// ASCII.
///
/// # Errors
///
/// The error in the source, in words; look-around and back-references are refused, since they cannot be matched in
/// linear time.
fn javascript_regex(source: &str, ignore_case: bool) -> Result<Regex, String> {
    Regex::new(&translate(source, ignore_case)?).map_err(|error| error.to_string())
}

/// Translates such a source into the notation of the `regex` crate.
pub(super) fn translate(source: &str, ignore_case: bool) -> Result<String, String> {
    let rest = source.chars().peekable();
    Translator { rest, ignore_case, is_in_quantifier: false, out: String::new() }.run()
}

struct Translator<'a> {
    rest: std::iter::Peekable<std::str::Chars<'a>>,
    ignore_case: bool,
    /// A `}` ends a quantifier here.
    is_in_quantifier: bool,
    out: String,
}

impl Translator<'_> {
    fn run(mut self) -> Result<String, String> {
        while let Some(character) = self.rest.next() {
            match character {
                '\\' => self.escape()?,
                '[' => self.class()?,
                '.' => self.out.push_str(&format!("[^{LINE_END}]")),
                '(' => self.group()?,
                '{' => {
                    self.is_in_quantifier = self.is_quantifier();
                    self.out.push_str(if self.is_in_quantifier { "{" } else { r"\{" });
                }
                '}' => {
                    self.out.push_str(if std::mem::take(&mut self.is_in_quantifier) { "}" } else { r"\}" });
                }
                ']' => self.out.push_str(r"\]"),
                '^' | '$' | '|' | ')' | '*' | '+' | '?' => self.out.push(character),
                literal => self.literal(literal),
            }
        }
        Ok(self.out)
    }

    /// Returns whether an opening brace begins a quantifier: digits, perhaps a comma and more digits, and a closing
    /// brace follow.
    fn is_quantifier(&self) -> bool {
        let mut rest = self.rest.clone();
        let skip_digits = |rest: &mut std::iter::Peekable<std::str::Chars<'_>>| {
            let mut digits = 0;
            while rest.next_if(char::is_ascii_digit).is_some() {
                digits += 1;
            }
            digits
        };
        if skip_digits(&mut rest) == 0 {
            return false;
        }
        if rest.next_if_eq(&',').is_some() {
            skip_digits(&mut rest);
        }
        rest.next() == Some('}')
    }

    fn literal(&mut self, character: char) {
        if self.ignore_case && character.is_ascii_alphabetic() {
            self.out.push('[');
            self.out.push(character.to_ascii_lowercase());
            self.out.push(character.to_ascii_uppercase());
            self.out.push(']');
        } else {
            self.out.push_str(&regex::escape(character.encode_utf8(&mut [0; 4])));
        }
    }

    fn group(&mut self) -> Result<(), String> {
        self.out.push('(');
        if self.rest.next_if_eq(&'?').is_none() {
            return Ok(());
        }
        self.out.push('?');
        match self.rest.next() {
            Some(':') => self.out.push(':'),
            Some('<') if !matches!(self.rest.peek(), Some('=' | '!')) => {
                self.out.push('<');
                for character in self.rest.by_ref() {
                    self.out.push(character);
                    if character == '>' {
                        break;
                    }
                }
            }
            Some('=' | '!' | '<') => {
                return Err("look-around is not supported: it cannot be matched in linear time".into());
            }
            _ => return Err("a group begins with (?: or (?<name>".into()),
        }
        Ok(())
    }

    fn escape(&mut self) -> Result<(), String> {
        match self.rest.next() {
            None => return Err("a backslash ends the pattern".into()),
            Some('b') => self.out.push_str(r"(?-u:\b)"),
            Some('B') => self.out.push_str(r"(?-u:\B)"),
            Some('k' | '1'..='9') => {
                return Err("back-references are not supported: they cannot be matched in linear time".into());
            }
            Some(character) => match shorthand(character) {
                Some(class) => self.out.push_str(&class),
                None => {
                    let character = self.escaped_character(character)?;
                    self.literal(character);
                }
            },
        }
        Ok(())
    }

    /// Returns the character of an escape; the backslash and `first` are already read.
    fn escaped_character(&mut self, first: char) -> Result<char, String> {
        Ok(match first {
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'v' => '\u{B}',
            'f' => '\u{C}',
            '0' => '\0',
            'x' => self.hexadecimal(2).unwrap_or('x'),
            'u' => self.hexadecimal(4).unwrap_or('u'),
            other => other,
        })
    }

    fn hexadecimal(&mut self, digits: usize) -> Option<char> {
        let text: String = self.rest.clone().take(digits).collect();
        let code = u32::from_str_radix(&text, 16).ok().filter(|_| text.len() == digits)?;
        self.rest.nth(digits - 1);
        char::from_u32(code)
    }

    fn class(&mut self) -> Result<(), String> {
        let negated = self.rest.next_if_eq(&'^').is_some();
        let mut items = String::new();
        // The character that a following `-` makes the start of a range.
        let mut low: Option<char> = None;
        loop {
            let character = self.rest.next().ok_or("a character class is not closed")?;
            let item = match character {
                ']' => break,
                '\\' => {
                    let escaped = self.rest.next().ok_or("a backslash ends the pattern")?;
                    match shorthand(escaped) {
                        Some(class) => {
                            items.push_str(&class);
                            low = None;
                            continue;
                        }
                        None if escaped == 'b' => '\u{8}',
                        None => self.escaped_character(escaped)?,
                    }
                }
                '-' if low.is_some() && !matches!(self.rest.peek(), Some(']') | None) => {
                    let high = match self.rest.next() {
                        Some('\\') => {
                            let escaped = self.rest.next().ok_or("a backslash ends the pattern")?;
                            if let Some(class) = shorthand(escaped) {
                                items.push_str(r"\-");
                                items.push_str(&class);
                                low = None;
                                continue;
                            }
                            self.escaped_character(escaped)?
                        }
                        Some(high) => high,
                        None => return Err("a character class is not closed".into()),
                    };
                    self.range(&mut items, low.take().expect("the guard looked"), high)?;
                    continue;
                }
                other => other,
            };
            self.range(&mut items, item, item)?;
            low = Some(item);
        }
        self.out.push_str(&match (items.is_empty(), negated) {
            (true, true) => r"[\x00-\u{10FFFF}]".to_string(),
            (true, false) => r"[^\x00-\u{10FFFF}]".to_string(),
            (false, true) => format!("[^{items}]"),
            (false, false) => format!("[{items}]"),
        });
        Ok(())
    }

    fn range(&self, items: &mut String, low: char, high: char) -> Result<(), String> {
        if low > high {
            return Err(format!("the range {low}-{high} is out of order"));
        }
        let mut push = |low: char, high: char| {
            items.push_str(&format!(r"\u{{{:x}}}-\u{{{:x}}}", u32::from(low), u32::from(high)));
        };
        push(low, high);
        if self.ignore_case {
            for (from, to) in [('a', 'z'), ('A', 'Z')] {
                let (low, high) = (low.max(from), high.min(to));
                if low <= high {
                    let other = |letter: char| char::from(letter as u8 ^ 0x20);
                    push(other(low), other(high));
                }
            }
        }
        Ok(())
    }
}

/// Returns the class of `\d` and its like, without the brackets.
fn shorthand(letter: char) -> Option<String> {
    let (items, negated) = match letter {
        'd' => (DIGIT, false),
        'D' => (DIGIT, true),
        'w' => (WORD, false),
        'W' => (WORD, true),
        's' => (WHITE_SPACE, false),
        'S' => (WHITE_SPACE, true),
        _ => return None,
    };
    Some(format!("[{}{items}]", if negated { "^" } else { "" }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matches(source: &str, ignore_case: bool, text: &str) -> bool {
        javascript_regex(source, ignore_case).unwrap().is_match(text)
    }

    #[test]
    fn classes_mean_what_they_mean_in_javascript() {
        assert!(!matches(r"^\w$", false, "é"));
        assert!(!matches(r"^\d$", false, "٣"));
        assert!(matches(r"^\s$", false, "\u{FEFF}"));
        assert!(!matches(r"^\s$", false, "\u{85}"));
        assert!(!matches("^.$", false, "\u{2028}"));
        assert!(matches(r"\bcat\b", false, "écaté"));
        assert!(matches("^[^]$", false, "\n"));
        assert!(!matches("[]", false, "a"));
        assert!(matches(r"^[\w.-]+$", false, "a.b-c"));
        assert!(matches(r"^[+\-/]$", false, "-"));
        assert!(matches(r"^[a\-z]$", false, "-"));
        assert!(matches(r"\/\*", false, "/*"));
    }

    #[test]
    fn letters_fold_within_ascii() {
        assert!(matches("^key$", true, "KEY"));
        assert!(!matches("^key$", true, "\u{212A}ey"));
        assert!(matches("^[a-f]+$", true, "AbCdEf"));
        assert!(!matches("^[a-z]$", true, "\u{17F}"));
    }

    #[test]
    fn braces_are_quantifiers_or_themselves() {
        assert!(matches("^a{2,3}$", false, "aaa"));
        assert!(matches(r"^\$\{[^}]+\}$", false, "${name}"));
        assert!(matches("^{{x}}$", false, "{{x}}"));
        assert!(matches("^a{,2}$", false, "a{,2}"));
        assert!(matches(r"^\x41\u0042$", false, "AB"));
    }

    #[test]
    fn what_has_no_linear_match_is_refused() {
        assert!(javascript_regex("(?=a)", false).unwrap_err().contains("look-around"));
        assert!(javascript_regex("(?<!a)", false).unwrap_err().contains("look-around"));
        assert!(javascript_regex(r"(a)\1", false).unwrap_err().contains("back-reference"));
        assert!(javascript_regex("(?<year>a)", false).is_ok());
    }
}
