use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{ROUTES, has_decorator, has_decorator_with, member_name};
use crate::{
    engine::{Context, Filters, Level, Meta, Rule, TestOptions, shorten},
    estree::{AstType, Kind, Node},
};

/// Finds routes that answer as many requests as anyone sends.
///
/// ## Why
///
/// Passwords and codes are guessed by the thousand, and one client can keep the server busy for all the
/// others.
///
/// ## What is found
///
/// Methods with `@Get`, `@Post` and the like are looked at, from a class declaration with `@Controller` on up
/// to the next class declaration: one is found where neither the class nor the method has `@Throttle`,
/// `@SkipThrottle` or `@UseGuards(ThrottlerGuard)`.
///
/// ## Example
///
/// ```ts
/// @Post('login') login() {}                                              // found
/// @Post('login') @Throttle({ default: { limit: 5, ttl: 60000 } }) login() {}   // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct RequireThrottler(Options);

#[derive(Default, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    #[serde(flatten)]
    tests: TestOptions<true>,
    /// Accepted for ESLint's sake; nothing reads it.
    skip_routes: Vec<String>,
    /// Switches the rule off.
    assume_global_throttler: bool,
}

impl Rule for RequireThrottler {
    const META: Meta = Meta {
        id: "nestjs-security/require-throttler",
        cwe: 770,
        owasp: "A04:2021 Insecure Design",
        cvss: 7.5,
        on: &[AstType::Class, AstType::MethodDefinition],
        filters: Filters { required_words: &[&["Controller"]], ..Filters::NONE },
        messages: &["missingThrottler"],
    };

    type Options = Options;
    /// The flag that the last class declaration is a controller without a limit of its own.
    type State = bool;

    fn new(options: Options) -> Result<Self, String> {
        Ok(Self(options))
    }

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, bool>) {
        if node.is(Kind::ClassDeclaration) {
            *ctx.state = has_decorator(node, &["Controller"]) && !is_limited(node);
            return;
        }
        let is_unlimited = *ctx.state
            && node.is(Kind::MethodDefinition)
            && node.key_identifier() != Some("constructor")
            && has_decorator(node, ROUTES)
            && !is_limited(node);
        if is_unlimited && !self.0.assume_global_throttler && !self.0.tests.allow(ctx.path()) {
            let what = format_args!("The route handler {} answers any number of requests", shorten(member_name(node)));
            let fix = "Put @UseGuards(ThrottlerGuard) before it or its class, and configure ThrottlerModule";
            ctx.report(node, "missingThrottler", Level::High, what, fix);
        }
    }
}

/// Returns whether a class or method has a decorator that limits its requests, or says that it needs no limit.
fn is_limited(node: Node<'_>) -> bool {
    has_decorator(node, &["SkipThrottle", "Throttle"])
        || has_decorator_with(node, "UseGuards", |guard| guard.is_identifier("ThrottlerGuard"))
}
