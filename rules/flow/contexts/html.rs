//! HTML text, attributes and scripts.

use super::Verdict;

/// Returns a verdict if `alert(1)`, which payloads call, would run in a page of this text.
pub(super) fn damage(text: &str) -> Option<Verdict> {
    /// The longest text that is read, in bytes.
    const MAX_BYTES: usize = 32 << 10;
    if text.len() > MAX_BYTES {
        return None;
    }
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(offset) = memchr::memchr(b'<', &bytes[at..]) {
        let tag = at + offset;
        if bytes[tag..].starts_with(b"<!--") {
            match text[tag..].find("-->") {
                Some(end) => at = tag + end + 3,
                None => return None,
            }
            continue;
        }
        let name: String = text[tag + 1..]
            .chars()
            .take_while(|it| it.is_ascii_alphanumeric())
            .collect::<String>()
            .to_ascii_lowercase();
        if name.is_empty() {
            at = tag + 1;
            continue;
        }
        let (attributes, end) = read_attributes(text, tag + 1 + name.len())?;
        for (attribute, value) in &attributes {
            if attribute.starts_with("on") && runs(value) {
                return Verdict::ordinary(format!("HTML, an element {name} with a handler"));
            }
            let is_address = matches!(attribute.as_str(), "href" | "src" | "action" | "formaction" | "data");
            if is_address && value.trim().to_ascii_lowercase().starts_with("javascript:") && runs(value) {
                return Verdict::ordinary(format!("the address in {attribute} of {name}"));
            }
        }
        at = end;
        let close = match name.as_str() {
            "script" => "</script",
            "style" => "</style",
            "textarea" => "</textarea",
            "title" => "</title",
            _ => continue,
        };
        let lower = text[at..].to_ascii_lowercase();
        let length = lower.find(close).unwrap_or(lower.len());
        if name == "script" && runs(&text[at..at + length]) {
            return Verdict::ordinary("HTML, a script");
        }
        at += length;
    }
    None
}

/// Returns a verdict if `alert(1)`, which payloads call, is code of a script.
pub(super) fn script(text: &str) -> Option<Verdict> {
    runs(text).then(|| Verdict::ordinary("a script of a page"))?
}

/// Returns whether `alert(1)` is code of a script: in no string.
fn runs(script: &str) -> bool {
    super::code::damage(&script.replace("alert(1)", "zq()")).is_some()
}

/// Returns the attributes of a tag and the place after it; `None` where it does not end.
fn read_attributes(text: &str, begin: usize) -> Option<(Vec<(String, String)>, usize)> {
    let bytes = text.as_bytes();
    let mut attributes = Vec::new();
    let mut at = begin;
    loop {
        while bytes.get(at).is_some_and(|byte| byte.is_ascii_whitespace() || *byte == b'/') {
            at += 1;
        }
        if *bytes.get(at)? == b'>' {
            return Some((attributes, at + 1));
        }
        let start = at;
        while bytes.get(at).is_some_and(|byte| !byte.is_ascii_whitespace() && !matches!(byte, b'=' | b'>' | b'/')) {
            at += 1;
        }
        let name = text.get(start..at)?.to_ascii_lowercase();
        if at == start {
            at += 1;
            while !text.is_char_boundary(at) {
                at += 1;
            }
            continue;
        }
        while bytes.get(at).is_some_and(u8::is_ascii_whitespace) {
            at += 1;
        }
        let mut value = String::new();
        if bytes.get(at) == Some(&b'=') {
            at += 1;
            while bytes.get(at).is_some_and(u8::is_ascii_whitespace) {
                at += 1;
            }
            match bytes.get(at)? {
                quote @ (b'"' | b'\'') => {
                    let length = memchr::memchr(*quote, &bytes[at + 1..])?;
                    value = text.get(at + 1..at + 1 + length)?.into();
                    at += length + 2;
                }
                _ => {
                    let start = at;
                    while bytes.get(at).is_some_and(|byte| !byte.is_ascii_whitespace() && *byte != b'>') {
                        at += 1;
                    }
                    value = text.get(start..at)?.into();
                }
            }
        }
        attributes.push((name, value));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_run_where_a_browser_runs_them() {
        assert!(damage("<p><img src=x onerror=alert(1)></p>").is_some());
        assert!(damage("<p>&lt;img src=x onerror=alert(1)></p>").is_none());
        assert!(damage("<a title=\"x\" onmouseover=alert(1) x=\"\">").is_some());
        assert!(damage("<a title=\"' onmouseover=alert(1) x='\">").is_none());
        assert!(damage("<a href=\"javascript:alert(1)\">").is_some());
        assert!(damage("<script>var a = \"\";alert(1);//\"</script>").is_some());
        assert!(damage("<script>var a = \"';alert(1);//\"</script>").is_none());
        assert!(damage("<textarea><script>alert(1)</script></textarea>").is_none());
    }
}
