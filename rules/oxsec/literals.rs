//! Recognizes texts in the code by their form: a placeholder, a key of some provider, something random, an address with
//! a password.

use super::names;

/// Words that placeholders are made of; longer ones first where one begins with another.
const GENERIC: &[&str] = &[
    "placeholder",
    "production",
    "development",
    "replacement",
    "encryption",
    "superuser",
    "superman",
    "username",
    "password",
    "database",
    "changeit",
    "changeme",
    "postgres",
    "passwort",
    "internal",
    "required",
    "default",
    "example",
    "private",
    "replace",
    "service",
    "testing",
    "mongodb",
    "account",
    "mustbe",
    "client",
    "access",
    "secret",
    "secure",
    "change",
    "server",
    "passwd",
    "string",
    "sample",
    "insert",
    "number",
    "before",
    "hidden",
    "strong",
    "dummy",
    "mysql",
    "redis",
    "admin",
    "email",
    "super",
    "local",
    "guest",
    "token",
    "value",
    "login",
    "apikey",
    "users",
    "https",
    "user",
    "pass",
    "pswd",
    "mail",
    "smtp",
    "auth",
    "very",
    "your",
    "here",
    "long",
    "some",
    "this",
    "that",
    "with",
    "from",
    "test",
    "demo",
    "fake",
    "real",
    "host",
    "root",
    "null",
    "none",
    "todo",
    "text",
    "then",
    "safe",
    "name",
    "data",
    "base",
    "dont",
    "must",
    "only",
    "used",
    "http",
    "aws",
    "api",
    "jwt",
    "key",
    "pwd",
    "app",
    "dev",
    "env",
    "the",
    "and",
    "for",
    "use",
    "foo",
    "bar",
    "baz",
    "abc",
    "xyz",
    "not",
    "put",
    "new",
    "old",
    "add",
    "set",
    "get",
    "web",
    "bot",
    "my",
    "db",
    "do",
    "in",
    "is",
    "it",
    "me",
    "no",
    "of",
    "or",
    "to",
    "pw",
    "id",
    "a",
];

/// Parts of a text that occur in placeholders only.
const MARKS: &[&str] =
    &["${", "{{", "<", ">", "...", "***", "xxx", "XXX", "___", "changeme", "change-me", "change_me", "placeholder"];

/// Returns whether a text is a placeholder for a credential: `your-api-key`, `<PASSWORD>`, `password123`.
pub(super) fn is_placeholder(text: &str) -> bool {
    if text.chars().any(char::is_whitespace) || MARKS.iter().any(|mark| text.contains(mark)) {
        return true;
    }
    let lower = text.to_ascii_lowercase();
    if ["example", "your_", "your-", "yours", "dummy", "fake", "sample"].iter().any(|word| lower.contains(word)) {
        return true;
    }
    // The name of a variable of the environment replaces its value: `MAILER_PASSWORD`.
    let is_constant = text.contains('_') && text.bytes().all(|it| it.is_ascii_uppercase() || it == b'_');
    if is_constant && ["key", "pass", "secret", "token"].iter().any(|word| lower.contains(word)) {
        return true;
    }
    // Without generic words only digits and signs may be left.
    let mut rest = lower.as_str();
    let mut digits = 0;
    while let Some(first) = rest.chars().next() {
        if first.is_ascii_alphabetic() {
            match GENERIC.iter().find(|word| rest.starts_with(**word)) {
                Some(word) => rest = &rest[word.len()..],
                None => return false,
            }
        } else {
            digits += usize::from(first.is_ascii_digit());
            rest = &rest[first.len_utf8()..];
        }
    }
    /// The maximum number of digits of a placeholder.
    const MAX_DIGITS: usize = 8;
    digits <= MAX_DIGITS
}

/// Returns whether a text repeats a name in another spelling, in the plural, with words before it that no placeholder
/// has, or with a word that the name shortens: `INVALID_TOKEN: 'invalid-token'`, `password: 'icon-label-password'`,
/// `AUTH_WALLET_PASSWORD: 'walletpassword'`, `LOGIN_PAGES_GH_TOKEN: 'login-pages-github-token'`.
pub(super) fn is_name(text: &str, name: &str) -> bool {
    let (text_letters, name_letters) = (letters(text), letters(name));
    let is_of_words = text.bytes().all(|it| it.is_ascii_alphabetic() || matches!(it, b'-' | b'_' | b'.' | b':'));
    let repeats = |whole: &str, end: &str| !end.is_empty() && whole.ends_with(end);
    text_letters == name_letters
        || is_of_words
            && !is_placeholder(text)
            && (repeats(&text_letters, &name_letters)
                || repeats(&name_letters, &text_letters)
                || text_letters.strip_suffix('s') == Some(&name_letters)
                || repeats_words(text, name))
}

/// Returns whether at least three words of a text, and all but one, are words of a name.
fn repeats_words(text: &str, name: &str) -> bool {
    let (said, named) = (names::words(text), names::words(name));
    let known = said.iter().filter(|word| named.contains(word)).count();
    known >= 3 && known + 1 >= said.len()
}

/// Returns whether a text is a path of an address, which nothing keeps secret: `/oauth2/authorize`.
pub(super) fn is_path(text: &str) -> bool {
    let is_of_words = |it: u8| it.is_ascii_lowercase() || matches!(it, b'/' | b'.' | b'_' | b'-' | b':' | b'2');
    text.starts_with('/') && text.bytes().all(is_of_words)
}

/// Returns the letters and digits of a text, in lower case.
pub(super) fn letters(text: &str) -> String {
    text.chars().filter(|it| it.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The keys of providers: beginning, shortest length in bytes, description.
const PROVIDERS: &[(&str, usize, &str)] = &[
    ("AIza", 35, "an API key of Google"),
    ("AKIA", 20, "an access key of AWS"),
    ("ASIA", 20, "an access key of AWS"),
    ("EAAC", 60, "an access token of Facebook"),
    ("SG.", 50, "an API key of SendGrid"),
    ("dop_v1_", 60, "a token of DigitalOcean"),
    ("ghp_", 36, "a token of GitHub"),
    ("gho_", 36, "a token of GitHub"),
    ("ghs_", 36, "a token of GitHub"),
    ("ghu_", 36, "a token of GitHub"),
    ("github_pat_", 40, "a token of GitHub"),
    ("glpat-", 24, "a token of GitLab"),
    ("hf_", 34, "a token of Hugging Face"),
    ("npm_", 36, "a token of npm"),
    ("rk_live_", 24, "a key of Stripe"),
    ("shpat_", 32, "a token of Shopify"),
    ("sk-ant-", 32, "a key of Anthropic"),
    ("sk-proj-", 32, "a key of OpenAI"),
    ("sk_live_", 24, "a live key"),
    ("sq0csp-", 40, "a secret of Square"),
    ("xoxb-", 24, "a token of Slack"),
    ("xoxp-", 24, "a token of Slack"),
    ("ya29.", 40, "a token of Google"),
];

/// Returns the description of a text that has the form of a provider's key or of a private key.
pub(super) fn provider(text: &str) -> Option<&'static str> {
    /// The fewest different characters of a genuine key.
    const MIN_DIFFERENT: usize = 8;
    if text.starts_with("-----BEGIN ") && text.contains("PRIVATE KEY-----") {
        /// The header and footer alone are shorter.
        const MIN_BYTES: usize = 150;
        return (text.len() > MIN_BYTES).then_some("a private key");
    }
    /// The shortest key of any provider, in bytes.
    const MIN_KEY_BYTES: usize = 20;
    if text.len() < MIN_KEY_BYTES {
        return None;
    }
    let &(begin, _, what) =
        PROVIDERS.iter().find(|(begin, least, _)| text.starts_with(begin) && text.len() >= *least)?;
    let rest = &text[begin.len()..];
    let is_key = rest.bytes().all(|it| it.is_ascii_alphanumeric() || matches!(it, b'_' | b'-' | b'.'));
    // `npm_config_…` is a setting.
    let is_name = !rest.bytes().any(|it| it.is_ascii_digit() || it.is_ascii_uppercase());
    let is_made_up = is_name || is_placeholder(text) || text.contains("EXAMPLE");
    (is_key && !is_made_up && different(rest) >= MIN_DIFFERENT).then_some(what)
}

fn different(text: &str) -> usize {
    let mut seen = [false; 256];
    text.bytes().for_each(|byte| seen[usize::from(byte)] = true);
    seen.iter().filter(|&&is| is).count()
}

/// Returns whether a text looks randomly generated: letters and digits of high entropy.
pub(super) fn looks_random(text: &str) -> bool {
    /// The shortest and longest keys, in bytes.
    const BYTES: std::ops::RangeInclusive<usize> = 16..=512;
    /// Bits for each character, by Shannon: hexadecimal digits have four at most.
    const MIN_BITS: f64 = 3.0;
    let is_key =
        text.bytes().all(|it| it.is_ascii_alphanumeric() || matches!(it, b'+' | b'/' | b'=' | b'_' | b'-' | b'.'));
    let has = |is_it: fn(&u8) -> bool| text.as_bytes().iter().any(is_it);
    if !BYTES.contains(&text.len()) || !is_key || is_placeholder(text) {
        return false;
    }
    if !has(u8::is_ascii_digit) || !has(u8::is_ascii_alphabetic) {
        return false;
    }
    /// The digits of the longest number that counts something: `argument.block.12`.
    const MAX_COUNTER_DIGITS: usize = 2;
    let is_word_or_counter = |part: &str| {
        part.bytes().all(|it| it.is_ascii_alphabetic())
            || part.len() <= MAX_COUNTER_DIGITS && part.bytes().all(|it| it.is_ascii_digit())
    };
    // A key that a page may show says so at its beginning: `pk_live_…`, `pk.eyJ…`.
    let is_public = text.starts_with("pk_") || text.starts_with("pk.");
    if is_public || text.split(['.', '-', '_']).all(is_word_or_counter) {
        return false;
    }
    let mut counts = [0_u32; 256];
    text.bytes().for_each(|byte| counts[usize::from(byte)] += 1);
    let all = text.len() as f64;
    let bits: f64 = counts.iter().filter(|&&it| it > 0).map(|&it| f64::from(it) / all).map(|it| -it * it.log2()).sum();
    bits >= MIN_BITS
}

/// Returns the password in an address, with its scheme: `postgres://shop:hunter2@db/shop`.
pub(super) fn password_in_address(text: &str) -> Option<(&str, &str)> {
    memchr::memchr(b'@', text.as_bytes())?;
    let (scheme, rest) = text.split_once("://")?;
    let is_scheme = scheme.bytes().all(|it| it.is_ascii_alphanumeric() || it == b'+') && !scheme.is_empty();
    let authority = rest.split(['/', '?', '#', ' ', '"', '\n']).next()?;
    let (user, _) = authority.rsplit_once('@')?;
    let (_, password) = user.split_once(':')?;
    (is_scheme && !password.is_empty()).then_some((scheme, password))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_made_of_generic_words() {
        for text in [
            "your-api-key",
            "password",
            "Password123",
            "mySecretKey",
            "<PASSWORD>",
            "db_password",
            "xxxxxxxx",
            "SMTP_PASS",
        ] {
            assert!(is_placeholder(text), "{text}");
        }
        for text in ["hunter2", "correcthorsebattery", "tr0ub4dor&3", "oiuneawrgiyubaegr"] {
            assert!(!is_placeholder(text), "{text}");
        }
    }

    #[test]
    fn keys_of_providers_have_their_forms() {
        assert_eq!(provider("sk_live_4eC39HqLyjWDarjtT1zdp7dc"), Some("a live key"));
        assert_eq!(provider("AKIAIOSFODNN7EXAMPLE"), None);
        assert_eq!(provider("sk_live_xxxxxxxxxxxxxxxxxxxxxxxx"), None);
        assert_eq!(provider("npm_config_scripts_prepend_node_path_of"), None);
    }

    #[test]
    fn paths_are_made_of_words() {
        assert!(is_path("/connect/authorize") && is_path("/method/app.oauth2.get_token"));
        assert!(!is_path("/Ax3+kq9") && !is_path("connect/authorize"));
    }

    #[test]
    fn what_is_random_has_letters_and_digits() {
        assert!(looks_random("9f86d081884c7d659a2feaa0c55ad015"));
        assert!(!looks_random("my-secret-key-for-tokens") && !looks_random("aaaaaaaaaaaaaaaaaaaaaaa1"));
        assert!(!looks_random("argument.block.withToken.0") && !looks_random("pk.eyJ1IjoiYWJjZGVmIn0.x7Gh2"));
    }

    #[test]
    fn names_are_repeated_by_their_last_words() {
        assert!(is_name("invalid-token", "INVALID_TOKEN") && is_name("icon-label-password", "password"));
        assert!(is_name("walletpassword", "AUTH_WALLET_PASSWORD") && !is_name("hunter2password", "password"));
    }

    #[test]
    fn addresses_hold_passwords_before_the_host() {
        assert_eq!(password_in_address("postgres://shop:hunter2@db:5432/shop"), Some(("postgres", "hunter2")));
        assert_eq!(password_in_address("https://example.com/a:b@c"), None);
    }
}
