use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{called_name, lists};
use crate::{
    engine::{Context, Filters, Level, Meta, Needles, Rule, snippet, words},
    estree::{Around, AstType, Kind, Node, Tree, to_lower_case},
};

/// Finds archives that are unpacked without a look at the names in them.
///
/// ## Why
///
/// A name in an archive may be `../../etc/cron.d/job`. What unpacks it under that name writes where it
/// should not, and what is written there is often run.
///
/// ## What is found
///
/// Looked at are calls that unpack (`extractAllTo`, `unzip` and their like), paths joined with a name from
/// an entry (`path.join(folder, entry.name)`) without `path.basename` or a check around them, strings
/// with `../` in what deals with archives or files, and strings that name a folder of the system. A block
/// comment with `@safe` anywhere in the file vouches for all calls that unpack.
///
/// ## Example
///
/// ```js
/// zip.extractAllTo(folder);                                              // found
/// const file = path.join(folder, entry.entryName);                       // found
/// const file = path.join(folder, path.basename(entry.entryName));        // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoZipSlip(Options);

#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    /// The functions that unpack.
    archive_functions: Vec<String>,
    /// The functions that check a path.
    path_validation_functions: Vec<String>,
    /// The libraries that may unpack.
    safe_libraries: Vec<String>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            archive_functions: words(&["extract", "extractAll", "extractAllTo", "unzip", "untar", "extractArchive"]),
            path_validation_functions: words(&["validatePath", "sanitizePath", "checkPath", "safePath"]),
            safe_libraries: words(&["yauzl", "safe-archive-extract", "tar-stream", "unzipper"]),
        }
    }
}

/// Folders that belong to the system or to people.
static SYSTEM_FOLDERS: Needles =
    Needles::new(&["/etc", "/home", "/root", "/usr", "/var", r"C:\Program Files", r"C:\Users", r"C:\Windows"]);
/// The words that a path to temporary files holds.
static TEMPORARY: Needles = Needles::new(&["TMPDIR", "os.tmpdir"]);
/// The words that the name of a variable holds that deals with archives or files.
static FILE_NAMES: Needles = Needles::new(&["archive", "entry", "file", "path", "tar", "zip"]);
static FILE_NAMES_IN_ANY_CASE: Needles =
    Needles::ignoring_case(&["archive", "entry", "extract", "file", "path", "tar", "zip"]);
/// The steps up that a path may hold, wherever.
static STEPS_UP: Needles = Needles::new(&["../", r"..\", "/.."]);

/// The facts about one text that are already known.
#[derive(Default)]
pub(super) struct Known {
    /// `true` if a block comment says `@safe`.
    vouched: Option<bool>,
    /// The memo of whether code around a node checks paths.
    checked: Around,
    /// The memo of whether code around a node deals with archives or files.
    about_files: Around,
}

impl Rule for NoZipSlip {
    const META: Meta = Meta {
        id: "node-security/no-zip-slip",
        cwe: 22,
        owasp: "A01:2021 Broken Access Control",
        cvss: 8.1,
        on: &[AstType::CallExpression, AstType::StringLiteral],
        filters: Filters {
            calls: &[
                "extract",
                "extractAll",
                "extractAllTo",
                "extractArchive",
                "join",
                "normalize",
                "relative",
                "resolve",
                "untar",
                "unzip",
            ],
            string_bytes: b"/\\",
            ..Filters::NONE
        },
        messages: &[
            "unsafeArchiveExtraction",
            "pathTraversalInArchive",
            "unvalidatedArchivePath",
            "dangerousArchiveDestination",
        ],
    };

    type Options = Options;
    type State = Known;

    fn new(options: Options) -> Result<Self, String> {
        Ok(Self(options))
    }

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, Known>) {
        if let Some(text) = node.string() {
            self.check_string(node, text, ctx);
        } else if node.is(Kind::CallExpression) {
            if self.unpacks(node) && !self.is_safe_library(node) {
                let tree = ctx.tree();
                if *ctx.state.vouched.get_or_insert_with(|| is_vouched(tree)) {
                    return;
                }
                check_unpacking(node, ctx);
            }
            self.check_joining(node, ctx);
        }
    }
}

impl NoZipSlip {
    /// Returns whether a call unpacks an archive.
    fn unpacks(&self, call: Node<'_>) -> bool {
        called_name(call).and_then(Node::name).is_some_and(|name| lists(&self.0.archive_functions, name))
    }

    fn is_safe_library(&self, call: Node<'_>) -> bool {
        let Some(callee) = call.callee() else { return false };
        let Some(name) = callee.identifier() else {
            return callee.object().and_then(Node::identifier).is_some_and(|it| lists(&self.0.safe_libraries, it));
        };
        let name = to_lower_case(name);
        matches!(&*name, "extract" | "unzipper")
            || self.0.safe_libraries.iter().any(|library| name.contains(&*to_lower_case(library)))
    }

    /// Looks for names from an archive among the parts of a path.
    fn check_joining<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_, Known>) {
        let Some("join" | "normalize" | "relative" | "resolve") = call.callee_method() else { return };
        for part in call.arguments().iter().filter(|part| is_entry_name(*part)) {
            if !ctx.state.checked.any(call, |node| self.checks_path(node)) {
                let what = format_args!("{} may hold ../ and lead out of the folder", snippet(part));
                let fix = "Resolve the path and throw unless it starts with the folder's own, or use path.basename";
                ctx.report(part, "unvalidatedArchivePath", Level::High, what, fix);
            }
        }
    }

    /// Returns whether a node checks or mends the path in it: a call that does, or an `if` that looks at it.
    fn checks_path(&self, node: Node<'_>) -> bool {
        match node.kind() {
            Kind::CallExpression => {
                node.callee_name().is_some_and(|name| lists(&self.0.path_validation_functions, name))
                    || node.callee_method_of("path") == Some("basename")
            }
            Kind::IfStatement => node.test().is_some_and(looks_at_path),
            _ => false,
        }
    }

    fn check_string<'a>(&self, literal: Node<'a>, text: &str, ctx: &mut Context<'a, '_, Known>) {
        if !text.contains(['/', '\\']) {
            return;
        }
        let steps_up = text.starts_with("..") || STEPS_UP.is_in(text);
        if steps_up {
            if self.is_about_files(literal, ctx) {
                let what = format_args!("{} leads out of the folder", snippet(literal));
                let fix = "Leave ../ out, and refuse names from an archive that hold it";
                ctx.report(literal, "pathTraversalInArchive", Level::Critical, what, fix);
            }
        } else if is_system_folder(text) && !self.is_destination(literal) {
            report_destination(literal, literal, ctx);
        }
    }

    /// Returns whether a string is in a call that unpacks, or in the value of a variable whose name speaks of archives
    /// or files.
    fn is_about_files<'a>(&self, literal: Node<'a>, ctx: &mut Context<'a, '_, Known>) -> bool {
        let declares = |node: Node<'_>, names: &Needles| {
            node.is(Kind::VariableDeclarator)
                && node.declared().and_then(Node::identifier).is_some_and(|name| names.is_in(name))
        };
        literal.parent().is_some_and(|parent| declares(parent, &FILE_NAMES_IN_ANY_CASE))
            || ctx
                .state
                .about_files
                .any(literal, |node| node.is(Kind::CallExpression) && self.unpacks(node) || declares(node, &FILE_NAMES))
    }

    /// Returns whether a string says where a call unpacks to, which is looked at with the call.
    fn is_destination(&self, literal: Node<'_>) -> bool {
        literal.parent().filter(|call| call.is(Kind::CallExpression) && self.unpacks(*call)).is_some_and(|call| {
            let is_method = call.callee().is_some_and(|callee| callee.is(Kind::MemberExpression));
            call.argument_at(usize::from(!is_method)) == Some(literal)
        })
    }
}

fn is_vouched(tree: &Tree<'_>) -> bool {
    tree.comments().iter().any(|comment| comment.is_block() && tree.comment_text(comment).contains("@safe"))
}

/// Reports a call that unpacks an archive, for what it does and for where it unpacks to.
fn check_unpacking<'a>(call: Node<'a>, ctx: &mut Context<'a, '_, Known>) {
    let is_method = call.callee().is_some_and(|callee| callee.is(Kind::MemberExpression));
    let place = usize::from(!matches!(call.callee_method(), Some("extractAllTo" | "unzip")));
    let destination = call.argument_at(place).filter(|destination| destination.string().is_some());
    let folder = destination.and_then(Node::string).unwrap_or_default();
    let into_system = destination.filter(|_| is_system_folder(folder));
    // A method's destination is reported beside it, a function's in its place.
    let is_reported =
        if is_method { !folder.starts_with("./") && !folder.starts_with("../") } else { into_system.is_none() };
    if is_reported {
        let what = format_args!("{} unpacks whatever names the archive holds", snippet(call));
        let fix = "Unpack entry by entry, and throw unless path.resolve(folder, name) stays in the folder";
        ctx.report(call, "unsafeArchiveExtraction", Level::High, what, fix);
    }
    if let Some(destination) = into_system {
        report_destination(if is_method { destination } else { call }, destination, ctx);
    }
}

fn report_destination<'a>(node: Node<'a>, destination: Node<'a>, ctx: &mut Context<'a, '_, Known>) {
    let what = format_args!("{} is a folder of the system or of a person", snippet(destination));
    let fix = "Unpack into a folder of its own below os.tmpdir(), made with fs.mkdtemp";
    ctx.report(node, "dangerousArchiveDestination", Level::Medium, what, fix);
}

fn is_system_folder(text: &str) -> bool {
    SYSTEM_FOLDERS.is_in(text) && !text.starts_with("/tmp") && !TEMPORARY.is_in(text)
}

/// Returns whether a node is a name as entries of archives have them: `entry.name`.
fn is_entry_name(node: Node<'_>) -> bool {
    matches!(
        node.property_identifier(),
        Some("entryName" | "fileName" | "filename" | "name" | "path" | "pathname" | "relativePath")
    )
}

/// Returns whether a condition is `a.startsWith(b)`, its negation, or `a.includes(b)`.
fn looks_at_path(test: Node<'_>) -> bool {
    let calls = |node: Node<'_>, methods: &[&str]| {
        node.is(Kind::CallExpression) && node.callee_method().is_some_and(|method| methods.contains(&method))
    };
    let negated = test.operator() == Some("!") && test.argument().is_some_and(|it| calls(it, &["startsWith"]));
    negated || calls(test, &["includes", "startsWith"])
}
