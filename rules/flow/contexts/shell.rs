//! Shell command lines.

use super::Verdict;
use crate::flow::witness::Weakness;

/// A command line, as far as a shell's words and quotes go.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// The first word of each command, those within substitutions too.
    pub commands: Vec<String>,
    /// All words of the outermost commands, each with whether it begins in quotes.
    pub words: Vec<String>,
}

/// Reads a command line.
pub fn read(text: &str) -> Line {
    let mut line = Line::default();
    let characters: Vec<char> = text.chars().take(MAX_CHARACTERS).collect();
    read_commands(&characters, 0, None, 0, &mut line);
    line
}

/// The longest command line that is read, in characters.
const MAX_CHARACTERS: usize = 8192;

/// The maximum nesting of substitutions.
const MAX_NESTING: usize = 8;

/// Reads commands up to a closing character; gives the place after it.
fn read_commands(text: &[char], begin: usize, close: Option<char>, depth: usize, line: &mut Line) -> usize {
    let mut at = begin;
    let mut word = String::new();
    let mut in_word = false;
    let mut is_first = true;
    let finish = |word: &mut String, in_word: &mut bool, is_first: &mut bool, line: &mut Line| {
        if *in_word {
            let is_assignment = word.split_once('=').is_some_and(|(name, _)| {
                !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
            });
            if *is_first && !is_assignment {
                line.commands.push(word.clone());
                *is_first = false;
            }
            if depth == 0 {
                line.words.push(std::mem::take(word));
            }
            word.clear();
            *in_word = false;
        }
    };
    while let Some(&character) = text.get(at) {
        if Some(character) == close {
            finish(&mut word, &mut in_word, &mut is_first, line);
            return at + 1;
        }
        at += 1;
        match character {
            '\'' => {
                in_word = true;
                while let Some(&inner) = text.get(at) {
                    at += 1;
                    if inner == '\'' {
                        break;
                    }
                    word.push(inner);
                }
            }
            '"' => {
                in_word = true;
                while let Some(&inner) = text.get(at) {
                    at += 1;
                    match inner {
                        '"' => break,
                        '\\' => {
                            word.extend(text.get(at));
                            at += 1;
                        }
                        '$' if text.get(at) == Some(&'(') && depth < MAX_NESTING => {
                            at = read_commands(text, at + 1, Some(')'), depth + 1, line);
                        }
                        '`' if depth < MAX_NESTING => at = read_commands(text, at, Some('`'), depth + 1, line),
                        inner => word.push(inner),
                    }
                }
            }
            '\\' => {
                in_word = true;
                word.extend(text.get(at));
                at += 1;
            }
            '$' if text.get(at) == Some(&'(') && depth < MAX_NESTING => {
                in_word = true;
                at = read_commands(text, at + 1, Some(')'), depth + 1, line);
            }
            '`' if depth < MAX_NESTING => {
                in_word = true;
                at = read_commands(text, at, Some('`'), depth + 1, line);
            }
            '#' if !in_word => {
                while text.get(at).is_some_and(|&it| it != '\n') {
                    at += 1;
                }
            }
            ';' | '|' | '&' | '\n' | '(' | ')' => {
                let is_redirection = character == '&' && (word.ends_with('>') || text.get(at) == Some(&'>'));
                if is_redirection {
                    word.push(character);
                    continue;
                }
                finish(&mut word, &mut in_word, &mut is_first, line);
                is_first = true;
            }
            character if character.is_whitespace() => finish(&mut word, &mut in_word, &mut is_first, line),
            character => {
                in_word = true;
                word.push(character);
            }
        }
    }
    finish(&mut word, &mut in_word, &mut is_first, line);
    at
}

/// Returns a verdict if `id`, which payloads run, is a command of the line, or an input is an option.
pub fn damage(text: &str, benign: Option<&str>) -> Option<Verdict> {
    let line = read(text);
    let runs = |line: &Line| line.commands.iter().filter(|command| *command == "id").count();
    let before = benign.map_or(0, |benign| runs(&read(benign)));
    if runs(&line) <= before {
        return None;
    }
    let context = match benign.and_then(|benign| benign.find("zq").map(|at| quote_at(&benign[..at]))) {
        _ if benign.is_some_and(|benign| benign.trim_start().starts_with("zq")) => "the command itself",
        Some(Some('"')) => "inside double quotes of a shell command",
        Some(Some(_)) => "inside single quotes of a shell command",
        _ => "a word of a shell command",
    };
    Some(Verdict { context: context.into(), weakness: Weakness::Ordinary })
}

/// Returns the quote that is open at the end of a text.
fn quote_at(text: &str) -> Option<char> {
    let mut open = None;
    let mut escaped = false;
    for character in text.chars() {
        match (open, character) {
            _ if escaped => escaped = false,
            (None | Some('"'), '\\') => escaped = true,
            (None, '"' | '\'') => open = Some(character),
            (Some(quote), character) if quote == character => open = None,
            _ => {}
        }
    }
    open
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_found_where_a_shell_finds_them() {
        let commands = |text| read(text).commands;
        assert_eq!(commands("ls -l; id"), ["ls", "id"]);
        assert_eq!(commands("ls '; id'"), ["ls"]);
        assert_eq!(commands("ls \"; id\""), ["ls"]);
        assert_eq!(commands("ls \"$(id)\""), ["ls", "id"]);
        assert_eq!(commands("ls '$(id)'"), ["ls"]);
        assert_eq!(commands("A=b ls | id && x"), ["ls", "id", "x"]);
        assert_eq!(commands("ls \\; id"), ["ls"]);
        assert_eq!(commands("ls # ; id"), ["ls"]);
        assert_eq!(commands("ls 2>&1"), ["ls"]);
        assert_eq!(read("a 'b c' d").words, ["a", "b c", "d"]);
    }
}
