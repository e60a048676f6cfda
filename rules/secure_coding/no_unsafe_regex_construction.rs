use documented::Documented;

use crate::{
    engine::{Context, Meta, Rule},
    estree::Node,
};

/// Not there yet.
#[derive(Documented)]
pub struct NoUnsafeRegexConstruction;

impl Rule for NoUnsafeRegexConstruction {
    const META: Meta = Meta {
        id: "secure-coding/no-unsafe-regex-construction",
        cwe: 0,
        owasp: "",
        cvss: 0.0,
        on: &[],
        on_exit: &[],
        words: &[],
        messages: &[
            "unsafeRegexConstruction",
            "escapeUserInput",
            "validatePattern",
            "useSafeLibrary",
            "avoidDynamicFlags",
        ],
    };

    type Options = ();
    type State = ();

    fn new((): ()) -> Result<Self, String> {
        Ok(Self)
    }

    fn check<'a>(&self, _node: Node<'a>, _ctx: &mut Context<'a, '_, ()>) {}
}
