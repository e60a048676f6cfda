use documented::Documented;

use crate::{
    engine::{Context, Meta, Rule},
    estree::Node,
};

/// Not there yet.
#[derive(Documented)]
pub struct NoImproperTypeValidation;

impl Rule for NoImproperTypeValidation {
    const META: Meta = Meta {
        id: "secure-coding/no-improper-type-validation",
        cwe: 0,
        owasp: "",
        cvss: 0.0,
        on: &[],
        on_exit: &[],
        words: &[],
        messages: &[
            "improperTypeValidation",
            "unsafeTypeofCheck",
            "unsafeInstanceofUsage",
            "looseEqualityTypeCheck",
            "missingNullCheck",
            "unreliableConstructorCheck",
            "incompleteTypeValidation",
            "useTypeofCorrectly",
            "useProperTypeGuards",
            "validateUserInput",
            "strategyTypeGuards",
            "strategySchemaValidation",
            "strategyDefensiveProgramming",
        ],
    };

    type Options = ();
    type State = ();

    fn new((): ()) -> Result<Self, String> {
        Ok(Self)
    }

    fn check<'a>(&self, _node: Node<'a>, _ctx: &mut Context<'a, '_, ()>) {}
}
