use documented::Documented;

use crate::{
    engine::{Context, Meta, Rule},
    estree::Node,
};

/// Not there yet.
#[derive(Documented)]
pub struct NoUnlimitedResourceAllocation;

impl Rule for NoUnlimitedResourceAllocation {
    const META: Meta = Meta {
        id: "secure-coding/no-unlimited-resource-allocation",
        cwe: 0,
        owasp: "",
        cvss: 0.0,
        on: &[],
        on_exit: &[],
        words: &[],
        messages: &[
            "unlimitedResourceAllocation",
            "unlimitedBufferAllocation",
            "unlimitedFileOperations",
            "unlimitedNetworkConnections",
            "unlimitedMemoryAllocation",
            "userControlledResourceSize",
            "missingResourceLimits",
            "resourceAllocationInLoop",
            "implementResourceLimits",
            "validateResourceSize",
            "useResourcePools",
            "strategyResourceManagement",
            "strategyRateLimiting",
            "strategyResourceCleanup",
        ],
    };

    type Options = ();
    type State = ();

    fn new((): ()) -> Result<Self, String> {
        Ok(Self)
    }

    fn check<'a>(&self, _node: Node<'a>, _ctx: &mut Context<'a, '_, ()>) {}
}
