use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, snippet},
    estree::{AstType, Kind, Node},
};

/// Finds data that goes to a folder for temporary files.
///
/// ## Why
///
/// Everyone on the machine can list `/tmp`, and often read what is in it. A file there survives the
/// process, and a name that is known in advance can be taken by somebody else's link.
///
/// ## What is found
///
/// The first argument of `fs.writeFile` and `fs.writeFileSync` is looked at, and each string that is the
/// value of a variable or an assignment: it is found when it holds `/tmp`, `/var/tmp`, `temp/` or `/temp`.
///
/// ## Example
///
/// ```js
/// fs.writeFileSync('/tmp/report.csv', rows);                       // found
/// fs.writeFileSync(path.join(privateFolder, 'report.csv'), rows);  // fine
/// ```
#[derive(Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct NoDataInTempStorage {
    /// The paths to look for.
    temp_paths: Vec<String>,
    /// Parts of the names of files that are left alone.
    ignore_files: Vec<String>,
}

impl Default for NoDataInTempStorage {
    fn default() -> Self {
        Self { temp_paths: ["/temp", "/tmp", "/var/tmp", "temp/"].map(String::from).into(), ignore_files: Vec::new() }
    }
}

impl StatelessRule for NoDataInTempStorage {
    const META: Meta = Meta {
        id: "node-security/no-data-in-temp-storage",
        cwe: 312,
        owasp: "A04:2021 Insecure Design",
        cvss: 5.5,
        on: &[AstType::StringLiteral],
        filters: Filters { string_bytes: b"/", ..Filters::NONE },
        messages: &["violationDetected"],
    };

    fn check<'a>(&self, literal: Node<'a>, ctx: &mut Context<'a, '_>) {
        if let Some(value) = literal.string()
            && let Some(parent) = literal.parent().filter(|parent| is_stored_at(literal, *parent))
            && self.temp_paths.iter().any(|path| value.contains(path.as_str()))
            && !self.ignore_files.iter().any(|part| ctx.path().contains(part.as_str()))
        {
            let what = format_args!("{} is in a folder that everyone on the machine can read", snippet(literal));
            let fix =
                "Write to a folder of the application's own, or to one made by fs.mkdtemp, and delete it after use";
            let finding = ctx.report(literal, "violationDetected", Level::High, what, fix);
            if parent.is(Kind::CallExpression) {
                finding.found_at(parent);
            }
        }
    }
}

/// Returns whether a literal is the file that its parent writes, or the value that it gives a variable.
fn is_stored_at<'a>(literal: Node<'a>, parent: Node<'a>) -> bool {
    match parent.kind() {
        Kind::VariableDeclarator | Kind::AssignmentExpression => true,
        Kind::CallExpression => {
            matches!(parent.callee_method_of("fs"), Some("writeFile" | "writeFileSync"))
                && parent.argument_at(0) == Some(literal)
        }
        _ => false,
    }
}
