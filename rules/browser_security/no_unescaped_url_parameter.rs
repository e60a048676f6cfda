//! Longer than most rules: three kinds of code are looked at, each with words of its own.

use documented::Documented;
use memchr::memchr_iter;
use rustc_hash::FxHashSet;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::fixed_parts;
use crate::{
    engine::{
        Context, Filters, Ignored, Indexed, Level, Matches, Meta, Needles, Pattern, Rule, TestOptions, lower_cased,
        snippet,
    },
    estree::{Around, AstType, Kind, Node, VariableId, to_lower_case},
};

/// Finds input that is put into an address as it came.
///
/// ## Why
///
/// An `&`, a `#` or a `javascript:` in it changes what the address asks for, where it leads, or what runs.
///
/// ## What is found
///
/// Templates and concatenations that look like an address (`http://`, `?name=`, `url +`, `location.href` …) are looked
/// at for what is inserted: templates whose text mentions `req.query` and its like, `userInput`, `input`,
/// `searchParams` or `param`; the right side of a `+` that does. Assignments to `location`, `window.location` and
/// `….href` of a location are looked at for variables too that are named or declared with `url`, `redirect`, `next` and
/// others. What stands in `encodeURIComponent(…)`, `encodeURI(…)` or `escape(…)`, or in a method of a trusted library,
/// is fine.
///
/// ## Example
///
/// ```js
/// fetch(`https://api.example.com/find?q=${req.query.q}`);                          // found
/// fetch(`https://api.example.com/find?q=${encodeURIComponent(req.query.q)}`);      // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoUnescapedUrlParameter {
    tests: TestOptions<false>,
    /// In lower case.
    trusted: Vec<String>,
    ignored: Ignored,
}

#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    #[serde(flatten)]
    tests: TestOptions<false>,
    /// Words in the name of an object whose methods are fine.
    trusted_libraries: Vec<String>,
    /// JavaScript regular expressions without look-around and regardless of case, for code that is fine.
    ignore_patterns: Vec<String>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            tests: TestOptions::default(),
            trusted_libraries: ["url", "querystring"].map(String::from).into(),
            ignore_patterns: Vec::new(),
        }
    }
}

/// The marks of an address, besides a query. Two patterns, because these matches can overlap.
static ADDRESS: [Pattern; 2] = [
    Pattern::new(r"\bhttps?://|\bnew\s+URL\s*\(|\burl\s*[=:+]|\bwindow\.(?:location|open\s*\()"),
    Pattern::new(r"\blocation\.href"),
];

/// The names of input.
static REQUEST: Pattern =
    Pattern::new(r"\breq\.(?:query|params|body|headers|cookies)|\brequest\.(?:query|params|body)|\bsearchParams\b");
static INPUT: Pattern = Pattern::ignoring_case(r"\b(?:userInput|input|param)\b").holding(&["input", "param"]);

/// The names of input on the right side of a `+`.
static OPERAND: Pattern =
    Pattern::new(r"\breq\.(?:query|params|body)|\brequest\.(?:query|params|body)|\buserInput\b|\binput\b");

/// The names of a variable that holds an address.
static TARGET: Pattern = Pattern::ignoring_case(r"\b(?:userInput|input|param|returnUrl|url|redirect|next)\b");

static LOCATION: Needles = Needles::new(&["location"]);

#[derive(Default)]
pub(super) struct State {
    addresses: [Matches; ADDRESS.len()],
    queries: Indexed<QueryMarks>,
    requests: Matches,
    inputs: Matches,
    operands: Matches,
    targets: Matches,
    encoded: Around,
    /// The variables that are known to hold input, and not to.
    known: [FxHashSet<VariableId>; 2],
}

impl Rule for NoUnescapedUrlParameter {
    const META: Meta = Meta {
        id: "browser-security/no-unescaped-url-parameter",
        cwe: 116,
        owasp: "A03:2021 Injection",
        cvss: 6.1,
        on: &[AstType::AssignmentExpression, AstType::BinaryExpression, AstType::TemplateLiteral],
        filters: Filters { required_words: &[&["req.", "request.", "input", "param", "location"]], ..Filters::NONE },
        messages: &["unescapedUrlParameter"],
    };

    type Options = Options;
    type State = State;

    fn new(options: Options) -> Result<Self, String> {
        let trusted = lower_cased(&options.trusted_libraries);
        let ignored = Ignored::new(&options.ignore_patterns)?;
        Ok(Self { tests: options.tests, trusted, ignored })
    }

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        if self.tests.allow(ctx.path()) {
            return;
        }
        match node.kind() {
            Kind::TemplateLiteral => self.check_template(node, ctx),
            Kind::BinaryExpression => self.check_concatenation(node, ctx),
            _ => self.check_assignment(node, ctx),
        }
    }
}

impl NoUnescapedUrlParameter {
    fn check_template<'a>(&self, template: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        let State { requests, inputs, .. } = &mut *ctx.state;
        // The template mentions all that an insertion mentions.
        if template.expressions().is_empty()
            || !requests.any_within(template, &REQUEST) && !inputs.any_within(template, &INPUT)
        {
            return;
        }
        let fixed = fixed_parts(template);
        if !ADDRESS.iter().any(|pattern| pattern.is_match(&fixed)) && !has_query(&fixed) {
            return;
        }
        for inserted in template.expressions().iter() {
            if !self.ignored.covers(inserted) && !self.is_encoded(inserted, ctx.state) {
                report_inserted(inserted, ctx);
            }
        }
    }

    fn check_concatenation<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        if node.operator() != Some("+") {
            return;
        }
        let Some(operand) = node.right().filter(|right| !right.is(Kind::Literal)) else { return };
        if ctx.state.operands.any_within(operand, &OPERAND)
            && ctx.state.is_address(node)
            && !self.ignored.covers(operand)
            && !self.is_encoded(operand, ctx.state)
        {
            report_inserted(operand, ctx);
        }
    }

    fn check_assignment<'a>(&self, assignment: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        let Some(address) = assignment.right() else { return };
        if !assignment.left().is_some_and(|target| is_location(target, ctx))
            || address.is_any(&[Kind::BinaryExpression, Kind::TemplateLiteral])
            || self.ignored.covers(address)
            || self.is_encoded(address, ctx.state)
        {
            return;
        }
        if ctx.state.holds_input(address) {
            let what = format_args!("{} leads wherever {} says", snippet(assignment), snippet(address));
            let fix = "Parse it with new URL(…) and go on only where protocol and host are on a fixed list";
            ctx.report(address, "unescapedUrlParameter", Level::High, what, fix);
        }
    }

    /// Returns whether a node is a call that encodes, or is within one.
    fn is_encoded<'a>(&self, node: Node<'a>, state: &mut State) -> bool {
        state.encoded.any(node, |node| {
            let Some(callee) = node.callee().filter(|_| node.is(Kind::CallExpression)) else { return false };
            match callee.identifier() {
                Some(name) => matches!(name, "encodeURI" | "encodeURIComponent" | "escape"),
                None => callee.object().and_then(Node::identifier).is_some_and(|object| {
                    let object = to_lower_case(object);
                    self.trusted.iter().any(|trusted| object.contains(trusted))
                }),
            }
        })
    }
}

fn report_inserted<'a>(inserted: Node<'a>, ctx: &mut Context<'a, '_, State>) {
    let what = format_args!("{} is put into an address as it came", snippet(inserted));
    let fix = format_args!("Write encodeURIComponent({}), or build the query with URLSearchParams", snippet(inserted));
    ctx.report(inserted, "unescapedUrlParameter", Level::High, what, fix);
}

/// Returns whether what is assigned to this leads the page elsewhere.
fn is_location<'a>(target: Node<'a>, ctx: &mut Context<'a, '_, State>) -> bool {
    if let Some(name) = target.identifier() {
        return name == "location";
    }
    let (Some(object), Some(property)) = (target.object(), target.property_identifier()) else { return false };
    match property {
        "location" => object.is_identifier("window"),
        "href" => object.is_any(&[Kind::Identifier, Kind::MemberExpression]) && ctx.contains(object, &LOCATION),
        _ => false,
    }
}

impl State {
    /// Returns whether the text of a concatenation looks like an address.
    fn is_address(&mut self, node: Node<'_>) -> bool {
        ADDRESS.iter().zip(&mut self.addresses).any(|(pattern, matches)| matches.any_within(node, pattern))
            || match self.queries.get(node.tree().source(), || QueryMarks::of(node.tree().source())) {
                Ok(marks) => marks.any_within(node),
                Err(budget) => {
                    budget.spend_on_bytes(node.text().len());
                    has_query(node.text())
                }
            }
    }

    fn mentions_input(&mut self, node: Node<'_>) -> bool {
        self.requests.any_within(node, &REQUEST) || self.targets.any_within(node, &TARGET)
    }

    /// Returns whether a value mentions input, or is a variable whose declaration in the innermost block does, directly
    /// or by further such variables.
    fn holds_input(&mut self, value: Node<'_>) -> bool {
        // The nodes that were reached, each with the variable that led there.
        let mut rest = vec![(value, None)];
        let mut variables: Vec<(VariableId, Option<usize>)> = Vec::new();
        let mut names = FxHashSet::default();
        while let Some((node, from)) = rest.pop() {
            let variable = node.identifier().and_then(|name| node.tree().scope(node).variable(name));
            let is_known_to = |known: &FxHashSet<VariableId>| variable.is_some_and(|it| known.contains(&it.id()));
            if self.mentions_input(node) || is_known_to(&self.known[1]) {
                let way = std::iter::successors(from, |&at: &usize| variables[at].1);
                self.known[1].extend(way.map(|at| variables[at].0));
                return true;
            }
            let Some(variable) = variable.filter(|it| names.insert(it.name()) && !is_known_to(&self.known[0])) else {
                continue;
            };
            let definition = variable.definition();
            let Some(init) = definition.init().filter(|_| definition.is(Kind::VariableDeclarator)) else { continue };
            variables.push((variable.id(), from));
            let from = Some(variables.len() - 1);
            rest.push((init, from));
            match init.kind() {
                Kind::TemplateLiteral => rest.extend(init.expressions().iter().map(|it| (it, from))),
                Kind::BinaryExpression => {
                    rest.extend([init.left(), init.right()].into_iter().flatten().map(|it| (it, from)));
                }
                _ => {}
            }
        }
        self.known[0].extend(variables.into_iter().map(|(id, _)| id));
        false
    }
}

/// Returns whether a text holds a question mark, something other than an equals sign, and later an equals sign.
fn has_query(text: &str) -> bool {
    begins_query(text.as_bytes()).next().is_some_and(|mark| text[mark + 1..].contains('='))
}

/// Returns the places of the question marks that something else than an equals sign follows.
fn begins_query(text: &[u8]) -> impl Iterator<Item = usize> {
    memchr_iter(b'?', text).filter(|&mark| text.get(mark + 1).is_some_and(|&next| next != b'='))
}

/// The offsets of possible queries in a text, and of its equals signs.
pub(super) struct QueryMarks {
    questions: Vec<u32>,
    equals: Vec<u32>,
}

impl QueryMarks {
    fn of(source: &str) -> Self {
        let questions = begins_query(source.as_bytes()).map(|at| at as u32).collect();
        Self { questions, equals: memchr_iter(b'=', source.as_bytes()).map(|at| at as u32).collect() }
    }

    /// Returns [`has_query`] of a node's text.
    fn any_within(&self, node: Node<'_>) -> bool {
        let span = node.span();
        let first = |places: &[u32], from| places.get(places.partition_point(|&at| at < from)).copied();
        first(&self.questions, span.start)
            .and_then(|question| first(&self.equals, question))
            .is_some_and(|equals| equals < span.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_is_a_question_mark_with_a_name_and_an_equals_sign_behind() {
        for (text, expected) in
            [("/a?b=", true), ("/a?=b", false), ("/a?=b=", false), ("?=?b=", true), ("/a?b", false), ("a=b?", false)]
        {
            assert_eq!(has_query(text), expected, "{text}");
        }
    }
}
