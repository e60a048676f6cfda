use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{TEST_FILE, TestFiles};
use crate::{
    engine::{
        Context, Filters, Ignored, Level, Matches, Meta, Needles, OptionPattern, Pattern, Rule, option_regexes, snippet,
    },
    estree::{Around, AstType, Kind, Node},
};

/// Finds roles and permissions that are taken from a request.
///
/// ## Why
///
/// A handler that stores `req.body.role` lets everyone choose his own role: one field more in the form,
/// and the user is an administrator. A role may only be set by somebody whose own role has been checked.
///
/// ## What is found
///
/// Looked at are assignments to a property `role`, `permission`, `privilege`, `access` or `level`,
/// properties of that name in an object, and calls of functions and methods with `setRole`, `grant`,
/// `revoke`, `elevate` or `promote` in their name (methods also `updateRole`). They are found where the
/// value or an argument holds `req.body`, `req.query`, `req.params` (or those of `request`), `userInput`
/// or `input`, unless an `if`, a conditional or a call around them names a check such as `isAdmin`.
///
/// ## Example
///
/// ```js
/// user.role = req.body.role;                              // found
/// if (isAdmin(req.user)) user.role = req.body.role;       // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoPrivilegeEscalation {
    /// The names of the files to leave alone.
    tests: TestFiles,
    role_checks: Needles,
    further_input: Vec<OptionPattern>,
    ignored: Ignored,
}

#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    /// Leaves files alone that match `testFilePattern`.
    allow_in_tests: bool,
    /// The regular expression that the path of a test file matches.
    test_file_pattern: String,
    /// The names of checks, upper or lower case.
    role_check_patterns: Vec<String>,
    /// Further JavaScript regular expressions without look-around and regardless of case, for what comes from a user.
    user_input_patterns: Vec<String>,
    /// JavaScript regular expressions without look-around and regardless of case, for code that is fine.
    ignore_patterns: Vec<String>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            allow_in_tests: false,
            test_file_pattern: TEST_FILE.into(),
            role_check_patterns: ROLE_CHECKS.iter().copied().map(String::from).collect(),
            user_input_patterns: Vec::new(),
            ignore_patterns: Vec::new(),
        }
    }
}

const ROLE_CHECKS: &[&str] = &[
    "checkPermission",
    "checkRole",
    "hasPermission",
    "hasRole",
    "isAdmin",
    "isAuthorized",
    "requireRole",
    "verifyRole",
];

const PRIVILEGES: &[&str] = &["access", "level", "permission", "privilege", "role"];

/// The words that the name of a function holds that changes what somebody may do.
static FUNCTIONS: Needles = Needles::ignoring_case(&["elevate", "grant", "promote", "revoke", "setrole"]);
static METHODS: Needles = Needles::ignoring_case(&["elevate", "grant", "promote", "revoke", "setrole", "updaterole"]);

static USER_INPUT: Pattern = Pattern::new(r"\breq(?:uest)?\.(?:body|query|params)\b|\buserInput\b|\binput\b")
    .holding(&["input", "req.", "request.", "userInput"]);

impl Rule for NoPrivilegeEscalation {
    const META: Meta = Meta {
        id: "secure-coding/no-privilege-escalation",
        cwe: 269,
        owasp: "A01:2021 Broken Access Control",
        cvss: 8.8,
        on: &[AstType::AssignmentExpression, AstType::CallExpression, AstType::ObjectExpression],
        filters: Filters {
            callee_words: &["elevate", "grant", "promote", "revoke", "setrole", "updaterole"],
            required_words: &[
                &["input", "req.", "request."],
                &["access", "elevate", "grant", "level", "permission", "privilege", "promote", "revoke", "role"],
            ],
            ..Filters::NONE
        },
        messages: &["privilegeEscalation"],
    };

    type Options = Options;
    type State = State;

    fn new(options: Options) -> Result<Self, String> {
        Ok(Self {
            tests: TestFiles::new(options.allow_in_tests, &options.test_file_pattern)?,
            role_checks: Needles::of_ignoring_case(&options.role_check_patterns),
            further_input: option_regexes("userInputPatterns", &options.user_input_patterns, true)?,
            ignored: Ignored::with_texts(&options.ignore_patterns)?,
        })
    }

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        match node.kind() {
            Kind::AssignmentExpression => self.check_assignment(node, ctx),
            Kind::CallExpression => self.check_call(node, ctx),
            _ => self.check_object(node, ctx),
        }
    }
}

#[derive(Default)]
pub(super) struct State {
    user_input: Matches,
    /// The memo of whether a node is, or is within, a check of a role.
    in_role_check: Around,
}

impl NoPrivilegeEscalation {
    fn check_assignment<'a>(&self, assignment: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        let (Some(left), Some(right)) = (assignment.left(), assignment.right()) else { return };
        if left.is(Kind::MemberExpression)
            && left.property_identifier().is_some_and(is_privilege)
            && self.is_user_input(right, ctx)
            && !self.is_exempt(assignment, ctx)
            && !self.is_in_role_check(assignment, ctx)
        {
            report(assignment, &format!("{} is set from a request", snippet(left)), ctx);
        }
    }

    fn check_call<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        let Some(callee) = call.callee() else { return };
        let changes_privileges = match callee.kind() {
            Kind::Identifier => callee.name().is_some_and(|name| FUNCTIONS.is_in(name)),
            Kind::MemberExpression => callee.property_identifier().is_some_and(|name| METHODS.is_in(name)),
            _ => false,
        };
        if changes_privileges
            && call.arguments().iter().any(|argument| self.is_user_input(argument, ctx))
            && !self.is_exempt(call, ctx)
            && !self.is_in_role_check(call, ctx)
        {
            report(call, &format!("{}() is called with what a request holds", snippet(callee)), ctx);
        }
    }

    fn check_object<'a>(&self, object: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        for property in object.properties().iter() {
            if let (Some(key), Some(value)) = (property.key_identifier(), property.value())
                && is_privilege(key)
                && self.is_user_input(value, ctx)
                && !self.is_exempt(property, ctx)
                && !self.is_in_role_check(object, ctx)
            {
                report(property, &format!("{} takes the {key} from a request", snippet(property)), ctx);
            }
        }
    }

    fn is_user_input<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, State>) -> bool {
        ctx.state.user_input.any_within(node, &USER_INPUT)
            || self.further_input.iter().any(|pattern| pattern.is_match(node.text(), node.tree()))
    }

    fn is_exempt<'a>(&self, node: Node<'a>, ctx: &Context<'a, '_, State>) -> bool {
        self.tests.hold(ctx) || self.ignored.covers(node)
    }

    /// Returns whether something around a node checks a role: the condition of an `if` or a conditional names a check,
    /// or a call calls one.
    fn is_in_role_check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, State>) -> bool {
        let Some(parent) = node.parent() else { return false };
        let mut known = std::mem::take(&mut ctx.state.in_role_check);
        let answer = known.any(parent, |node| match node.kind() {
            Kind::IfStatement | Kind::ConditionalExpression => {
                node.test().is_some_and(|test| ctx.contains(test, &self.role_checks))
            }
            Kind::CallExpression => node
                .callee()
                .and_then(|callee| callee.identifier().or_else(|| callee.property_identifier()))
                .is_some_and(|name| self.role_checks.is_in(name)),
            _ => false,
        });
        ctx.state.in_role_check = known;
        answer
    }
}

fn is_privilege(name: &str) -> bool {
    PRIVILEGES.iter().any(|privilege| name.eq_ignore_ascii_case(privilege))
}

fn report<'a>(node: Node<'a>, what: &str, ctx: &mut Context<'a, '_, State>) {
    let fix = "Check the caller's own role on the server first, and take only values from a fixed list";
    ctx.report(node, "privilegeEscalation", Level::High, what, fix);
}
