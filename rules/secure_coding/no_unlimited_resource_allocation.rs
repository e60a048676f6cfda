use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    engine::{Context, Filters, Level, Meta, Needles, Rule, SafetyChecker, SafetyMemo, snippet, words},
    estree::{AstType, Kind, Node},
};

/// Finds memory and files that are taken without a limit.
///
/// ## Why
///
/// A buffer as large as a request asks for, an upload without a size, an archive that is unpacked
/// whatever comes out of it: one request is then enough to take a server down.
///
/// ## What is found
///
/// Found are: `Buffer.alloc`, `Buffer.allocUnsafe`, `new Buffer`, `Array(n)` and `fs.readFile`,
/// `writeFile` and their synchronous forms with an argument that looks like input; buffers above a size;
/// `multer({…})` without `limits.fileSize`; calls that unpack archives (`unzipper`, `Extract`) or parse
/// XML (`xml2js`, `parseString`); caches that are filled with buffers of a length at hand; `map` and
/// `forEach` that map over the keys of each item; and buffers, arrays, maps, sets and files made in a
/// loop. Sizes that go through `Math.min` or `Math.max` are fine.
///
/// ## Example
///
/// ```js
/// const buffer = Buffer.alloc(req.query.size);                        // found
/// const buffer = Buffer.alloc(Math.min(req.query.size, 65536));       // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoUnlimitedResourceAllocation {
    max_size: f64,
    user_input: Needles,
    limiting: Needles,
    safety: SafetyChecker,
}

#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    /// The largest buffer, in bytes, 1024 or more.
    max_resource_size: f64,
    /// Parts of code that looks like input.
    user_input_variables: Vec<String>,
    /// Functions that limit a buffer's size.
    safe_resource_functions: Vec<String>,
    /// Accepted for ESLint's sake; nothing reads it: what it would find is found already.
    require_resource_validation: bool,
    #[serde(flatten)]
    safety: SafetyChecker,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            max_resource_size: 1_048_576.0,
            user_input_variables: words(&["body", "data", "input", "params", "query", "req", "request"]),
            safe_resource_functions: words(&["checkLimits", "limitResource", "safeAlloc", "validateSize"]),
            require_resource_validation: true,
            safety: SafetyChecker::default(),
        }
    }
}

static CLAMPS: Needles = Needles::new(&["Math.clamp(", "Math.max(", "Math.min("]);

/// The words that the text of a callee holds when there is anything about its call to look at, whatever it is given.
static CALLEES: Needles = Needles::new(&[
    "Array",
    "Buffer",
    "Extract",
    "alloc",
    "parseString",
    "readFile",
    "unzipper",
    "writeFile",
    "xml2js",
]);
static UNPACKS: Needles = Needles::new(&["Extract", "unzipper"]);
static PARSES_XML: Needles = Needles::new(&["parseString", "xml2js"]);
static FILLS_CACHE: Needles = Needles::new(&["set"]);
static BUFFER: Needles = Needles::new(&["Buffer.alloc"]);
static LENGTH: Needles = Needles::new(&["length"]);
static ITERATES: Needles = Needles::new(&["forEach", "map"]);
static KEYS: Needles = Needles::new(&["Object.keys"]);
static MAP: Needles = Needles::new(&["map"]);
static ALLOCATING_CALLS: Needles = Needles::new(&["Array", "Buffer", "alloc", "readFile", "writeFile"]);
static ALLOCATING_CLASSES: Needles = Needles::new(&["Array", "Buffer", "Map", "Set"]);

const FILE_METHODS: &[&str] = &["readFile", "readFileSync", "writeFile", "writeFileSync"];

/// The number of nodes around an allocation that are searched for a loop.
const MAX_NODES_TO_LOOP: usize = 20;

impl Rule for NoUnlimitedResourceAllocation {
    const META: Meta = Meta {
        id: "secure-coding/no-unlimited-resource-allocation",
        cwe: 770,
        owasp: "A04:2021 Insecure Design",
        cvss: 7.5,
        on: &[AstType::CallExpression, AstType::NewExpression],
        filters: Filters {
            callee_words: &[
                "alloc",
                "array",
                "buffer",
                "extract",
                "foreach",
                "map",
                "multer",
                "parsestring",
                "readfile",
                "set",
                "unzipper",
                "writefile",
                "xml2js",
            ],
            ..Filters::NONE
        },
        messages: &[
            "unlimitedBufferAllocation",
            "unlimitedFileOperations",
            "unlimitedMemoryAllocation",
            "userControlledResourceSize",
            "resourceAllocationInLoop",
        ],
    };

    type Options = Options;
    type State = SafetyMemo;

    fn new(options: Options) -> Result<Self, String> {
        if options.max_resource_size < 1024.0 {
            return Err("`maxResourceSize` must be at least 1024".into());
        }
        Ok(Self {
            max_size: options.max_resource_size,
            user_input: Needles::of(&options.user_input_variables),
            limiting: Needles::of(&options.safe_resource_functions),
            safety: options.safety,
        })
    }

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, SafetyMemo>) {
        let Some(callee) = node.callee() else { return };
        if node.is(Kind::NewExpression) {
            self.check_new(node, callee, ctx);
        } else if callee.is_identifier("multer") {
            self.check_upload(node, ctx);
        } else {
            self.check_call(node, callee, ctx);
        }
    }
}

/// The state of a call: a finding that names the cause, or a comment that vouches for the code, settles it.
#[derive(PartialEq, Eq)]
enum Outcome {
    Settled,
    Open,
}

impl NoUnlimitedResourceAllocation {
    fn check_call<'a>(&self, call: Node<'a>, callee: Node<'a>, ctx: &mut Context<'a, '_, SafetyMemo>) {
        if !ctx.contains(callee, &CALLEES) {
            check_given(call, callee, ctx);
            return;
        }
        let outcome = if makes_buffer(callee) {
            self.check_buffer(call, ctx)
        } else if is_file_method(callee) {
            self.check_file(call, ctx)
        } else if callee.is_identifier("Array") {
            self.check_array(call, ctx)
        } else {
            Outcome::Open
        };
        if outcome == Outcome::Settled {
            return;
        }
        check_callee(call, callee, ctx);
        if ctx.contains(callee, &ALLOCATING_CALLS)
            && is_in_loop(call)
            && !self.safety.is_safe(call, ctx.state)
            && !is_stored_in_member(call)
        {
            report_loop(call, callee, ctx);
        }
    }

    fn check_new<'a>(&self, new: Node<'a>, callee: Node<'a>, ctx: &mut Context<'a, '_, SafetyMemo>) {
        let outcome = match callee.identifier() {
            Some("Buffer") => self.check_buffer(new, ctx),
            Some("Array") => self.check_array(new, ctx),
            _ => Outcome::Open,
        };
        if outcome == Outcome::Open
            && ctx.contains(callee, &ALLOCATING_CLASSES)
            && is_in_loop(new)
            && !self.safety.is_safe(new, ctx.state)
        {
            report_loop(new, callee, ctx);
        }
    }

    fn is_user_input<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, SafetyMemo>) -> bool {
        !node.is(Kind::SpreadElement) && ctx.contains(node, &self.user_input)
    }

    fn check_buffer<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, SafetyMemo>) -> Outcome {
        let Some(size) = node.argument_at(0) else { return Outcome::Open };
        let limited = ctx.contains(size, &CLAMPS) || ctx.contains(size, &self.limiting);
        let (message_id, what) = if !limited && self.is_user_input(size, ctx) {
            ("userControlledResourceSize", format!("{} lets a request choose the size of a buffer", snippet(size)))
        } else if estimate(size).is_some_and(|estimate| estimate > self.max_size) {
            ("unlimitedBufferAllocation", format!("a buffer of {} bytes is too large", snippet(size)))
        } else {
            return Outcome::Open;
        };
        if !self.safety.is_safe(node, ctx.state) {
            let fix = format_args!("Limit the size: Math.min(size, {})", self.max_size);
            ctx.report(size, message_id, Level::High, what, fix);
        }
        Outcome::Settled
    }

    fn check_array<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, SafetyMemo>) -> Outcome {
        let Some(size) = node.argument_at(0).filter(|_| node.arguments().len() == 1) else { return Outcome::Open };
        if !self.is_user_input(size, ctx) {
            return Outcome::Open;
        }
        if self.safety.is_safe(node, ctx.state) {
            return Outcome::Settled;
        }
        let what = format_args!("{} lets a request choose the length of an array", snippet(size));
        ctx.report(size, "unlimitedMemoryAllocation", Level::High, what, "Refuse a length above a fixed limit first");
        Outcome::Open
    }

    fn check_file<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_, SafetyMemo>) -> Outcome {
        let Some(path) = call.argument_at(0) else { return Outcome::Open };
        if is_fixed_path(path) {
            return Outcome::Settled;
        }
        if !self.is_user_input(path, ctx) {
            return Outcome::Open;
        }
        if self.safety.is_safe(call, ctx.state) {
            return Outcome::Settled;
        }
        let what = format_args!("{} lets a request choose a file of any size", snippet(path));
        let fix = "Allow only known files, look at their size with fs.stat(), and stream large ones";
        ctx.report(path, "unlimitedFileOperations", Level::Medium, what, fix);
        Outcome::Open
    }

    fn check_upload<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_, SafetyMemo>) {
        let Some(options) = call.argument_at(0).filter(|options| options.is(Kind::ObjectExpression)) else { return };
        if !limits_file_size(options) && !self.safety.is_safe(call, ctx.state) {
            let what = format_args!("{} takes uploads of any size", snippet(call));
            let fix = "Add limits: { fileSize: 5 * 1024 * 1024, files: 1 }";
            ctx.report(call, "unlimitedFileOperations", Level::High, what, fix);
        }
    }
}

/// Finds what the text of a call's callee gives away.
fn check_callee<'a>(call: Node<'a>, callee: Node<'a>, ctx: &mut Context<'a, '_, SafetyMemo>) {
    if ctx.contains(callee, &UNPACKS) {
        let what = format_args!("{} unpacks an archive without a limit", snippet(callee));
        let fix = "Sum up the size of the entries while unpacking, and stop above a limit";
        ctx.report(call, "unlimitedFileOperations", Level::High, what, fix);
    }
    if ctx.contains(callee, &PARSES_XML) {
        let what = format_args!("{} expands what an XML document declares", snippet(callee));
        let fix = "Limit the document's size, and refuse entity declarations";
        ctx.report(call, "unlimitedMemoryAllocation", Level::High, what, fix);
    }
    check_given(call, callee, ctx);
}

/// Finds what the text of a callee and what it is given give away together.
fn check_given<'a>(call: Node<'a>, callee: Node<'a>, ctx: &mut Context<'a, '_, SafetyMemo>) {
    let memory = "unlimitedMemoryAllocation";
    if let Some(value) = call.argument_at(1)
        && ctx.contains(callee, &FILLS_CACHE)
        && ctx.contains(value, &BUFFER)
        && ctx.contains(value, &LENGTH)
    {
        let what = format_args!("{} keeps a buffer for each key", snippet(callee));
        ctx.report(
            call,
            memory,
            Level::Medium,
            what,
            "Limit the number and the size of what is kept, as an LRU cache does",
        );
    }
    if let Some(callback) = call.argument_at(0)
        && ctx.contains(callee, &ITERATES)
        && ctx.contains(callback, &KEYS)
        && ctx.contains(callback, &MAP)
    {
        let what = format_args!("{} makes an array for the keys of each item", snippet(callee));
        ctx.report(call, memory, Level::Medium, what, "Limit the number of items and of their keys first");
    }
}

fn report_loop<'a>(node: Node<'a>, callee: Node<'a>, ctx: &mut Context<'a, '_, SafetyMemo>) {
    let what = format_args!("{} is called in each turn of a loop", snippet(callee));
    let fix = "Allocate once before the loop, or limit the number of turns";
    ctx.report(node, "resourceAllocationInLoop", Level::Medium, what, fix);
}

/// Returns whether a callee is `Buffer.alloc`, `Buffer.allocUnsafe`, or the result of `new Buffer()`.
fn makes_buffer(callee: Node<'_>) -> bool {
    callee.is(Kind::NewExpression) && callee.callee_name() == Some("Buffer")
        || matches!(callee.property_identifier(), Some("alloc" | "allocUnsafe"))
            && callee.object().is_some_and(|object| object.is_identifier("Buffer"))
}

fn is_file_method(callee: Node<'_>) -> bool {
    callee.property_identifier().is_some_and(|method| FILE_METHODS.contains(&method))
        && callee.object().is_some_and(|object| object.is_identifier("fs"))
}

/// Returns whether a path is put together from `__dirname` and literals.
fn is_fixed_path(path: Node<'_>) -> bool {
    let joins = path.is(Kind::CallExpression)
        && matches!(path.callee_method(), Some("join" | "resolve"))
        && path.callee().and_then(Node::object).is_some_and(|object| object.is_identifier("path"));
    joins
        && path.argument_at(0).is_some_and(|first| first.is_identifier("__dirname"))
        && path.arguments().iter().skip(1).all(|part| part.is(Kind::Literal))
}

/// Returns whether the options of an upload limit the size of a file.
fn limits_file_size(options: Node<'_>) -> bool {
    options.properties().iter().any(|property| match property.key_identifier() {
        Some("fileSize") => true,
        Some("limits") => property
            .value()
            .filter(|value| value.is(Kind::ObjectExpression))
            .is_some_and(|limits| limits.properties().iter().any(|limit| limit.key_identifier() == Some("fileSize"))),
        _ => false,
    })
}

fn is_in_loop(node: Node<'_>) -> bool {
    node.ancestors().take(MAX_NODES_TO_LOOP).any(Node::is_loop)
}

/// Returns whether the value is assigned to a property or element of a variable, which bounds what is kept.
fn is_stored_in_member(node: Node<'_>) -> bool {
    let target = node.parent().filter(|parent| parent.is(Kind::AssignmentExpression)).and_then(Node::left);
    target.is_some_and(|target| {
        target.is(Kind::MemberExpression) && target.object().is_some_and(|object| object.is(Kind::Identifier))
    })
}

/// The value of an expression of numbers and `+ - * /`.
fn estimate(expression: Node<'_>) -> Option<f64> {
    // Down the left side in a loop: a long sum is deep.
    let mut outer = Vec::new();
    let mut innermost = expression;
    while innermost.is(Kind::BinaryExpression) {
        outer.push(innermost);
        innermost = innermost.left()?;
    }
    outer.into_iter().rev().try_fold(innermost.number()?, |left, operation| {
        let right = estimate(operation.right()?)?;
        match operation.operator()? {
            "*" => Some(left * right),
            "+" => Some(left + right),
            "-" => Some(left - right),
            "/" if right != 0.0 => Some(left / right),
            _ => None,
        }
    })
}
