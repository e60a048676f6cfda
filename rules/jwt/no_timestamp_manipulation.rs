use documented::Documented;

use crate::{
    engine::{Context, Meta, Rule},
    estree::Node,
};

/// Not there yet.
#[derive(Documented)]
pub struct NoTimestampManipulation;

impl Rule for NoTimestampManipulation {
    const META: Meta = Meta {
        id: "jwt/no-timestamp-manipulation",
        cwe: 0,
        owasp: "",
        cvss: 0.0,
        on: &[],
        on_exit: &[],
        words: &[],
        messages: &["timestampDisabled", "noTimestampTrue"],
    };

    type Options = ();
    type State = ();

    fn new((): ()) -> Result<Self, String> {
        Ok(Self)
    }

    fn check<'a>(&self, _node: Node<'a>, _ctx: &mut Context<'a, '_, ()>) {}
}
