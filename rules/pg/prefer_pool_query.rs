use documented::Documented;
use rustc_hash::FxHashMap;

use super::helpers::member_of;
use crate::{
    engine::{Context, Filters, Level, Meta, Rule, snippet},
    estree::{AstType, Kind, Node, Variable, VariableId, is_white_space, to_upper_case},
};

/// Finds clients that are taken from a pool for a single query.
///
/// ## Why
///
/// `pool.query(…)` takes a client, runs the query and gives the client back, whatever happens. Doing the
/// same by hand adds the chance to forget the release, and holds the connection for longer.
///
/// ## What is found
///
/// A variable is looked at that is declared with `await ….connect()`, and that is used for nothing but
/// one `.query` and one `.release`. Where the query is `BEGIN`, `COMMIT` or `ROLLBACK` it is left alone.
///
/// ## Example
///
/// ```js
/// const client = await pool.connect();                  // found
/// const { rows } = await client.query(sql, values);
/// client.release();
///
/// const { rows } = await pool.query(sql, values);       // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct PreferPoolQuery;

impl Rule for PreferPoolQuery {
    const META: Meta = Meta {
        id: "pg/prefer-pool-query",
        cwe: 400,
        owasp: "A04:2021 Insecure Design",
        cvss: 4.3,
        on: &[AstType::VariableDeclarator],
        filters: Filters {
            inits: &[AstType::AwaitExpression],
            required_words: &[&["connect"], &["query"], &["release"]],
            ..Filters::NONE
        },
        messages: &["preferPoolQuery"],
    };

    type Options = ();
    /// The variables that are declared more than once: `true` for those that serve a single query.
    type State = FxHashMap<VariableId, bool>;

    fn new((): ()) -> Result<Self, String> {
        Ok(Self)
    }

    fn check<'a>(&self, declarator: Node<'a>, ctx: &mut Context<'a, '_, Self::State>) {
        let Some(connect) = declarator.init().and_then(awaited_connect) else { return };
        let Some(&variable) = ctx.tree().declared_variables(declarator).first() else { return };
        if *ctx.state.entry(variable.id()).or_insert_with(|| serves_one_query(variable)) {
            let pool = connect.callee().and_then(Node::object).map_or_else(|| "pool".into(), snippet);
            let what = format_args!("{} is taken from the pool for one query alone", variable.name());
            let fix = format_args!("Run the query with {pool}.query(…), which takes and releases a client itself");
            ctx.report(declarator, "preferPoolQuery", Level::Medium, what, fix);
        }
    }
}

/// The call in `await ….connect(…)`.
fn awaited_connect(init: Node<'_>) -> Option<Node<'_>> {
    if !init.is(Kind::AwaitExpression) {
        return None;
    }
    init.argument().filter(|call| call.is(Kind::CallExpression) && call.callee_method() == Some("connect"))
}

fn serves_one_query(client: Variable<'_>) -> bool {
    let (mut queries, mut releases) = (0, 0);
    for reference in client.references().filter(|reference| !reference.is_write()) {
        let Some(member) = member_of(reference) else { return false };
        match member.property_identifier() {
            Some("query") if is_part_of_transaction(member) => return false,
            Some("query") => queries += 1,
            Some("release") => releases += 1,
            _ => return false,
        }
    }
    queries == 1 && releases == 1
}

/// Returns whether `client.query` is called with what begins or ends a transaction.
fn is_part_of_transaction(member: Node<'_>) -> bool {
    let sql =
        member.parent().filter(|call| call.is(Kind::CallExpression)).and_then(|call| call.argument_at(0)?.string());
    sql.is_some_and(|sql| {
        let sql = to_upper_case(sql.trim_start_matches(is_white_space));
        ["BEGIN", "COMMIT", "ROLLBACK"].iter().any(|command| sql.starts_with(command))
    })
}
