//! Command lines of POSIX shells: which commands a line runs.

use super::Verdict;
use crate::flow::Weakness;

/// The maximum nesting of substitutions.
const MAX_NESTING: usize = 8;

/// Calls a function with the name of each command that a line runs.
fn commands_in(line: &str, mut found: impl FnMut(&[u8])) {
    read_commands(line.as_bytes(), 0, None, 0, &mut found);
}

/// Reads commands up to a closing character; returns the place after it.
fn read_commands(text: &[u8], begin: usize, close: Option<u8>, depth: usize, found: &mut dyn FnMut(&[u8])) -> usize {
    let mut at = begin;
    let mut word: Vec<u8> = Vec::new();
    let mut in_word = false;
    let mut is_first = true;
    let finish = |word: &mut Vec<u8>, in_word: &mut bool, is_first: &mut bool, found: &mut dyn FnMut(&[u8])| {
        if *in_word && *is_first && !is_assignment(word) && !introduces_command(word) {
            found(word);
            *is_first = false;
        }
        word.clear();
        *in_word = false;
    };
    while let Some(&byte) = text.get(at) {
        if Some(byte) == close {
            finish(&mut word, &mut in_word, &mut is_first, found);
            return at + 1;
        }
        at += 1;
        match byte {
            b'\'' => {
                in_word = true;
                let end = memchr::memchr(b'\'', &text[at..]).map_or(text.len(), |length| at + length);
                word.extend_from_slice(&text[at..end]);
                at = end + 1;
            }
            b'"' => {
                in_word = true;
                while let Some(&inner) = text.get(at) {
                    at += 1;
                    match inner {
                        b'"' => break,
                        b'\\' => {
                            word.extend(text.get(at));
                            at += 1;
                        }
                        b'$' if text.get(at) == Some(&b'(') && depth < MAX_NESTING => {
                            at = read_commands(text, at + 1, Some(b')'), depth + 1, found);
                        }
                        b'`' if depth < MAX_NESTING => at = read_commands(text, at, Some(b'`'), depth + 1, found),
                        inner => word.push(inner),
                    }
                }
            }
            b'\\' => {
                in_word = true;
                word.extend(text.get(at));
                at += 1;
            }
            b'$' if text.get(at) == Some(&b'(') && depth < MAX_NESTING => {
                in_word = true;
                at = read_commands(text, at + 1, Some(b')'), depth + 1, found);
            }
            b'`' if depth < MAX_NESTING => {
                in_word = true;
                at = read_commands(text, at, Some(b'`'), depth + 1, found);
            }
            b'#' if !in_word => {
                while text.get(at).is_some_and(|&it| it != b'\n') {
                    at += 1;
                }
            }
            // Behind a word of a command it is an error: the shell runs nothing of the line.
            b'(' if !is_first || in_word && !introduces_command(&word) => return text.len(),
            b';' | b'|' | b'&' | b'\n' | b'(' | b')' => {
                let is_redirection = byte == b'&' && (word.ends_with(b">") || text.get(at) == Some(&b'>'));
                if is_redirection {
                    word.push(byte);
                    continue;
                }
                finish(&mut word, &mut in_word, &mut is_first, found);
                is_first = true;
            }
            byte if byte.is_ascii_whitespace() => finish(&mut word, &mut in_word, &mut is_first, found),
            byte => {
                in_word = true;
                word.push(byte);
            }
        }
    }
    finish(&mut word, &mut in_word, &mut is_first, found);
    at
}

/// Returns whether a command follows a word of the shell's own: `if id; then …`.
fn introduces_command(word: &[u8]) -> bool {
    const WORDS: &[&[u8]] = &[b"!", b"do", b"elif", b"else", b"if", b"then", b"time", b"until", b"while", b"{"];
    WORDS.contains(&word)
}

/// Returns whether a word sets a variable for the command after it.
fn is_assignment(word: &[u8]) -> bool {
    let name = memchr::memchr(b'=', word).map(|at| &word[..at]);
    name.is_some_and(|name| !name.is_empty() && name.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'_'))
}

/// Returns the number of times that a line runs `id`, which payloads run.
fn damaging_commands(line: &str) -> usize {
    let mut count = 0;
    commands_in(line, |command| count += usize::from(command == b"id"));
    count
}

/// Returns a verdict if the line runs `id` more often than it does with a harmless input.
pub(super) fn damage(text: &str, benign: Option<&str>) -> Option<Verdict> {
    let count = damaging_commands(text);
    if count == 0 || count <= benign.map_or(0, damaging_commands) {
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
        let commands = |text| {
            let mut all = Vec::new();
            commands_in(text, |command| all.push(String::from_utf8_lossy(command).into_owned()));
            all
        };
        assert_eq!(commands("ls -l; id"), ["ls", "id"]);
        assert_eq!(commands("ls '; id'"), ["ls"]);
        assert_eq!(commands("ls \"; id\""), ["ls"]);
        assert_eq!(commands("ls \"$(id)\""), ["ls", "id"]);
        assert_eq!(commands("ls '$(id)'"), ["ls"]);
        assert_eq!(commands("A=b ls | id && x"), ["ls", "id", "x"]);
        assert_eq!(commands("ls \\; id"), ["ls"]);
        assert_eq!(commands("ls # ; id"), ["ls"]);
        assert_eq!(commands("ls 2>&1"), ["ls"]);
        assert_eq!(commands("'a b' c"), ["a b"]);
        assert_eq!(commands("(cd a; id)"), ["cd", "id"]);
        assert_eq!(commands("if(ls) then id; fi"), ["ls", "id", "fi"]);
        assert_eq!(commands("make( id"), [""; 0]);
        assert_eq!(commands("make ( id"), ["make"]);
    }
}
