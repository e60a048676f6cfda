use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::calls_one_of;
use crate::{
    engine::{Context, Filters, Level, Meta, Needles, Pattern, Rule, snippet},
    estree::{Around, AstType, Kind, Literal, Node},
};

/// Finds XML parsers that may resolve external entities, and XML from outside that goes into one.
///
/// ## Why
///
/// A document type can define an entity that names a file or an address. A parser that resolves it puts
/// `/etc/passwd` into the document or calls a service inside the network.
///
/// ## What is found
///
/// Reported are: XML from a variable named after input (`req`, `body`, `xml`, `data` and the like) or
/// from a file, as the first argument of `parse`, `parseString`, `parseFromString`, `parseXmlString` or
/// `parseXML`; options that switch entities on; every new `DOMParser`, `XMLHttpRequest` and
/// `ActiveXObject`; strings that hold an external entity.
///
/// ## Example
///
/// ```js
/// libxml.parseXmlString(body, { noent: true });     // found: external entities, and XML from outside
/// libxml.parseXmlString(body, { noent: false });    // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoXxeInjection(Options);

#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    /// The options that make a parser safe when they are `false` or `null`.
    safe_parser_options: Vec<String>,
    /// Functions that make safe what is passed through them.
    xml_validation_functions: Vec<String>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            safe_parser_options: ["noent", "resolveExternals", "expandEntityReferences", "entityResolver"]
                .map(String::from)
                .to_vec(),
            xml_validation_functions: ["validateXml", "sanitizeXml", "cleanXml", "parseXmlSafe"]
                .map(String::from)
                .to_vec(),
        }
    }
}

const PARSERS: &[&str] = &["ActiveXObject", "DOMParser", "XMLHttpRequest"];
const PARSING_METHODS: &[&str] = &["parse", "parseFromString", "parseString", "parseXML", "parseXmlString"];
const READING_METHODS: &[&str] = &["createReadStream", "readFile", "readFileSync"];

/// Options that make a parser resolve entities.
const DANGEROUS_OPTIONS: &[&str] = &["expandEntityReferences", "noent", "resolveExternals"];

/// The words that the name of a variable holds when its value is taken care of.
static TRUSTED_NAMES: Needles = Needles::ignoring_case(&["clean", "safe", "sanitized", "validated"]);

/// The words that the name of a variable holds when its value comes from outside.
static INPUT_NAMES: Needles = Needles::ignoring_case(&["body", "data", "input", "params", "query", "req", "xml"]);

static ENTITY: Needles = Needles::ignoring_case(&["<!entity"]);
static EXTERNAL: Pattern = Pattern::ignoring_case(r#"SYSTEM\s+["']"#).holding(&["system"]);

#[derive(Default)]
pub(super) struct State {
    validated: Around,
    read_from_file: Around,
}

impl Rule for NoXxeInjection {
    const META: Meta = Meta {
        id: "secure-coding/no-xxe-injection",
        cwe: 611,
        owasp: "A05:2021 Security Misconfiguration",
        cvss: 9.1,
        on: &[AstType::CallExpression, AstType::NewExpression, AstType::StringLiteral],
        filters: Filters {
            calls: &[
                "ActiveXObject",
                "DOMParser",
                "XMLHttpRequest",
                "parse",
                "parseFromString",
                "parseString",
                "parseXML",
                "parseXmlString",
            ],
            string_bytes: b"<",
            ..Filters::NONE
        },
        messages: &["xxeInjection", "unsafeXmlParser", "externalEntityEnabled", "untrustedXmlSource"],
    };

    type Options = Options;
    type State = State;

    fn new(options: Options) -> Result<Self, String> {
        Ok(Self(options))
    }

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        match node.kind() {
            Kind::CallExpression => self.check_call(node, ctx),
            Kind::NewExpression => check_construction(node, ctx),
            _ => check_literal(node, ctx),
        }
    }
}

impl NoXxeInjection {
    fn check_call<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        let Some(callee) = call.callee().filter(|&callee| parses_xml(callee)) else { return };
        let Some(xml) = call.argument_at(0) else { return };
        let options = call.argument_at(1);
        if is_untrusted(xml, ctx)
            && !options.is_some_and(|options| self.is_secured_by(options))
            && !ctx.state.validated.any(xml, |node| calls_one_of(node, &self.0.xml_validation_functions))
        {
            let what = format_args!("{} comes from outside and goes into {} as it is", snippet(xml), snippet(callee));
            let fix = "Validate the XML first, and switch entities off in the parser ({ noent: false })";
            ctx.report(xml, "untrustedXmlSource", Level::High, what, fix);
        }
        if let Some(options) = options
            && let Some(option) = option_with(options, |name| DANGEROUS_OPTIONS.contains(&name), &[TRUE])
        {
            let what = format_args!("{} lets {} resolve external entities", snippet(option), snippet(callee));
            let fix = format_args!("Set {} to false", option.key_identifier().unwrap_or_default());
            ctx.report(options, "externalEntityEnabled", Level::Critical, what, fix);
        }
    }

    /// Returns whether a parser with these options leaves entities alone.
    fn is_secured_by(&self, options: Node<'_>) -> bool {
        let names = &self.0.safe_parser_options;
        option_with(options, |name| names.iter().any(|safe| safe == name), &[FALSE, Literal::Null]).is_some()
    }
}

const TRUE: Literal<'static> = Literal::Boolean(true);
const FALSE: Literal<'static> = Literal::Boolean(false);

/// The property of an object expression that has such a name and one of these values.
fn option_with<'a>(options: Node<'a>, is_name: impl Fn(&str) -> bool, values: &[Literal<'_>]) -> Option<Node<'a>> {
    options.properties().iter().filter(|_| options.is(Kind::ObjectExpression)).find(|property| {
        property.key_identifier().is_some_and(&is_name)
            && property.value().and_then(Node::literal).is_some_and(|value| values.contains(&value))
    })
}

/// Returns whether a callee is a method that parses XML, or the parser itself.
fn parses_xml(callee: Node<'_>) -> bool {
    match callee.kind() {
        Kind::MemberExpression => callee.property_identifier().is_some_and(|name| PARSING_METHODS.contains(&name)),
        _ => callee.identifier().is_some_and(|name| PARSERS.contains(&name)),
    }
}

/// Returns whether XML is named after input, or read from a file right here.
fn is_untrusted<'a>(xml: Node<'a>, ctx: &mut Context<'a, '_, State>) -> bool {
    match xml.identifier() {
        Some(name) => INPUT_NAMES.is_in(name) && !TRUSTED_NAMES.is_in(name),
        None => ctx.state.read_from_file.any(xml, |node| {
            node.is(Kind::CallExpression)
                && node.callee_method().is_some_and(|method| READING_METHODS.contains(&method))
        }),
    }
}

fn check_construction<'a>(construction: Node<'a>, ctx: &mut Context<'a, '_, State>) {
    let Some(parser) = construction.callee_name().filter(|name| PARSERS.contains(name)) else { return };
    let what = format_args!("new {parser} parses XML without saying what happens to external entities");
    let fix = "Use a parser that leaves entities alone, such as fast-xml-parser with processEntities: false";
    ctx.report(construction, "unsafeXmlParser", Level::High, what, fix);
}

fn check_literal<'a>(literal: Node<'a>, ctx: &mut Context<'a, '_, State>) {
    if literal.string().is_some_and(|text| ENTITY.is_in(text) && EXTERNAL.is_match(text)) {
        let what = format_args!("this XML defines an external entity: {}", snippet(literal));
        let fix = "Take the <!ENTITY … SYSTEM …> declaration out of the document";
        ctx.report(literal, "xxeInjection", Level::Critical, what, fix);
    }
}
