use std::borrow::Cow;

use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::query_argument;
use crate::{
    engine::{Context, Filters, Level, Meta, Pattern, StatelessRule, snippet},
    estree::{AstType, Kind, Node},
};

/// Finds queries that get fewer values than they have placeholders.
///
/// ## Why
///
/// The server refuses such a query when it runs, which is in front of a user and not in a review.
///
/// ## What is found
///
/// A call `….query(text, values)` is looked at where the text is a string and the values are an array
/// written in place. Placeholders in quotes and comments do not count; more values than placeholders
/// are left alone.
///
/// ## Example
///
/// ```js
/// await pool.query('SELECT id FROM users WHERE org = $1 AND role = $2', [org]);          // found
/// await pool.query('SELECT id FROM users WHERE org = $1 AND role = $2', [org, role]);    // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct CheckQueryParams;

/// The parts without placeholders, in the order in which they are cut out.
static NO_SQL: [Pattern; 4] = [
    Pattern::new(r"'(?:[^']|'')*'").holding(&["'"]),
    Pattern::new(r#""(?:[^"]|"")*""#).holding(&["\""]),
    Pattern::new(r"--.*").holding(&["--"]),
    Pattern::new(r"\/\*[\s\S]*?\*\/").holding(&["/*"]),
];

impl StatelessRule for CheckQueryParams {
    const META: Meta = Meta {
        id: "pg/check-query-params",
        cwe: 20,
        owasp: "A04:2021 Insecure Design",
        cvss: 5.3,
        on: &[AstType::CallExpression],
        filters: Filters { calls: &["query"], ..Filters::NONE },
        messages: &["parameterCountMismatch"],
    };

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_>) {
        let Some(sql) = query_argument(call).and_then(Node::string) else { return };
        let Some(values) = call.argument_at(1).filter(|values| values.is(Kind::ArrayExpression)) else { return };
        let (given, needed) = (values.elements().len(), highest_placeholder(sql));
        if (given as f64) < needed {
            let what = format_args!("The query needs values up to ${needed}, and {} holds {given}", snippet(values));
            let fix = format_args!("Pass one value for each placeholder, $1 to ${needed}, in their order");
            ctx.report(values, "parameterCountMismatch", Level::High, what, fix);
        }
    }
}

/// The highest number of a placeholder `$1`, `$2` …, or 0. A number, like JavaScript's: it may have any
/// number of digits.
fn highest_placeholder(sql: &str) -> f64 {
    if !sql.contains('$') {
        return 0.0;
    }
    let mut sql = Cow::Borrowed(sql);
    for part in &NO_SQL {
        if part.may_match(&sql) {
            sql = Cow::Owned(part.regex().replace_all(&sql, "").into_owned());
        }
    }
    let number = |rest: &str| {
        let digits = rest.len() - rest.trim_start_matches(|character: char| character.is_ascii_digit()).len();
        rest[..digits].parse().ok()
    };
    sql.split('$').skip(1).filter_map(number).fold(0.0, f64::max)
}
