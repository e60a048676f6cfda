use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    engine::{Context, Filters, Level, Meta, Rule, snippet},
    estree::{AstType, Node},
};

/// Finds `require` of anything but a string literal.
///
/// ## Why
///
/// A module that is named at run time escapes bundlers, type checkers and scanners, and may be one that
/// nobody meant to load.
///
/// ## What is found
///
/// Calls of `require` with exactly one argument are looked at.
///
/// ## Example
///
/// ```js
/// const locale = require(`./locales/${language}.json`);    // found
/// const locale = require('./locales/en.json');             // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoDynamicRequire {
    /// The parts of a file's name that exempt it.
    allowed: Vec<&'static str>,
}

#[derive(Default, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    /// Leaves files alone by parts of their names: `test` (`.test.`, `.spec.`, `/__tests__/`), `config` (`config`,
    /// `webpack`, `rollup`), `build` (`build`, `scripts`, `tools`), `runtime` (`runtime`, `dynamic`).
    allow_contexts: Vec<FileContext>,
    /// Accepted for ESLint's sake; nothing reads it: a name that a pattern could match is a literal, which is fine
    /// anyway.
    allow_patterns: Vec<String>,
}

#[derive(Clone, Copy, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum FileContext {
    Test,
    Config,
    Build,
    Runtime,
}

impl FileContext {
    /// Returns what the name of a file of this sort holds.
    fn parts(self) -> &'static [&'static str] {
        match self {
            Self::Test => &["/__tests__/", ".spec.", ".test."],
            Self::Config => &["config", "rollup", "webpack"],
            Self::Build => &["build", "scripts", "tools"],
            Self::Runtime => &["dynamic", "runtime"],
        }
    }
}

impl Rule for NoDynamicRequire {
    const META: Meta = Meta {
        id: "node-security/no-dynamic-require",
        cwe: 829,
        owasp: "A08:2021 Software and Data Integrity Failures",
        cvss: 7.3,
        on: &[AstType::CallExpression],
        filters: Filters { calls: &["require"], ..Filters::NONE },
        messages: &["dynamicRequire"],
    };

    type Options = Options;
    type State = ();

    fn new(options: Options) -> Result<Self, String> {
        Ok(Self { allowed: options.allow_contexts.iter().flat_map(|context| context.parts()).copied().collect() })
    }

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_, ()>) {
        if call.callee_name() == Some("require")
            && call.arguments().len() == 1
            && let Some(module) = call.argument_at(0)
            && module.string().is_none()
            && !self.allowed.iter().any(|part| ctx.path().contains(part))
        {
            let what = format_args!("require loads {}, which is known only at run time", snippet(module));
            let fix = "Name the module by a string literal, or pick it from a table of modules loaded that way";
            ctx.report(module, "dynamicRequire", Level::High, what, fix);
        }
    }
}
