use documented::Documented;

use crate::{
    engine::{Context, Meta, Rule},
    estree::Node,
};

/// Not there yet.
#[derive(Documented)]
pub struct NoLdapInjection;

impl Rule for NoLdapInjection {
    const META: Meta = Meta {
        id: "secure-coding/no-ldap-injection",
        cwe: 0,
        owasp: "",
        cvss: 0.0,
        on: &[],
        on_exit: &[],
        words: &[],
        messages: &[
            "ldapInjection",
            "unsafeLdapFilter",
            "unescapedLdapInput",
            "dangerousLdapOperation",
            "useLdapEscaping",
            "validateLdapInput",
            "useParameterizedLdap",
            "strategyInputValidation",
            "strategySafeLibraries",
            "strategyFilterConstruction",
        ],
    };

    type Options = ();
    type State = ();

    fn new((): ()) -> Result<Self, String> {
        Ok(Self)
    }

    fn check<'a>(&self, _node: Node<'a>, _ctx: &mut Context<'a, '_, ()>) {}
}
