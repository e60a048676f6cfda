use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{QueryText, query_argument};
use crate::{
    engine::{Context, Filters, Level, Meta, OptionPattern, Pattern, Rule, option_regexes, snippet},
    estree::{AstType, Node},
};

/// Finds `COPY … FROM` a file on the database server.
///
/// ## Why
///
/// The server opens the file with its own rights: a path that somebody else supplies reads whatever the
/// server can read into a table, and `FROM PROGRAM` runs commands. `COPY … FROM STDIN` sends the rows
/// from the client and needs no file.
///
/// ## What is found
///
/// The first argument of any `….query(…)` is looked at: a string, a template, a concatenation.
///
/// ## Example
///
/// ```js
/// await client.query(`COPY users FROM '${file}'`);               // found: a path from outside
/// await client.query("COPY users FROM '/var/import/a.csv'");     // found: a file on the server
/// client.query(copyFrom('COPY users FROM STDIN'));               // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoUnsafeCopyFrom {
    allow_hardcoded_paths: bool,
    allowed_paths: Vec<OptionPattern>,
}

#[derive(Default, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    /// Leaves paths alone that are written into the code.
    allow_hardcoded_paths: bool,
    /// JavaScript regular expressions without look-around, for paths to leave alone.
    allowed_paths: Vec<String>,
}

static COPY_FROM: Pattern = Pattern::ignoring_case(r"\bCOPY\b.*\bFROM\b").holding(&["copy"]);
static FROM_STDIN: Pattern = Pattern::ignoring_case(r"\bFROM\s+STDIN\b").holding(&["stdin"]);
static PATH: Pattern = Pattern::ignoring_case(r#"FROM\s+['"]([^'"]+)['"]"#);

impl Rule for NoUnsafeCopyFrom {
    const META: Meta = Meta {
        id: "pg/no-unsafe-copy-from",
        cwe: 73,
        owasp: "A03:2021 Injection",
        cvss: 8.8,
        on: &[AstType::CallExpression],
        filters: Filters { calls: &["query"], ..Filters::NONE },
        messages: &["dynamicPath", "hardcodedPath"],
    };

    type Options = Options;
    type State = ();

    fn new(options: Options) -> Result<Self, String> {
        let allowed_paths = option_regexes("allowedPaths", &options.allowed_paths, false)?;
        Ok(Self { allow_hardcoded_paths: options.allow_hardcoded_paths, allowed_paths })
    }

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_, ()>) {
        let Some(query) = query_argument(call) else { return };
        let Some(text) = QueryText::of(query) else { return };
        if !COPY_FROM.is_match(&text.fixed) || FROM_STDIN.is_match(&text.fixed) {
            return;
        }
        if text.dynamic {
            let what = format_args!("{} has the database server open a file that a value names", snippet(query));
            let fix = "Send the rows from the client with COPY … FROM STDIN (pg-copy-streams)";
            ctx.report(query, "dynamicPath", Level::Critical, what, fix);
        } else if !self.allow_hardcoded_paths && !self.is_allowed(&text.fixed, query) {
            let what = format_args!("{} has the database server open a file of its own", snippet(query));
            let fix = "Send the rows from the client with COPY … FROM STDIN (pg-copy-streams)";
            ctx.report(query, "hardcodedPath", Level::Medium, what, fix);
        }
    }
}

impl NoUnsafeCopyFrom {
    /// Returns whether a statement copies from a path that the options allow.
    fn is_allowed(&self, sql: &str, query: Node<'_>) -> bool {
        !self.allowed_paths.is_empty()
            && PATH
                .regex()
                .captures(sql)
                .is_some_and(|found| self.allowed_paths.iter().any(|allowed| allowed.is_match(&found[1], query.tree())))
    }
}
