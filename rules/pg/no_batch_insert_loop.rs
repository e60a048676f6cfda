use documented::Documented;

use crate::{
    engine::{Context, Filters, Level, Meta, Needles, Rule, snippet},
    estree::{Around, AstType, Kind, Node, to_upper_case},
};

/// Finds rows that are written one query at a time, in a loop.
///
/// ## Why
///
/// Each query is a round trip: a thousand rows take a thousand of them, hold a connection all the while,
/// and a list that a client may make as long as it likes becomes a way to exhaust the pool.
///
/// ## What is found
///
/// A call `….query(…)` is looked at that stands in a loop or in a function passed to `map`, `forEach`,
/// `reduce` or `filter`. Where the query is a string, it has to hold `INSERT` or `UPDATE`.
///
/// ## Example
///
/// ```js
/// for (const tag of tags) await pool.query('INSERT INTO tags (name) VALUES ($1)', [tag]);       // found
/// await pool.query('INSERT INTO tags (name) SELECT name FROM UNNEST($1::text[]) name', [tags]); // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoBatchInsertLoop;

impl Rule for NoBatchInsertLoop {
    const META: Meta = Meta {
        id: "pg/no-batch-insert-loop",
        cwe: 1049,
        owasp: "A04:2021 Insecure Design",
        cvss: 5.3,
        on: &[AstType::CallExpression],
        filters: Filters { calls: &["query"], ..Filters::NONE },
        messages: &["noBatchInsertLoop"],
    };

    type Options = ();
    /// The memo of whether an ancestor of a node is executed repeatedly.
    type State = Around<bool>;

    fn new((): ()) -> Result<Self, String> {
        Ok(Self)
    }

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_, Around<bool>>) {
        if call.callee_method() == Some("query")
            && call.argument_at(0).and_then(Node::string).is_none_or(writes)
            && ctx.state.nearest(call, is_repeated) == Some(true)
        {
            let what = format_args!("{} runs once for each turn of a loop", snippet(call));
            let fix = "Write all rows with one query, such as INSERT … SELECT … FROM UNNEST($1::text[])";
            ctx.report(call, "noBatchInsertLoop", Level::High, what, fix);
        }
    }
}

static WRITING: Needles = Needles::ignoring_case(&["insert", "update"]);

fn writes(sql: &str) -> bool {
    // Letters beyond ASCII may have ASCII ones for capitals.
    if sql.is_ascii() { WRITING.is_in(sql) } else { WRITING.is_in(&to_upper_case(sql)) }
}

/// Returns whether the contents of a node run once for each turn of a loop, as far as the node shows. A function that
/// is an argument of some other call is looked through: the call may well be in a loop.
fn is_repeated(node: Node<'_>) -> Option<bool> {
    if node.is_loop() {
        return Some(true);
    }
    if !node.is_any(&[Kind::ArrowFunctionExpression, Kind::FunctionExpression]) {
        return None;
    }
    match node.parent().filter(|parent| parent.is(Kind::CallExpression)) {
        Some(call) => matches!(call.callee_method(), Some("filter" | "forEach" | "map" | "reduce")).then_some(true),
        None => Some(false),
    }
}
