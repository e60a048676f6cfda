use documented::Documented;

use crate::{
    engine::{Context, Meta, Rule},
    estree::Node,
};

/// Not there yet.
#[derive(Documented)]
pub struct NoUnsafeDeserialization;

impl Rule for NoUnsafeDeserialization {
    const META: Meta = Meta {
        id: "secure-coding/no-unsafe-deserialization",
        cwe: 0,
        owasp: "",
        cvss: 0.0,
        on: &[],
        on_exit: &[],
        words: &[],
        messages: &[
            "unsafeDeserialization",
            "dangerousEvalUsage",
            "unsafeYamlParsing",
            "dangerousFunctionConstructor",
            "untrustedDeserializationInput",
            "useSafeDeserializer",
            "validateBeforeDeserialization",
            "avoidEval",
            "strategySafeLibraries",
            "strategyInputValidation",
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
