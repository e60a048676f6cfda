use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::{
    header_secrets::{CREDENTIAL_HEADERS, SETTER_OF_PAGES, header_given, header_set},
    helpers::{
        HEADER_SETTERS, constant_text, credential_at, derived_by_callback, is_in_tests, report_facts, signed_by_jose,
    },
    literals, names,
};
use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, snippet},
    estree::{AstType, Kind, Node},
    flow::{Const, Fact, FactFilters, FactFound, Flow, Logic, Term, TermKind},
};

/// Finds secrets that are written into the code: keys for signing and encryption, passwords and keys of services.
///
/// Whoever can read the code can forge tokens, decrypt data, and log in. A literal after `||` that replaces a missing
/// environment variable, and the default of a parameter, are such secrets too.
///
/// ```js
/// jwt.sign(payload, process.env.JWT_SECRET || 'secret');                  // found
/// new pg.Client({ host: 'db', user: 'shop', password: 'iW8xq2nVb' });     // found
/// jwt.sign(payload, process.env.JWT_SECRET);                              // fine
/// ```
///
/// A placeholder (`'your-password'`) with which a login would fail is a note; as a key for signing it works, and is
/// found. Test files are left alone.
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct HardcodedSecret;

/// The place where a call takes a secret: an argument, or an option in one.
#[derive(Clone, Copy)]
enum Place {
    At(usize),
    Option(usize, &'static str),
}
use Place::{At, Option as Setting};

/// Calls that take a key for signing, encryption or verification: any text works.
const KEYS: &[(&str, Place)] = &[
    ("@fastify.secure-session", Setting(0, "key")),
    ("@nestjs.jwt.JwtModule.register", Setting(0, "secret")),
    ("cookie-parser", At(0)),
    ("cookie-session", Setting(0, "keys")),
    ("cookie-session", Setting(0, "secret")),
    ("crypto-js.AES.decrypt", At(1)),
    ("crypto-js.AES.encrypt", At(1)),
    ("crypto-js.DES.encrypt", At(1)),
    ("crypto-js.HmacMD5", At(1)),
    ("crypto-js.HmacSHA1", At(1)),
    ("crypto-js.HmacSHA256", At(1)),
    ("crypto-js.HmacSHA512", At(1)),
    ("crypto-js.RC4.encrypt", At(1)),
    ("crypto-js.Rabbit.encrypt", At(1)),
    ("crypto-js.TripleDES.encrypt", At(1)),
    ("crypto.createCipher", At(1)),
    ("crypto.createCipheriv", At(1)),
    ("crypto.createDecipher", At(1)),
    ("crypto.createDecipheriv", At(1)),
    ("crypto.createHmac", At(1)),
    ("crypto.createPrivateKey", At(0)),
    ("crypto.createSecretKey", At(0)),
    ("crypto.createSign().sign", At(0)),
    ("crypto.privateDecrypt", Setting(0, "key")),
    ("crypto.privateDecrypt", Setting(0, "passphrase")),
    ("crypto.privateEncrypt", Setting(0, "key")),
    ("crypto.privateEncrypt", Setting(0, "passphrase")),
    ("express-jwt", Setting(0, "secret")),
    ("express-jwt.expressjwt", Setting(0, "secret")),
    ("express-session", Setting(0, "secret")),
    ("fastify.Instance.register", Setting(1, "secret")),
    ("iron-session.getIronSession", Setting(2, "password")),
    ("jose.JWK.asKey", At(0)),
    ("jose.JWT.sign", At(1)),
    ("jose.JWT.verify", At(1)),
    ("jose.SignJWT().sign", At(0)),
    ("jose.jwtVerify", At(1)),
    ("jsonwebtoken.sign", At(1)),
    ("jsonwebtoken.verify", At(1)),
    ("jwt-simple.decode", At(1)),
    ("jwt-simple.encode", At(1)),
    ("koa-jwt", Setting(0, "secret")),
    ("next-auth", Setting(0, "secret")),
    ("passport-jwt.Strategy", Setting(0, "secretOrKey")),
];

/// Calls that take a credential of a service.
const CREDENTIALS: &[(&str, Place)] = &[
    ("@sendgrid.mail.setApiKey", At(0)),
    ("algoliasearch", At(1)),
    ("aws-sdk.Credentials", At(1)),
    ("basic-auth-connect", At(1)),
    ("connect.basicAuth", At(1)),
    ("discord.js.Client().login", At(0)),
    ("express.basicAuth", At(1)),
    ("ioredis", Setting(0, "password")),
    ("ioredis.Redis", Setting(0, "password")),
    ("jsforce.Connection().login", At(1)),
    ("ldapjs.createClient().bind", At(1)),
    ("node-telegram-bot-api", At(0)),
    ("redis.createClient", Setting(0, "password")),
    ("sequelize", At(2)),
    ("sequelize.Sequelize", At(2)),
    ("stripe", At(0)),
    ("telegraf.Telegraf", At(0)),
    ("twilio", At(1)),
    ("twilio.Twilio", At(1)),
];

pub(super) const FACT: Fact = Fact {
    rule: "hardcoded-secret",
    on: &[
        AstType::AssignmentExpression,
        AstType::CallExpression,
        AstType::NewExpression,
        AstType::ObjectExpression,
        AstType::ObjectProperty,
        AstType::StringLiteral,
        AstType::TemplateLiteral,
        AstType::VariableDeclarator,
    ],
    filters: FactFilters {
        calls: called,
        keys: || [CREDENTIAL_HEADERS, &["keys"]].concat(),
        is_key: Some(names::may_be_secret),
        ..FactFilters::NONE
    },
    check,
};

/// Returns the functions and methods whose calls may take a key or a credential.
fn called() -> Vec<&'static str> {
    const OTHERS: &[&str] = &["auth", "express-basic-auth", SETTER_OF_PAGES, "sign"];
    let others = OTHERS.iter().chain(HEADER_SETTERS).copied();
    KEYS.iter().chain(CREDENTIALS).map(|&(path, _)| path).chain(others).collect()
}

fn check<'a>(flow: &mut Flow<'a>, node: Node<'a>) -> Option<FactFound> {
    match node.kind() {
        Kind::CallExpression | Kind::NewExpression => {
            key_taken(flow, node).or_else(|| credential_taken(flow, node)).or_else(|| header_set(flow, node))
        }
        Kind::ObjectExpression => client_options(flow, node),
        Kind::Property => {
            header_given(flow, node).or_else(|| named(flow, node, node.key_text()?.as_ref(), node.value()?))
        }
        Kind::VariableDeclarator => named(flow, node, node.declared()?.name()?, node.init()?),
        Kind::AssignmentExpression => assigned(flow, node),
        Kind::Literal | Kind::TemplateLiteral => of_form(flow, node),
        _ => None,
    }
}

/// Finds a key for signing or encryption.
fn key_taken<'a>(flow: &mut Flow<'a>, call: Node<'a>) -> Option<FactFound> {
    let path = flow.callee(call)?;
    let path = if signed_by_jose(flow, call).is_some() { "jose.SignJWT().sign" } else { &*path };
    KEYS.iter().filter(|(name, _)| *name == path).find_map(|&(_, place)| {
        let (argument, value) = taken(flow, call, place)?;
        let literal = literal_in(flow, value, 0).or_else(|| {
            let derived = derived_by_callback(argument)?.argument_at(0)?;
            let derived = flow.value(derived);
            literal_in(flow, derived, 0)
        })?;
        key(flow, literal, argument, path)
    })
}

/// Returns the argument with a call's secret, and the secret.
fn taken<'a>(flow: &mut Flow<'a>, call: Node<'a>, place: Place) -> Option<(Node<'a>, Term)> {
    let (index, option) = match place {
        At(index) => (index, None),
        Setting(index, option) => (index, Some(option)),
    };
    let argument = call.argument_at(index).filter(|argument| !argument.is(Kind::SpreadElement))?;
    let value = flow.value(argument);
    Some((argument, option.map_or(value, |option| flow.property(value, option, call))))
}

fn key<'a>(flow: &mut Flow<'a>, literal: Term, argument: Node<'a>, path: &str) -> Option<FactFound> {
    let text = constant_text(flow, literal)?;
    let is_public = text.starts_with("-----BEGIN") && !text.contains("PRIVATE");
    if is_public || is_in_tests(flow.path()) {
        return None;
    }
    let literal = flow.node(flow.place(literal));
    Some(
        FactFound::at(literal, "hardcodedSecret", 798)
            .what(format!("{} is a secret in the code, which {path} is given", snippet(literal)))
            .fix("Read the secret from the environment or a secret store, and fail where it is missing")
            .step(literal, "the secret is written here")
            .step(argument, format!("{path} is given it here"))
            .attack("Whoever reads the code forges whatever this secret signs, and reads what it encrypts"),
    )
}

/// Finds a credential of a service, or a note where it is a placeholder.
fn credential<'a>(flow: &mut Flow<'a>, at: Node<'a>, literal: Term, what: &str, use_: Node<'a>) -> Option<FactFound> {
    let text = constant_text(flow, literal)?;
    let literal = flow.node(flow.place(literal));
    // Text for people has spaces, or letters that few keyboards have.
    let is_shown = |letter: char| letter.is_whitespace() || letter.is_alphabetic() && !letter.is_ascii();
    if is_in_tests(flow.path()) || text.chars().any(is_shown) || text.is_empty() || literals::is_path(&text) {
        return None;
    }
    Some(
        credential_at(at, literals::is_placeholder(&text))
            .what(format!("{} is {what} in the code", snippet(literal)))
            .fix("Read it from the environment or a secret store")
            .step(literal, "the credential is written here")
            .step(use_, "and used here")
            .attack("Whoever reads the code, or a copy of it, logs in with it"),
    )
}

fn credential_taken<'a>(flow: &mut Flow<'a>, call: Node<'a>) -> Option<FactFound> {
    let path = flow.callee(call)?;
    if &*path == "express-basic-auth" {
        let options = flow.value(call.argument_at(0)?);
        let users = flow.property(options, "users", call);
        let TermKind::Object { properties, computed, .. } = &*flow.kind(users) else { return None };
        let mut passwords = properties.iter().map(|&(_, value)| value).chain(computed.iter().map(|&(_, value)| value));
        let literal = passwords.find_map(|value| literal_in(flow, value, 0))?;
        return key(flow, literal, call, &path);
    }
    // `request.get(url).auth('user', 'password')`
    let logs_in = call.callee_method() == Some("auth")
        && ["request", "superagent", "supertest", "axios", "got"].iter().any(|client| path.starts_with(client));
    let place = if logs_in { At(1) } else { CREDENTIALS.iter().find(|(name, _)| *name == &*path)?.1 };
    let (argument, value) = taken(flow, call, place)?;
    let literal = literal_in(flow, value, 0)?;
    let at = flow.node(flow.place(literal));
    credential(flow, at, literal, "a credential", argument)
}

/// Names of settings beside which a password is that of a service.
const SERVICES: &[&str] = &[
    "bucket",
    "connectstring",
    "connectionlimit",
    "database",
    "dbname",
    "dialect",
    "domain",
    "endpoint",
    "host",
    "hostname",
    "port",
    "region",
    "server",
    "service",
    "uri",
    "url",
    "tenant",
];

/// Names of settings that say who logs in.
const ACCOUNTS: &[&str] = &[
    "accesskey",
    "accesskeyid",
    "account",
    "accountsid",
    "appid",
    "clientid",
    "consumerkey",
    "email",
    "key",
    "login",
    "user",
    "userid",
    "username",
];

/// Finds a credential among the options of a client: `{ host, user, password: 'literal' }`, `{ clientId, clientSecret:
/// 'literal' }`.
fn client_options<'a>(flow: &mut Flow<'a>, object: Node<'a>) -> Option<FactFound> {
    /// The maximum number of properties that are examined.
    const MAX_PROPERTIES: usize = 60;
    /// The shortest token of a service, in bytes.
    const MIN_TOKEN_BYTES: usize = 6;
    /// Names of objects with texts for people.
    const SHOWN: &[&str] = &["description", "error", "errors", "hint", "label", "labels", "placeholder", "title"];
    /// The most objects of a list that are accounts and not sample data.
    const MAX_ACCOUNTS: usize = 8;
    /// The most properties of an object that are settings and not a dictionary.
    const MAX_SETTINGS: usize = 40;
    let around = object.parent();
    if around.and_then(Node::key_text).is_some_and(|name| SHOWN.contains(&&*name))
        || around.is_some_and(|list| list.is(Kind::ArrayExpression) && list.elements().len() > MAX_ACCOUNTS)
        || object.properties().len() > MAX_SETTINGS
    {
        return None;
    }
    let properties: Vec<Node<'a>> = object.properties().iter().take(MAX_PROPERTIES).collect();
    let named = |property: &Node<'a>| property.key_text().map(|name| name.into_owned());
    let secret = properties.iter().find_map(|property| {
        let name = named(property).filter(|name| is_credential(name))?;
        let value = flow.value(property.value()?);
        let literal = literal_in(flow, value, 0)?;
        // A text with a form of its own is found at the literal; one that repeats its name is not a secret.
        let text = constant_text(flow, literal)?;
        let is_found = literals::provider(&text).is_some() || literals::password_in_address(&text).is_some();
        // The token of a currency is an abbreviation.
        let is_short = text.len() < MIN_TOKEN_BYTES && name.to_ascii_lowercase().ends_with("token");
        (!is_found && !is_short && !literals::is_name(&text, &name)).then_some((*property, name, literal))
    });
    let (property, name, literal) = secret?;
    let has = |flow: &mut Flow<'a>, list: &[&str], is_literal: bool| {
        properties.iter().filter(|it| **it != property).any(|it| {
            let name = named(it).unwrap_or_default().to_ascii_lowercase().replace(['_', '-'], "");
            let ends = |word: &str| name == *word || name.len() > word.len() && name.ends_with(word) && word.len() > 3;
            list.iter().any(|word| ends(word))
                && (!is_literal
                    || it.value().is_some_and(|value| {
                        let value = flow.value(value);
                        constant_text(flow, value).is_some_and(|text| !text.is_empty())
                    }))
        })
    };
    let is_service = has(flow, SERVICES, false);
    let is_account = has(flow, ACCOUNTS, false);
    let is_made = object.parent().is_some_and(|parent| parent.is(Kind::NewExpression));
    if !is_service && !is_account && !is_made {
        return None;
    }
    let is_pair = has(flow, ACCOUNTS, true) && flow.node(flow.place(literal)).is_within(object);
    let at = if is_pair { object } else { flow.node(flow.place(literal)) };
    let found = credential(flow, at, literal, &format!("the {name} of an account"), property)?;
    // Words in a form or in a list of messages are not credentials of a service.
    (!found.is_note || is_service || is_made).then_some(found)
}

/// Returns whether a setting of this name is a credential.
fn is_credential(name: &str) -> bool {
    if !names::may_be_secret(name) {
        return false;
    }
    let words = names::words(name);
    let is_token = words.last().is_some_and(|last| matches!(&**last, "token" | "secret"));
    names::is_secret(name) || is_token && !words.iter().any(|it| it == "csrf")
}

/// Finds a key by the name of its variable or property, if the text looks randomly generated.
fn named<'a>(flow: &mut Flow<'a>, node: Node<'a>, name: &str, value: Node<'a>) -> Option<FactFound> {
    let literal = match value.kind() {
        Kind::LogicalExpression => value.right()?,
        _ => value,
    };
    let text = literal.string()?;
    let is_key = names::is_secret(name) || names::words(name).last().is_some_and(|last| last == "token");
    if !is_key || !literals::looks_random(text) || literals::is_name(text, name) || literals::provider(text).is_some() {
        return None;
    }
    let term = flow.value(literal);
    credential(flow, literal, term, &format!("the value of {name}"), node)
}

/// Finds a key in an assignment: Koa's `app.keys = ['literal']`, or by the name of the target.
fn assigned<'a>(flow: &mut Flow<'a>, assignment: Node<'a>) -> Option<FactFound> {
    let (left, right) = (assignment.left()?, assignment.right()?);
    let name = left.name().or_else(|| left.property_identifier())?;
    if name == "keys" {
        let target = flow.value(left);
        if flow.path_of(target).as_deref() == Some("koa.Application.keys") {
            let value = flow.value(right);
            let literal = literal_in(flow, value, 0)?;
            return key(flow, literal, assignment, "koa");
        }
    }
    named(flow, assignment, name, right)
}

/// Finds a text that is a credential by its form: a provider's key, an address with a password.
fn of_form<'a>(flow: &mut Flow<'a>, node: Node<'a>) -> Option<FactFound> {
    let text = match node.kind() {
        Kind::Literal => node.string()?,
        _ if node.expressions().is_empty() => node.quasis().first()?.cooked()?,
        _ => return None,
    };
    if let Some(what) = literals::provider(text).filter(|_| !is_in_tests(flow.path())) {
        return Some(
            FactFound::at(node, "hardcodedCredential", 798)
                .what(format!("{} is {what} in the code", snippet(node)))
                .fix("Read it from the environment or a secret store, and have it replaced: this one is known")
                .step(node, "the key is written here")
                .attack("Whoever reads the code, or a copy of it, uses the service in your name"),
        );
    }
    let (scheme, password) = literals::password_in_address(text).filter(|_| !is_in_tests(flow.path()))?;
    let is_web = scheme.starts_with("http") || scheme.starts_with("ws") || scheme == "ftp";
    let is_placeholder = literals::is_placeholder(password) || password.contains(['$', '{', '%', '*']);
    if is_placeholder && is_web {
        return None;
    }
    Some(
        credential_at(node, is_placeholder)
            .what(format!("the address {} holds a password in the code", snippet(node)))
            .fix("Read the address from the environment or a secret store")
            .step(node, "the password stands before the @")
            .attack("Whoever reads the code, or a copy of it, logs in with it"),
    )
}

/// Returns the literal that a secret may be.
fn literal_in<'a>(flow: &mut Flow<'a>, value: Term, depth: usize) -> Option<Term> {
    /// The maximum nesting of terms that is searched.
    const MAX_DEPTH: usize = 10;
    if depth > MAX_DEPTH {
        return None;
    }
    match &*flow.kind(value) {
        TermKind::Const(Const::String(text)) => (!text.is_empty()).then_some(value),
        TermKind::Logic(Logic::Or | Logic::Coalesce, left, right) => {
            literal_in(flow, *left, depth + 1).or_else(|| literal_in(flow, *right, depth + 1))
        }
        TermKind::Union(members) => {
            // Calls in the text are examples of what callers decide; only defaults apply without them.
            let is_open = members.iter().any(|&member| matches!(&*flow.kind(member), TermKind::Source(_)));
            members.iter().find_map(|&member| {
                let literal = literal_in(flow, member, depth + 1)?;
                let place = flow.node(flow.place(literal));
                let is_default = place.parent().is_some_and(|parent| parent.is(Kind::AssignmentPattern));
                (!is_open || is_default).then_some(literal)
            })
        }
        TermKind::Guarded(inner, _) => literal_in(flow, *inner, depth + 1),
        TermKind::Choice(_, yes, no) => literal_in(flow, *yes, depth + 1).or_else(|| literal_in(flow, *no, depth + 1)),
        TermKind::Array { items, .. } => items.iter().find_map(|&item| literal_in(flow, item, depth + 1)),
        TermKind::Concat(parts) => {
            let first = *parts.first()?;
            let all = parts.iter().all(|&part| matches!(&*flow.kind(part), TermKind::Const(_)));
            all.then(|| literal_in(flow, first, depth + 1))?
        }
        TermKind::Op(name, arguments) if SAME.contains(&&**name) => literal_in(flow, *arguments.first()?, depth + 1),
        // A key that is derived from a literal is known, too.
        TermKind::Api(path) if DERIVING.iter().any(|begin| path.starts_with(begin)) => {
            let place = flow.node(flow.place(value));
            let from = derived_from(place)?;
            let from = flow.value(from);
            literal_in(flow, from, depth + 1)
        }
        TermKind::Call { callee, arguments, .. } => {
            let path = flow.path_of(*callee)?;
            let is_derived = DERIVING.iter().any(|begin| begin.trim_end_matches("()") == &*path);
            is_derived.then(|| literal_in(flow, *arguments.first()?, depth + 1))?
        }
        _ => None,
    }
}

/// Operations that return their first argument in another form.
const SAME: &[&str] = &[
    ".padEnd",
    ".padStart",
    ".repeat",
    ".slice",
    ".subarray",
    ".substring",
    ".toString",
    ".trim",
    "Buffer.from",
    "String",
];

/// Functions that derive a key from their first argument.
const DERIVING: &[&str] = &[
    "TextEncoder().encode()",
    "crypto-js.PBKDF2()",
    "crypto-js.SHA256()",
    "crypto-js.enc.",
    "crypto.createHash()",
    "crypto.createSecretKey()",
    "crypto.pbkdf2()",
    "crypto.pbkdf2Sync()",
    "crypto.scrypt()",
    "crypto.scryptSync()",
    "jose.JWK.asKey()",
    "util.TextEncoder().encode()",
];

/// Returns what a key is derived from: the first argument of the call, or of `update` in a chain of them.
fn derived_from(call: Node<'_>) -> Option<Node<'_>> {
    /// The maximum number of calls of one chain that are followed back.
    const MAX_LINKS: usize = 8;
    let links = std::iter::successors(Some(call), |link| link.callee().or_else(|| link.object()));
    let mut links = links.take(MAX_LINKS).filter(|link| link.is(Kind::CallExpression));
    links
        .find(|link| !matches!(link.callee_method(), Some("digest" | "toString" | "slice")))
        .and_then(|link| link.argument_at(0))
}

impl StatelessRule for HardcodedSecret {
    const META: Meta = Meta {
        id: "oxsec/hardcoded-secret",
        cwe: 798,
        owasp: "A07:2021 Identification and Authentication Failures",
        cvss: 9.1,
        on: &[AstType::Program],
        filters: Filters::PROOFS,
        messages: &["hardcodedSecret", "hardcodedCredential", "placeholder"],
    };

    fn check<'a>(&self, _: Node<'a>, ctx: &mut Context<'a, '_>) {
        report_facts(ctx, &FACT, Level::Critical);
    }
}
