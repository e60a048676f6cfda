use documented::Documented;
use oxc_ast::{AstKind, ast::TSType};
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{ROUTES, decorator_names, has_decorator, has_decorator_with};
use crate::{
    engine::{Context, Filters, Level, Meta, Rule, TestOptions, shorten},
    estree::{AstType, Kind, Node},
};

/// Finds input of routes that nothing validates.
///
/// ## Why
///
/// The type of a parameter is gone when the program runs: without a pipe the handler gets whatever the
/// client sent, with fields and types that nobody thought of.
///
/// ## What is found
///
/// Methods with `@Get`, `@Post` and the like are looked at, from a class declaration with `@Controller` on up
/// to the next class declaration: a parameter with `@Body`, `@Query` or `@Param` is found whose type is
/// written and neither `string`, `number` nor `boolean`. It is fine where the class or the method has
/// `@UsePipes` with `ValidationPipe` or `new ValidationPipe(…)`.
///
/// ## Example
///
/// ```ts
/// @Post() create(@Body() order: CreateOrderDto) {}                                  // found
/// @Post() @UsePipes(new ValidationPipe()) create(@Body() order: CreateOrderDto) {}  // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoMissingValidationPipe(Options);

#[derive(Default, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    #[serde(flatten)]
    tests: TestOptions<true>,
    /// Switches the rule off.
    assume_global_pipes: bool,
}

/// The decorators of parameters that take a part of the request.
const INPUTS: &[&str] = &["Body", "Param", "Query"];

impl Rule for NoMissingValidationPipe {
    const META: Meta = Meta {
        id: "nestjs-security/no-missing-validation-pipe",
        cwe: 20,
        owasp: "A03:2021 Injection",
        cvss: 8.6,
        on: &[AstType::Class, AstType::MethodDefinition],
        filters: Filters { required_words: &[&["Controller"], &["Body", "Param", "Query"]], ..Filters::NONE },
        messages: &["missingValidation"],
    };

    type Options = Options;
    /// The flag that the last class declaration is a controller without a pipe of its own.
    type State = bool;

    fn new(options: Options) -> Result<Self, String> {
        Ok(Self(options))
    }

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, bool>) {
        if node.is(Kind::ClassDeclaration) {
            *ctx.state = has_decorator(node, &["Controller"]) && !has_pipe(node);
            return;
        }
        if !*ctx.state
            || !node.is(Kind::MethodDefinition)
            || !has_decorator(node, ROUTES)
            || has_pipe(node)
            || self.0.assume_global_pipes
            || self.0.tests.allow(ctx.path())
        {
            return;
        }
        let Some(handler) = node.value().filter(|handler| handler.is(Kind::FunctionExpression)) else { return };
        for parameter in handler.params().iter() {
            let Some(name) = parameter.identifier() else { continue };
            let Some(input) = decorator_names(parameter).find(|name| INPUTS.contains(name)) else { continue };
            if has_type_to_validate(parameter) {
                let name = shorten(name);
                let what = format_args!("The handler gets @{input}() {name} as the client sent it");
                let fix = "Put @UsePipes(new ValidationPipe({ whitelist: true })) before the method or the class";
                ctx.report(parameter, "missingValidation", Level::High, what, fix);
            }
        }
    }
}

fn has_pipe(node: Node<'_>) -> bool {
    has_decorator_with(node, "UsePipes", |argument| {
        argument.is_identifier("ValidationPipe")
            || argument.is(Kind::NewExpression) && argument.callee_name() == Some("ValidationPipe")
    })
}

/// Returns whether a parameter has a type, other than the plain ones.
fn has_type_to_validate(parameter: Node<'_>) -> bool {
    let annotation = parameter.type_annotation().map(Node::ast);
    let Some(AstKind::TSTypeAnnotation(annotation)) = annotation else { return false };
    !matches!(
        annotation.type_annotation.without_parenthesized(),
        TSType::TSBooleanKeyword(_) | TSType::TSNumberKeyword(_) | TSType::TSStringKeyword(_)
    )
}
