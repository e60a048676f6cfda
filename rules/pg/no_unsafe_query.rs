use std::collections::HashMap;

use documented::Documented;

use super::helpers::{is_interpolation, query_argument};
use crate::{
    engine::{Context, Filters, Level, Meta, Rule, snippet},
    estree::{AstType, Kind, Node},
};

/// Finds queries that are put together from text and values.
///
/// ## Why
///
/// A value that is pasted into SQL is read as SQL: whoever supplies it can end the statement and write
/// the next one. With placeholders the server never confuses the two.
///
/// ## What is found
///
/// The first argument of any `….query(…)` is looked at: a concatenation with `+`, a template with
/// insertions, and a variable that somewhere above got one of them, by declaration or by `+=`.
///
/// ## Example
///
/// ```js
/// await pool.query('SELECT id FROM users WHERE email = \'' + email + '\'');    // found
/// const sql = `SELECT id FROM users WHERE email = '${email}'`;
/// await pool.query(sql);                                                       // found
/// await pool.query('SELECT id FROM users WHERE email = $1', [email]);          // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoUnsafeQuery;

/// The way in which a text was put together.
#[derive(Clone, Copy)]
pub(super) enum Assembly {
    Concatenation,
    Interpolation,
}

impl Assembly {
    fn of(node: Node<'_>) -> Option<Self> {
        if node.is_concatenation() {
            Some(Self::Concatenation)
        } else if is_interpolation(node) {
            Some(Self::Interpolation)
        } else {
            None
        }
    }
}

/// The way in which each variable got its text, by its name alone: scopes are not told apart.
pub(super) type Assembled = HashMap<String, Assembly>;

impl Rule for NoUnsafeQuery {
    const META: Meta = Meta {
        id: "pg/no-unsafe-query",
        cwe: 89,
        owasp: "A03:2021 Injection",
        cvss: 9.8,
        on: &[AstType::AssignmentExpression, AstType::CallExpression, AstType::VariableDeclarator],
        filters: Filters {
            calls: &["query"],
            inits: &[AstType::BinaryExpression, AstType::TemplateLiteral],
            required_words: &[&["query"]],
            ..Filters::NONE
        },
        messages: &["noUnsafeQuery", "unsafeTemplateLiteral"],
    };

    type Options = ();
    type State = Assembled;

    fn new((): ()) -> Result<Self, String> {
        Ok(Self)
    }

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, Assembled>) {
        match node.kind() {
            Kind::VariableDeclarator => remember(node.declared(), node.init(), ctx.state),
            Kind::AssignmentExpression if node.operator() == Some("+=") => {
                remember(node.left(), node.right(), ctx.state);
            }
            _ => check_call(node, ctx),
        }
    }
}

fn remember<'a>(target: Option<Node<'a>>, value: Option<Node<'a>>, assembled: &mut Assembled) {
    if let Some(assembly) = value.and_then(Assembly::of)
        && let Some(name) = target.and_then(Node::identifier)
    {
        assembled.insert(name.to_string(), assembly);
    }
}

fn check_call<'a>(call: Node<'a>, ctx: &mut Context<'a, '_, Assembled>) {
    let Some(query) = query_argument(call) else { return };
    let assembly = Assembly::of(query).or_else(|| query.identifier().and_then(|name| ctx.state.get(name)).copied());
    let Some(assembly) = assembly else { return };
    let (message_id, how) = match assembly {
        Assembly::Concatenation => ("noUnsafeQuery", "joins values to its SQL with +"),
        Assembly::Interpolation => ("unsafeTemplateLiteral", "inserts values into its SQL with ${…}"),
    };
    let what = format_args!("The query {} {how}", snippet(query));
    let fix = "Write $1, $2 … in place of the values and pass them as an array, query(text, values)";
    ctx.report(query, message_id, Level::Critical, what, fix);
}
