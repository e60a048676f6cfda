//! SQL strings.

use super::Verdict;
use crate::flow::Weakness;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Token<'t> {
    /// A keyword, a name or a number.
    Word(&'t str),
    /// The content of a string or a quoted name, with its quote.
    Quoted(char, &'t str),
    Sign(char),
}

impl Token<'_> {
    /// Returns whether it is this keyword or name, in any case.
    fn is_word(self, wanted: &str) -> bool {
        matches!(self, Self::Word(word) if word.eq_ignore_ascii_case(wanted))
    }
}

/// The tokens of a statement, without comments.
struct Tokens<'t> {
    rest: &'t str,
}

fn tokens(text: &str) -> Tokens<'_> {
    Tokens { rest: text }
}

impl<'t> Tokens<'t> {
    /// Moves over a number of bytes and returns them.
    fn advance(&mut self, bytes: usize) -> &'t str {
        let (taken, rest) = self.rest.split_at(bytes.min(self.rest.len()));
        self.rest = rest;
        taken
    }

    /// Moves over the text up to a quote that is not doubled, and over the quote; returns the text.
    fn quoted(&mut self, close: u8) -> &'t str {
        let bytes = self.rest.as_bytes();
        let mut at = 0;
        while let Some(offset) = memchr::memchr(close, &bytes[at..]) {
            at += offset;
            if bytes.get(at + 1) != Some(&close) {
                let text = self.advance(at);
                self.advance(1);
                return text;
            }
            at += 2;
        }
        self.advance(bytes.len())
    }
}

impl<'t> Iterator for Tokens<'t> {
    type Item = Token<'t>;

    fn next(&mut self) -> Option<Token<'t>> {
        loop {
            let bytes = self.rest.as_bytes();
            let character = self.rest.chars().next()?;
            if bytes.starts_with(b"--") {
                self.advance(memchr::memchr(b'\n', bytes).unwrap_or(bytes.len()));
                continue;
            }
            if bytes.starts_with(b"/*") {
                self.advance(memchr::memmem::find(&bytes[2..], b"*/").map_or(bytes.len(), |at| at + 4));
                continue;
            }
            if matches!(character, '\'' | '"' | '`' | '[') {
                self.advance(1);
                let close = if character == '[' { b']' } else { character as u8 };
                return Some(Token::Quoted(character, self.quoted(close)));
            }
            let is_word = |it: char| it.is_alphanumeric() || it == '_';
            if is_word(character) {
                let end = self.rest.find(|it| !is_word(it)).unwrap_or(self.rest.len());
                return Some(Token::Word(self.advance(end)));
            }
            self.advance(character.len_utf8());
            if !character.is_whitespace() {
                return Some(Token::Sign(character));
            }
        }
    }
}

/// The text that is put before a clause of a query builder, so that it is read as a statement.
pub(crate) const BEFORE_CLAUSE: &str = "SELECT * FROM a WHERE ";

/// Returns a verdict if `OR 1=1`, which payloads contain, is a part of the statement and not of a string in it.
pub(super) fn damage(text: &str, input: &str, is_parameter: bool) -> Option<Verdict> {
    // The function is meant to run a caller's whole clause.
    let clause = text.strip_prefix(BEFORE_CLAUSE);
    if is_parameter && clause.is_some_and(|clause| clause.trim() == input.trim()) {
        return None;
    }
    // The number of the four tokens that have been met in a row, and the place of the first.
    let (mut matched, mut place) = (0, 0);
    for (at, token) in tokens(text).enumerate() {
        matched = match matched {
            1 if token == Token::Word("1") => 2,
            2 if token == Token::Sign('=') => 3,
            3 if token == Token::Word("1") => 4,
            _ => usize::from(token.is_word("or")),
        };
        if matched == 4 {
            place = at - 3;
            break;
        }
    }
    if matched < 4 {
        return None;
    }
    if !tokens(text).next().is_some_and(is_verb) {
        // Without a statement around it, the function is meant to run a caller's whole statement.
        return (!is_parameter && text.trim_start().starts_with(input.trim_start()))
            .then(|| Verdict::ordinary("the whole statement"))?;
    }
    let is_name = !input.starts_with(['\'', '1', '\\', ')']) && place > 0;
    let context = match input.chars().next() {
        Some('\'' | '\\') => "inside a string of a SQL statement",
        Some('"' | '`' | ']') => "inside a quoted identifier of a SQL statement",
        _ if is_name => "an identifier of a SQL statement",
        _ => "a number of a SQL statement",
    };
    let weakness = if is_name { Weakness::Identifier } else { Weakness::Ordinary };
    Some(Verdict { context: context.into(), weakness })
}

/// Returns a verdict if `zqother`, which payloads contain, is a part of a query in another language and not of a string
/// in it.
pub(super) fn filter(text: &str, input: &str) -> Option<Verdict> {
    // A condition of LDAP has no quotes: it ends at its parenthesis.
    if text.trim_start().starts_with('(') {
        return text.contains("(zqother=").then(|| Verdict::ordinary("a condition of the query"))?;
    }
    if text == input {
        return Verdict::ordinary("the whole query");
    }
    let is_part = tokens(text).any(|token| token.is_word("zqother"));
    is_part.then(|| Verdict::ordinary("a part of the query"))?
}

/// Returns a verdict if an input names a column that a statement writes.
pub(super) fn names_column(text: &str, input: &str) -> Option<Verdict> {
    let Some(Token::Word(verb)) = tokens(text).next() else { return None };
    let is_name = tokens(text).any(|token| match token {
        Token::Word(_) => token.is_word(input),
        Token::Quoted(quote, name) => quote != '\'' && name == input,
        Token::Sign(_) => false,
    });
    let verb = verb.to_ascii_uppercase();
    let writes = matches!(verb.as_str(), "INSERT" | "MERGE" | "REPLACE" | "UPDATE");
    (writes && is_name).then(|| Verdict::ordinary(format!("a column that {verb} writes")))?
}

fn is_verb(token: Token<'_>) -> bool {
    VERBS.iter().any(|verb| token.is_word(verb))
}

/// The words that statements of SQL begin with.
pub(super) const VERBS: &[&str] = &[
    "alter", "begin", "call", "copy", "create", "delete", "drop", "exec", "execute", "explain", "grant", "insert",
    "listen", "merge", "notify", "pragma", "replace", "reset", "revoke", "select", "set", "show", "truncate", "update",
    "use", "vacuum", "values", "where", "with",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_input_is_in_the_statement_only_outside_of_strings() {
        let is_damage = |text: &str, input: &str| damage(text, input, true).is_some();
        assert!(is_damage("SELECT * FROM a WHERE b = '' OR 1=1 --'", "' OR 1=1 --"));
        assert!(!is_damage("SELECT * FROM a WHERE b = ''' OR 1=1 --'", "' OR 1=1 --"));
        assert!(!is_damage("SELECT * FROM a WHERE b = '\" OR 1=1 --'", "\" OR 1=1 --"));
        assert!(is_damage("SELECT * FROM a WHERE b = 1 OR 1=1", "1 OR 1=1"));
        assert!(!is_damage("SELECT a -- OR 1=1", "1 OR 1=1"));
        assert!(is_damage("SELECT * FROM a WHERE b = 1 OR 1=1", "1 OR 1=1"));
        assert!(!is_damage("SELECT * FROM a WHERE 1 OR 1=1", "1 OR 1=1"));
        assert!(is_damage("UPDATE a SET x = 1 OR 1=1 -- = $1", "x = 1 OR 1=1 --"));
    }
}
