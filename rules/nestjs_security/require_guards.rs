use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{ROUTES, has_decorator, member_name};
use crate::{
    engine::{Context, Filters, Level, Meta, Rule, TestOptions, shorten},
    estree::{AstType, Kind, Node},
};

/// Finds routes that anyone may call.
///
/// ## Why
///
/// A controller's methods are open unless a guard stands before them, and which ones were meant to be open
/// nobody can tell from the code.
///
/// ## What is found
///
/// Methods with `@Get`, `@Post` and the like are looked at, from a class declaration with `@Controller` on up
/// to the next class declaration: one is found where neither the class nor the method has `@UseGuards`, nor
/// the method `@Public`, `@SkipAuth`, `@AllowAnonymous` or `@NoAuth`. Methods whose name begins with `_` are
/// fine.
///
/// ## Example
///
/// ```ts
/// @Get() list() {}                         // found
/// @Get() @UseGuards(AuthGuard) list() {}   // fine
/// @Get() @Public() list() {}               // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct RequireGuards(Options);

#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    #[serde(flatten)]
    tests: TestOptions<true>,
    /// Accepted for ESLint's sake; nothing reads it.
    required_guards: Vec<String>,
    /// Lets `@Public` and its like count.
    allow_public_decorator: bool,
    /// Switches the rule off.
    assume_global_guards: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            tests: TestOptions::default(),
            required_guards: Vec::new(),
            allow_public_decorator: true,
            assume_global_guards: false,
        }
    }
}

impl Rule for RequireGuards {
    const META: Meta = Meta {
        id: "nestjs-security/require-guards",
        cwe: 284,
        owasp: "A01:2021 Broken Access Control",
        cvss: 9.8,
        on: &[AstType::Class, AstType::MethodDefinition],
        filters: Filters { required_words: &[&["Controller"]], ..Filters::NONE },
        messages: &["missingGuards"],
    };

    type Options = Options;
    /// The flag that the last class declaration is a controller without guards of its own.
    type State = bool;

    fn new(options: Options) -> Result<Self, String> {
        Ok(Self(options))
    }

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, bool>) {
        if node.is(Kind::ClassDeclaration) {
            *ctx.state = has_decorator(node, &["Controller"]) && !has_decorator(node, &["UseGuards"]);
            return;
        }
        let is_open = *ctx.state
            && node.is(Kind::MethodDefinition)
            && !node.key_identifier().is_some_and(|name| name == "constructor" || name.starts_with('_'))
            && has_decorator(node, ROUTES)
            && !has_decorator(node, &["UseGuards"])
            && !(self.0.allow_public_decorator
                && has_decorator(node, &["AllowAnonymous", "NoAuth", "Public", "SkipAuth"]));
        if is_open && !self.0.assume_global_guards && !self.0.tests.allow(ctx.path()) {
            let what = format_args!("Anyone may call the route handler {}", shorten(member_name(node)));
            let fix =
                "Put @UseGuards(AuthGuard('jwt')) before it or its class, or @Public() where it is meant to be open";
            ctx.report(node, "missingGuards", Level::Critical, what, fix);
        }
    }
}
