use documented::Documented;

use crate::{
    engine::{Context, Meta, Rule},
    estree::Node,
};

/// Not there yet.
#[derive(Documented)]
pub struct NoImproperSanitization;

impl Rule for NoImproperSanitization {
    const META: Meta = Meta {
        id: "secure-coding/no-improper-sanitization",
        cwe: 0,
        owasp: "",
        cvss: 0.0,
        on: &[],
        on_exit: &[],
        words: &[],
        messages: &[
            "improperSanitization",
            "insufficientXssProtection",
            "incompleteHtmlEscaping",
            "unsafeReplaceSanitization",
            "missingContextEncoding",
            "dangerousSanitizerUsage",
            "sqlInjectionSanitization",
            "commandInjectionSanitization",
            "useProperSanitization",
            "validateSanitization",
            "implementContextAware",
            "strategyDefenseInDepth",
            "strategyInputValidation",
            "strategyOutputEncoding",
        ],
    };

    type Options = ();
    type State = ();

    fn new((): ()) -> Result<Self, String> {
        Ok(Self)
    }

    fn check<'a>(&self, _node: Node<'a>, _ctx: &mut Context<'a, '_, ()>) {}
}
