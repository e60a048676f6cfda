use documented::Documented;

use crate::{
    engine::{Context, Meta, Rule},
    estree::Node,
};

/// Not there yet.
#[derive(Documented)]
pub struct NoDecodeWithoutVerify;

impl Rule for NoDecodeWithoutVerify {
    const META: Meta = Meta {
        id: "jwt/no-decode-without-verify",
        cwe: 0,
        owasp: "",
        cvss: 0.0,
        on: &[],
        on_exit: &[],
        words: &[],
        messages: &["decodeWithoutVerify", "jwtDecodeLibrary", "useVerifyInstead"],
    };

    type Options = ();
    type State = ();

    fn new((): ()) -> Result<Self, String> {
        Ok(Self)
    }

    fn check<'a>(&self, _node: Node<'a>, _ctx: &mut Context<'a, '_, ()>) {}
}
