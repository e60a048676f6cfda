use documented::Documented;

use crate::{
    engine::{Context, Meta, Rule},
    estree::Node,
};

/// Not there yet.
#[derive(Documented)]
pub struct NoDirectiveInjection;

impl Rule for NoDirectiveInjection {
    const META: Meta = Meta {
        id: "secure-coding/no-directive-injection",
        cwe: 0,
        owasp: "",
        cvss: 0.0,
        on: &[],
        on_exit: &[],
        words: &[],
        messages: &[
            "directiveInjection",
            "unsafeDirectiveName",
            "dynamicDirectiveCreation",
            "templateInjection",
            "unsafeComponentBinding",
            "userControlledTemplate",
            "dangerousInnerHTML",
            "untrustedDirectiveSource",
            "useTrustedDirectives",
            "sanitizeTemplateInput",
            "validateDirectiveNames",
            "strategyTemplateSanitization",
            "strategyContentSecurity",
            "strategyInputValidation",
        ],
    };

    type Options = ();
    type State = ();

    fn new((): ()) -> Result<Self, String> {
        Ok(Self)
    }

    fn check<'a>(&self, _node: Node<'a>, _ctx: &mut Context<'a, '_, ()>) {}
}
