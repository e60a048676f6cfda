use documented::Documented;
use oxc_span::Span;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    engine::{Budget, Context, Filters, Level, Meta, Needles, Rule, snippet},
    estree::{AstType, Kind, Node},
};

/// Finds code that is made at run time: `eval` and `Function`.
///
/// ## Why
///
/// What `eval` is given runs with all rights of the page or the process. Whoever writes a part of the text
/// runs code of their own.
///
/// ## What is found
///
/// Calls of `eval` with anything but a string literal are found, and every `Function(…)` and
/// `new Function(…)`. The message depends on what the code seems to be made for: reading JSON, calculating,
/// filling in a text, or getting at a property.
///
/// ## Example
///
/// ```js
/// const value = eval('settings.' + key);       // found
/// const value = settings[key];                 // fine
/// const add = new Function('a', 'b', body);    // found
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct DetectEvalWithExpression {
    options: Options,
}

#[derive(Default, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    /// Leaves alone calls whose first argument is a string literal.
    allow_literal_strings: bool,
    /// Further functions that are taken for `eval`.
    additional_eval_functions: Vec<String>,
    /// The repair that messages propose: `remove`, `refactor`, `validate`, or with `auto` what fits the code.
    strategy: Strategy,
}

#[derive(Clone, Copy, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum Strategy {
    Remove,
    Refactor,
    Validate,
    #[default]
    Auto,
}

/// The apparent purpose of code that is made at run time.
#[derive(Clone, Copy)]
enum Purpose {
    Json,
    Template,
    Object,
    /// Calculating, or nothing that the text tells.
    Other,
}

static PARSES_JSON: Needles = Needles::ignoring_case(&["json.parse"]);
static CALCULATES: Needles = Needles::ignoring_case(&["math.", "parsefloat", "parseint"]);
static FILLS_IN: Needles = Needles::ignoring_case(&["${", "interpolat", "template"]);
static GETS_PROPERTY: Needles = Needles::ignoring_case(&[".", "object["]);

/// The offsets of brackets in a text, searched for once, so that nested code costs no more than its length.
#[derive(Default)]
pub(super) struct State {
    parse_calls: Search,
    lists: Search,
}

impl Rule for DetectEvalWithExpression {
    const META: Meta = Meta {
        id: "node-security/detect-eval-with-expression",
        cwe: 95,
        owasp: "A03:2021 Injection",
        cvss: 9.8,
        on: &[AstType::CallExpression, AstType::NewExpression],
        filters: Filters { calls: &["eval", "Function"], ..Filters::NONE },
        messages: &[
            "useJsonParse",
            "useObjectAccess",
            "useTemplateLiteral",
            "strategyRemove",
            "strategyRefactor",
            "strategyValidate",
        ],
    };

    type Options = Options;
    type State = State;

    fn new(options: Options) -> Result<Self, String> {
        Ok(Self { options })
    }

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        let code: Vec<_> = if node.is(Kind::NewExpression) && node.callee_name() == Some("Function") {
            node.arguments().iter().collect()
        } else if node.is(Kind::CallExpression) && (self.evaluates(node) || calls_new_function(node)) {
            node.argument_at(0).into_iter().collect()
        } else {
            return;
        };
        let purpose = purpose(&code, ctx);
        let what = format_args!("{} runs code that is made at run time", snippet(node));
        ctx.report(node, self.message_id(purpose), Level::Critical, what, purpose.fix());
    }
}

impl DetectEvalWithExpression {
    /// Returns whether a call evaluates code, other than a literal that may be evaluated.
    fn evaluates(&self, call: Node<'_>) -> bool {
        let Some(name) = call.callee_name() else { return false };
        let Options { allow_literal_strings, additional_eval_functions, .. } = &self.options;
        let evaluates = matches!(name, "eval" | "Function") || additional_eval_functions.iter().any(|it| it == name);
        let may_be_literal = name == "eval" || *allow_literal_strings;
        evaluates && !(may_be_literal && call.argument_at(0).and_then(Node::string).is_some())
    }

    fn message_id(&self, purpose: Purpose) -> &'static str {
        match (self.options.strategy, purpose) {
            (Strategy::Remove, _) => "strategyRemove",
            (Strategy::Refactor, _) | (Strategy::Auto, Purpose::Other) => "strategyRefactor",
            (Strategy::Validate, _) => "strategyValidate",
            (Strategy::Auto, Purpose::Json) => "useJsonParse",
            (Strategy::Auto, Purpose::Template) => "useTemplateLiteral",
            (Strategy::Auto, Purpose::Object) => "useObjectAccess",
        }
    }
}

impl Purpose {
    fn fix(self) -> &'static str {
        match self {
            Self::Json => "Read the text with JSON.parse(text)",
            Self::Template => "Build the text with a template literal and use it as text",
            Self::Object => "Get the property with object[key] after ALLOWED_KEYS.includes(key)",
            Self::Other => "Write a function for each thing that the code may do, and choose among them by name",
        }
    }
}

/// Returns whether a call calls what `new Function(…)` has just made.
fn calls_new_function(call: Node<'_>) -> bool {
    call.callee().is_some_and(|callee| callee.is(Kind::NewExpression) && callee.callee_name() == Some("Function"))
}

/// Returns what code is made for, by the text of the arguments that it is made from.
fn purpose<'a>(code: &[Node<'a>], ctx: &mut Context<'a, '_, State>) -> Purpose {
    let source = ctx.source();
    if holds(code, &PARSES_JSON, ctx) || ctx.state.parse_calls.finds("parse(", ')', code, source) {
        Purpose::Json
    } else if holds(code, &CALCULATES, ctx) {
        Purpose::Other
    } else if holds(code, &FILLS_IN, ctx) {
        Purpose::Template
    } else if holds(code, &GETS_PROPERTY, ctx) || ctx.state.lists.finds("[", ']', code, source) {
        Purpose::Object
    } else {
        Purpose::Other
    }
}

fn holds<'a>(code: &[Node<'a>], needles: &'static Needles, ctx: &mut Context<'a, '_, State>) -> bool {
    code.iter().any(|&part| ctx.contains(part, needles))
}

const LINE_ENDS: [char; 4] = ['\n', '\r', '\u{2028}', '\u{2029}'];

/// Looks for one sort of bracket.
#[derive(Default)]
struct Search {
    budget: Budget,
    index: Option<Brackets>,
}

impl Search {
    /// Returns whether the texts of nodes, written one after the other with commas between, hold what `open` opens,
    /// whatever the case of its letters, and `close` closes on the same line.
    fn finds(&mut self, open: &str, close: char, nodes: &[Node<'_>], source: &str) -> bool {
        let size = nodes.iter().map(|node| node.span().size()).sum();
        if self.index.is_some() || !self.budget.allows(size, source) {
            return self.index.get_or_insert_with(|| Brackets::find(source, open, close)).enclose(nodes);
        }
        let text = nodes.iter().map(|node| node.text()).collect::<Vec<_>>().join(",");
        text.split(LINE_ENDS).any(|line| {
            let mut rests = line.char_indices().map(|(at, _)| &line[at..]);
            rests.find(|rest| begins(rest, open)).is_some_and(|rest| rest[open.len()..].contains(close))
        })
    }
}

/// Returns whether a text begins with a word, whatever the case of its letters.
fn begins(text: &str, word: &str) -> bool {
    text.as_bytes().get(..word.len()).is_some_and(|text| text.eq_ignore_ascii_case(word.as_bytes()))
}

/// The offsets of one kind of opening and closing bracket and of line ends, in bytes, sorted.
struct Brackets {
    opened: Vec<u32>,
    closed: Vec<u32>,
    line_ends: Vec<u32>,
    /// Each opening that is closed on its line, with the first closing after it.
    pairs: Vec<(u32, u32)>,
}

impl Brackets {
    /// Finds brackets that `open` opens, whatever its letters' case, and `close` closes.
    fn find(source: &str, open: &str, close: char) -> Self {
        let mut brackets = Self { opened: vec![], closed: vec![], line_ends: vec![], pairs: vec![] };
        for (at, character) in source.char_indices() {
            let offset = at as u32;
            if LINE_ENDS.contains(&character) {
                brackets.line_ends.push(offset);
            } else if character == close {
                brackets.closed.push(offset);
            } else if begins(&source[at..], open) {
                brackets.opened.push(offset);
            }
        }
        let whole = Span::new(0, source.len() as u32);
        brackets.pairs = brackets
            .opened
            .iter()
            .filter_map(|&open| brackets.closed_on_line(Span::new(open, whole.end)).map(|close| (open, close)))
            .collect();
        brackets
    }

    /// The first closing in a span, unless a line ends before it.
    fn closed_on_line(&self, span: Span) -> Option<u32> {
        let line_end = first_in(&self.line_ends, span).unwrap_or(span.end);
        first_in(&self.closed, span).filter(|&close| close < line_end)
    }

    /// Answers as [`Search::finds`] says.
    fn enclose(&self, nodes: &[Node<'_>]) -> bool {
        // True if the line that continues from one text to the next has an opening.
        let mut is_open = false;
        nodes.iter().any(|node| {
            let span = node.span();
            let first = self.pairs.partition_point(|&(open, _)| open < span.start);
            let within = self.pairs.get(first).is_some_and(|&(_, close)| close < span.end);
            let found = within || is_open && self.closed_on_line(span).is_some();
            let last_line = match last_in(&self.line_ends, span) {
                Some(line_end) => Span::new(line_end, span.end),
                None => span,
            };
            is_open = is_open && last_line == span || first_in(&self.opened, last_line).is_some();
            found
        })
    }
}

/// The first of some sorted offsets that lies in a span.
fn first_in(offsets: &[u32], span: Span) -> Option<u32> {
    offsets.get(offsets.partition_point(|&at| at < span.start)).copied().filter(|&at| at < span.end)
}

/// The last of some sorted offsets that lies in a span.
fn last_in(offsets: &[u32], span: Span) -> Option<u32> {
    let next = offsets.partition_point(|&at| at < span.end);
    next.checked_sub(1).map(|last| offsets[last]).filter(|&at| at >= span.start)
}
