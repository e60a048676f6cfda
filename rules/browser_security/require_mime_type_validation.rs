use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, snippet},
    estree::{AstType, Kind, Node},
};

/// Finds uploads that take files of any type.
///
/// ## Why
///
/// An HTML page or a script that is stored and served again runs on the site's own origin.
///
/// ## What is found
///
/// Found are `multer({ … }).single(…)`, `.array(…)` and `.fields(…)`, whatever the function is called, without options
/// or where they have neither `fileFilter` nor `limits`; and `upload()`, without arguments or with a variable first.
///
/// ## Example
///
/// ```js
/// app.post('/avatar', multer({ dest: 'uploads/' }).single('avatar'), save);                 // found
/// app.post('/avatar', multer({ dest: 'uploads/', fileFilter }).single('avatar'), save);     // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct RequireMimeTypeValidation;

impl StatelessRule for RequireMimeTypeValidation {
    const META: Meta = Meta {
        id: "browser-security/require-mime-type-validation",
        cwe: 434,
        owasp: "A04:2021 Insecure Design",
        cvss: 8.8,
        on: &[AstType::CallExpression],
        filters: Filters { calls: &["array", "fields", "single", "upload"], ..Filters::NONE },
        messages: &["violationDetected"],
    };

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_>) {
        if takes_any_file(call) || uploads_anything(call) {
            let what = format_args!("{} takes files of any type", snippet(call));
            let fix = "Give multer a fileFilter that lets only the types through that you need, and limits";
            ctx.report(call, "violationDetected", Level::High, what, fix);
        }
    }
}

fn takes_any_file(call: Node<'_>) -> bool {
    let Some(callee) = call.callee() else { return false };
    if !matches!(callee.property_identifier(), Some("array" | "fields" | "single")) {
        return false;
    }
    let Some(upload) = callee.object().filter(|object| object.is(Kind::CallExpression)) else { return false };
    let checks = |property: Node<'_>| matches!(property.key_identifier(), Some("fileFilter" | "limits"));
    match upload.argument_at(0) {
        Some(options) => options.is(Kind::ObjectExpression) && !options.properties().iter().any(checks),
        None => true,
    }
}

fn uploads_anything(call: Node<'_>) -> bool {
    call.callee_name() == Some("upload") && call.argument_at(0).is_none_or(|argument| argument.is(Kind::Identifier))
}
