use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, snippet},
    estree::{AstType, Node, utf16_length},
};

/// Finds packages whose name is nearly that of a popular one.
///
/// ## Why
///
/// A package that is called `expres` or `loadash` waits for people who mistype, and for models that make
/// up names; what it does on installation is up to its author.
///
/// ## What is found
///
/// Each `import` declaration is looked at whose source begins with neither `.` nor `@`: it is found when one
/// or two letters (added, left out or exchanged) turn it into `axios`, `express`, `lodash`, `react` or
/// `webpack`.
///
/// ## Example
///
/// ```js
/// import express from 'expres';     // found
/// import express from 'express';    // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct DetectSuspiciousDependencies;

const POPULAR: &[&str] = &["axios", "express", "lodash", "react", "webpack"];

/// The number of letters by which a name may differ from a popular one and be taken for it.
const MAX_EDITS: usize = 2;

impl StatelessRule for DetectSuspiciousDependencies {
    const META: Meta = Meta {
        id: "node-security/detect-suspicious-dependencies",
        cwe: 506,
        owasp: "A08:2021 Software and Data Integrity Failures",
        cvss: 8.8,
        on: &[AstType::ImportDeclaration],
        filters: Filters::NONE,
        messages: &["violationDetected"],
    };

    fn check<'a>(&self, import: Node<'a>, ctx: &mut Context<'a, '_>) {
        let Some(source) = import.source() else { return };
        let Some(name) = source.string().filter(|name| !name.starts_with(['.', '@'])) else { return };
        for popular in POPULAR.iter().filter(|popular| is_near(name, popular)) {
            let what = format_args!("{} is nearly {popular}: it may be a package that poses as it", snippet(source));
            let fix = format_args!("Import '{popular}' if that is what you mean, and look the package up if it is not");
            ctx.report(import, "violationDetected", Level::High, what, fix);
        }
    }
}

/// Returns whether a name is another than `popular`, and not far from it.
fn is_near(name: &str, popular: &str) -> bool {
    if utf16_length(name).abs_diff(popular.len()) > MAX_EDITS {
        return false;
    }
    let units = |text: &str| text.encode_utf16().collect::<Vec<_>>();
    (1..=MAX_EDITS).contains(&strsim::generic_levenshtein(&units(name), &units(popular)))
}
