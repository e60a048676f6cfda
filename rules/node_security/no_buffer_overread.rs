use documented::Documented;

use crate::{
    engine::{Context, Meta, Rule},
    estree::Node,
};

/// Not there yet.
#[derive(Documented)]
pub struct NoBufferOverread;

impl Rule for NoBufferOverread {
    const META: Meta = Meta {
        id: "node-security/no-buffer-overread",
        cwe: 0,
        owasp: "",
        cvss: 0.0,
        on: &[],
        on_exit: &[],
        words: &[],
        messages: &[
            "bufferOverread",
            "unsafeBufferAccess",
            "missingBoundsCheck",
            "negativeBufferIndex",
            "userControlledBufferIndex",
            "unsafeBufferSlice",
            "bufferLengthNotChecked",
            "useSafeBufferAccess",
            "validateBufferIndices",
            "checkBufferBounds",
            "strategyBoundsChecking",
            "strategyInputValidation",
            "strategySafeBuffers",
        ],
    };

    type Options = ();
    type State = ();

    fn new((): ()) -> Result<Self, String> {
        Ok(Self)
    }

    fn check<'a>(&self, _node: Node<'a>, _ctx: &mut Context<'a, '_, ()>) {}
}
