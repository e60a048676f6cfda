//! Text from the input, made safe to display.

use std::borrow::Cow;
use std::fmt::{Display, Write};
use std::io::Write as _;

/// Writes a line to standard error. Ignores write errors, where `eprintln!` would panic: there is nobody to report them
/// to.
pub fn print_error_line(line: impl Display) {
    let _ = writeln!(std::io::stderr().lock(), "{line}");
}

/// Replaces every character that is invisible, or that changes how the rest is displayed, by its code point:
/// `⟨U+202E⟩`. Line breaks and tabs stay.
pub fn visible(text: &str) -> Cow<'_, str> {
    let Some(first) = text.find(is_hidden) else { return Cow::Borrowed(text) };
    let mut shown = text[..first].to_owned();
    for character in text[first..].chars() {
        if is_hidden(character) {
            write!(shown, "⟨U+{:04X}⟩", u32::from(character)).expect("a string takes everything");
        } else {
            shown.push(character);
        }
    }
    Cow::Owned(shown)
}

/// Works like [`visible`], and puts the result on one line: for names in a terminal or a table.
pub fn visible_line(text: &str) -> String {
    visible(text).replace(['\n', '\t'], " ")
}

/// Escapes the same characters in JSON as JSON does; they can only occur in its strings.
pub fn escape_json(json: String) -> String {
    let is_escaped = |character: char| character >= '\u{7f}' && is_hidden(character);
    if json.bytes().all(|byte| byte < 0x7f) || !json.contains(is_escaped) {
        return json;
    }
    let mut escaped = String::with_capacity(json.len() + 64);
    for character in json.chars() {
        if is_escaped(character) {
            for unit in character.encode_utf16(&mut [0; 2]) {
                write!(escaped, "\\u{unit:04x}").expect("a string takes everything");
            }
        } else {
            escaped.push(character);
        }
    }
    escaped
}

/// Returns whether a character is a control character, changes the direction of text (the bidirectional formatting
/// characters of Unicode Standard Annex 9), or takes no room (Unicode's default ignorable code points, including those
/// that join emoji and shape scripts: they do not belong in code).
fn is_hidden(character: char) -> bool {
    match character {
        '\n' | '\t' => false,
        '\u{ad}'
        | '\u{34f}'
        | '\u{61c}'
        | '\u{115f}'..='\u{1160}'
        | '\u{17b4}'..='\u{17b5}'
        | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{3164}'
        | '\u{feff}'
        | '\u{ffa0}'
        | '\u{fff0}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e0fff}' => true,
        _ => character.is_control(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_text_stays() {
        assert!(matches!(visible("const π = `a\tb`;\n"), Cow::Borrowed("const π = `a\tb`;\n")));
    }

    #[test]
    fn what_one_would_not_see_is_written_out() {
        assert_eq!(visible("a\u{202e}b\u{1b}[31m\u{0}\u{200b}\r"), "a⟨U+202E⟩b⟨U+001B⟩[31m⟨U+0000⟩⟨U+200B⟩⟨U+000D⟩");
    }

    #[test]
    fn json_means_the_same_with_hidden_characters_escaped() {
        let json = "[\"a\u{202e}b\u{7f}\u{e0041}é\",\n 1]";
        let escaped = escape_json(json.to_owned());
        assert_eq!(escaped, "[\"a\\u202eb\\u007f\\udb40\\udc41é\",\n 1]");
        let value = |json: &str| serde_json::from_str::<serde_json::Value>(json).unwrap();
        assert_eq!(value(&escaped), value(json));
    }

    #[test]
    fn a_name_stays_on_its_line() {
        assert_eq!(visible_line("a\nb"), "a b");
    }
}
