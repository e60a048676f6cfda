use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    engine::{Context, Edit, Filters, Indexed, Level, Matches, Meta, Needles, Pattern, Rule, TestOptions},
    estree::{AstType, Kind, Node, Tree},
};

/// Finds errors that are caught and never heard of.
///
/// ## Why
///
/// An attack shows in errors first: a signature that does not verify, a query that does not parse. Where
/// nobody logs them nobody notices.
///
/// ## What is found
///
/// A `catch` is found that is empty, or that neither throws nor logs: nowhere in its text, comments
/// included, is there a call of `console.…`, `logger.…`, `log.…`, `winston.…`, `pino.…`, `bunyan.…`, or of a
/// function whose name begins with `log`, `error` or `warn`. One that returns something with `500`, `error`
/// or `fail` in it is fine, and so is one with a comment that says `intentional`, `expected`, `ignore`,
/// `suppress`, `handled` or `silent`.
///
/// ## Example
///
/// ```js
/// try { await save(order); } catch { return null; }                             // found
/// try { await save(order); } catch (error) { console.error(error); throw error; }    // fine
/// try { await unlink(path); } catch { /* ignore: it may be gone already */ }    // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoErrorSwallowing(Options);

#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    #[serde(flatten)]
    tests: TestOptions<true>,
    /// Lets a comment count that says why the error is not logged.
    allow_with_comment: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { tests: TestOptions::default(), allow_with_comment: true }
    }
}

static LOGGING: Pattern =
    Pattern::new(r"\b(?:log|error|warn)\w*\s*\(|(?:console|logger|log|winston|pino|bunyan)\.\s*(?:info|debug)\s*\(")
        .holding(&["debug", "error", "info", "log", "warn"]);

/// The words of a comment about an error that is ignored on purpose.
static INTENTIONAL: Needles =
    Needles::ignoring_case(&["expected", "handled", "ignore", "intentional", "silent", "suppress"]);

/// The words that a returned value holds that tells the caller of the error.
static FAILURE: Needles = Needles::ignoring_case(&["500", "error", "fail"]);

#[derive(Default)]
pub(super) struct State {
    logging: Matches,
    /// The places, among the comments, of those that say that an error is left alone on purpose.
    intentional: Indexed<Vec<usize>>,
}

impl Rule for NoErrorSwallowing {
    const META: Meta = Meta {
        id: "lambda-security/no-error-swallowing",
        cwe: 390,
        owasp: "A09:2021 Security Logging and Monitoring Failures",
        cvss: 5.0,
        on: &[AstType::CatchClause],
        filters: Filters::NONE,
        messages: &["emptyCatchBlock", "addErrorLogging"],
    };

    type Options = Options;
    type State = State;

    fn new(options: Options) -> Result<Self, String> {
        Ok(Self(options))
    }

    fn check<'a>(&self, clause: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        let Some(body) = clause.body() else { return };
        let statements = body.statements();
        if statements.iter().any(|statement| statement.is(Kind::ThrowStatement))
            || !statements.is_empty() && ctx.state.logging.any_within(body, &LOGGING)
            || returns_failure(body, ctx)
            || self.0.allow_with_comment && is_intentional(body, ctx.tree(), &mut ctx.state.intentional)
            || self.0.tests.allow(ctx.path())
        {
            return;
        }
        let name = clause.param().and_then(Node::identifier).unwrap_or("error");
        let what = "The error that is caught here is neither logged nor thrown again";
        let fix = format_args!("Log it, console.error('Operation failed', {name}), or throw it again");
        let finding = ctx.report(clause, "emptyCatchBlock", Level::Medium, what, fix);
        if statements.is_empty() {
            let logging = format!("{{ console.error('Error:', {name}); }}");
            finding.suggest("addErrorLogging", "Log the error", Edit::replace(body, logging));
        }
    }
}

/// Returns whether the first `return` among a block's statements tells the caller of a failure.
fn returns_failure<'a>(body: Node<'a>, ctx: &mut Context<'a, '_, State>) -> bool {
    let first = body.statements().iter().find(|statement| statement.is(Kind::ReturnStatement));
    first.and_then(Node::argument).is_some_and(|returned| ctx.contains(returned, &FAILURE))
}

/// Returns whether a comment within a block says that the error is left alone on purpose.
fn is_intentional(body: Node<'_>, tree: &Tree<'_>, index: &mut Indexed<Vec<usize>>) -> bool {
    let (comments, span) = (tree.comments(), body.span());
    let begin = comments.partition_point(|comment| comment.span.start < span.start);
    let end = begin + comments[begin..].partition_point(|comment| comment.span.end <= span.end);
    let is_one = |place: &usize| INTENTIONAL.is_in(tree.comment_text(&comments[*place]));
    if begin == end {
        return false;
    }
    match index.get(tree.source(), || (0..comments.len()).filter(is_one).collect()) {
        Ok(intentional) => {
            intentional.get(intentional.partition_point(|&place| place < begin)).is_some_and(|&place| place < end)
        }
        Err(budget) => {
            budget.spend_on_bytes((comments[end - 1].span.end - comments[begin].span.start) as usize);
            (begin..end).any(|place| is_one(&place))
        }
    }
}
