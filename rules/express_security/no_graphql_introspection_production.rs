use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::options_of;
use crate::{
    engine::{Context, Filters, Level, Matches, Meta, Pattern, Rule, TestOptions, snippet},
    estree::{AstType, Kind, Node},
};

/// Finds GraphQL servers that tell everyone their whole schema.
///
/// ## Why
///
/// Introspection lists every type, query and mutation, the internal ones included: a map for whoever looks
/// for a way in.
///
/// ## What is found
///
/// The first argument of `ApolloServer`, `GraphQLServer`, `createServer` and `graphqlHTTP`, and of `new
/// ApolloServer` and `new GraphQLServer`, is looked at where it is an object: its text is searched for
/// `introspection: true`. One that also sets `introspection` by `process.env.NODE_ENV` or by a variable
/// `isProd…` is fine.
///
/// ## Example
///
/// ```js
/// new ApolloServer({ typeDefs, introspection: true });                                       // found
/// new ApolloServer({ typeDefs, introspection: process.env.NODE_ENV !== 'production' });      // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoGraphqlIntrospectionProduction {
    tests: TestOptions<true>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    #[serde(flatten)]
    tests: TestOptions<true>,
    /// Accepted for ESLint's sake; nothing reads it.
    allow_in_development: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { tests: TestOptions::default(), allow_in_development: true }
    }
}

static SWITCHED_ON: Pattern = Pattern::new(r"\bintrospection\s*:\s*true\b").holding(&["introspection"]);

/// Introspection that depends on where the server runs.
static GUARDED: Pattern = Pattern::new(
    r#"introspection\s*:\s*(?:process\.env\.NODE_ENV\s*[!=]==?\s*['"](?:production|development)['"]|!?\s*isProd)"#,
)
.holding(&["introspection"]);

#[derive(Default)]
pub(super) struct State {
    switched_on: Matches,
    guarded: Matches,
}

impl Rule for NoGraphqlIntrospectionProduction {
    const META: Meta = Meta {
        id: "express-security/no-graphql-introspection-production",
        cwe: 200,
        owasp: "A05:2021 Security Misconfiguration",
        cvss: 5.3,
        on: &[AstType::CallExpression, AstType::NewExpression],
        filters: Filters {
            calls: &["ApolloServer", "GraphQLServer", "createServer", "graphqlHTTP"],
            required_words: &[&["introspection"]],
            ..Filters::NONE
        },
        messages: &["graphqlIntrospection"],
    };

    type Options = Options;
    type State = State;

    fn new(options: Options) -> Result<Self, String> {
        Ok(Self { tests: options.tests })
    }

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        if !is_server(call) || self.tests.allow(ctx.path()) {
            return;
        }
        let Some(options) = options_of(call) else { return };
        if ctx.state.switched_on.any_within(options, &SWITCHED_ON) && !ctx.state.guarded.any_within(options, &GUARDED) {
            let what = format_args!(
                "{} tells everyone the whole schema by introspection",
                call.callee().map(snippet).unwrap_or_default()
            );
            let fix = "Set introspection: process.env.NODE_ENV !== 'production'";
            ctx.report(options, "graphqlIntrospection", Level::Medium, what, fix);
        }
    }
}

fn is_server(call: Node<'_>) -> bool {
    let is_class = |node: Node<'_>| {
        node.is(Kind::NewExpression) && matches!(node.callee_name(), Some("ApolloServer" | "GraphQLServer"))
    };
    is_class(call)
        || call.is(Kind::CallExpression)
            && (call.callee().is_some_and(is_class)
                || matches!(
                    call.callee_name(),
                    Some("ApolloServer" | "GraphQLServer" | "createServer" | "graphqlHTTP")
                ))
}
