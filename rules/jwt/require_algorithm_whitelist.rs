use documented::Documented;

use crate::{
    engine::{Context, Meta, Rule},
    estree::Node,
};

/// Not there yet.
#[derive(Documented)]
pub struct RequireAlgorithmWhitelist;

impl Rule for RequireAlgorithmWhitelist {
    const META: Meta = Meta {
        id: "jwt/require-algorithm-whitelist",
        cwe: 0,
        owasp: "",
        cvss: 0.0,
        on: &[],
        on_exit: &[],
        words: &[],
        messages: &["missingAlgorithmWhitelist", "addAlgorithmWhitelist"],
    };

    type Options = ();
    type State = ();

    fn new((): ()) -> Result<Self, String> {
        Ok(Self)
    }

    fn check<'a>(&self, _node: Node<'a>, _ctx: &mut Context<'a, '_, ()>) {}
}
