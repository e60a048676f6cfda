use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::{
    clear_text_exposure::{LEVELS, is_log},
    helpers::{is_for_development, note_in_tests, report_facts},
    names,
};
use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, snippet},
    estree::{AstType, Kind, Node},
    flow::{Const, Fact, FactFilters, FactFound, Flow, Term, TermKind},
};

/// Finds data about persons in logs and at third parties: analytics, monitoring, search services.
///
/// An e-mail address, a phone number or a date of birth that leaves the program is out of its hands: it stays in
/// backups of logs and on servers of others, which no deletion reaches. These services work as well with an identifier
/// that says nothing.
///
/// Data about a person is recognized by its name, next to the name of a person: `user.email`, `customer.birthday`.
///
/// ```js
/// logger.info('signed up', user.email);               // found
/// analytics.identify({ traits: { email } });           // found
/// logger.info('signed up', user.id);                   // fine
/// analytics.identify({ userId: hash(user.email) });    // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct PersonalDataExposure;

pub(super) const LOGGED: Fact = Fact {
    rule: "personal-data-exposure",
    on: &[AstType::CallExpression],
    filters: FactFilters { calls: || LEVELS.to_vec(), ..FactFilters::NONE },
    check: check_logged,
};

pub(super) const SENT: Fact = Fact {
    filters: FactFilters { calls: || [LEVELS, SENDING].concat(), words: service_words, ..FactFilters::NONE },
    check: check_sent,
    ..LOGGED
};

/// The calls that send data to the services: their methods, and functions of their own.
const SENDING: &[&str] = &[
    "addAction",
    "addAttribute",
    "addBreadcrumb",
    "addError",
    "addEvent",
    "alias",
    "bulk",
    "capture",
    "captureEvent",
    "captureException",
    "captureMessage",
    "create",
    "critical",
    "event",
    "ga",
    "group",
    "gtag",
    "identify",
    "increment",
    "index",
    "leaveBreadcrumb",
    "noticeError",
    "notify",
    "page",
    "partialUpdateObject",
    "push",
    "recordCustomEvent",
    "register",
    "saveObject",
    "saveObjects",
    "screen",
    "send",
    "set",
    "setAttribute",
    "setAttributes",
    "setContext",
    "setCustomAttribute",
    "setCustomAttributes",
    "setExtra",
    "setExtras",
    "setGlobalContextProperty",
    "setPageViewName",
    "setTag",
    "setTags",
    "setUser",
    "setUserProperties",
    "track",
    "update",
    "warning",
];

/// Services that keep what they are sent: modules, and the globals that their scripts make. From their documentation.
const SERVICES: &[&str] = &[
    "@airbrake.browser",
    "@airbrake.node",
    "@amplitude.analytics-browser",
    "@amplitude.analytics-node",
    "@bugsnag.js",
    "@datadog.browser-logs",
    "@datadog.browser-rum",
    "@elastic.elasticsearch",
    "@honeybadger-io.js",
    "@opentelemetry.api",
    "@segment.analytics-next",
    "@segment.analytics-node",
    "@sentry.browser",
    "@sentry.node",
    "@sentry.react",
    "Bugsnag",
    "DD_LOGS",
    "DD_RUM",
    "FS",
    "Honeybadger",
    "Intercom",
    "LogRocket",
    "Rollbar",
    "Sentry",
    "algoliasearch",
    "amplitude",
    "amplitude-js",
    "analytics",
    "analytics-node",
    "bugsnag",
    "dataLayer",
    "dd-trace",
    "elasticsearch",
    "ga",
    "gtag",
    "heap",
    "honeybadger",
    "hot-shots",
    "logrocket",
    "mixpanel",
    "mixpanel-browser",
    "newrelic",
    "posthog",
    "posthog-js",
    "posthog-node",
    "rollbar",
    "window.dataLayer",
];

/// Returns words without one of which a text uses no service: of a module its scope, or the module without one; of a
/// short global also what comes after it.
fn service_words() -> Vec<&'static str> {
    let word = |service: &'static str| match service.strip_prefix('@') {
        Some(scoped) => scoped.split('.').next().unwrap_or(scoped),
        None => match service {
            "FS" => "FS.",
            "ga" => "ga(",
            "heap" => "heap.",
            service => service.trim_start_matches("window."),
        },
    };
    SERVICES.iter().map(|service| word(service)).collect()
}

fn check_logged<'a>(flow: &mut Flow<'a>, call: Node<'a>) -> Option<FactFound> {
    let data = call.arguments().iter().find_map(shown_of_person)?;
    let path = flow.callee(call)?;
    if !is_log(call, &path) || is_for_development(flow, call) {
        return None;
    }
    let found = FactFound::at(call, "personalDataLogged", 359)
        .what(format!("{} logs {}", snippet(call), snippet(data)))
        .fix("Log an identifier that says nothing about the person")
        .step(data, "data about a person")
        .attack("Whoever reads the log, or a copy of it, knows the person");
    Some(note_in_tests(flow, found))
}

fn check_sent<'a>(flow: &mut Flow<'a>, call: Node<'a>) -> Option<FactFound> {
    let path = flow.callee(call)?;
    let name = path.rsplit('.').next().unwrap_or(&path);
    if is_log(call, &path) || !SENDING.contains(&name) && !LEVELS.contains(&name) {
        return None;
    }
    let service = SERVICES.iter().find(|service| is_of(&path, service))?;
    let data = call.arguments().iter().find_map(|argument| sent(flow, argument))?;
    let found = FactFound::at(call, "personalDataSent", 359)
        .what(format!("{} sends {} to {}", snippet(call), snippet(data), service.trim_start_matches('@')))
        .fix("Send an identifier that says nothing about the person, or a keyed hash")
        .step(data, "data about a person")
        .attack("The service, and whoever gets at its data, knows the person");
    Some(note_in_tests(flow, found))
}

/// Returns whether a path begins with a module or a global.
fn is_of(path: &str, service: &str) -> bool {
    path.strip_prefix(service).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '(']))
}

/// The maximum number of nodes of an argument that are searched.
const MAX_NODES: usize = 200;

/// Returns the property of a person that an argument shows as it is: `user.email`.
fn shown_of_person(argument: Node<'_>) -> Option<Node<'_>> {
    std::iter::once(argument).chain(argument.descendants()).take(MAX_NODES).find(|node| {
        let between = node.ancestors().take_while(|around| around.is_within(argument));
        is_of_person(*node) && between.into_iter().all(shows)
    })
}

/// Returns whether the value of a node shows the values in it.
fn shows(node: Node<'_>) -> bool {
    let is_sum = node.is(Kind::BinaryExpression) && node.operator() == Some("+");
    is_sum
        || node.is_any(&[
            Kind::ArrayExpression,
            Kind::LogicalExpression,
            Kind::ObjectExpression,
            Kind::Property,
            Kind::TemplateLiteral,
        ])
}

/// Returns whether a node is `person.property` with a property that is personal.
fn is_of_person(node: Node<'_>) -> bool {
    let property = node.property_identifier().filter(|name| names::is_personal(name));
    let object = node.object().filter(|_| node.is(Kind::MemberExpression));
    let name = object.and_then(|object| object.identifier().or_else(|| object.property_identifier()));
    property.is_some() && name.is_some_and(names::is_person)
}

/// Returns data about a person that a service is sent: shown as it is, or among the properties of an object.
fn sent<'a>(flow: &mut Flow<'a>, argument: Node<'a>) -> Option<Node<'a>> {
    if let Some(data) = shown_of_person(argument) {
        return Some(data);
    }
    let value = flow.value(argument);
    named(flow, value, argument, 0)
}

/// Returns the property of an object, or of an object in it, whose name is that of personal data.
fn named<'a>(flow: &Flow<'a>, value: Term, at: Node<'a>, depth: usize) -> Option<Node<'a>> {
    /// The maximum nesting of objects that is searched.
    const MAX_DEPTH: usize = 3;
    let kind = flow.kind(value);
    let TermKind::Object { properties, spreads, .. } = &*kind else { return None };
    if depth > MAX_DEPTH {
        return None;
    }
    properties
        .iter()
        .find_map(|(name, value)| {
            let is_sent = names::is_personal(name) && is_text(flow, *value);
            if is_sent {
                let place = flow.node(flow.place(*value));
                return Some(if place.is(Kind::Program) { at } else { place });
            }
            named(flow, *value, at, depth + 1)
        })
        .or_else(|| spreads.iter().find_map(|&spread| named(flow, spread, at, depth + 1)))
}

/// Returns whether a value may be the data itself: not a flag, a hash, or the result of another function.
fn is_text(flow: &Flow<'_>, value: Term) -> bool {
    match &*flow.kind(value) {
        TermKind::Const(constant) => matches!(constant, Const::String(text) if !text.is_empty()),
        TermKind::Call { .. } | TermKind::Op(..) | TermKind::Object { .. } | TermKind::Array { .. } => false,
        TermKind::Api(path) => !path.ends_with(')'),
        TermKind::Function(..) | TermKind::Class(_) | TermKind::None => false,
        _ => true,
    }
}

impl StatelessRule for PersonalDataExposure {
    const META: Meta = Meta {
        id: "oxsec/personal-data-exposure",
        cwe: 359,
        owasp: "A09:2021 Security Logging and Monitoring Failures",
        cvss: 5.3,
        on: &[AstType::Program],
        filters: Filters::PROOFS,
        messages: &["personalDataLogged", "personalDataSent"],
    };

    fn check<'a>(&self, _: Node<'a>, ctx: &mut Context<'a, '_>) {
        report_facts(ctx, &LOGGED, Level::Medium);
    }
}
