//! SQL strings.

use super::Verdict;
use crate::flow::witness::Weakness;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token {
    /// A keyword, a name or a number, in lower case.
    Word(String),
    /// A string, or a quoted name with its quote.
    Quoted(char, String),
    Sign(char),
}

/// The longest statement that is read, in characters.
const MAX_CHARACTERS: usize = 16_384;

/// Returns the tokens of a statement, comments left out.
pub fn tokens(text: &str) -> Vec<Token> {
    let characters: Vec<char> = text.chars().take(MAX_CHARACTERS).collect();
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(&character) = characters.get(at) {
        let next = characters.get(at + 1);
        match character {
            '-' if next == Some(&'-') => {
                while characters.get(at).is_some_and(|&it| it != '\n') {
                    at += 1;
                }
            }
            '/' if next == Some(&'*') => {
                at += 2;
                while at < characters.len() && !(characters[at] == '*' && characters.get(at + 1) == Some(&'/')) {
                    at += 1;
                }
                at += 2;
            }
            '\'' | '"' | '`' | '[' => {
                let close = if character == '[' { ']' } else { character };
                let mut text = String::new();
                at += 1;
                while let Some(&inner) = characters.get(at) {
                    at += 1;
                    if inner == close {
                        if characters.get(at) != Some(&close) {
                            break;
                        }
                        at += 1;
                    }
                    text.push(inner);
                }
                tokens.push(Token::Quoted(character, text));
            }
            character if character.is_alphanumeric() || character == '_' => {
                let mut word = String::new();
                while let Some(&inner) = characters.get(at).filter(|it| it.is_alphanumeric() || **it == '_') {
                    word.extend(inner.to_lowercase());
                    at += 1;
                }
                tokens.push(Token::Word(word));
            }
            character if character.is_whitespace() => at += 1,
            character => {
                tokens.push(Token::Sign(character));
                at += 1;
            }
        }
    }
    tokens
}

/// The text before a clause that a query builder is given, so that it is read as a statement.
pub const BEFORE_CLAUSE: &str = "SELECT * FROM a WHERE ";

/// Returns a verdict if `OR 1=1`, which payloads say, is a part of the statement and of none of its strings.
pub fn damage(text: &str, input: &str, is_parameter: bool) -> Option<Verdict> {
    // A caller's whole clause is what the function is for.
    let clause = text.strip_prefix(BEFORE_CLAUSE);
    if is_parameter && clause.is_some_and(|clause| clause.trim_start().starts_with(input.trim_start())) {
        return None;
    }
    let word = |text: &str| Token::Word(text.into());
    let wanted = [word("or"), word("1"), Token::Sign('='), word("1")];
    let tokens = tokens(text);
    let place = tokens.windows(wanted.len()).position(|window| *window == wanted)?;
    let verb = matches!(tokens.first(), Some(Token::Word(word)) if VERBS.contains(&word.as_str()));
    if !verb {
        // No statement of the text's own around it: a caller's whole statement is what the function is for.
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

/// Returns a verdict if `zqother`, which payloads name, is a part of a query in another language and of none of its
/// strings.
pub fn filter(text: &str, input: &str) -> Option<Verdict> {
    // A condition of LDAP has no quotes: it ends at its parenthesis.
    if text.trim_start().starts_with('(') {
        return text.contains("(zqother=").then(|| Verdict::ordinary("a condition of the query"))?;
    }
    if text == input {
        return Verdict::ordinary("the whole query");
    }
    let is_part = tokens(text).contains(&Token::Word("zqother".into()));
    is_part.then(|| Verdict::ordinary("a part of the query"))?
}

/// Returns a verdict if an input names a column that a statement writes.
pub fn names_column(text: &str, input: &str) -> Option<Verdict> {
    let tokens = tokens(text);
    let Some(Token::Word(verb)) = tokens.first() else { return None };
    let lower = input.to_lowercase();
    let is_name = tokens.iter().any(|token| match token {
        Token::Word(word) => *word == lower,
        Token::Quoted(quote, name) => *quote != '\'' && name == input,
        Token::Sign(_) => false,
    });
    let writes = matches!(verb.as_str(), "insert" | "merge" | "replace" | "update");
    (writes && is_name).then(|| Verdict::ordinary(format!("a column that {} writes", verb.to_uppercase())))?
}

/// The words that statements of SQL begin with.
pub const VERBS: &[&str] = &[
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
