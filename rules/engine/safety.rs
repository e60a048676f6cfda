//! The marks of a safe value, as the rules that look for injection see it: a call that sanitizes it, a comment that
//! vouches for it, an ORM around it.

use oxc_syntax::node::NodeId;
use rustc_hash::{FxHashMap, FxHashSet};
use schemars::JsonSchema;
use serde::Deserialize;

use super::{MAX_DIRECT_SEARCH_BYTES, Needles};
use crate::estree::{Kind, Node, Tree, VariableId, is_white_space, to_lower_case};

/// Functions and methods whose result counts as safe, on any receiver.
const SANITIZERS: &[&str] = &[
    "BigInt",
    "Boolean",
    "DOMPurify",
    "Number",
    "String",
    "assertValid",
    "base64Encode",
    "bleach",
    "clean",
    "cleanInput",
    "encode",
    "encodeURI",
    "encodeURIComponent",
    "escape",
    "escapeHtml",
    "escapeRegExp",
    "escapeShell",
    "escapeSql",
    "escapeString",
    "filterXSS",
    "htmlEncode",
    "htmlEscape",
    "isValid",
    "isValidEmail",
    "isValidUrl",
    "parseFloat",
    "parseInt",
    "purify",
    "sanitize",
    "sanitizeEmail",
    "sanitizeHtml",
    "sanitizeInput",
    "sanitizeOutput",
    "sanitizePath",
    "sanitizeQuery",
    "sanitizeString",
    "sanitizeUrl",
    "sqlEscape",
    "stripTags",
    "strip_tags",
    "urlEncode",
    "validate",
    "validateEmail",
    "validateId",
    "validateInput",
    "validateUrl",
    "validateUuid",
    "validator",
    "xss",
];

/// The words in the dotted path of a called method when the method belongs to a validation library.
static VALIDATORS: Needles = Needles::new(&[
    "DOMPurify.sanitize",
    "IsEmail",
    "IsNotEmpty",
    "IsNumber",
    "IsString",
    "IsUUID",
    "IsUrl",
    "Joi.number",
    "Joi.string",
    "joi.number",
    "joi.string",
    "matchedData",
    "purify.sanitize",
    "schema.parse",
    "schema.safeParse",
    "validationResult",
    "validator.blacklist",
    "validator.escape",
    "validator.isAlphanumeric",
    "validator.isEmail",
    "validator.isFloat",
    "validator.isInt",
    "validator.isURL",
    "validator.isUUID",
    "validator.normalizeEmail",
    "validator.trim",
    "validator.whitelist",
    "yup.number",
    "yup.string",
    "z.array",
    "z.boolean",
    "z.number",
    "z.object",
    "z.string",
]);

/// The words in a comment that vouch for the code after it.
static ANNOTATIONS: Needles = Needles::ignoring_case(&[
    "@clean",
    "@escaped",
    "@safe",
    "@sanitized",
    "@timing-safe",
    "@trusted",
    "@validated",
    "@verified",
]);

/// The words in a call's text when it goes through Prisma, TypeORM, Sequelize, Knex or Mongoose.
static ORM_CALLS: Needles = Needles::new(&[
    ".aggregate(",
    ".andWhere(",
    ".count(",
    ".create(",
    ".createMany(",
    ".createQueryBuilder(",
    ".delete(",
    ".deleteMany(",
    ".deleteOne({",
    ".find(",
    ".findById(",
    ".findByIdAndDelete(",
    ".findByIdAndUpdate(",
    ".findFirst(",
    ".findMany(",
    ".findOne(",
    ".findOneBy(",
    ".findUnique(",
    ".getRepository(",
    ".groupBy(",
    ".insert(",
    ".orWhere(",
    ".remove(",
    ".returning(",
    ".save(",
    ".softDelete(",
    ".update(",
    ".updateMany(",
    ".updateOne({",
    ".upsert(",
    ".where(",
    ".whereBetween(",
    ".whereIn(",
    ".whereNotIn(",
    "Model.create",
    "Model.destroy",
    "Model.findAll",
    "Model.findByPk",
    "Model.findOne",
    "Model.update",
    "prisma.",
]);

/// The words that the path of a called method begins with, in lower case, when it is called on an ORM.
const ORM_OBJECTS: &[&str] = &["db", "knex", "model", "prisma", "repository", "sequelize"];

/// The depth from which on a node's surroundings are memoized.
const MEMOIZED_DEPTH: usize = 32;

/// Decides whether a node's value counts as safe, so that a rule does not report it.
///
/// The default trusts the constant lists of this module and nothing else. The fields are options that many rules share,
/// flattened into their own.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct SafetyChecker {
    /// Functions and methods that sanitize, besides the well-known ones.
    #[serde(rename = "trustedSanitizers")]
    pub sanitizers: Vec<String>,
    /// Words that vouch for code when a comment holds them, besides the well-known ones.
    #[serde(rename = "trustedAnnotations")]
    pub annotations: Vec<String>,
    /// Trusts neither functions nor comments.
    #[serde(rename = "strictMode")]
    pub strict: bool,
}

/// The memo of a [`SafetyChecker`] about one text; a rule keeps it in its state.
///
/// A query about a deep node memoizes the answers for all nodes around it, and a costly query about a call is made
/// once, so that all queries about one text cost together no more than a few walks over it.
#[derive(Debug, Default)]
pub struct SafetyMemo {
    /// The offsets of the tokens that directly follow a comment that vouches for them.
    vouched: Option<FxHashSet<u32>>,
    /// The surroundings of deep nodes.
    places: FxHashMap<NodeId, Place>,
    /// The outermost calls: `true` where the call's text goes through an ORM.
    orm_texts: FxHashMap<NodeId, bool>,
    /// The calls with a long callee: `true` where the call is on an ORM.
    orm_calls: FxHashMap<NodeId, bool>,
    calls: FxHashMap<NodeId, bool>,
    variables: FxHashMap<VariableId, bool>,
}

/// The surroundings of a node.
#[derive(Clone, Copy, Debug, Default)]
struct Place {
    /// A comment is directly before it, or before one of its ancestors within the same function.
    vouched: bool,
    /// It is a call or is in one.
    in_call: bool,
    /// It is a call that goes through an ORM or is in one.
    in_orm_call: bool,
}

impl SafetyChecker {
    /// Returns whether a node's value counts as safe: it is sanitized, vouched for, or passed to an ORM.
    pub fn is_safe<'a>(&self, node: Node<'a>, memo: &mut SafetyMemo) -> bool {
        if self.strict {
            return false;
        }
        let place = self.place(node, memo);
        place.vouched
            || place.in_orm_call
            || self.is_sanitized(node, memo)
            || node.is(Kind::BinaryExpression)
                && [node.left(), node.right()].into_iter().flatten().any(|side| self.is_sanitized(side, memo))
    }

    /// Returns whether a comment vouches for a node: directly before it, or before one of its ancestors up to the
    /// innermost function. A strict checker looks too.
    pub fn has_annotation<'a>(&self, node: Node<'a>, memo: &mut SafetyMemo) -> bool {
        self.place(node, memo).vouched
    }

    /// Returns whether a node is a sanitizing call, or a variable of the innermost scope that is initialized with one.
    fn is_sanitized<'a>(&self, node: Node<'a>, memo: &mut SafetyMemo) -> bool {
        match node.kind() {
            Kind::CallExpression => self.is_sanitizing_call(node, memo),
            Kind::Identifier => self.is_sanitized_variable(node, memo),
            _ => false,
        }
    }

    /// Returns whether a node calls a function or method that sanitizes its argument.
    fn is_sanitizing_call<'a>(&self, node: Node<'a>, memo: &mut SafetyMemo) -> bool {
        let Some(callee) = node.callee().filter(|_| node.is(Kind::CallExpression)) else { return false };
        match callee.kind() {
            Kind::Identifier => callee.name().is_some_and(|name| self.is_sanitizer(name)),
            Kind::MemberExpression => *memo.calls.entry(node.id()).or_insert_with(|| {
                callee.property_identifier().is_some_and(|name| self.is_sanitizer(name))
                    || VALIDATORS.is_in(&path(callee).join("."))
            }),
            _ => false,
        }
    }

    /// Returns whether the innermost scope declares the variable of an identifier, and initializes it with a sanitizing
    /// call.
    fn is_sanitized_variable<'a>(&self, identifier: Node<'a>, memo: &mut SafetyMemo) -> bool {
        let Some(variable) =
            identifier.identifier().and_then(|name| identifier.tree().scope(identifier).variable(name))
        else {
            return false;
        };
        if let Some(&known) = memo.variables.get(&variable.id()) {
            return known;
        }
        let sanitized = variable
            .definitions()
            .filter(|definition| definition.is(Kind::VariableDeclarator))
            .filter_map(Node::init)
            .any(|init| self.is_sanitizing_call(init, memo));
        memo.variables.insert(variable.id(), sanitized);
        sanitized
    }

    fn is_sanitizer(&self, name: &str) -> bool {
        SANITIZERS.contains(&name) || self.sanitizers.iter().any(|sanitizer| sanitizer == name)
    }

    /// Returns the surroundings of a node, computed from the outside in and, where it is deep, memoized for all nodes
    /// on the way.
    fn place<'a>(&self, node: Node<'a>, memo: &mut SafetyMemo) -> Place {
        let is_deep = node.ancestors().nth(MEMOIZED_DEPTH).is_some();
        let mut unknown = Vec::new();
        let mut place = Place::default();
        for node in node.self_and_ancestors() {
            if let Some(&known) = memo.places.get(&node.id()) {
                place = known;
                break;
            }
            unknown.push(node);
        }
        for node in unknown.into_iter().rev() {
            place = self.place_within(place, node, memo);
            if is_deep {
                memo.places.insert(node.id(), place);
            }
        }
        place
    }

    /// Returns the surroundings of a node, given those of its parent.
    fn place_within<'a>(&self, parent: Place, node: Node<'a>, memo: &mut SafetyMemo) -> Place {
        let vouched = parent.vouched && !begins_anew(node) || self.is_vouched(node, memo);
        if !node.is(Kind::CallExpression) {
            return Place { vouched, ..parent };
        }
        // The text of a call is part of the text of the call around it: only the outermost is searched.
        let in_orm_call =
            parent.in_orm_call || is_call_on_orm(node, memo) || !parent.in_call && holds_orm_call(node, memo);
        Place { vouched, in_call: true, in_orm_call }
    }

    /// Returns whether a comment directly before a node vouches for it.
    fn is_vouched<'a>(&self, node: Node<'a>, memo: &mut SafetyMemo) -> bool {
        let vouched = memo.vouched.get_or_insert_with(|| self.vouched_tokens(node.tree()));
        !vouched.is_empty() && vouched.contains(&node.span().start)
    }

    /// Returns the offsets of the tokens that a comment vouches for: those that follow it with nothing but white space
    /// and other comments between.
    fn vouched_tokens(&self, tree: &Tree<'_>) -> FxHashSet<u32> {
        if self.annotations.is_empty() {
            // All well-known annotations begin with an at sign.
            return tokens_after(tree, tree.tagged_comments().iter().copied(), |text| ANNOTATIONS.is_in(text));
        }
        let annotations: Vec<_> = self.annotations.iter().map(|annotation| to_lower_case(annotation)).collect();
        tokens_after(tree, 0..tree.comments().len(), |text| {
            let lower = to_lower_case(text);
            ANNOTATIONS.is_in(text) || annotations.iter().any(|annotation| lower.contains(&**annotation))
        })
    }
}

/// Returns the offsets of the tokens that follow those comments at `places` that match.
fn tokens_after(
    tree: &Tree<'_>,
    places: impl DoubleEndedIterator<Item = usize>,
    is_one: impl Fn(&str) -> bool,
) -> FxHashSet<u32> {
    let comments = tree.comments();
    let mut tokens = FxHashSet::default();
    // The beginning of the next such comment, and of the token after it.
    let mut next: Option<(u32, u32)> = None;
    for place in places.rev().filter(|&place| is_one(tree.comment_text(&comments[place]))) {
        let mut token = comments[place].span.start;
        for comment in &comments[place..] {
            if let Some((_, known)) = next.filter(|&(start, _)| start == token) {
                token = known;
                break;
            }
            if comment.span.start != token {
                break;
            }
            let rest = &tree.source()[comment.span.end as usize..];
            token = comment.span.end + (rest.len() - rest.trim_start_matches(is_white_space).len()) as u32;
        }
        next = Some((comments[place].span.start, token));
        tokens.insert(token);
    }
    tokens
}

/// Returns whether a comment before a node's ancestors says nothing about the node: a comment vouches for a function as
/// a whole, not for the functions within.
fn begins_anew(node: Node<'_>) -> bool {
    node.is_function() || node.is(Kind::MethodDefinition)
}

/// Returns whether the text of an outermost call goes through an ORM.
fn holds_orm_call(call: Node<'_>, memo: &mut SafetyMemo) -> bool {
    *memo.orm_texts.entry(call.id()).or_insert_with(|| ORM_CALLS.is_in(call.text()))
}

/// Returns whether a call is of an ORM's method.
fn is_call_on_orm(call: Node<'_>, memo: &mut SafetyMemo) -> bool {
    call.callee().is_some_and(|callee| {
        if callee.span().size() <= MAX_DIRECT_SEARCH_BYTES {
            return is_method_of_orm(callee);
        }
        *memo.orm_calls.entry(call.id()).or_insert_with(|| is_method_of_orm(callee))
    })
}

/// Returns whether a callee is a method whose dotted path begins with an ORM's usual name.
fn is_method_of_orm(callee: Node<'_>) -> bool {
    callee.is(Kind::MemberExpression)
        && first_name(callee).is_some_and(|name| {
            let name = to_lower_case(name);
            ORM_OBJECTS.iter().any(|object| name.starts_with(object))
        })
}

/// Returns the first of the names in a member expression that form its [`path`].
fn first_name(member: Node<'_>) -> Option<&str> {
    let mut first = None;
    let mut node = member;
    while let Some(object) = node.object().filter(|_| node.is(Kind::MemberExpression)) {
        first = node.property_identifier().or(first);
        node = object;
    }
    node.identifier().or(first)
}

/// Returns the names in a member expression, from the left, leaving out what is not an identifier: `a.b[0].c` gives
/// `a`, `b`, `c`.
fn path<'a>(member: Node<'a>) -> Vec<&'a str> {
    let mut names = Vec::new();
    let mut node = member;
    while let Some(object) = node.object().filter(|_| node.is(Kind::MemberExpression)) {
        names.extend(node.property_identifier());
        node = object;
    }
    names.extend(node.identifier());
    names.reverse();
    names
}
