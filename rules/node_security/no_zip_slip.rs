use documented::Documented;

use crate::{
    engine::{Context, Meta, Rule},
    estree::Node,
};

/// Not there yet.
#[derive(Documented)]
pub struct NoZipSlip;

impl Rule for NoZipSlip {
    const META: Meta = Meta {
        id: "node-security/no-zip-slip",
        cwe: 0,
        owasp: "",
        cvss: 0.0,
        on: &[],
        on_exit: &[],
        words: &[],
        messages: &[
            "zipSlipVulnerability",
            "unsafeArchiveExtraction",
            "pathTraversalInArchive",
            "unvalidatedArchivePath",
            "dangerousArchiveDestination",
            "useSafeArchiveExtraction",
            "validateArchivePaths",
            "sanitizeArchiveNames",
            "strategyPathValidation",
            "strategySafeLibraries",
            "strategySandboxing",
        ],
    };

    type Options = ();
    type State = ();

    fn new((): ()) -> Result<Self, String> {
        Ok(Self)
    }

    fn check<'a>(&self, _node: Node<'a>, _ctx: &mut Context<'a, '_, ()>) {}
}
