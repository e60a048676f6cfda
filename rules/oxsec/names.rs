//! Recognizes what variables and properties hold by their names: a password, a key, a session, a person.
//!
//! A name is split into its words (`userPasswordInput`: user, password, input), since parts of words mislead: `author`
//! has nothing to do with `auth`. The last word names the thing, unless it only names a form: `tokenIndex` is an index,
//! `passwordInput` a password.

/// Words that, at the end of a name, do not change what it names.
const FORMS: &[&str] = &[
    "buf",
    "buffer",
    "bytes",
    "candidate",
    "clear",
    "cleartext",
    "confirm",
    "confirmation",
    "confirmed",
    "current",
    "data",
    "default",
    "encoded",
    "env",
    "from",
    "in",
    "input",
    "literal",
    "material",
    "new",
    "old",
    "plain",
    "plaintext",
    "raw",
    "str",
    "string",
    "text",
    "trimmed",
    "utf",
    "value",
    "var",
];

/// Words that make a name describe something about the thing instead of naming it.
const ABOUT: &[&str] = &[
    "bad",
    "change",
    "changed",
    "check",
    "count",
    "encrypted",
    "expired",
    "forgot",
    "forgotten",
    "generate",
    "has",
    "hash",
    "hashed",
    "hide",
    "incorrect",
    "invalid",
    "is",
    "mask",
    "masked",
    "max",
    "min",
    "missing",
    "no",
    "public",
    "redacted",
    "require",
    "required",
    "requires",
    "reset",
    "show",
    "total",
    "validate",
    "verify",
    "weak",
    "wrong",
];

const PASSWORDS: &[&str] = &["pass", "passcode", "passphrase", "passwd", "password", "passwords", "pw", "pwd"];

/// Things that must stay secret, by their last words.
const SECRETS: &[&[&str]] = &[
    &["access", "key"],
    &["access", "token"],
    &["accesstoken"],
    &["api", "key"],
    &["api", "secret"],
    &["api", "token"],
    &["apikey"],
    &["auth", "token"],
    &["authtoken"],
    &["bearer", "token"],
    &["card", "number"],
    &["client", "secret"],
    &["clientsecret"],
    &["credit", "card"],
    &["creditcard"],
    &["cvc"],
    &["cvv"],
    &["encryption", "key"],
    &["id", "token"],
    &["jwt", "secret"],
    &["private", "key"],
    &["privatekey"],
    &["refresh", "token"],
    &["refreshtoken"],
    &["secret"],
    &["secret", "access", "key"],
    &["secret", "key"],
    &["secretkey"],
    &["session", "secret"],
    &["session", "token"],
    &["signing", "key"],
    &["social", "security", "number"],
    &["ssn"],
];

/// Values that nobody may guess, by their last words.
const UNGUESSABLE: &[&[&str]] = &[
    &["2fa", "code"],
    &["access", "code"],
    &["access", "key"],
    &["api", "key"],
    &["apikey"],
    &["auth", "code"],
    &["confirmation", "code"],
    &["csrf"],
    &["encryption", "key"],
    &["login", "code"],
    &["nonce"],
    &["otp"],
    &["otp", "code"],
    &["private", "key"],
    &["reset", "code"],
    &["salt"],
    &["secret"],
    &["secret", "key"],
    &["secrets"],
    &["security", "code"],
    &["session", "id"],
    &["session", "key"],
    &["session", "uid"],
    &["sessionid"],
    &["sid"],
    &["signing", "key"],
    &["token"],
    &["tokens"],
    &["verification", "code"],
    &["xsrf"],
];

/// Returns the words of a name, in lower case.
pub(super) fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    let characters: Vec<char> = name.chars().take(MAX_NAME).collect();
    for (at, &character) in characters.iter().enumerate() {
        let before = at.checked_sub(1).map(|at| characters[at]);
        let after = characters.get(at + 1);
        let begins = character.is_uppercase()
            && (before.is_some_and(|it| it.is_lowercase() || it.is_numeric())
                || before.is_some_and(char::is_uppercase) && after.is_some_and(|it| it.is_lowercase()));
        if !character.is_alphanumeric() || begins {
            words.extend(Some(std::mem::take(&mut word)).filter(|word| !word.is_empty()));
        }
        if character.is_alphanumeric() {
            word.extend(character.to_lowercase());
        }
    }
    words.extend(Some(word).filter(|word| !word.is_empty()));
    for word in &mut words {
        // `password2`
        let digits = word.trim_end_matches(|it: char| it.is_ascii_digit()).len();
        if digits > 0 {
            word.truncate(digits);
        }
    }
    words
}

/// The longest name that is read, in characters.
const MAX_NAME: usize = 80;

/// Returns the words that name the thing, without those at the end that name a form only; `None` if the name describes
/// something about it.
fn head(name: &str) -> Option<Vec<String>> {
    let words = without_form(words(name));
    let about = words.iter().any(|word| ABOUT.contains(&&**word));
    (!about).then_some(words)
}

/// Returns words without those at the end that name a form only. At least one is left.
fn without_form(mut words: Vec<String>) -> Vec<String> {
    while words.len() > 1 && words.last().is_some_and(|word| FORMS.contains(&&**word)) {
        words.pop();
    }
    words
}

fn ends_in(words: &[String], lists: &[&[&str]]) -> bool {
    lists.iter().any(|list| {
        words.len() >= list.len() && words[words.len() - list.len()..].iter().zip(*list).all(|(word, it)| word == it)
    })
}

/// Returns whether a name may be that of a secret or a token, judged by parts of words, which excludes most other
/// names.
pub(super) fn may_be_secret(name: &str) -> bool {
    let bytes = name.as_bytes();
    // The common beginnings of the words for each kind of secret, by their first letter.
    let begins = |at: usize, parts: &[&[u8]]| {
        let rest = &bytes[at + 1..];
        parts.iter().any(|part| rest.get(..part.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(part)))
    };
    bytes.iter().enumerate().any(|(at, byte)| match byte {
        b'c' | b'C' => begins(at, &[b"ard", b"vc", b"vv"]),
        b'k' | b'K' => begins(at, &[b"ey"]),
        b'n' | b'N' => begins(at, &[b"umber"]),
        b'p' | b'P' => begins(at, &[b"ass", b"w"]),
        b's' | b'S' => begins(at, &[b"ecret", b"sn"]),
        b't' | b'T' => begins(at, &[b"oken"]),
        // The lower case of a letter beyond ASCII may be ASCII.
        byte => !byte.is_ascii(),
    })
}

/// Returns whether a name is that of a password.
pub(super) fn is_password(name: &str) -> bool {
    may_be_secret(name) && head(name).is_some_and(|words| ends_in_password(&words))
}

/// Returns whether the last word is one for a password, or ends in one: `plainpassword`.
fn ends_in_password(words: &[String]) -> bool {
    words
        .last()
        .is_some_and(|last| PASSWORDS.contains(&&**last) || last.ends_with("password") || last.ends_with("passwd"))
}

/// Returns whether a name is that of a secret: what logs and tokens must not hold.
pub(super) fn is_secret(name: &str) -> bool {
    may_be_secret(name) && (is_password(name) || head(name).is_some_and(|words| ends_in(&words, SECRETS)))
}

/// Returns whether a name is that of a value that nobody may guess, or of a function that makes one.
pub(super) fn is_unguessable(name: &str) -> bool {
    // `generateResetToken` makes one, `findUserWithToken` takes one.
    let words = without_form(words(name));
    let takes = words.iter().any(|word| matches!(&**word, "by" | "using" | "via" | "with" | "without"));
    !takes && (ends_in_password(&words) || ends_in(&words, UNGUESSABLE))
}

/// Returns whether a name is that of a cookie or value that identifies a session.
pub(super) fn is_session(name: &str) -> bool {
    const SESSIONS: &[&str] =
        &["auth", "authtoken", "jwt", "login", "remember", "sess", "sessid", "session", "sessionid", "sid", "token"];
    let words = words(name);
    let is_open = |word: &String| matches!(&**word, "csrf" | "csrftoken" | "xsrf");
    words.iter().any(|word| SESSIONS.contains(&&**word) || word.ends_with("sessid")) && !words.iter().any(is_open)
}

/// Returns whether a name is that of a record about a person; a part of one (`user.id`) is not a record.
pub(super) fn is_person(name: &str) -> bool {
    const PERSONS: &[&str] =
        &["account", "admin", "customer", "employee", "member", "patient", "person", "profile", "user"];
    let last = name.rsplit('.').next().unwrap_or(name);
    let words = words(last);
    const KINDS: &[&str] = &["data", "doc", "document", "entity", "info", "object", "record", "row"];
    let words = match words.split_last() {
        Some((last, rest)) if KINDS.contains(&&**last) => rest,
        _ => &words[..],
    };
    words.last().is_some_and(|word| PERSONS.contains(&&**word))
}

/// Returns whether a property of a person with this name identifies the person, is a way to reach them, or is private.
pub(super) fn is_personal(name: &str) -> bool {
    const PERSONAL: &[&[&str]] = &[
        &["account", "number"],
        &["address"],
        &["birth", "date"],
        &["birthdate"],
        &["birthday"],
        &["date", "of", "birth"],
        &["diagnosis"],
        &["dob"],
        &["email"],
        &["family", "name"],
        &["first", "name"],
        &["firstname"],
        &["full", "name"],
        &["fullname"],
        &["gender"],
        &["given", "name"],
        &["home", "address"],
        &["iban"],
        &["ip"],
        &["ip", "addr"],
        &["last", "name"],
        &["lastname"],
        &["mobile"],
        &["passport", "number"],
        &["phone"],
        &["phone", "number"],
        &["phonenumber"],
        &["post", "code"],
        &["postal", "code"],
        &["postcode"],
        &["religion"],
        &["surname"],
        &["telephone"],
        &["zip", "code"],
    ];
    ends_in(&words(name), PERSONAL) || is_secret(name)
}

/// Returns whether a name is that of a function that hashes passwords.
pub(super) fn hashes_passwords(name: &str) -> bool {
    let words = words(name);
    let has = |list: &[&str]| words.iter().any(|word| list.contains(&&**word));
    has(PASSWORDS) && has(&["compute", "create", "digest", "encrypt", "hash", "hashed", "hasher", "make"])
}

/// Returns whether a name marks something for developers (`isDev`, `debug`): `Some(false)` if it marks it for
/// production.
pub(super) fn is_for_development(name: &str) -> Option<bool> {
    let last = name.rsplit('.').next().unwrap_or(name);
    // The method of a pattern.
    if last == "test()" {
        return None;
    }
    let words = words(last);
    let has = |list: &[&str]| words.iter().any(|word| list.contains(&&**word));
    let denied = has(&["non", "not"]);
    if has(&["debug", "dev", "development", "local", "localhost", "test", "testing"]) {
        return Some(!denied);
    }
    has(&["prod", "production", "live"]).then_some(denied)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_fall_into_words() {
        assert_eq!(words("userAPIKey_v2"), ["user", "api", "key", "v"]);
        assert_eq!(words("JWTSecret"), ["jwt", "secret"]);
        assert_eq!(words("connect.sid"), ["connect", "sid"]);
    }

    #[test]
    fn the_last_word_says_what_it_is() {
        for name in SECRETS.iter().flat_map(|words| [words.concat(), words.join("_").to_uppercase()]) {
            assert!(may_be_secret(&name), "{name}");
        }
        assert!(PASSWORDS.iter().all(|name| may_be_secret(name)) && !may_be_secret("compute"));
        assert!(is_password("userPasswordInput") && is_password("pwd") && is_password("plainpassword"));
        assert!(!is_password("passwordResetToken") && !is_password("hashedPassword") && !is_password("compass"));
        assert!(is_secret("process.env.API_KEY") && is_secret("accessToken") && !is_secret("tokenIndex"));
        assert!(
            is_unguessable("generateResetToken") && !is_unguessable("tokenIndex") && !is_unguessable("tokenExpiry")
        );
        assert!(is_session("auth") && is_session("PHPSESSID") && !is_session("author") && !is_session("XSRF-TOKEN"));
        assert!(is_person("req.user") && is_person("userRecord") && !is_person("userId") && !is_person("user.id"));
        assert!(
            is_personal("emailAddress") && is_personal("user_ip") && !is_personal("emailSent") && !is_personal("name")
        );
        assert_eq!(is_for_development("isDev"), Some(true));
        assert_eq!(is_for_development("config.isProduction"), Some(false));
    }
}
