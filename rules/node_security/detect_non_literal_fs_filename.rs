use documented::Documented;

use crate::{
    engine::{Context, Meta, Rule},
    estree::Node,
};

/// Not there yet.
#[derive(Documented)]
pub struct DetectNonLiteralFsFilename;

impl Rule for DetectNonLiteralFsFilename {
    const META: Meta = Meta {
        id: "node-security/detect-non-literal-fs-filename",
        cwe: 0,
        owasp: "",
        cvss: 0.0,
        on: &[],
        on_exit: &[],
        words: &[],
        messages: &[
            "fsPathTraversal",
            "usePathResolve",
            "validatePath",
            "useBasename",
            "createSafeDir",
            "whitelistExtensions",
        ],
    };

    type Options = ();
    type State = ();

    fn new((): ()) -> Result<Self, String> {
        Ok(Self)
    }

    fn check<'a>(&self, _node: Node<'a>, _ctx: &mut Context<'a, '_, ()>) {}
}
