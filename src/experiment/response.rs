//! From what a model said to the code in it.

/// A model's response, taken apart. `before` and `after` are what was said around the code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extraction<'r> {
    pub code: &'r str,
    pub before: &'r str,
    pub after: &'r str,
}

const FENCE: &str = "```";

/// Finds the code in a response: the inside of its first fenced block or, where there is none, all of it.
///
/// This is what the stored experiment did when it was generated, so a raw response gives the same code
/// that the experiment holds for it: the block ends at the next three back-ticks wherever they stand, a
/// fence that is never closed is no fence, and white space around the code is dropped. The stored
/// experiment knew the languages `js` and `javascript` only. Here any single word that stands alone
/// behind the opening fence is the name of a language.
pub fn code_from_response(response: &str) -> Extraction<'_> {
    let fenced = response.split_once(FENCE).and_then(|(before, rest)| {
        let (block, after) = rest.split_once(FENCE)?;
        Some(Extraction { code: trim(without_language(block)), before, after })
    });
    fenced.unwrap_or(Extraction { code: trim(response), before: "", after: "" })
}

/// Drops the language that a block names on the line of its opening fence.
fn without_language(block: &str) -> &str {
    if let Some((first_line, rest)) = block.split_once('\n')
        && is_language(trim(first_line))
    {
        return rest;
    }
    block.strip_prefix("javascript").or_else(|| block.strip_prefix("js")).unwrap_or(block)
}

fn is_language(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|c| c.is_ascii_alphanumeric() || "+-._#".contains(c))
}

/// Drops the white space that JavaScript's `trim` drops, which differs from Rust's by two characters.
fn trim(text: &str) -> &str {
    text.trim_matches(|c: char| c == '\u{feff}' || (c.is_whitespace() && c != '\u{85}'))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn takes_the_first_fenced_block() {
        for fence in
            ["```js\n", "```javascript\n", "```\n", "```js\r\n", "```typescript\n", "``` js \n", "```", "```js "]
        {
            let response = format!("Here it is:\n{fence}let a = 1;\n```\nAnd:\n```js\nlet b;\n```\n");
            let extraction = code_from_response(&response);
            assert_eq!(extraction.code, "let a = 1;", "{fence:?}");
            assert_eq!(extraction.before, "Here it is:\n");
            assert_eq!(extraction.after, "\nAnd:\n```js\nlet b;\n```\n");
        }
    }

    #[test]
    fn takes_everything_where_no_block_is_closed() {
        for response in ["let a = 1;", "\u{feff}\n let a = 1;\u{3000}\n", "```js\nlet a = 1;", ""] {
            let extraction = code_from_response(response);
            assert_eq!(extraction.code, trim(response));
            assert_eq!((extraction.before, extraction.after), ("", ""));
        }
    }

    #[test]
    fn keeps_a_first_line_that_is_no_language() {
        assert_eq!(code_from_response("```const a = 1;\na();\n```").code, "const a = 1;\na();");
    }

    #[test]
    fn an_empty_block_is_empty_code() {
        assert_eq!(code_from_response("``````").code, "");
        assert_eq!(code_from_response("```js\n```").code, "");
    }

    proptest! {
        #[test]
        fn code_in_a_fence_comes_out_as_it_went_in(code in "[^`]*", before in "[^`]*", after in ".*") {
            let response = format!("{before}```javascript\n{code}\n```{after}");
            let extraction = code_from_response(&response);
            prop_assert_eq!(extraction.code, trim(&code));
            prop_assert_eq!(extraction.before, before);
            prop_assert_eq!(extraction.after, after);
        }
    }
}
