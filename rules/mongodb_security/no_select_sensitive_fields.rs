use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{READS, calls_method};
use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, TestOptions, shorten, snippet},
    estree::{AstType, Kind, Node},
};

/// Finds queries that fetch sensitive fields with everything else.
///
/// ## Why
///
/// A document that is fetched whole holds the password's hash and the tokens of its user. From there they
/// get into sessions, logs and answers to clients.
///
/// ## What is found
///
/// Calls of `find`, `findOne` and `findById` are looked at, whatever they are called on. One without
/// `.select(…)` directly after it is found. After it, a string that names a sensitive field without a
/// minus before it is found.
///
/// ## Example
///
/// ```js
/// const user = await User.findById(id);                              // found
/// const user = await User.findById(id).select('name password');      // found
/// const user = await User.findById(id).select('-password');          // fine
/// ```
#[derive(Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct NoSelectSensitiveFields {
    #[serde(flatten)]
    tests: TestOptions<true>,
    /// The fields that are found, as parts of the selection's text.
    sensitive_fields: Vec<String>,
}

impl Default for NoSelectSensitiveFields {
    fn default() -> Self {
        Self {
            tests: TestOptions::default(),
            sensitive_fields: ["password", "refreshToken", "apiKey", "secret"].map(String::from).to_vec(),
        }
    }
}

impl StatelessRule for NoSelectSensitiveFields {
    const META: Meta = Meta {
        id: "mongodb-security/no-select-sensitive-fields",
        cwe: 200,
        owasp: "A01:2021 Broken Access Control",
        cvss: 5.3,
        on: &[AstType::CallExpression],
        filters: Filters { calls: READS, ..Filters::NONE },
        messages: &["selectSensitiveFields"],
    };

    fn check<'a>(&self, query: Node<'a>, ctx: &mut Context<'a, '_>) {
        if !calls_method(query, READS) || self.tests.allow(ctx.path()) {
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
        if let Some(field) = self.sensitive_fields.iter().find(is_selected) {
            let field = shorten(field);
            let what = format_args!("The selection {} fetches {field}", shorten(selection));
            let fix = format_args!("Leave {field} out of what is selected, or put a minus before it: -{field}");
            ctx.report(select, "selectSensitiveFields", Level::Medium, what, fix);
        }
    }
}
