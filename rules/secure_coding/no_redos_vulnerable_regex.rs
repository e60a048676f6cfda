use documented::Documented;

use crate::{
    engine::{Context, Meta, Rule},
    estree::Node,
};

/// Not there yet.
#[derive(Documented)]
pub struct NoRedosVulnerableRegex;

impl Rule for NoRedosVulnerableRegex {
    const META: Meta = Meta {
        id: "secure-coding/no-redos-vulnerable-regex",
        cwe: 0,
        owasp: "",
        cvss: 0.0,
        on: &[],
        on_exit: &[],
        words: &[],
        messages: &[
            "redosVulnerable",
            "useAtomicGroups",
            "usePossessiveQuantifiers",
            "restructureRegex",
            "useSafeLibrary",
        ],
    };

    type Options = ();
    type State = ();

    fn new((): ()) -> Result<Self, String> {
        Ok(Self)
    }

    fn check<'a>(&self, _node: Node<'a>, _ctx: &mut Context<'a, '_, ()>) {}
}
