//! Removal of a model's reasoning before its answer, and of remnants of terminals and templates.
//!
//! Lines keep their numbers: removed text is replaced by its line breaks.

use std::{borrow::Cow, sync::LazyLock};

use regex::Regex;

/// A text without reasoning.
pub(super) struct Answered {
    pub text: String,
    /// There was reasoning.
    pub had_reasoning: bool,
    /// The text ends within the reasoning, so that there is no answer.
    pub ends_in_reasoning: bool,
}

/// Pairs of marks around reasoning, as patterns; `true` where the closing mark alone ends it, because the template
/// supplies the opening one.
const MARKS: &[(&str, &str, bool)] = &[
    // DeepSeek, Qwen, GLM, MiniMax and most others, in any case, with attributes
    (
        concat!(
            r"(?i:<(?:seed:|antml:|ant)?(?:think|thinking|thought|thoughts|reasoning|reflection|scratchpad",
            r"|inner_monologue",
            r"|reasoning_content|internal_reasoning)(?:\s[^<>\n]*)?>)",
        ),
        concat!(
            r"(?i:</(?:seed:|antml:|ant)?(?:think|thinking|thought|thoughts|reasoning|reflection|scratchpad",
            r"|inner_monologue|reasoning_content|internal_reasoning)\s*>)",
        ),
        true,
    ),
    // Magistral
    (r"\[THINK\]", r"\[/THINK\]", true),
    // Kimi
    (r"◁think▷", r"◁/think▷", true),
    // Open reasoning models trained on marked traces
    (r"<\|begin_of_thought\|>", r"<\|end_of_thought\|>", true),
    // Cohere
    (r"<\|START_THINKING\|>", r"<\|END_THINKING\|>", true),
    // Gemma
    (r"<unused94>(?:thought)?", r"<unused95>", true),
    // gpt-oss
    (
        r"(?:<\|start\|>assistant)?<\|channel\|>(?:analysis|commentary)[^<]*<\|message\|>",
        r"<\|end\|>|<\|call\|>",
        false,
    ),
    // Chat pages that fold it.
    (r#"<details type="reasoning"[^>\n]*>"#, r"</details>", false),
    // A command line's own words
    (r"Thinking\.\.\.[ \t]*$", r"\.\.\.done thinking\.", false),
];

/// Template marks around, before and after an answer. They are never code.
const TOKENS: &str = concat!(
    r"(?:<\|start\|>assistant)?<\|channel\|>final(?:\s*<\|constrain\|>\w+)?<\|message\|>",
    r"|<\|(?:im_end|im_start|eot_id|end|return|endoftext|end_of_text|START_RESPONSE|END_RESPONSE|START_TEXT|END_TEXT",
    r"|begin_of_solution|end_of_solution|assistant|end_of_turn)\|>(?:assistant\b)?",
    r"|<(?:end_of_turn|start_of_turn|eos)>|</s>\s*\z|<｜end▁of▁sentence｜>|<\|begin_of_box\|>|<\|end_of_box\|>",
);

/// Tags that frame an answer, each at an end of its line. In fenced code they count as code.
const FRAMES: &str = concat!(
    r"^[ \t]*</?(?i:answer|response|solution|final_answer|final_response|artifact|antartifact|output|code_output",
    r"|result",
    r"|code|final)(?:\s[^<>\n]*)?>",
    r"|</(?i:answer|response|solution|final_answer|final_response|artifact|antartifact|output|code_output|result|code",
    r"|final)>[ \t]*$",
);

/// Removes the reasoning from a text, and the marks around the answer.
pub(super) fn without_reasoning(text: &str) -> Answered {
    static PAIRS: LazyLock<Vec<(Regex, Regex, bool)>> = LazyLock::new(|| {
        let compile = |pattern: String| Regex::new(&pattern).expect("a fixed pattern compiles");
        // An opening mark must begin a line: within a line it may be a word of the code.
        MARKS
            .iter()
            .map(|(open, close, alone)| {
                (compile(format!(r"(?m)^[ \t]*(?:{open})")), compile(format!("(?m){close}")), *alone)
            })
            .collect()
    });
    let mut answered = Answered { text: text.to_owned(), had_reasoning: false, ends_in_reasoning: false };
    for (open, close, closes_alone) in PAIRS.iter() {
        // Most texts contain no mark at all.
        if open.is_match(&answered.text) || *closes_alone && close.is_match(&answered.text) {
            take_out(&mut answered, open, close, *closes_alone);
        }
    }
    static TOKEN: LazyLock<Regex> = LazyLock::new(|| Regex::new(TOKENS).expect("a fixed pattern compiles"));
    if TOKEN.is_match(&answered.text) {
        answered.text = TOKEN.replace_all(&answered.text, |found: &regex::Captures| breaks(&found[0])).into_owned();
    }
    answered.text = without_frames(&answered.text).unwrap_or(answered.text);
    answered
}

/// Removes the tags around the answer, on the first and the last non-blank line.
fn without_frames(text: &str) -> Option<String> {
    static FRAME: LazyLock<Regex> = LazyLock::new(|| Regex::new(FRAMES).expect("a fixed pattern compiles"));
    let trimmed = text.trim();
    let (first, last) = (trimmed.lines().next()?, trimmed.lines().next_back()?);
    let begins = FRAME.find(first).filter(|found| found.start() == 0 && !first.starts_with("</"));
    let ends = FRAME.find_iter(last).last().filter(|found| last[found.start()..].trim_start().starts_with("</"));
    if begins.is_none() && ends.is_none() {
        return None;
    }
    let from = text.len() - text.trim_start().len();
    let to = text.trim_end().len();
    let (begin, end) =
        (begins.map_or(0, |found| found.len()), ends.map_or(0, |found| last.trim_end().len() - found.start()));
    (from + begin <= to - end).then(|| format!("{}{}\n", &text[..from], &text[from + begin..to - end]))
}

fn take_out(answered: &mut Answered, open: &Regex, close: &Regex, closes_alone: bool) {
    let text = std::mem::take(&mut answered.text);
    let mut kept = String::with_capacity(text.len());
    let mut rest = text.as_str();
    let mut fence = Fence::default();
    // Without an opening mark, which the template may have supplied, the answer begins after the closing one.
    let first_close = close.find_iter(rest).find(|found| is_mark(rest, found.start(), found.end()));
    if let Some(first_close) = first_close.filter(|_| closes_alone)
        && open.find(rest).is_none_or(|opened| opened.start() > first_close.start())
        && !is_in_code(&rest[..first_close.start()])
    {
        kept.push_str(&breaks(&rest[..first_close.end()]));
        rest = &rest[first_close.end()..];
        answered.had_reasoning = true;
    }
    while let Some(opened) = open.find(rest) {
        fence.read(&rest[..opened.start()]);
        if fence.is_open() {
            // It belongs to code.
            kept.push_str(&rest[..opened.end()]);
            rest = &rest[opened.end()..];
            continue;
        }
        answered.had_reasoning = true;
        kept.push_str(&rest[..opened.start()]);
        let inside = &rest[opened.start()..];
        let end = closing(inside, opened.end() - opened.start(), open, close);
        let Some(end) = end else {
            answered.ends_in_reasoning = true;
            kept.push_str(&breaks(inside));
            rest = "";
            break;
        };
        kept.push_str(&breaks(&inside[..end]));
        rest = &inside[end..];
    }
    kept.push_str(rest);
    answered.text = kept;
}

/// Returns the end of the reasoning that begins here: after as many closing marks as it has opening ones, or after the
/// last closing mark.
fn closing(text: &str, from: usize, open: &Regex, close: &Regex) -> Option<usize> {
    let mut last = None;
    let mut depth = 1;
    let mut opens = open.find_iter(&text[from..]).map(|found| from + found.start()).peekable();
    for found in close.find_iter(&text[from..]) {
        let (start, end) = (from + found.start(), from + found.end());
        if !is_mark(text, start, end) {
            continue;
        }
        while opens.next_if(|&opened| opened < start).is_some() {
            depth += 1;
        }
        depth -= 1;
        last = Some(end);
        if depth == 0 {
            break;
        }
    }
    last
}

/// Returns whether a possible mark is one, and not a word in a string or in code.
fn is_mark(text: &str, start: usize, end: usize) -> bool {
    let quotes = ['"', '\'', '`'];
    let (before, after) = (&text[..start], &text[end..]);
    (!before.ends_with(quotes) || before.ends_with("```")) && (!after.starts_with(quotes) || after.starts_with("```"))
}

/// The open fence at some place of a text.
#[derive(Default)]
struct Fence(Option<(char, usize)>);

impl Fence {
    /// Reads more text: whole lines, except that the last one may continue.
    fn read(&mut self, text: &str) {
        for line in text.lines() {
            let line = line.trim_start_matches([' ', '\t', '>']);
            let mark = line.chars().next().unwrap_or(' ');
            let length = line.len() - line.trim_start_matches(mark).len();
            if !matches!(mark, '`' | '~') || length < 3 {
                continue;
            }
            match self.0 {
                None if mark == '~' || !line[length..].contains('`') => self.0 = Some((mark, length)),
                Some((of, least)) if of == mark && length >= least && line[length..].trim().is_empty() => self.0 = None,
                _ => {}
            }
        }
    }

    fn is_open(&self) -> bool {
        self.0.is_some()
    }
}

/// Returns whether a closing mark after this text is code: it is in a fenced block, with something before it on its
/// line.
fn is_in_code(before: &str) -> bool {
    let mut fence = Fence::default();
    fence.read(before);
    fence.is_open() && !before.rsplit('\n').next().unwrap_or_default().trim().is_empty()
}

/// Returns the line breaks of a text.
fn breaks(text: &str) -> String {
    text.chars().filter(|&character| character == '\n').collect()
}

/// Removes terminal escapes (colours, links, titles), and the parts of a line that are overwritten.
pub(super) fn without_escapes(text: &str) -> Cow<'_, str> {
    static ESCAPES: LazyLock<Regex> = LazyLock::new(|| {
        // Operating system commands, up to their terminator; control sequences; single escapes
        Regex::new(concat!(
            r"(?:\x1b\]|\u{9d})[^\x07\x1b\n]*(?:\x07|\x1b\\)?|(?:\x1b\[|\u{9b})[0-?]*[ -/]*[@-~]",
            r"|\x1b[PX^_][^\x1b\n]*\x1b\\|\x1b[ -/]*[0-~]",
        ))
        .expect("a fixed pattern compiles")
    });
    if !text.contains(['\x1b', '\u{9b}', '\u{9d}']) {
        return Cow::Borrowed(text);
    }
    let text = ESCAPES.replace_all(text, "");
    let lines = text.split('\n').map(|line| {
        let line = line.strip_suffix('\r').unwrap_or(line);
        line.rsplit('\r').find(|part| !part.trim().is_empty()).unwrap_or_default()
    });
    Cow::Owned(lines.collect::<Vec<_>>().join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(text: &str) -> String {
        without_reasoning(text).text.trim().to_owned()
    }

    #[test]
    fn reasoning_goes_whatever_the_model_calls_it() {
        for text in [
            "<think>\nA draft:\n```js\nbad()\n```\n</think>\n\nf()",
            "<think>x</think>f()",
            "<Think time=\"3s\">\nx\n</Think>\nf()",
            "<thinking>\nx\n</thinking>\nf()",
            "<thought>x</thought>\nf()",
            "<reasoning>x</reasoning>\nf()",
            "<seed:think>x</seed:think>f()",
            "[THINK]x[/THINK]f()",
            "◁think▷x◁/think▷f()",
            "<|begin_of_thought|>x<|end_of_thought|>\n<|begin_of_solution|>\nf()\n<|end_of_solution|>",
            "<|START_THINKING|>x<|END_THINKING|><|START_RESPONSE|>f()<|END_RESPONSE|>",
            "<unused94>thought\nx<unused95>f()",
            "<|channel|>analysis<|message|>x<|end|><|start|>assistant<|channel|>final<|message|>f()<|return|>",
            "<|channel|>analysis<|message|>```js\nbad()\n```<|end|><|start|>assistant<|channel|>final<|message|>f()\
             <|return|>",
            "<details type=\"reasoning\" done=\"true\">\nx\n</details>\nf()",
            "Thinking...\nx\n...done thinking.\n\nf()",
            "The user wants f.\n```js\nbad()\n```\n</think>\n\nf()",
            "x\n</think>\nf()</s>",
            "<think>a<think>\n<think>\nb</think></think>\nf()",
            "<think>x</think>\n<think>y</think>\n<answer>\nf()\n</answer>",
            "<think>\n```js\nunclosed(\n</think>\nf()<|im_end|>",
        ] {
            assert_eq!(answer(text), "f()", "{text}");
        }
    }

    #[test]
    fn reasoning_that_never_ends_leaves_nothing() {
        let answered = without_reasoning("<think>\nLet me see\n```js\nf()\n```\n");
        assert!(answered.ends_in_reasoning);
        assert_eq!(answered.text.trim(), "");
    }

    #[test]
    fn marks_in_code_stay() {
        for text in [
            "```js\nconst open = '<think>', close = '</think>';\n```",
            "const close = \"</think>\";\nf(close);",
            "```js\nreturn text.split('</think>')[1];\n```",
            "```jsx\n<think>\n  text\n</think>\n```",
        ] {
            assert_eq!(answer(text), text, "{text}");
        }
    }

    #[test]
    fn lines_keep_their_numbers() {
        let answered = without_reasoning("<think>\na\nb\n</think>\n\nf()");
        assert_eq!(answered.text.lines().position(|line| line == "f()"), Some(5));
    }

    #[test]
    fn escapes_go() {
        assert_eq!(without_escapes("\x1b[36mconst\x1b[0m a;\x1b]0;title\x07"), "const a;");
        assert_eq!(without_escapes("\x1b[?25lwait\rconst a;\n\x1b[1mb\x1b[m"), "const a;\nb");
        assert_eq!(without_escapes("\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\"), "link");
        assert!(matches!(without_escapes("a\rb"), Cow::Borrowed(_)));
    }
}
