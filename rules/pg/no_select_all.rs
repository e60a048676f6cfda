use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    engine::{Context, Filters, Level, Meta, Pattern, StatelessRule, snippet},
    estree::{AstType, Node, is_white_space},
};

/// Finds `SELECT *` in a query.
///
/// ## Why
///
/// A query that names no columns returns whatever the table holds: password hashes and tokens that
/// nobody asked for, and tomorrow's columns too. What is fetched without need is logged, cached and
/// sent to clients without need.
///
/// ## What is found
///
/// The first argument of any `….query(…)` is looked at where it is a string literal. `COUNT(*)` and
/// `SELECT * FROM UNNEST(…)`, which inserts many rows at once, are left alone.
///
/// ## Example
///
/// ```js
/// await pool.query('SELECT * FROM users WHERE id = $1', [id]);           // found
/// await pool.query('SELECT id, name FROM users WHERE id = $1', [id]);    // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct NoSelectAll;

static COUNT_ALL: Pattern = Pattern::new(r"COUNT\s*\(\s*\*\s*\)").holding(&["COUNT"]);
static UNNEST: Pattern = Pattern::new(r"\bSELECT\s+\*\s+FROM\s+UNNEST\s*\(").holding(&["UNNEST"]);

impl StatelessRule for NoSelectAll {
    const META: Meta = Meta {
        id: "pg/no-select-all",
        cwe: 1049,
        owasp: "A04:2021 Insecure Design",
        cvss: 5.3,
        on: &[AstType::CallExpression],
        filters: Filters { calls: &["query"], ..Filters::NONE },
        messages: &["noSelectAll"],
    };

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_>) {
        if call.callee_method() == Some("query")
            && let Some(query) = call.argument_at(0)
            && let Some(sql) = query.string()
            && selects_all(sql)
        {
            let what = format_args!("{} fetches every column, also those that nobody needs", snippet(query));
            ctx.report(query, "noSelectAll", Level::Medium, what, "Name the columns that are used in place of the *");
        }
    }
}

fn selects_all(sql: &str) -> bool {
    if !sql.contains('*') {
        return false;
    }
    let sql = sql.to_uppercase();
    let sql = if COUNT_ALL.may_match(&sql) { COUNT_ALL.regex().replace_all(&sql, "COUNT_ALL") } else { sql.into() };
    // Read by hand, since most texts with a query would compile regular expressions for it.
    let begins_with_star = |text: &str| text.trim_start_matches(is_white_space).starts_with('*');
    let selects_star = behind_select(&sql).any(|rest| rest.starts_with(is_white_space) && begins_with_star(rest));
    let lists_star =
        || sql.split(',').skip(1).any(begins_with_star) && behind_select(&sql).any(|rest| !rest.starts_with(is_word));
    (selects_star || lists_star()) && !UNNEST.is_match(&sql)
}

/// Returns what stands after each `SELECT` that begins a word.
fn behind_select(sql: &str) -> impl Iterator<Item = &str> {
    sql.match_indices("SELECT")
        .filter(|&(at, _)| !sql[..at].ends_with(is_word))
        .map(|(at, word)| &sql[at + word.len()..])
}

fn is_word(character: char) -> bool {
    character.is_ascii_alphanumeric() || character == '_'
}
