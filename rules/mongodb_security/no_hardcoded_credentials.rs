use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, TestOptions, shorten},
    estree::{AstType, Node},
};

/// Finds user names and passwords written into objects.
///
/// ## Why
///
/// Whoever can read the code, its history or an image made from it can log in to the database, and the
/// password cannot be changed without a release.
///
/// ## What is found
///
/// Properties named `user`, `username`, `pass`, `password` and `auth` are looked at, upper and lower case
/// alike, in whatever object: one whose value is a string that is not empty is found.
///
/// ## Example
///
/// ```js
/// mongoose.connect(uri, { user: 'app', pass: 'hunter2' });                    // found, twice
/// mongoose.connect(uri, { user: process.env.DB_USER, pass: process.env.DB_PASS });
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct NoHardcodedCredentials(TestOptions<true>);

/// The names of a credential, in lower case.
const CREDENTIALS: &[&str] = &["auth", "pass", "password", "user", "username"];

impl StatelessRule for NoHardcodedCredentials {
    const META: Meta = Meta {
        id: "mongodb-security/no-hardcoded-credentials",
        cwe: 798,
        owasp: "A07:2021 Identification and Authentication Failures",
        cvss: 7.5,
        // In a pattern no value is a string.
        on: &[AstType::ObjectProperty],
        filters: Filters { required_words: &[&["auth", "pass", "user"]], ..Filters::NONE },
        messages: &["hardcodedCredentials"],
    };

    fn check<'a>(&self, property: Node<'a>, ctx: &mut Context<'a, '_>) {
        if property.value().and_then(Node::string).is_none_or(str::is_empty) {
            return;
        }
        let Some(name) = property.key_text() else { return };
        if !CREDENTIALS.iter().any(|credential| name.eq_ignore_ascii_case(credential)) || self.0.allow(ctx.path()) {
            return;
        }
        // The message leaves the value out: logs of findings are read by more people than the code.
        let name = shorten(&name);
        let what = format_args!("The value of {name} is written into the code");
        let fix = format_args!("Read {name} from an environment variable, and change it if it was in use");
        ctx.report(property, "hardcodedCredentials", Level::High, what, fix);
    }
}
