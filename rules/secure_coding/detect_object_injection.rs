use documented::Documented;

use crate::{
    engine::{Context, Meta, Rule},
    estree::Node,
};

/// Not there yet.
#[derive(Documented)]
pub struct DetectObjectInjection;

impl Rule for DetectObjectInjection {
    const META: Meta = Meta {
        id: "secure-coding/detect-object-injection",
        cwe: 0,
        owasp: "",
        cvss: 0.0,
        on: &[],
        on_exit: &[],
        words: &[],
        messages: &[
            "objectInjection",
            "useMapInstead",
            "useHasOwnProperty",
            "whitelistKeys",
            "useObjectCreate",
            "freezePrototypes",
            "strategyValidate",
            "strategyWhitelist",
            "strategyFreeze",
        ],
    };

    type Options = ();
    type State = ();

    fn new((): ()) -> Result<Self, String> {
        Ok(Self)
    }

    fn check<'a>(&self, _node: Node<'a>, _ctx: &mut Context<'a, '_, ()>) {}
}
