use documented::Documented;
use serde::Deserialize;

use super::helpers::{READS, calls_method};
use crate::{
    engine::{Context, Filters, Level, Meta, Rule, is_test_file, shorten, snippet},
    estree::{AstType, Kind, Node},
};

/// Finds queries that fetch sensitive fields with everything else.
///
/// A document that is fetched whole holds the password's hash and the tokens of its user. From there they
/// get into sessions, logs and answers to clients.
///
/// Calls of `find`, `findOne` and `findById` are looked at, whatever they are called on. One without
/// `.select(…)` directly behind it is found. Behind it, a string that names a sensitive field without a
/// minus before it is found.
///
/// ```js
/// const user = await User.findById(id);                              // found
/// const user = await User.findById(id).select('name password');      // found
/// const user = await User.findById(id).select('-password');          // fine
/// ```
///
/// Options: `allowInTests` (`true`) leaves test files alone; `sensitiveFields` (`password`, `refreshToken`,
/// `apiKey`, `secret`) are the fields, as parts of the selection's text.
#[derive(Documented)]
#[documented(trim = false)]
pub struct NoSelectSensitiveFields(Options);

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Options {
    allow_in_tests: bool,
    sensitive_fields: Vec<String>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            allow_in_tests: true,
            sensitive_fields: ["password", "refreshToken", "apiKey", "secret"].map(String::from).to_vec(),
        }
    }
}

impl Rule for NoSelectSensitiveFields {
    const META: Meta = Meta {
        id: "mongodb-security/no-select-sensitive-fields",
        cwe: 200,
        owasp: "A01:2021 Broken Access Control",
        cvss: 5.3,
        on: &[AstType::CallExpression],
        filters: Filters { calls: READS, ..Filters::NONE },
        messages: &["selectSensitiveFields"],
    };

    type Options = Options;
    type State = ();

    fn new(options: Options) -> Result<Self, String> {
        Ok(Self(options))
    }

    fn check<'a>(&self, query: Node<'a>, ctx: &mut Context<'a, '_, ()>) {
        if !calls_method(query, READS) || self.0.allow_in_tests && is_test_file(ctx.path()) {
            return;
        }
        let Some(member) = query.parent().filter(|member| member.property_identifier() == Some("select")) else {
            let callee = query.callee().unwrap_or(query);
            let what = format_args!("{}(…) fetches every field, passwords and tokens too", snippet(callee));
            let fix =
                "Name the fields that are used, .select('name email'), or leave out the others, .select('-password')";
            ctx.report(query, "selectSensitiveFields", Level::Medium, what, fix);
            return;
        };
        let Some(select) = member.parent().filter(|call| call.is(Kind::CallExpression)) else { return };
        let Some(selection) = select.argument_at(0).and_then(Node::string) else { return };
        let is_selected =
            |field: &&String| selection.contains(field.as_str()) && !selection.contains(&format!("-{field}"));
        if let Some(field) = self.0.sensitive_fields.iter().find(is_selected) {
            let field = shorten(field);
            let what = format_args!("The selection {} fetches {field}", shorten(selection));
            let fix = format_args!("Leave {field} out of what is selected, or put a minus before it: -{field}");
            ctx.report(select, "selectSensitiveFields", Level::Medium, what, fix);
        }
    }
}
