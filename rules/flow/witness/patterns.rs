//! The prefixes that inputs need so that a pattern matches them.

/// Returns a text that a pattern's part before its first capturing group matches, where that is easily said.
pub fn beginning(pattern: &str) -> String {
    let mut text = String::new();
    let mut rest = pattern.trim_start_matches('^').chars().peekable();
    while let Some(character) = rest.next() {
        match character {
            '(' if rest.peek() != Some(&'?') => break,
            '(' => {
                // The first of what a group without a number may be.
                rest.next();
                rest.next();
            }
            ')' | '$' => {}
            '|' => {
                // The other ways.
                let _ = rest.by_ref().find(|&it| it == ')');
            }
            '*' | '?' => drop(text.pop()),
            '+' => {}
            '[' => {
                let class: Vec<char> = rest.by_ref().take_while(|&it| it != ']').collect();
                text.push(match class.as_slice() {
                    ['^', ..] | [] => 'x',
                    ['\\', escaped, ..] => *escaped,
                    [first, ..] => *first,
                });
            }
            '\\' => text.push(match rest.next() {
                Some('d') => '1',
                Some('s') => ' ',
                Some('w') => 'x',
                Some('b' | 'B') | None => continue,
                Some(escaped) => escaped,
            }),
            '.' => text.push('x'),
            literal => text.push(literal),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_says_what_an_input_begins_with() {
        assert_eq!(beginning("[?&]next=([^&]*)"), "?next=");
        assert_eq!(beginning("^#?(.*)$"), "");
        assert_eq!(beginning("(?:\\?|&)url=(.+)"), "?url=");
        assert_eq!(beginning("id=\\d+&to=(.+)"), "id=1&to=");
    }
}
