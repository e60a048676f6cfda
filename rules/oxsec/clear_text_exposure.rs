use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{names_secret, report_facts};
use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, snippet},
    estree::{AstType, Kind, Node},
    flow::{Fact, FactFound, Flow, TermKind},
};

/// Finds secrets in logs, command lines and answers.
///
/// Logs are copied, kept and read by many. Every user of a machine sees the command lines of its processes. An error of axios
/// holds the request that failed, its Authorization header included. A key that is returned beside what it encrypts keeps
/// nothing secret.
///
/// ```js
/// console.log('login', user.name, user.password);    // found
/// exec(`PGPASSWORD=${password} pg_dump shop`);        // found
/// console.log('login', user.name);                   // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub struct ClearTextExposure;

pub const FACT: Fact = Fact { rule: "clear-text-exposure", on: &[AstType::CallExpression], check };

fn check<'a>(flow: &mut Flow<'a>, call: Node<'a>) -> Option<FactFound> {
    let path = flow.callee(call)?;
    match &*path {
        "console.log" | "console.info" | "console.warn" | "console.error" | "console.debug" | "console.dir"
        | "console.trace" => logged(call),
        "child_process.exec" | "child_process.execSync" | "child_process.spawn" => in_command(flow, call),
        "crypto.createCipheriv" => key_returned(flow, call),
        _ => None,
    }
}

/// A secret, or an error that holds one, given to a log.
fn logged(call: Node<'_>) -> Option<FactFound> {
    /// How many nodes of an argument are looked through.
    const MAX_NODES: usize = 200;
    for argument in call.arguments().iter() {
        if let Some(error) = error_with_credentials(argument) {
            return Some(
                FactFound::at(call, "errorLogged", 532)
                    .what(format!(
                        "{} logs {}, which holds the request with its credentials",
                        snippet(call),
                        snippet(error)
                    ))
                    .fix("Log error.message and error.response?.status")
                    .step(error, "the error of a request with an Authorization header")
                    .attack("Whoever reads the log uses the credentials"),
            );
        }
        let mut nodes = std::iter::once(argument).chain(argument.descendants()).take(MAX_NODES);
        let secret = nodes.find(|node| {
            let name = node.property_identifier().or_else(|| node.identifier());
            name.is_some_and(names_secret) && is_shown(*node, argument)
        });
        if let Some(secret) = secret {
            return Some(
                FactFound::at(call, "secretLogged", 532)
                    .what(format!("{} logs {}", snippet(call), snippet(secret)))
                    .fix("Leave the secret out of the log")
                    .step(secret, "the secret")
                    .attack("Whoever reads the log has the secret"),
            );
        }
    }
    None
}

/// Whether a value is shown as it is: nothing on the way out to the argument is a call, a test or a `typeof`.
fn is_shown<'a>(value: Node<'a>, argument: Node<'a>) -> bool {
    // The name of a member or property is no value.
    let is_name = value.parent().is_some_and(|parent| {
        parent.is(Kind::MemberExpression)
            && !parent.computed()
            && parent.property().is_some_and(|it| it.id() == value.id())
            || parent.is(Kind::Property) && parent.key().is_some_and(|it| it.id() == value.id()) && !parent.shorthand()
            || parent.is(Kind::MemberExpression) && parent.object().is_some_and(|it| it.id() == value.id())
    });
    let mut between = value.ancestors().take_while(|node| node.is_within(argument));
    let shown = [
        Kind::BinaryExpression,
        Kind::LogicalExpression,
        Kind::MemberExpression,
        Kind::ObjectExpression,
        Kind::Property,
        Kind::TemplateLiteral,
    ];
    !is_name
        && (value.id() == argument.id()
            || between
                .all(|node| node.is_any(&shown) && !(node.is(Kind::BinaryExpression) && node.operator() != Some("+"))))
}

/// How many nodes of a block are looked through.
const MAX_NODES: usize = 2_000;

/// Whether a text names a header that credentials travel in.
fn names_credentials(source: &str) -> bool {
    /// How much of a text is looked through, in bytes.
    const MAX_BYTES: usize = 64 << 10;
    let source = &source.as_bytes()[..source.len().min(MAX_BYTES)];
    let names = ["Authorization", "authorization", "X-API-Key", "X-Api-Key", "x-api-key"];
    names.iter().any(|name| memchr::memmem::find(source, name.as_bytes()).is_some())
}

/// A whole error of axios, caught around a request with an Authorization header.
fn error_with_credentials(argument: Node<'_>) -> Option<Node<'_>> {
    let name = argument.identifier()?;
    let clause = argument.ancestors().find(|node| node.is(Kind::CatchClause))?;
    if !clause.param().is_some_and(|param| param.is_identifier(name)) {
        return None;
    }
    let tried = clause.parent()?.block()?;
    let asks = tried.descendants().take(MAX_NODES).any(|node| {
        let callee = node.callee();
        callee.is_some_and(|callee| callee.text().starts_with("axios"))
    });
    (asks && names_credentials(argument.tree().source())).then_some(argument)
}

/// A password in a command line, which every user of the machine sees.
fn in_command<'a>(flow: &mut Flow<'a>, call: Node<'a>) -> Option<FactFound> {
    let argument = call.argument_at(0)?;
    let command = flow.value(argument);
    let TermKind::Concat(parts) = &*flow.kind(command) else { return None };
    let mut before = String::new();
    for &part in parts {
        match &*flow.kind(part) {
            TermKind::Const(crate::flow::Const::String(text)) => before = text.to_string(),
            _ => {
                let tail = before.trim_end_matches(['"', '\'']);
                if tail.ends_with("PGPASSWORD=") || tail.ends_with("--password=") || tail.ends_with("MYSQL_PWD=") {
                    return Some(
                        FactFound::at(call, "secretInCommand", 214)
                            .what(format!("{} puts a password into a command line", snippet(call)))
                            .fix("Pass it in the environment of the child process: { env: { ...process.env, PGPASSWORD } }")
                            .step(argument, "the command line")
                            .attack("Every user of the machine reads it in the list of processes"),
                    );
                }
                before.clear();
            }
        }
    }
    None
}

/// A fresh key that is returned beside what it encrypts.
fn key_returned<'a>(flow: &mut Flow<'a>, call: Node<'a>) -> Option<FactFound> {
    let key = call.argument_at(1)?;
    let value = flow.value(key);
    if !matches!(&*flow.kind(value), TermKind::Api(path) if &**path == "crypto.randomBytes()") {
        return None;
    }
    let name = key.identifier()?;
    let function = flow.function_of(call);
    let function = flow.node(function);
    let returned = function.descendants().filter(|node| node.is(Kind::ReturnStatement)).find_map(|statement| {
        let object = statement.argument().filter(|value| value.is(Kind::ObjectExpression))?;
        object.properties().iter().filter_map(Node::value).find(|value| {
            value.is_identifier(name)
                || value.is(Kind::CallExpression)
                    && value.callee_method() == Some("toString")
                    && value.callee().and_then(Node::object).is_some_and(|object| object.is_identifier(name))
        })
    })?;
    Some(
        FactFound::at(returned, "keyReturned", 200)
            .what(format!("{} is returned beside what it encrypts", snippet(returned)))
            .fix("Keep the key apart: take it from a key store and return the ciphertext alone")
            .step(key, "the key that encrypts")
            .step(returned, "is handed out with the ciphertext")
            .attack("Whoever has the result has the key"),
    )
}

impl StatelessRule for ClearTextExposure {
    const META: Meta = Meta {
        id: "oxsec/clear-text-exposure",
        cwe: 532,
        owasp: "A09:2021 Security Logging and Monitoring Failures",
        cvss: 6.5,
        on: &[AstType::Program],
        filters: Filters::NONE,
        messages: &["secretLogged", "errorLogged", "secretInCommand", "keyReturned"],
    };

    fn check<'a>(&self, _: Node<'a>, ctx: &mut Context<'a, '_>) {
        report_facts(ctx, &FACT, Level::High);
    }
}
