use documented::Documented;

use crate::{
    engine::{Context, Meta, Rule},
    estree::Node,
};

/// Not there yet.
#[derive(Documented)]
pub struct DetectChildProcess;

impl Rule for DetectChildProcess {
    const META: Meta = Meta {
        id: "node-security/detect-child-process",
        cwe: 0,
        owasp: "",
        cvss: 0.0,
        on: &[],
        on_exit: &[],
        words: &[],
        messages: &[
            "childProcessCommandInjection",
            "useExecFile",
            "useSpawn",
            "useSaferLibrary",
            "validateInput",
            "useShellFalse",
            "strategyValidate",
            "strategySanitize",
            "strategyRestrict",
        ],
    };

    type Options = ();
    type State = ();

    fn new((): ()) -> Result<Self, String> {
        Ok(Self)
    }

    fn check<'a>(&self, _node: Node<'a>, _ctx: &mut Context<'a, '_, ()>) {}
}
