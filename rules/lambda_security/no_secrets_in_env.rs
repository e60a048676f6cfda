use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::key_name;
use crate::{
    engine::{Context, Filters, Level, Meta, Needles, OptionPattern, Rule, TestOptions, option_regexes, shorten},
    estree::{AstType, Kind, Node, Tree, utf16_length},
};

/// Finds secrets that the code writes into environment variables.
///
/// ## Why
///
/// The environment is the right place to read a secret from, and the wrong one to write it to: in the code
/// it is as readable as anything else there.
///
/// ## What is found
///
/// A string or template of more than five characters is found that is assigned to a variable of
/// `process.env`, or to a property in an object that a variable with `env`, `config` or `settings` in its
/// name is declared with, where the name is that of a secret: it holds `password`, `secret`, `apiKey`,
/// `authToken`, `privateKey` or the like, with `_`, `-` or nothing between its words.
///
/// ## Example
///
/// ```js
/// process.env.DB_PASSWORD = 'correct horse';                                // found
/// const config = { jwtSecret: 'correct horse' };                            // found
/// const config = { jwtSecret: await secrets.read('jwt') };                  // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoSecretsInEnv {
    tests: TestOptions<true>,
    additional: Vec<OptionPattern>,
}

#[derive(Default, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    #[serde(flatten)]
    tests: TestOptions<true>,
    /// Further JavaScript regular expressions without look-around and regardless of case, for names.
    additional_patterns: Vec<String>,
}

/// The words that the name of a secret holds.
static SECRETS: Needles = Needles::ignoring_case(&[
    "access-token",
    "access_token",
    "accesstoken",
    "api-key",
    "api-token",
    "api_key",
    "api_token",
    "apikey",
    "apitoken",
    "auth-token",
    "auth_token",
    "authtoken",
    "db-pass",
    "db_pass",
    "dbpass",
    "encryption-key",
    "encryption_key",
    "encryptionkey",
    "password",
    "private-key",
    "private_key",
    "privatekey",
    "secret",
    "signing-key",
    "signing_key",
    "signingkey",
]);

/// The words that the name of a variable holds whose properties configure something.
static CONFIGURATIONS: Needles = Needles::ignoring_case(&["config", "env", "settings"]);

impl Rule for NoSecretsInEnv {
    const META: Meta = Meta {
        id: "lambda-security/no-secrets-in-env",
        cwe: 798,
        owasp: "A07:2021 Identification and Authentication Failures",
        cvss: 9.1,
        on: &[AstType::AssignmentExpression, AstType::ObjectProperty],
        filters: Filters {
            required_words: &[&["-key", "_key", "ekey", "gkey", "ikey", "nkey", "pass", "secret", "token"]],
            ..Filters::NONE
        },
        messages: &["secretsInEnv"],
    };

    type Options = Options;
    type State = ();

    fn new(options: Options) -> Result<Self, String> {
        let additional = option_regexes("additionalPatterns", &options.additional_patterns, true)?;
        Ok(Self { tests: options.tests, additional })
    }

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, ()>) {
        let (value, name) = if node.is(Kind::AssignmentExpression) {
            (node.right(), node.left().and_then(environment_variable))
        } else {
            (node.value(), Some(key_name(node).unwrap_or_default()))
        };
        if let Some(name) = name
            && value.is_some_and(is_written_out)
            && (node.is(Kind::AssignmentExpression) || is_configuration(node))
            && self.is_secret(name, ctx.tree())
            && !self.tests.allow(ctx.path())
        {
            let name = shorten(name);
            let what = format_args!("The secret {name} is written into the code");
            let fix = format_args!("Read {name} from a secrets manager at run time, and replace the one written here");
            ctx.report(node, "secretsInEnv", Level::Critical, what, fix);
        }
    }
}

impl NoSecretsInEnv {
    fn is_secret(&self, name: &str, tree: &Tree<'_>) -> bool {
        SECRETS.is_in(name) || self.additional.iter().any(|pattern| pattern.is_match(name, tree))
    }
}

/// The name of the variable where a target is one of `process.env`; empty where it is known only at run time.
fn environment_variable(target: Node<'_>) -> Option<&str> {
    let environment = target.object().filter(|_| target.is(Kind::MemberExpression))?;
    let is_environment = environment.is(Kind::MemberExpression)
        && environment.property_identifier() == Some("env")
        && environment.object().is_some_and(|object| object.is_identifier("process"));
    let variable = target.property().filter(|_| is_environment)?;
    Some(variable.identifier().or_else(|| variable.string()).unwrap_or_default())
}

/// Returns whether a value is a text of some length.
fn is_written_out(value: Node<'_>) -> bool {
    /// The UTF-16 units of the longest text that cannot be a secret.
    const MAX_HARMLESS_UTF16_UNITS: usize = 5;
    let is_long = |text: &str| utf16_length(text) > MAX_HARMLESS_UTF16_UNITS;
    value.string().is_some_and(is_long) || value.quasis().iter().filter_map(Node::raw).any(is_long)
}

/// Returns whether a property is in an object that a variable for configuration is declared with.
fn is_configuration(property: Node<'_>) -> bool {
    let Some(declarator) = property.parent().and_then(Node::parent) else { return false };
    declarator.is(Kind::VariableDeclarator)
        && declarator.declared().and_then(Node::identifier).is_some_and(|name| CONFIGURATIONS.is_in(name))
}
