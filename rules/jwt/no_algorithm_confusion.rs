use documented::Documented;

use crate::{
    engine::{Context, Meta, Rule},
    estree::Node,
};

/// Not there yet.
#[derive(Documented)]
pub struct NoAlgorithmConfusion;

impl Rule for NoAlgorithmConfusion {
    const META: Meta = Meta {
        id: "jwt/no-algorithm-confusion",
        cwe: 0,
        owasp: "",
        cvss: 0.0,
        on: &[],
        on_exit: &[],
        words: &[],
        messages: &["algorithmConfusion", "symmetricWithPublicKey", "useAsymmetricAlgorithm"],
    };

    type Options = ();
    type State = ();

    fn new((): ()) -> Result<Self, String> {
        Ok(Self)
    }

    fn check<'a>(&self, _node: Node<'a>, _ctx: &mut Context<'a, '_, ()>) {}
}
