use documented::Documented;

use crate::{
    engine::{Context, Filters, Level, Matches, Meta, Pattern, Rule, TestOptions},
    estree::{AstType, Kind, Node, contains_ignoring_case},
};

/// Finds the whole environment in what is logged.
///
/// ## Why
///
/// A function's environment holds its keys and passwords. Logs are kept for months, copied to other
/// services and read by people who may not see them.
///
/// ## What is found
///
/// Each argument of `log`, `info`, `warn`, `error`, `debug` and `trace` is looked at, on `console` and on
/// anything with `log` in its name: `process.env` itself is found, and what holds it before a comma or a
/// closing bracket.
///
/// ## Example
///
/// ```js
/// console.log('started with', process.env);                 // found
/// console.log(JSON.stringify(process.env));                 // found
/// console.log('started in', process.env.AWS_REGION);        // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoEnvLogging(TestOptions<true>);

const METHODS: &[&str] = &["debug", "error", "info", "log", "trace", "warn"];

static WHOLE_ENVIRONMENT: Pattern = Pattern::new(r"process\.env\s*[,)\]]").holding(&["process.env"]);

impl Rule for NoEnvLogging {
    const META: Meta = Meta {
        id: "lambda-security/no-env-logging",
        cwe: 532,
        owasp: "A09:2021 Security Logging and Monitoring Failures",
        cvss: 6.5,
        on: &[AstType::CallExpression],
        filters: Filters { calls: METHODS, required_words: &[&["process"]], ..Filters::NONE },
        messages: &["envLogging"],
    };

    type Options = TestOptions<true>;
    type State = Matches;

    fn new(options: TestOptions<true>) -> Result<Self, String> {
        Ok(Self(options))
    }

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_, Matches>) {
        if !logs(call) || self.0.allow(ctx.path()) {
            return;
        }
        for argument in call.arguments().iter() {
            if is_environment(argument) || ctx.state.any_within(argument, &WHOLE_ENVIRONMENT) {
                let what = "The log gets the whole of process.env, with the keys and passwords in it";
                let fix = "Log the single values that help, such as process.env.AWS_REGION";
                ctx.report(argument, "envLogging", Level::High, what, fix);
            }
        }
    }
}

fn logs(call: Node<'_>) -> bool {
    call.callee_method().is_some_and(|method| METHODS.contains(&method))
        && call
            .callee()
            .and_then(Node::object)
            .and_then(Node::identifier)
            .is_some_and(|name| name == "console" || contains_ignoring_case(name, "log"))
}

fn is_environment(node: Node<'_>) -> bool {
    node.is(Kind::MemberExpression)
        && node.property_identifier() == Some("env")
        && node.object().is_some_and(|object| object.is_identifier("process"))
}
