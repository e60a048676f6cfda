//! JavaScript that is put together from text.

use super::Verdict;

/// Returns a verdict if `zq()`, which payloads call, is code: in no string and no comment.
pub(super) fn damage(text: &str) -> Option<Verdict> {
    let bytes = text.as_bytes();
    let mut open: Option<u8> = None;
    let mut at = 0;
    // Nothing is reached after a statement that throws.
    let throws = text.trim_start().starts_with("throw ");
    while at < bytes.len() {
        let byte = bytes[at];
        match open {
            None if throws && byte == b';' => return None,
            None if bytes[at..].starts_with(b"zq()") && is_whole_callee(&text[..at]) => {
                return Verdict::ordinary("JavaScript code");
            }
            None if bytes[at..].starts_with(b"//") => {
                at += memchr::memchr(b'\n', &bytes[at..]).unwrap_or(bytes.len());
                continue;
            }
            None if matches!(byte, b'\'' | b'"' | b'`') => open = Some(byte),
            Some(b'`') if bytes[at..].starts_with(b"${zq()") => {
                return Verdict::ordinary("a template in JavaScript code");
            }
            Some(_) if byte == b'\\' => at += 1,
            Some(quote) if byte == quote || byte == b'\n' && quote != b'`' => open = None,
            _ => {}
        }
        at += 1;
    }
    None
}

/// Returns whether what comes next in a text is a callee: neither the end of a longer name nor the name of a function
/// that is declared.
fn is_whole_callee(before: &str) -> bool {
    let is_in_name = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$');
    let is_declared = before.trim_end_matches([' ', '*']).ends_with("function") && before.ends_with([' ', '*']);
    !is_declared && !before.as_bytes().last().is_some_and(is_in_name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_in_a_string_is_no_code() {
        assert!(damage("zq()").is_some());
        assert!(damage("a('zq()')").is_none());
        assert!(damage("a('');zq();'')").is_some());
        assert!(damage("a('\\');zq();')").is_none());
        assert!(damage("// zq()").is_none());
        assert!(damage("function zq(){}").is_none());
        assert!(damage("function $zq(){}").is_none());
        assert!(damage("$zq()").is_none());
        assert!(damage("function a(){};zq();").is_some());
    }

    #[test]
    fn nothing_is_reached_after_what_throws() {
        assert!(damage("throw 'stop'; zq()").is_none());
        assert!(damage("throw zq(); a()").is_some());
    }
}
