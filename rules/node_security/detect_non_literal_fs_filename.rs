use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    engine::{Context, Filters, GuardPolicy, Guards, Level, Meta, Needles, Rule, shorten, snippet},
    estree::{AstType, Kind, Node},
};

/// Finds file names that are not written out.
///
/// ## Why
///
/// Whoever chooses a part of a file name can climb with `../` to any file that the process may read or
/// write: keys, configuration, the code itself.
///
/// ## What is found
///
/// The first argument of the usual methods of `fs` is looked at. A string literal is fine unless it
/// climbs itself, and so is `path.join(__dirname, 'a', 'b')` with literals only. A variable is fine where
/// the `if` around the call, or an `if` before it in the same function that returns or throws, asks
/// `name.startsWith(…)`, `name.includes(…)`, `LIST.includes(name)` or `/…/.test(name)`.
///
/// ## Example
///
/// ```js
/// fs.readFile(`./uploads/${req.params.name}`, done);       // found
/// fs.readFile(path.join(__dirname, 'terms.txt'), done);    // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct DetectNonLiteralFsFilename {
    options: Options,
}

#[derive(Default, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    /// Lets string literals climb.
    allow_literals: bool,
    /// Further methods that are looked at.
    additional_methods: Vec<String>,
    /// Accepted for ESLint's sake; nothing reads it.
    allowed_extensions: Vec<String>,
}

/// The methods of `fs` that take a file name first.
const METHODS: &[&str] = &[
    "access",
    "accessSync",
    "appendFile",
    "appendFileSync",
    "createReadStream",
    "createWriteStream",
    "lstat",
    "lstatSync",
    "mkdir",
    "mkdirSync",
    "readFile",
    "readFileSync",
    "readdir",
    "readdirSync",
    "rmdir",
    "rmdirSync",
    "stat",
    "statSync",
    "unlink",
    "unlinkSync",
    "writeFile",
    "writeFileSync",
];

/// The parts of a path that go to the parent folder, in the code's own spelling.
static CLIMBS: Needles = Needles::new(&["../", r"..\"]);

impl Rule for DetectNonLiteralFsFilename {
    const META: Meta = Meta {
        id: "node-security/detect-non-literal-fs-filename",
        cwe: 22,
        owasp: "A01:2021 Broken Access Control",
        cvss: 7.5,
        on: &[AstType::CallExpression],
        filters: Filters { calls: METHODS, ..Filters::NONE },
        messages: &["fsPathTraversal"],
    };

    type Options = Options;
    /// The variables that are checked, and where.
    type State = Guards;

    fn new(options: Options) -> Result<Self, String> {
        Ok(Self { options })
    }

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_, Guards>) {
        let Some(method) = call.callee_method_of("fs") else { return };
        if !METHODS.contains(&method) && !self.options.additional_methods.iter().any(|name| name == method) {
            return;
        }
        let method = shorten(method);
        let Some(path) = call.argument_at(0) else {
            let what = format_args!("fs.{method} is called without a file name");
            ctx.report(call, "fsPathTraversal", Level::High, what, "Give it a file name that is written out");
            return;
        };
        let climbs = ctx.contains(path, &CLIMBS);
        if path.string().is_some() {
            if climbs && !self.options.allow_literals {
                let what = format_args!("fs.{method} climbs out of its folder with {}", snippet(path));
                let fix = "Name the file from a fixed folder: path.join(__dirname, 'data', 'file.txt')";
                ctx.report(call, "fsPathTraversal", Level::Critical, what, fix);
            }
        } else if !is_literal_path(path) && !is_checked(path, ctx.state) && !joins_checked_names(path, ctx.state) {
            let level = if climbs { Level::Critical } else { Level::High };
            let what = format_args!("fs.{method} opens {}, which may lead to any file", snippet(path));
            let fix = "Resolve it with path.resolve(SAFE_DIR, path.basename(name)) and return early unless it \
                       startsWith(SAFE_DIR)";
            ctx.report(call, "fsPathTraversal", level, what, fix);
        }
    }
}

/// Returns whether a node is `path.join(…)` or `path.resolve(…)`.
fn is_join(node: Node<'_>) -> bool {
    node.is(Kind::CallExpression) && matches!(node.callee_method_of("path"), Some("join" | "resolve"))
}

/// Returns whether a path is joined from `__dirname` or a literal and further literals that do not climb.
fn is_literal_path(path: Node<'_>) -> bool {
    let mut parts = path.arguments().iter();
    is_join(path)
        && parts.next().is_some_and(|base| base.is_identifier("__dirname") || base.string().is_some())
        && parts.all(|part| part.string().is_some_and(|text| !CLIMBS.is_in(text)))
}

/// Returns whether a path is joined from at least one variable, all of which are checked.
fn joins_checked_names(path: Node<'_>, checks: &mut Guards) -> bool {
    let is_name = |part: &Node<'_>| part.identifier().is_some_and(|name| name != "__dirname");
    is_join(path)
        && path.arguments().iter().any(|part| is_name(&part))
        && path.arguments().iter().filter(is_name).all(|part| is_checked(part, checks))
}

/// Returns whether a variable is checked by an `if` around it or, as a guard, by one before it, both in the innermost
/// function.
fn is_checked(variable: Node<'_>, checks: &mut Guards) -> bool {
    variable.identifier().is_some_and(|name| checks.covers(name, variable, &CHECKED))
}

const CHECKED: GuardPolicy = GuardPolicy::in_function(checked_names);

/// The names whose value an `if` checks, itself or negated.
fn checked_names<'a>(condition: Node<'a>, names: &mut Vec<&'a str>) {
    let Some(test) = condition.test() else { return };
    let negated = test.argument().filter(|it| test.operator() == Some("!") && it.is(Kind::CallExpression));
    let call = negated.unwrap_or(test);
    let Some(method) = call.callee_method().filter(|_| call.is(Kind::CallExpression)) else { return };
    if matches!(method, "startsWith" | "includes") {
        names.extend(call.callee().and_then(Node::object).and_then(Node::identifier));
    }
    if matches!(method, "includes" | "test") {
        names.extend(call.arguments().iter().filter_map(Node::identifier));
    }
}
