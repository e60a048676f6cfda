use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    engine::{Context, Filters, Level, Meta, Needles, StatelessRule, snippet},
    estree::{AstType, Kind, Node},
};

/// Finds personal data in what is written to the console.
///
/// ## Why
///
/// Logs are copied, shipped to other services and kept for years, and read by people who may not see
/// the data itself. An e-mail address or a social security number in them is a leak that no deletion
/// request reaches.
///
/// ## What is found
///
/// In calls of `console.log`, `info`, `warn` and `error` an argument is found that reads a property
/// named after an e-mail address, social security number, password, credit card or phone number, and a
/// string that announces one (`email:`, `ssn:`, `password:`). Each such argument is a finding of its own.
///
/// ## Example
///
/// ```js
/// console.log('Signed in', user.email);    // found
/// console.log('Signed in', user.id);       // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct NoPiiInLogs;

const METHODS: &[&str] = &["error", "info", "log", "warn"];

/// The words that the name of a property holds that is personal.
static PERSONAL: Needles = Needles::ignoring_case(&["creditcard", "email", "password", "phone", "ssn"]);

/// The words that a string holds that announces personal data.
static LABELS: Needles = Needles::ignoring_case(&["email:", "password:", "ssn:"]);

impl StatelessRule for NoPiiInLogs {
    const META: Meta = Meta {
        id: "secure-coding/no-pii-in-logs",
        cwe: 359,
        owasp: "A09:2021 Security Logging and Monitoring Failures",
        cvss: 5.3,
        on: &[AstType::CallExpression],
        filters: Filters { calls: METHODS, ..Filters::NONE },
        messages: &["violationDetected"],
    };

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_>) {
        let Some(method) = console_method(call).filter(|method| METHODS.contains(method)) else { return };
        for argument in call.arguments().iter().filter(|&argument| is_personal(argument)) {
            let what = format_args!("console.{method} writes personal data to the log: {}", snippet(argument));
            ctx.report(
                call,
                "violationDetected",
                Level::High,
                what,
                "Log an internal id, or a masked value, in its place",
            );
        }
    }
}

/// The method of `console` that a call calls.
fn console_method(call: Node<'_>) -> Option<&str> {
    let callee = call.callee()?;
    callee.object()?.is_identifier("console").then(|| callee.property_identifier())?
}

fn is_personal(argument: Node<'_>) -> bool {
    match argument.kind() {
        Kind::MemberExpression => argument.property_identifier().is_some_and(|name| PERSONAL.is_in(name)),
        Kind::Literal => argument.string().is_some_and(|text| LABELS.is_in(text)),
        _ => false,
    }
}
