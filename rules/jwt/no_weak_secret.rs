use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{SIGN_OR_VERIFY, signs, verifies};
use crate::{
    engine::{Context, Filters, Level, Meta, Rule, SafetyChecker, snippet},
    estree::{AstType, Node, utf16_length},
};

/// Finds secrets for tokens that can be guessed.
///
/// ## Why
///
/// Whoever has one token can try secrets against it offline, billions a second. A word or a short string
/// falls at once, and with the secret come tokens for any user.
///
/// ## What is found
///
/// The second argument of `sign`, `verify` and their kin is looked at where it is a string literal or a
/// template without insertions: it is found when it is `secret` or `password`, when it begins with
/// `123456`, `test`, `demo`, `example`, `changeme` or `default`, and when it has too few characters.
///
/// ## Example
///
/// ```js
/// jwt.sign(payload, 'secret');                  // found
/// jwt.sign(payload, 'k3y-of-the-shop');         // found: too short
/// jwt.sign(payload, process.env.JWT_SECRET);    // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoWeakSecret {
    options: Options,
}

#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    /// The fewest characters of a secret, 16 or more.
    min_secret_length: f64,
    #[serde(flatten)]
    _trust: SafetyChecker,
}

impl Default for Options {
    fn default() -> Self {
        Self { min_secret_length: 32.0, _trust: SafetyChecker::default() }
    }
}

/// The secrets that are guessed first.
const GUESSABLE: &[&str] = &["password", "secret"];

/// The words that makeshift secrets begin with.
const MAKESHIFT: &[&str] = &["123456", "changeme", "default", "demo", "example", "test"];

impl Rule for NoWeakSecret {
    const META: Meta = Meta {
        id: "jwt/no-weak-secret",
        cwe: 326,
        owasp: "A02:2021 Cryptographic Failures",
        cvss: 8.1,
        on: &[AstType::CallExpression],
        filters: Filters { calls: SIGN_OR_VERIFY, ..Filters::NONE },
        messages: &["weakSecret", "shortSecret"],
    };

    type Options = Options;
    type State = ();

    fn new(options: Options) -> Result<Self, String> {
        if options.min_secret_length < 16.0 || options.min_secret_length.fract() != 0.0 {
            return Err("`minSecretLength` must be a whole number, 16 or more".into());
        }
        Ok(Self { options })
    }

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_, ()>) {
        if !signs(call) && !verifies(call) {
            return;
        }
        let Some(secret) = call.argument_at(1) else { return };
        let template = secret.quasis().get(0).filter(|_| secret.quasis().len() == 1).and_then(Node::raw);
        let Some(text) = secret.string().or(template) else { return };
        let guessable = is_guessable(text);
        if !guessable && !self.is_short(text) {
            return;
        }
        let (what, message_id) = if guessable {
            (format!("{} as a token's secret is among the first that are guessed", snippet(secret)), "weakSecret")
        } else {
            let (length, least) = (utf16_length(text), self.options.min_secret_length);
            let what = format!("{} as a token's secret has {length} characters of at least {least}", snippet(secret));
            (what, if template.is_some() { "weakSecret" } else { "shortSecret" })
        };
        let fix = "Read the secret from process.env.JWT_SECRET and make it with crypto.randomBytes(32).toString('hex')";
        ctx.report(secret, message_id, Level::High, what, fix);
    }
}

impl NoWeakSecret {
    fn is_short(&self, secret: &str) -> bool {
        (utf16_length(secret) as f64) < self.options.min_secret_length
    }
}

fn is_guessable(secret: &str) -> bool {
    let begins_with = |word: &&str| {
        secret.as_bytes().get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word.as_bytes()))
    };
    GUESSABLE.iter().any(|word| secret.eq_ignore_ascii_case(word)) || MAKESHIFT.iter().any(begins_with)
}
