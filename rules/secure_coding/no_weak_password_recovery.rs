use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    engine::{Context, Filters, Level, Meta, Needles, Rule, SafetyChecker, SafetyMemo, snippet},
    estree::{AstType, Kind, Node},
};

/// Finds password resets that can be guessed, repeated without end or read in the log.
///
/// ## Why
///
/// Whoever resets a password owns the account, so the reset is the account's second door. Its token has
/// to come from a cryptographic source, expire soon and work once, and asking for it has to be limited.
///
/// ## What is found
///
/// Names and texts count as being about recovery when they speak of a password and of resetting,
/// recovering, forgetting or restoring it, or of a `recoveryToken`. Of such code these are found: a
/// variable set by a call that makes no secure token, or put together from the time or `Math.random()`;
/// a function declaration that mentions no expiry, or no rate limit; an argument of `console` or `logger`
/// (`log`, `info`, `warn`, `error`) other than a literal; an `if` that asks for an e-mail address and for
/// no token, code or other proof. Code that a comment marks as safe (`@safe`, `@secure-recovery`,
/// `@rate-limited`) is left alone.
///
/// ## Example
///
/// ```js
/// const passwordResetToken = makeId(8);                                  // found
/// const passwordResetToken = crypto.randomBytes(32).toString('hex');     // fine
/// ```
///
/// ## Limits
///
/// With any options at all, `@secure-recovery` and `@rate-limited` vouch for nothing unless they are among them.
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoWeakPasswordRecovery {
    secure_tokens: Needles,
    safety: SafetyChecker,
}

#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Options {
    /// Accepted for ESLint's sake, 64 or more; nothing reads it.
    #[serde(default = "min_token_entropy")]
    min_token_entropy: f64,
    /// Accepted for ESLint's sake, 0.25 or more; nothing reads it.
    #[serde(default = "max_token_lifetime_hours")]
    max_token_lifetime_hours: f64,
    /// Accepted for ESLint's sake; nothing reads it.
    #[serde(default, rename = "recoveryKeywords")]
    _recovery_keywords: Vec<String>,
    /// The functions that make secure tokens.
    #[serde(default = "secure_token_functions")]
    secure_token_functions: Vec<String>,
    #[serde(flatten)]
    safety: SafetyChecker,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            min_token_entropy: min_token_entropy(),
            max_token_lifetime_hours: max_token_lifetime_hours(),
            _recovery_keywords: Vec::new(),
            secure_token_functions: secure_token_functions(),
            safety: SafetyChecker {
                annotations: ["secure-recovery", "rate-limited"].map(String::from).into(),
                ..SafetyChecker::default()
            },
        }
    }
}

fn min_token_entropy() -> f64 {
    128.0
}

fn max_token_lifetime_hours() -> f64 {
    1.0
}

fn secure_token_functions() -> Vec<String> {
    ["crypto.randomBytes", "crypto.randomUUID", "generateSecureToken", "randomBytes"].map(String::from).into()
}

static PASSWORD: Needles = Needles::ignoring_case(&["password", "pwd"]);
static RECOVERY: Needles = Needles::ignoring_case(&["forgot", "recover", "reset", "restore"]);
static RECOVERY_TOKEN: Needles = Needles::ignoring_case(&["recoverytoken"]);

/// The values that differ each time and can be guessed all the same.
static PREDICTABLE: Needles = Needles::new(&["Date.now()", "Math.random()", "new Date()", "timestamp"]);

static EXPIRY: Needles = Needles::ignoring_case(&["expire", "lifetime", "timeout", "ttl"]);
static RATE_LIMIT: Needles = Needles::ignoring_case(&["limit", "rate"]);
static SENSITIVE: Needles = Needles::ignoring_case(&["code", "password", "reset", "token"]);
static EMAIL: Needles = Needles::ignoring_case(&["email"]);
static PROOF: Needles = Needles::ignoring_case(&["code", "otp", "sms", "token", "verify"]);

const LOG_METHODS: &[&str] = &["error", "info", "log", "warn"];

impl Rule for NoWeakPasswordRecovery {
    const META: Meta = Meta {
        id: "secure-coding/no-weak-password-recovery",
        cwe: 640,
        owasp: "A07:2021 Identification and Authentication Failures",
        cvss: 8.1,
        on: &[AstType::VariableDeclarator, AstType::Function, AstType::CallExpression, AstType::IfStatement],
        filters: Filters {
            calls: &["error", "info", "log", "logger", "warn"],
            inits: &[AstType::BinaryExpression, AstType::CallExpression],
            required_words: &[&["forgot", "recover", "reset", "restore"]],
            ..Filters::NONE
        },
        messages: &[
            "missingRateLimit",
            "predictableRecoveryToken",
            "insufficientTokenEntropy",
            "missingTokenExpiration",
            "recoveryLoggingSensitiveData",
            "weakRecoveryVerification",
        ],
    };

    type Options = Options;
    type State = SafetyMemo;

    fn new(options: Options) -> Result<Self, String> {
        if options.min_token_entropy < 64.0 {
            return Err("`minTokenEntropy` must be at least 64".into());
        }
        if options.max_token_lifetime_hours < 0.25 {
            return Err("`maxTokenLifetimeHours` must be at least 0.25".into());
        }
        Ok(Self { secure_tokens: Needles::of(&options.secure_token_functions), safety: options.safety })
    }

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, SafetyMemo>) {
        match node.kind() {
            Kind::VariableDeclarator => self.check_token(node, ctx),
            Kind::FunctionDeclaration => self.check_function(node, ctx),
            Kind::CallExpression => self.check_log_call(node, ctx),
            Kind::IfStatement => self.check_condition(node, ctx),
            _ => {}
        }
    }
}

impl NoWeakPasswordRecovery {
    fn check_token<'a>(&self, declarator: Node<'a>, ctx: &mut Context<'a, '_, SafetyMemo>) {
        let (Some(name), Some(init)) = (declarator.declared().and_then(Node::identifier), declarator.init()) else {
            return;
        };
        if !is_about_recovery(|words| words.is_in(name)) {
            return;
        }
        let message_id = match init.kind() {
            Kind::CallExpression if !ctx.contains(init, &self.secure_tokens) => "predictableRecoveryToken",
            Kind::BinaryExpression if ctx.contains(init, &PREDICTABLE) => "insufficientTokenEntropy",
            _ => return,
        };
        let vouched = |node| self.safety.is_safe(node, ctx.state);
        if [Some(declarator), declarator.parent()].into_iter().flatten().any(vouched) {
            return;
        }
        let what = format_args!("{name} can be guessed: {}", snippet(init));
        ctx.report(init, message_id, Level::High, what, "Make it with crypto.randomBytes(32).toString('hex')");
    }

    fn check_function<'a>(&self, function: Node<'a>, ctx: &mut Context<'a, '_, SafetyMemo>) {
        let Some(id) = function.declared() else { return };
        let Some(name) = id.name().filter(|name| is_about_recovery(|words| words.is_in(name))) else { return };
        let mut check = |words, message_id, what: String, fix| {
            if !ctx.contains(function, words) && !self.safety.is_safe(function, ctx.state) {
                ctx.report(id, message_id, Level::High, what, fix);
            }
        };
        check(
            &EXPIRY,
            "missingTokenExpiration",
            format!("{name} says nothing of when the reset expires"),
            "Store an expiry of at most an hour with the token, and refuse it afterwards",
        );
        check(
            &RATE_LIMIT,
            "missingRateLimit",
            format!("{name} may be called as often as one likes"),
            "Limit the attempts per account and address, for example with express-rate-limit",
        );
    }

    fn check_log_call<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_, SafetyMemo>) {
        if !is_log_call(call) {
            return;
        }
        for argument in call.arguments().iter().filter(|argument| !argument.is(Kind::Literal)) {
            if is_about_recovery(|words| ctx.contains(argument, words))
                && ctx.contains(argument, &SENSITIVE)
                && !self.safety.is_safe(call, ctx.state)
            {
                let what = format_args!("{} is written to the log", snippet(argument));
                let fix = "Log that a reset was asked for and by which account id, without the token or password";
                ctx.report(argument, "recoveryLoggingSensitiveData", Level::High, what, fix);
            }
        }
    }

    fn check_condition<'a>(&self, statement: Node<'a>, ctx: &mut Context<'a, '_, SafetyMemo>) {
        let Some(test) = statement.test() else { return };
        if is_about_recovery(|words| ctx.contains(test, words))
            && ctx.contains(test, &EMAIL)
            && !ctx.contains(test, &PROOF)
            && !self.safety.is_safe(statement, ctx.state)
        {
            let what = format_args!("{} takes an e-mail address for a proof of identity", snippet(test));
            let fix = "Send a single-use token to the address and ask for it before the password is changed";
            ctx.report(test, "weakRecoveryVerification", Level::High, what, fix);
        }
    }
}

/// Returns whether something is about recovering a password, `holds` telling whether it holds any of some words.
fn is_about_recovery(mut holds: impl FnMut(&'static Needles) -> bool) -> bool {
    // A recovery token's name speaks of recovery too.
    holds(&RECOVERY) && (holds(&PASSWORD) || holds(&RECOVERY_TOKEN))
}

fn is_log_call(call: Node<'_>) -> bool {
    let Some(callee) = call.callee() else { return false };
    callee.is_identifier("logger")
        || callee.property_identifier().is_some_and(|method| LOG_METHODS.contains(&method))
            && callee.object().and_then(Node::identifier).is_some_and(|name| matches!(name, "console" | "logger"))
}
