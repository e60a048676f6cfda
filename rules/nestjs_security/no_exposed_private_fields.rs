use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{class_name, has_decorator};
use crate::{
    engine::{Context, Filters, Level, Meta, Needles, OptionPattern, Rule, TestOptions, option_regex, shorten},
    estree::{AstType, Kind, Node, Tree},
};

/// Finds passwords, keys and the like in classes that are sent to clients.
///
/// ## Why
///
/// What a handler returns is serialised as it is: a user that is loaded to show a name is sent with the
/// password's hash, unless the field is excluded.
///
/// ## What is found
///
/// Fields are looked at from a class declaration on that is named `…Dto`, `…Entity`, `…Model` or `…Schema`, or
/// decorated with `@Entity`, `@Schema`, `@ObjectType`, `@InputType`, `@ArgsType` or `@ApiProperty`, up to the
/// next class declaration: one is found whose name holds `password`, `secret`, `token`, `apiKey`, `hash`,
/// `pin` or the like, upper or lower case, without `@Exclude`.
///
/// ## Example
///
/// ```ts
/// class UserEntity { passwordHash: string; }                // found
/// class UserEntity { @Exclude() passwordHash: string; }     // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoExposedPrivateFields {
    tests: TestOptions<true>,
    additional: Option<OptionPattern>,
}

#[derive(Default, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    #[serde(flatten)]
    tests: TestOptions<true>,
    /// Further JavaScript regular expressions without look-around and regardless of case, for names.
    sensitive_patterns: Vec<String>,
}

/// The words that the name of a field holds that no client may see.
static SENSITIVE: Needles = Needles::ignoring_case(&[
    "access_key",
    "accesskey",
    "api_key",
    "apikey",
    "card_number",
    "cardnumber",
    "credit_card",
    "creditcard",
    "cvv",
    "hash",
    "otp",
    "password",
    "pin",
    "private_key",
    "privatekey",
    "salt",
    "secret",
    "ssn",
    "token",
]);

/// Decorators of classes whose objects are sent or stored.
const ENTITIES: &[&str] = &["ApiProperty", "ArgsType", "Entity", "InputType", "ObjectType", "Schema"];

impl Rule for NoExposedPrivateFields {
    const META: Meta = Meta {
        id: "nestjs-security/no-exposed-private-fields",
        cwe: 200,
        owasp: "A01:2021 Broken Access Control",
        cvss: 7.5,
        on: &[AstType::Class, AstType::PropertyDefinition],
        filters: Filters::NONE,
        messages: &["exposedField"],
    };

    type Options = Options;
    /// The flag that the last class declaration is of something sent or stored.
    type State = bool;

    fn new(options: Options) -> Result<Self, String> {
        // ESLint's rule joins them too, so that one may end what another begins.
        let joined = options.sensitive_patterns.join("|");
        let compile = || option_regex("sensitivePatterns", &joined, true);
        let additional = (!options.sensitive_patterns.is_empty()).then(compile).transpose()?;
        Ok(Self { tests: options.tests, additional })
    }

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, bool>) {
        if node.is(Kind::ClassDeclaration) {
            let ends = |name: &str| ["Dto", "Entity", "Model", "Schema"].iter().any(|end| name.ends_with(end));
            *ctx.state = class_name(node).is_some_and(ends) || has_decorator(node, ENTITIES);
        }
        if !*ctx.state || !node.is(Kind::PropertyDefinition) {
            return;
        }
        let Some(name) = node.key_identifier().filter(|name| self.is_sensitive(name, ctx.tree())) else { return };
        if has_decorator(node, &["Exclude"]) || self.tests.allow(ctx.path()) {
            return;
        }
        let name = shorten(name);
        let what = format_args!("The field {name} is sent to clients with the rest of the object");
        let fix = format_args!("Put @Exclude() of class-transformer before {name}, or return an object without it");
        ctx.report(node, "exposedField", Level::High, what, fix);
    }
}

impl NoExposedPrivateFields {
    fn is_sensitive(&self, name: &str, tree: &Tree<'_>) -> bool {
        SENSITIVE.is_in(name) || self.additional.as_ref().is_some_and(|pattern| pattern.is_match(name, tree))
    }
}
