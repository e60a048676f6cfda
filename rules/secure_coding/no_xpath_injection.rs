use documented::Documented;

use crate::{
    engine::{Context, Meta, Rule},
    estree::Node,
};

/// Not there yet.
#[derive(Documented)]
pub struct NoXpathInjection;

impl Rule for NoXpathInjection {
    const META: Meta = Meta {
        id: "secure-coding/no-xpath-injection",
        cwe: 0,
        owasp: "",
        cvss: 0.0,
        on: &[],
        on_exit: &[],
        words: &[],
        messages: &[
            "xpathInjection",
            "unsafeXpathConcatenation",
            "unvalidatedXpathInput",
            "dangerousXpathExpression",
            "useParameterizedXpath",
            "escapeXpathInput",
            "validateXpathQueries",
            "strategyParameterizedQueries",
            "strategyInputValidation",
            "strategySafeConstruction",
        ],
    };

    type Options = ();
    type State = ();

    fn new((): ()) -> Result<Self, String> {
        Ok(Self)
    }

    fn check<'a>(&self, _node: Node<'a>, _ctx: &mut Context<'a, '_, ()>) {}
}
