use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::{
    helpers::{alternatives, is_for_development, named_within, report_facts},
    names,
};
use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, snippet},
    estree::{AstType, Kind, Literal, Node},
    flow::{Const, Fact, FactFilters, FactFound, Flow, Term, TermKind},
};

/// Finds secrets in logs, command lines and answers.
///
/// Logs are copied, kept and read by many. Every user of a machine sees the command lines of its processes. An error of
/// axios contains the request that failed, with its Authorization header. A key that is returned with the data that it
/// encrypts protects nothing. Only its user reads the console of a page, which is no log.
///
/// ```js
/// console.log('login', user.name, user.password);    // found
/// exec(`PGPASSWORD=${password} pg_dump shop`);        // found
/// console.log('login', user.name);                   // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct ClearTextExposure;

pub(super) const FACT: Fact = Fact {
    rule: "clear-text-exposure",
    on: &[AstType::CallExpression],
    filters: FactFilters { calls: || [LEVELS, GIVEN].concat(), ..FactFilters::NONE },
    check,
};

/// Functions that are examined besides those that log.
const GIVEN: &[&str] = &[
    "child_process.exec",
    "child_process.execFile",
    "child_process.execFileSync",
    "child_process.execSync",
    "child_process.spawn",
    "child_process.spawnSync",
    "crypto.createCipheriv",
    "express.Response.cookie",
    "express.Response.json",
    "express.Response.send",
    "fastify.Reply.send",
    "localStorage.setItem",
];

fn check<'a>(flow: &mut Flow<'a>, call: Node<'a>) -> Option<FactFound> {
    let path = flow.callee(call)?;
    if is_log(call, &path) {
        // Only the user of a browser reads its console.
        let is_own = path.starts_with("console.") && flow.runs_in_page();
        return if is_own { None } else { logged(flow, call) };
    }
    match &*path {
        "child_process.exec" | "child_process.execSync" => in_command(flow, call),
        "child_process.execFile" | "child_process.execFileSync" | "child_process.spawn" | "child_process.spawnSync" => {
            in_command(flow, call).or_else(|| in_arguments(call))
        }
        "crypto.createCipheriv" => key_returned(flow, call),
        "localStorage.setItem"
        | "sessionStorage.setItem"
        | "window.localStorage.setItem"
        | "window.sessionStorage.setItem"
        | "express.Response.cookie" => stored(call),
        "express.Response.json" | "express.Response.send" | "fastify.Reply.send" => answered(flow, call),
        _ => None,
    }
}

/// Methods that write a line into a log.
pub(super) const LEVELS: &[&str] = &[
    "alert", "crit", "debug", "dir", "error", "fatal", "http", "info", "log", "notice", "silly", "trace", "verbose",
    "warn",
];

/// Returns whether a call writes into a log: of the console, of a library's logger, or of an object named as one.
pub(super) fn is_log(call: Node<'_>, path: &str) -> bool {
    let Some(method) = call.callee_method().filter(|method| LEVELS.contains(method)) else { return false };
    if path.starts_with("console.") || path.starts_with("logger.") {
        return true;
    }
    let receiver = call.callee().and_then(Node::object);
    let name = receiver.and_then(|receiver| receiver.identifier().or_else(|| receiver.property_identifier()));
    let is_called_log =
        name.is_some_and(|name| names::words(name).iter().any(|word| matches!(&**word, "log" | "logger")));
    is_called_log && method != "alert" && !path.starts_with("Math.")
}

/// Finds a secret, or an error that holds one, given to a log.
fn logged<'a>(flow: &mut Flow<'a>, call: Node<'a>) -> Option<FactFound> {
    /// The maximum number of nodes of an argument that are searched.
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
            let name = node.property_identifier().or_else(|| node.identifier()).or_else(|| asked_for(*node));
            name.is_some_and(names::is_secret) && is_shown(*node, argument)
        });
        let secret = secret.filter(|&secret| holds_secret(flow, secret)).or_else(|| {
            let is_made_before = argument.is(Kind::Identifier) || argument.is(Kind::TemplateLiteral);
            is_made_before.then(|| secret_within(flow, argument)).flatten()
        });
        let secret = secret.or_else(|| is_environment(flow, argument).then_some(argument));
        if let Some(secret) = secret.filter(|_| !is_for_development(flow, call)) {
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

/// Returns the name of a function that fetches what it names: `getPassword` of `getPassword()`.
fn asked_for(call: Node<'_>) -> Option<&str> {
    const ASKING: &[&str] = &["fetch", "get", "load", "read"];
    let name = call.callee_method().or_else(|| call.callee_name()).filter(|_| call.is(Kind::CallExpression))?;
    names::words(name).first().is_some_and(|word| ASKING.contains(&&**word)).then_some(name)
}

/// Returns whether a value is the whole environment, with its credentials, or its JSON.
fn is_environment<'a>(flow: &mut Flow<'a>, argument: Node<'a>) -> bool {
    let value = flow.value(argument);
    let is_it = |value: Term| matches!(&*flow.kind(value), TermKind::Api(path) if &**path == "process.env");
    let is_written_out = |kind: &TermKind| match kind {
        TermKind::Op(name, parts) if &**name == "JSON.stringify" => parts.first().is_some_and(|&part| is_it(part)),
        _ => false,
    };
    is_it(value) || is_written_out(&flow.kind(value))
}

/// Returns whether a value with the name of a secret may be one.
fn holds_secret<'a>(flow: &mut Flow<'a>, name: Node<'a>) -> bool {
    let value = flow.value(name);
    may_be_secret(flow, value)
}

/// Returns whether a value may be a secret: not if it is a constant, a test, or a hash or mask of a secret.
fn may_be_secret(flow: &Flow<'_>, value: Term) -> bool {
    const TELLING: &[&str] = &["!", "!==", "===", ".includes", ".repeat", ".test", "number", "typeof"];
    !alternatives(flow, value).into_iter().all(|value| match &*flow.kind(value) {
        TermKind::Const(_) | TermKind::Function(..) | TermKind::Class(_) => true,
        TermKind::Op(name, _) => TELLING.contains(&&**name),
        TermKind::Call { callee, .. } => match &*flow.kind(*callee) {
            TermKind::Property(_, method) => hides(method),
            TermKind::Api(path) => hides(path),
            &TermKind::Function(function, _) => flow.node(function).declared().and_then(Node::name).is_some_and(hides),
            _ => false,
        },
        TermKind::Api(path) => path.ends_with("()") && hides(path),
        _ => false,
    })
}

/// Returns whether a function of this name returns a value that does not show its argument.
fn hides(name: &str) -> bool {
    const HIDING: &[&str] = &[
        "crypt",
        "digest",
        "encrypt",
        "hash",
        "hide",
        "hmac",
        "mask",
        "obfuscate",
        "redact",
        "sanitize",
        "scrypt",
        "seal",
    ];
    names::words(name).iter().any(|word| HIDING.contains(&&**word))
}

/// Returns the place of a secret in a text or object that was built before.
fn secret_within<'a>(flow: &mut Flow<'a>, value: Node<'a>) -> Option<Node<'a>> {
    /// The maximum number of terms that are searched.
    const MAX_TERMS: usize = 64;
    let mut pending = vec![flow.value(value)];
    let mut seen = 0;
    while let Some(next) = pending.pop().filter(|_| seen < MAX_TERMS) {
        seen += 1;
        match &*flow.kind(next) {
            TermKind::Source(id) if names::is_secret(last_name(&flow.source(*id).name)) => {
                return Some(flow.node(flow.place(next)));
            }
            TermKind::Api(path) if path.strip_prefix("process.env.").is_some_and(names::is_secret) => {
                return Some(flow.node(flow.place(next)));
            }
            TermKind::Concat(parts) | TermKind::Union(parts) => pending.extend(parts),
            TermKind::Op(name, parts) if matches!(&**name, "+" | ".join" | "JSON.stringify" | "String") => {
                pending.extend(parts);
            }
            TermKind::Guarded(inner, _) => pending.push(*inner),
            TermKind::Array { items, .. } => pending.extend(items),
            TermKind::Object { properties, spreads, .. } => {
                let named =
                    properties.iter().find(|(name, value)| names::is_secret(name) && may_be_secret(flow, *value));
                if let Some(&(_, secret)) = named {
                    let place = flow.node(flow.place(secret));
                    return Some(if place.is(Kind::Program) { value } else { place });
                }
                pending.extend(spreads);
                pending.extend(properties.iter().map(|&(_, value)| value));
            }
            _ => {
                let place = flow.node(flow.place(next));
                let name = place.property_identifier().or_else(|| place.identifier());
                if name.is_some_and(names::is_secret) && may_be_secret(flow, next) {
                    return Some(place);
                }
            }
        }
    }
    None
}

/// Returns the last name of a path of accesses.
fn last_name(path: &str) -> &str {
    path.rsplit('.').next().unwrap_or(path)
}

/// Finds a password among the arguments of a program: `['--password', password]`.
fn in_arguments(call: Node<'_>) -> Option<FactFound> {
    let list = call.argument_at(1).filter(|list| list.is(Kind::ArrayExpression))?;
    let password = list.elements().iter().find_map(|item| {
        let is_text =
            item.is_any(&[Kind::BinaryExpression, Kind::Identifier, Kind::MemberExpression, Kind::TemplateLiteral]);
        is_text.then(|| named_within(item, names::is_password))?
    })?;
    Some(
        FactFound::at(call, "secretInCommand", 214)
            .what(format!("{} puts {} into a command line", snippet(call), snippet(password)))
            .fix("Pass it in the environment of the child process, in a file that only its user reads, or by its input")
            .step(password, "the password")
            .attack("Every user of the machine reads it in the list of processes"),
    )
}

/// Finds a password that a page keeps in the browser, where others read it.
fn stored(call: Node<'_>) -> Option<FactFound> {
    let value = call.argument_at(1)?;
    let secret = named_within(value, names::is_password)?;
    let mut around = secret.ancestors().take_while(|node| node.is_within(value));
    if around.any(|node| node.callee_method().or_else(|| node.callee_name()).is_some_and(hides)) {
        return None;
    }
    Some(
        FactFound::at(call, "secretStored", 312)
            .what(format!("{} keeps {} where whoever uses the browser reads it", snippet(call), snippet(secret)))
            .fix("Keep no password; keep a session in a cookie with httpOnly")
            .step(secret, "the password")
            .attack("A script that gets into the page, or whoever uses the machine next, reads it"),
    )
}

/// Finds a password in an answer: `res.json({ password: user.password })`.
fn answered<'a>(flow: &mut Flow<'a>, call: Node<'a>) -> Option<FactFound> {
    let object = call.argument_at(0).filter(|object| object.is(Kind::ObjectExpression))?;
    let secret = object.properties().iter().find_map(|property| {
        let value = property.value()?;
        let name = value.property_identifier().or_else(|| value.identifier())?;
        names::is_password(name).then_some(value)
    })?;
    if !holds_secret(flow, secret) {
        return None;
    }
    Some(
        FactFound::at(call, "secretAnswered", 200)
            .what(format!("{} answers with {}", snippet(call), snippet(secret)))
            .fix("Leave it out of the answer")
            .step(secret, "the password")
            .attack("It stays in caches, histories and logs on the way"),
    )
}

/// Returns whether an argument shows a value as it is: no call, test or `typeof` is between them.
fn is_shown<'a>(value: Node<'a>, argument: Node<'a>) -> bool {
    // The name of a member or property is not a value. Neither is the object of a member, unless a method returns its
    // text.
    let is_name = value.parent().is_some_and(|parent| {
        parent.is(Kind::MemberExpression) && !parent.computed() && parent.property() == Some(value)
            || parent.is(Kind::Property) && parent.key() == Some(value) && !parent.shorthand()
            || parent.is(Kind::MemberExpression) && parent.object() == Some(value) && !is_text_of(parent)
    });
    let shown = [
        Kind::BinaryExpression,
        Kind::LogicalExpression,
        Kind::MemberExpression,
        Kind::ObjectExpression,
        Kind::Property,
        Kind::TemplateLiteral,
    ];
    let mut between = value.ancestors().take_while(|node| node.is_within(argument));
    !is_name
        && (value.id() == argument.id()
            || between.all(|node| {
                node.is_any(&shown) && !(node.is(Kind::BinaryExpression) && node.operator() != Some("+"))
                    || node.callee().is_some_and(is_text_of)
            }))
}

/// Returns whether a member is a method that returns the text of its receiver.
fn is_text_of(member: Node<'_>) -> bool {
    let Some(call) = member.parent().filter(|call| call.callee() == Some(member)) else { return false };
    match member.property_identifier() {
        Some("toString" | "trim" | "valueOf") => true,
        // Replacing a fixed text hides nothing else.
        Some("replace" | "replaceAll") => match call.argument_at(0).and_then(Node::literal) {
            Some(Literal::String(_)) => true,
            Some(Literal::RegExp { pattern, .. }) => is_certain_text(pattern),
            _ => false,
        },
        _ => false,
    }
}

/// Returns whether a pattern matches one text only: letters, digits, and escaped characters that are neither.
fn is_certain_text(pattern: &str) -> bool {
    let mut characters = pattern.chars();
    while let Some(character) = characters.next() {
        let is_certain = match character {
            '\\' => characters.next().is_some_and(|escaped| !escaped.is_alphanumeric()),
            character => character.is_alphanumeric(),
        };
        if !is_certain {
            return false;
        }
    }
    true
}

/// The maximum number of nodes of a block that are searched.
const MAX_NODES: usize = 2_000;

/// Returns whether a text contains the name of a header that carries credentials.
fn names_credentials(source: &str) -> bool {
    /// The length of the part of a text that is searched, in bytes.
    const MAX_BYTES: usize = 64 << 10;
    let source = &source.as_bytes()[..source.len().min(MAX_BYTES)];
    let names = ["Authorization", "authorization", "X-API-Key", "X-Api-Key", "x-api-key"];
    names.iter().any(|name| memchr::memmem::find(source, name.as_bytes()).is_some())
}

/// Finds an error of axios, or the request in it, that is caught around a request with an Authorization header.
fn error_with_credentials(argument: Node<'_>) -> Option<Node<'_>> {
    let error = match argument.property_identifier() {
        Some("config" | "request" | "toJSON") => argument.object()?,
        _ => argument,
    };
    let name = error.identifier()?;
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

/// Finds a password in a command line, which every user of the machine sees.
fn in_command<'a>(flow: &mut Flow<'a>, call: Node<'a>) -> Option<FactFound> {
    const BEFORE: &[&str] = &["--password=", "--password ", "MYSQL_PWD=", "PGPASSWORD=", "SSHPASS="];
    let argument = call.argument_at(0)?;
    let command = flow.value(argument);
    let (TermKind::Concat(parts) | TermKind::Op(_, parts)) = &*flow.kind(command) else { return None };
    let mut before = String::new();
    for &part in parts {
        if let TermKind::Const(Const::String(text)) = &*flow.kind(part) {
            before = text.to_string();
            continue;
        }
        let tail = before.trim_end_matches(['"', '\'']);
        let place = flow.node(flow.place(part));
        let is_password = named_within(place, names::is_password).is_some();
        if BEFORE.iter().any(|option| tail.ends_with(option)) || tail.ends_with("-p") && is_password {
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
    None
}

/// Finds a fresh key that is returned together with the data that it encrypts.
fn key_returned<'a>(flow: &mut Flow<'a>, call: Node<'a>) -> Option<FactFound> {
    let key = call.argument_at(1)?;
    let value = flow.value(key);
    if !matches!(&*flow.kind(value), TermKind::Api(path) if &**path == "crypto.randomBytes()") {
        return None;
    }
    let name = key.identifier()?;
    let function = flow.function_of(call);
    let function = flow.node(function);
    let returned =
        function.descendants().take(MAX_NODES).filter(|node| node.is(Kind::ReturnStatement)).find_map(|statement| {
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
        filters: Filters::PROOFS,
        messages: &["secretLogged", "errorLogged", "secretInCommand", "keyReturned", "secretStored", "secretAnswered"],
    };

    fn check<'a>(&self, _: Node<'a>, ctx: &mut Context<'a, '_>) {
        report_facts(ctx, &FACT, Level::High);
    }
}
