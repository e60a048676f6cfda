use documented::Documented;

use crate::{
    engine::{Context, Meta, Rule},
    estree::Node,
};

/// Not there yet.
#[derive(Documented)]
pub struct NoWeakPasswordRecovery;

impl Rule for NoWeakPasswordRecovery {
    const META: Meta = Meta {
        id: "secure-coding/no-weak-password-recovery",
        cwe: 0,
        owasp: "",
        cvss: 0.0,
        on: &[],
        on_exit: &[],
        words: &[],
        messages: &[
            "weakPasswordRecovery",
            "missingRateLimit",
            "predictableRecoveryToken",
            "unlimitedRecoveryAttempts",
            "insufficientTokenEntropy",
            "missingTokenExpiration",
            "recoveryLoggingSensitiveData",
            "weakRecoveryVerification",
            "tokenReuseVulnerability",
            "implementRateLimiting",
            "useCryptographicallySecureTokens",
            "implementTokenExpiration",
            "secureRecoveryFlow",
            "strategyMultiFactor",
            "strategyOutOfBandVerification",
            "strategyTimeBoundTokens",
        ],
    };

    type Options = ();
    type State = ();

    fn new((): ()) -> Result<Self, String> {
        Ok(Self)
    }

    fn check<'a>(&self, _node: Node<'a>, _ctx: &mut Context<'a, '_, ()>) {}
}
