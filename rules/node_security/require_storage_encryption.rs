use documented::Documented;

use crate::{
    engine::{Context, Meta, Rule},
    estree::Node,
};

/// Not there yet.
#[derive(Documented)]
pub struct RequireStorageEncryption;

impl Rule for RequireStorageEncryption {
    const META: Meta = Meta {
        id: "node-security/require-storage-encryption",
        cwe: 0,
        owasp: "",
        cvss: 0.0,
        on: &[],
        on_exit: &[],
        words: &[],
        messages: &["violationDetected"],
    };

    type Options = ();
    type State = ();

    fn new((): ()) -> Result<Self, String> {
        Ok(Self)
    }

    fn check<'a>(&self, _node: Node<'a>, _ctx: &mut Context<'a, '_, ()>) {}
}
