use documented::Documented;
use oxc_syntax::node::NodeId;

use super::helpers::{AI_CALLS, AI_FUNCTIONS, calls_one_of};
use crate::{
    engine::{Context, Filters, Level, Meta, Needles, Rule, TestOptions, snippet},
    estree::{Around, AstType, Kind, Node},
};

/// Finds questions to a model that leave no trace.
///
/// ## Why
///
/// When a prompt was an attack, or the bill is ten times as high, somebody asks who sent what and when.
///
/// ## What is found
///
/// Calls of `generateText`, `streamText`, `generateObject` and `streamObject` are looked at. One is fine when
/// one of the three statements before its own calls something whose text holds `log`, `console`, `winston`,
/// `pino`, `bunyan`, `debug`, `info`, `warn`, `error` or `trace`, in whatever case. Its own statement is the
/// nearest expression, declaration of variables or `return` around it, directly in a block or the program.
///
/// ## Example
///
/// ```js
/// const answer = await generateText({ model, prompt });      // found
///
/// logger.info('asking the model', { userId });
/// const answer = await generateText({ model, prompt });      // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct RequireAuditLogging(TestOptions<true>);

/// The words that the text of a callee holds that logs.
static LOGS: Needles =
    Needles::ignoring_case(&["bunyan", "console", "debug", "error", "info", "log", "pino", "trace", "warn", "winston"]);

/// The number of statements before the one at hand that may log.
const STATEMENTS_BEFORE: usize = 3;

impl Rule for RequireAuditLogging {
    const META: Meta = Meta {
        id: "vercel-ai-security/require-audit-logging",
        cwe: 778,
        owasp: "A09:2021 Security Logging and Monitoring Failures",
        cvss: 4.0,
        on: &[AstType::CallExpression],
        filters: Filters { required_words: &[AI_FUNCTIONS], ..Filters::NONE },
        messages: &["missingAuditLogging"],
    };

    type Options = TestOptions<true>;
    /// The statement that contains a node.
    type State = Around<NodeId>;

    fn new(options: TestOptions<true>) -> Result<Self, String> {
        Ok(Self(options))
    }

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_, Around<NodeId>>) {
        if !calls_one_of(call, &AI_CALLS, ctx) || self.0.allow(ctx.path()) || is_behind_log(call, ctx) {
            return;
        }
        let callee = call.callee().unwrap_or(call);
        let what = format_args!("Nothing is logged before {}(…) asks the model", snippet(callee));
        let fix = "Log who asks, in a statement directly before: logger.info('model called', { userId })";
        ctx.report(call, "missingAuditLogging", Level::Low, what, fix);
    }
}

/// Returns whether one of the statements directly before that of a call logs.
fn is_behind_log<'a>(call: Node<'a>, ctx: &mut Context<'a, '_, Around<NodeId>>) -> bool {
    const STATEMENTS: [Kind; 3] = [Kind::ExpressionStatement, Kind::ReturnStatement, Kind::VariableDeclaration];
    let statement = ctx.state.nearest(call, |node| node.is_any(&STATEMENTS).then(|| node.id()));
    let Some(statement) = statement.map(|id| ctx.node_of(id)) else { return false };
    let is_block = |parent: &Node<'_>| parent.is_any(&[Kind::BlockStatement, Kind::Program]);
    let Some(block) = statement.parent().filter(is_block) else { return false };
    let statements = block.statements();
    let before = statements.partition_point(|other| other.id() < statement.id());
    (before.saturating_sub(STATEMENTS_BEFORE)..before).filter_map(|at| statements.get(at)).any(|statement| {
        statement
            .expression()
            .filter(|call| statement.is(Kind::ExpressionStatement) && call.is(Kind::CallExpression))
            .is_some_and(|call| calls_one_of(call, &LOGS, ctx))
    })
}
