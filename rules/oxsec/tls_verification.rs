use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::{
    helpers::{alternatives, constant_text, is_for_development, report_facts},
    literals,
};
use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, snippet},
    estree::{AstType, Kind, Node},
    flow::{Const, Fact, FactFilters, FactFound, Flow, Term, TermKind},
};

/// Finds connections that accept any certificate, or broken versions of TLS.
///
/// An attacker on the network can answer in the server's place, and read and change everything.
///
/// ```js
/// new pg.Pool({ ssl: { rejectUnauthorized: false } });         // found
/// process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';              // found
/// new pg.Pool({ ssl: { ca: fs.readFileSync('ca.pem') } });     // fine
/// ```
///
/// A setting that applies outside of production only is not found; one that the caller requests by an option is a note.
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct TlsVerification;

pub(super) const FACT: Fact = Fact {
    rule: "tls-verification",
    on: &[AstType::AssignmentExpression, AstType::ObjectProperty, AstType::StringLiteral],
    filters: FactFilters { keys: names, ..FactFilters::NONE },
    check,
};

/// Returns the names of all settings of the check of certificates.
fn names() -> Vec<&'static str> {
    let named = ["NODE_TLS_REJECT_UNAUTHORIZED", "checkServerIdentity"];
    let options = OPTIONS.iter().map(|&(name, _)| name);
    named.into_iter().chain(options).chain(NUMBERS.iter().chain(VERSIONS).copied()).collect()
}

/// Options that, set to this, switch the check of certificates off.
const OPTIONS: &[(&str, bool)] = &[
    ("acceptInvalidCerts", true),
    ("insecureSkipVerify", true),
    ("rejectUnauthorized", false),
    ("rejectUnauthorizedSsl", false),
    ("sslValidate", false),
    ("strictSSL", false),
    ("strictSsl", false),
    ("tlsAllowInvalidCertificates", true),
    ("tlsAllowInvalidHostnames", true),
    ("tlsInsecure", true),
    ("trustServerCertificate", true),
    ("verifyHost", false),
];

/// Options of libcurl, which take numbers.
const NUMBERS: &[&str] = &["SSL_VERIFYHOST", "SSL_VERIFYPEER"];

/// Options that choose versions of the protocol.
const VERSIONS: &[&str] = &["maxVersion", "minVersion", "secureProtocol"];

fn check<'a>(flow: &mut Flow<'a>, node: Node<'a>) -> Option<FactFound> {
    if node.is(Kind::Literal) {
        return address_without_check(flow, node);
    }
    let value = value_of(node)?;
    let name = if node.is(Kind::AssignmentExpression) {
        let left = node.left()?;
        let property = left.property()?;
        if left.computed() { property.string()? } else { property.name()? }
    } else {
        node.key_identifier().or_else(|| node.key()?.string())?
    };
    let is_off = match name {
        "NODE_TLS_REJECT_UNAUTHORIZED" => {
            let value = flow.value(value);
            alternatives(flow, value).into_iter().any(|value| match &*flow.kind(value) {
                TermKind::Const(Const::String(text)) => &**text == "0",
                TermKind::Const(Const::Number(number)) => *number == 0.0,
                TermKind::Const(Const::Bool(is)) => !is,
                _ => false,
            })
        }
        "checkServerIdentity" => accepts_all(flow, value),
        name if VERSIONS.contains(&name) => {
            let value = flow.value(value);
            let version = alternatives(flow, value).into_iter().find_map(|version| constant_text(flow, version))?;
            return is_old(&version).then(|| old_version(node, &version));
        }
        name if NUMBERS.contains(&name) => value.number() == Some(0.0) || value.text() == "false",
        name => {
            let &(_, off) = OPTIONS.iter().find(|(option, _)| *option == name)?;
            let value = flow.value(value);
            matches!(*flow.kind(value), TermKind::Const(Const::Bool(is)) if is == off)
                || matches!(*flow.kind(value), TermKind::Const(Const::Number(is)) if !off && is == 0.0)
        }
    };
    if !is_off || is_ignored(flow, node, name) || is_for_development(flow, node) {
        return None;
    }
    let found = unchecked(node);
    // The setting may be kept in a field until it is used.
    let chosen = flow.value(value_of(node)?);
    let chosen = flow.node(flow.place(chosen));
    let is_asked_for = is_asked_for(flow, node) || is_asked_for(flow, chosen);
    Some(if is_asked_for { found.note() } else { found })
}

/// Returns the value that an assignment or a property of an object sets.
fn value_of(node: Node<'_>) -> Option<Node<'_>> {
    if node.is(Kind::AssignmentExpression) { node.right() } else { node.value() }
}

/// Returns whether the check is off only if the caller of a function asks for it: a branch tests a setting of the
/// caller about the check.
fn is_asked_for<'a>(flow: &mut Flow<'a>, node: Node<'a>) -> bool {
    /// The maximum number of enclosing nodes that are examined.
    const MAX_LEVELS: usize = 40;
    let mut inner = node;
    for outer in node.ancestors().take(MAX_LEVELS) {
        let test = match outer.kind() {
            Kind::IfStatement | Kind::ConditionalExpression => outer.test().filter(|test| *test != inner),
            Kind::LogicalExpression if outer.operator() == Some("&&") => outer.left().filter(|left| *left != inner),
            // `switch (sslmode) { case 'no-verify': … }`: the name of the case says what it is about.
            Kind::SwitchCase if outer.test().is_some_and(speaks_of_check) => {
                outer.parent().and_then(Node::discriminant)
            }
            Kind::SwitchStatement => outer.discriminant().filter(|it| *it != inner),
            _ if outer.is_function() => return false,
            _ => None,
        };
        if let Some(test) = test
            && (outer.is(Kind::SwitchCase) || speaks_of_check(test))
        {
            let test = flow.value(test);
            if is_callers(flow, test, 0) {
                return true;
            }
        }
        inner = outer;
    }
    false
}

/// Returns whether a condition is about whether certificates are checked.
fn speaks_of_check(test: Node<'_>) -> bool {
    const WORDS: &[&str] = &["insecure", "invalidcert", "selfsigned", "sslmode", "strictssl", "unauthorized", "verify"];
    let text = literals::letters(test.text());
    WORDS.iter().any(|word| text.contains(word))
}

/// Returns whether the caller of a function, or whoever starts the program, decides a condition: a parameter, a field
/// of the object, a variable of the environment.
fn is_callers(flow: &Flow<'_>, term: Term, depth: usize) -> bool {
    /// The maximum nesting of terms that is searched.
    const MAX_DEPTH: usize = 8;
    if depth > MAX_DEPTH {
        return false;
    }
    match &*flow.kind(term) {
        TermKind::Unknown | TermKind::Source(_) => true,
        TermKind::Api(path) => path.starts_with("process.env."),
        kind => kind.parts().into_iter().any(|part| is_callers(flow, part, depth + 1)),
    }
}

fn unchecked(node: Node<'_>) -> FactFound {
    FactFound::at(node, "tlsVerification", 295)
        .what(format!("{} accepts any certificate", snippet(node)))
        .fix("Leave the check on; give the certificate of your own authority as ca")
        .step(node, "the check of certificates is off")
        .attack("Whoever sits between the two ends answers in the server's place")
}

fn old_version(node: Node<'_>, version: &str) -> FactFound {
    FactFound::at(node, "oldVersion", 757)
        .what(format!("{} allows {version}, which is broken", snippet(node)))
        .fix("Leave the version out, or set minVersion: 'TLSv1.2'")
        .step(node, "the version of the protocol")
        .attack("Whoever sits between the two ends makes them take the old version, and reads along")
}

/// Returns whether a version of the protocol is broken: SSL, and TLS before 1.2.
fn is_old(version: &str) -> bool {
    let version = version.to_ascii_lowercase().replace('_', ".");
    let version = version.trim_end_matches(".method").trim_end_matches(".server").trim_end_matches(".client");
    matches!(version, "sslv2" | "sslv3" | "tlsv1" | "tlsv1.0" | "tlsv1.1")
}

/// Finds the address of a database that tells the driver not to check: `postgres://…?sslmode=no-verify`.
fn address_without_check<'a>(flow: &mut Flow<'a>, literal: Node<'a>) -> Option<FactFound> {
    const OFF: &[&str] = &[
        "sslmode=no-verify",
        "rejectunauthorized=false",
        "tlsallowinvalidcertificates=true",
        "tlsinsecure=true",
        "trustservercertificate=true",
    ];
    let text = literal.string().filter(|text| text.contains('='))?.to_ascii_lowercase();
    let is_address = text.contains("://") || text.contains("server=") || text.contains("host=");
    let is_off = is_address && OFF.iter().any(|option| text.contains(option));
    (is_off && !is_for_development(flow, literal)).then(|| unchecked(literal))
}

/// Returns whether an option is given only to functions of Node.js that ignore it.
fn is_ignored<'a>(flow: &mut Flow<'a>, property: Node<'a>, name: &str) -> bool {
    /// The options that Node.js's own functions take.
    const OF_NODE: &[&str] = &["checkServerIdentity", "rejectUnauthorized"];
    /// The maximum number of uses of the options that are examined.
    const MAX_USES: usize = 40;
    if OF_NODE.contains(&name) || !OPTIONS.iter().any(|(option, _)| *option == name) {
        return false;
    }
    let Some(object) = property.parent().filter(|parent| parent.is(Kind::ObjectExpression)) else { return false };
    let Some(user) = object.parent() else { return false };
    let calls: Vec<Option<Node<'a>>> = match user.declared().and_then(Node::variable) {
        Some(variable) if user.is(Kind::VariableDeclarator) => {
            let uses = variable.references().take(MAX_USES);
            uses.filter_map(Node::parent).filter(|it| *it != user && !it.is(Kind::MemberExpression)).map(call).collect()
        }
        _ => vec![call(user)],
    };
    !calls.is_empty()
        && calls.into_iter().all(|call| {
            let path = call.and_then(|call| flow.callee(call));
            path.is_some_and(|path| matches!(&*path, "https.get" | "https.request" | "https.Agent" | "tls.connect"))
        })
}

fn call(node: Node<'_>) -> Option<Node<'_>> {
    node.is_any(&[Kind::CallExpression, Kind::NewExpression]).then_some(node)
}

/// Returns whether a function that checks a certificate never returns an error.
fn accepts_all<'a>(flow: &mut Flow<'a>, value: Node<'a>) -> bool {
    let value = flow.value(value);
    let TermKind::Function(function, _) = *flow.kind(value) else { return false };
    let Some(body) = flow.node(function).body() else { return false };
    let is_nothing =
        |it: Node<'_>| it.is_identifier("undefined") || it.is(Kind::Literal) || it.operator() == Some("void");
    if !body.is(Kind::BlockStatement) {
        return is_nothing(body);
    }
    body.statements()
        .iter()
        .all(|statement| statement.is(Kind::ReturnStatement) && statement.argument().is_none_or(is_nothing))
}

impl StatelessRule for TlsVerification {
    const META: Meta = Meta {
        id: "oxsec/tls-verification",
        cwe: 295,
        owasp: "A07:2021 Identification and Authentication Failures",
        cvss: 7.4,
        on: &[AstType::Program],
        filters: Filters::PROOFS,
        messages: &["tlsVerification", "oldVersion"],
    };

    fn check<'a>(&self, _: Node<'a>, ctx: &mut Context<'a, '_>) {
        report_facts(ctx, &FACT, Level::High);
    }
}
