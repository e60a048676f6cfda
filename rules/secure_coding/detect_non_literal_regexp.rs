use documented::Documented;

use crate::{
    engine::{Context, Meta, Rule},
    estree::Node,
};

/// Not there yet.
#[derive(Documented)]
pub struct DetectNonLiteralRegexp;

impl Rule for DetectNonLiteralRegexp {
    const META: Meta = Meta {
        id: "secure-coding/detect-non-literal-regexp",
        cwe: 0,
        owasp: "",
        cvss: 0.0,
        on: &[],
        on_exit: &[],
        words: &[],
        messages: &[
            "regexpReDoS",
            "useStaticRegex",
            "validateInput",
            "useRegexLibrary",
            "addTimeout",
            "escapeUserInput",
        ],
    };

    type Options = ();
    type State = ();

    fn new((): ()) -> Result<Self, String> {
        Ok(Self)
    }

    fn check<'a>(&self, _node: Node<'a>, _ctx: &mut Context<'a, '_, ()>) {}
}
