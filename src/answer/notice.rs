//! Failure notices: the output of command lines and endpoints when there is no answer.

use std::sync::LazyLock;

use regex::Regex;

use super::text::{has_fence, is_code_line};

/// The bytes of the longest text that counts as a notice; a longer one is an answer, whatever its words.
const MAX_NOTICE_BYTES: usize = 2_000;

/// The bytes of the longest page that counts as a proxy's error page.
const MAX_PAGE_BYTES: usize = 10_000;

/// The lines of the longest notice.
const MAX_NOTICE_LINES: usize = 12;

/// Returns the line that says that the call failed, where the text is a failure notice: the words of known command
/// lines and endpoints about limits, keys, overload and lost connections, in a short text without code.
pub fn failure_notice(text: &str) -> Option<&str> {
    static NOTICES: LazyLock<Regex> = LazyLock::new(|| {
        let notices = [
            r"you(?:'|’)?(?:ve| have) (?:hit|reached|exceeded) (?:your|the)\b.*\b(?:limit|quota)",
            concat!(
                r"(?:usage|rate|session|weekly|daily|hourly|5-hour|message|token|spending",
                r"|request)[ -]limits? (?:has been |was |is )?(?:reached|exceeded|hit)",
            ),
            r"limit reached\b",
            r"(?:exceeded|exhausted) (?:your|the) (?:current |daily |monthly |free )*(?:quota|limit|capacity|credits?)",
            r"quota (?:exceeded|exhausted)|insufficient[_ ]quota|resource[_ ]exhausted",
            r"rate[_ ]limit(?:ed|_error|_exceeded)|too many requests",
            r"credit balance is too low|out of credits|payment required",
            r"\[?api error\b",
            concat!(
                r"^error:? *(?:\d{3}\b|\{|api|failed|request|fetch|connect|timed? ?out|network|could not",
                r"|cannot|unable|unexpected|stream)",
            ),
            r"(?:invalid|missing|expired|incorrect|no) (?:api|access|auth\w*) (?:key|token)|please run /login",
            r"not logged in|authentication[_ ](?:failed|error|required)",
            r"^(?:\d{3} |error: *)?(?:unauthorized|permission[_ ]denied)",
            r"overloaded(?:_error)?\b|service (?:is )?(?:temporarily )?unavailable|internal server error|bad gateway",
            r"gateway time-?out|the model is (?:currently )?(?:overloaded|unavailable|loading)",
            concat!(
                r"(?:request|connection|stream|response|model) (?:was |has |is )?(?:timed out|aborted|reset",
                r"|refused|disconnected|closed|interrupted|cancell?ed)",
            ),
            r"stream disconnected|econn(?:reset|refused)|etimedout|socket hang up|fetch failed|getaddrinfo",
            r"prompt is too long|maximum context length|context (?:length|window) (?:exceeded|is full)",
            r"context_length_exceeded|input (?:is )?too long",
            r"model (?:`|'|\x22)?[\w./:-]+(?:`|'|\x22)? (?:was |is )?(?:not found|not available|does not exist)",
            r"model[_ ]not[_ ]found|unknown model",
            concat!(
                r"^(?:\d{3} )?(?:no response|empty response|execution error|an error occurred",
                r"|unexpected error|unhandled (?:error|exception|rejection)|fatal(?: error)?:|panic(?:ked)?\b",
                r"|traceback \(most recent)",
            ),
            r"max(?:imum)? (?:number of )?(?:turns|retries|attempts) (?:reached|exceeded)",
        ];
        compile(&format!("(?im){}", notices.join("|")))
    });
    static ERROR_PAGE: LazyLock<Regex> = LazyLock::new(|| {
        compile(concat!(
            r"(?is)\A\s*(?:<!doctype html[^>]*>\s*)?<html.*?<title>\s*",
            r"([45]\d\d\b[^<]{0,100}|[^<]{0,100}\b(?:error|unavailable|gateway|time-?out)\b[^<]{0,100})</title>",
        ))
    });
    if text.len() <= MAX_PAGE_BYTES
        && !text.contains("<script")
        && let Some(title) = ERROR_PAGE.captures(text).and_then(|found| found.get(1))
    {
        return Some(title.as_str().trim());
    }
    let is_short = text.len() <= MAX_NOTICE_BYTES && text.lines().count() <= MAX_NOTICE_LINES;
    if !is_short || has_fence(text) || text.lines().any(is_code_line) && !text.starts_with("API Error") {
        return None;
    }
    let found = NOTICES.find(text)?;
    let start = text[..found.start()].rfind('\n').map_or(0, |at| at + 1);
    text[start..].lines().next().map(str::trim)
}

/// Compiles a fixed pattern, in which `\w` is an ASCII word character: Unicode's class of hundreds of ranges would take
/// milliseconds to compile, once in each process.
///
/// # Panics
///
/// If the pattern does not compile.
fn compile(pattern: &str) -> Regex {
    Regex::new(&pattern.replace(r"\w", "[0-9A-Za-z_]")).expect("a fixed pattern compiles")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notices_of_limits_and_errors_are_told() {
        for notice in [
            "You've hit your limit · resets 1pm (Europe/Lisbon)",
            "Claude AI usage limit reached|1735689600",
            "5-hour limit reached ∙ resets 3pm",
            "You have reached your weekly limit.",
            "API Error: 529 {\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}}",
            "Credit balance is too low",
            "Invalid API key · Please run /login",
            "[API Error: You have exhausted your daily quota on this model.]",
            "Error: 429 Too Many Requests",
            "Quota exceeded for quota metric 'Gemini 2.5 Pro Requests'",
            "You exceeded your current quota, please check your plan and billing details.",
            "stream error: stream disconnected before completion: Transport error",
            "Prompt is too long",
            "This model's maximum context length is 8192 tokens.",
            "Error: connect ECONNREFUSED 127.0.0.1:11434",
            "Execution error",
            "Request timed out.",
            "503 Service Unavailable",
            "model 'llama9' not found, try pulling it first",
            "Loaded cached credentials.\nError: Rate limit exceeded. Please wait.",
        ] {
            assert!(failure_notice(notice).is_some(), "{notice}");
        }
        assert_eq!(failure_notice("Loaded.\n  Usage limit reached.\n"), Some("Usage limit reached."));
        let page =
            "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body><center>nginx</center></body></html>";
        assert_eq!(failure_notice(page), Some("502 Bad Gateway"));
    }

    #[test]
    fn answers_are_no_notices() {
        for answer in [
            "I'm sorry, but I can't help with that.",
            "safe",
            "",
            "const message = 'Too many requests';\nres.status(429).send(message);",
            "```js\nthrow new Error('Internal server error');\n```",
            "The code should return 404.",
            "Sure, here is the function.",
            "<!doctype html>\n<html><head><title>Orders</title></head><body></body></html>",
            "<html><head><title>404 Game</title></head><body><script>play()</script></body></html>",
        ] {
            assert_eq!(failure_notice(answer), None, "{answer}");
        }
    }
}
