//! Text from the input, made fit to be shown.

use std::borrow::Cow;
use std::fmt::{Display, Write};
use std::io::Write as _;

/// Writes a line to standard error. Where nobody reads that any more there is nobody to tell, so that no error is
/// given, where `eprintln!` would panic.
pub fn print_error_line(line: impl Display) {
    let _ = writeln!(std::io::stderr().lock(), "{line}");
}

/// The text with every character that a reader would not see, or that would change how the rest is
/// shown, written out as its code point: `⟨U+202E⟩`. Line breaks and tabs stay.
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

/// As [`visible`], on one line: for names in a terminal or a table.
pub fn visible_line(text: &str) -> String {
    visible(text).replace(['\n', '\t'], " ")
}

/// JSON with the same characters escaped as JSON does: they can be in its strings alone.
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

/// Control characters; what steers the direction of text (the bidirectional formatting characters of
/// Unicode Standard Annex 9); and what takes no room (Unicode's default ignorable code points, those
/// that join emoji and shape scripts among them: in code they have no place).
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
