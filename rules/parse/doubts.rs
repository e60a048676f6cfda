//! Doubts: constructs that espree might refuse in a program that oxc's parser accepts, such as later editions,
//! TypeScript's modifiers, early errors, and slashes that acorn misreads.
//!
//! Nothing is decided here. A node that espree might refuse makes the [recogniser](super::recogniser) read the text; so
//! the tests below may be too careful, never too lenient, and they must be rare in ordinary code.

use std::iter;

use oxc_allocator::Allocator;
use oxc_ast::{
    AstKind,
    ast::{
        AssignmentOperator, BinaryOperator, Class, ClassBody, ClassElement, Expression, ForStatementLeft,
        FormalParameter, FormalParameters, Function, LabelIdentifier, LabeledStatement, LogicalExpression,
        MethodDefinition, MethodDefinitionKind, ObjectPropertyKind, PropertyDefinition, PropertyKey, PropertyKind,
        RegExpLiteral, Statement, UnaryOperator, VariableDeclarationKind,
    },
};
use oxc_span::{GetSpan, Span};
use oxc_syntax::{keyword::is_reserved_keyword, node::NodeId};

use super::{
    check_pattern,
    declared::{Declaration, Declared, MAX_LEVELS_UP},
    recogniser::skip_trivia,
};
use crate::estree::{NodeTable, keeps_variables};

/// Collects the doubts during a walk over the nodes.
pub(super) struct Doubts<'a> {
    source: &'a str,
    found: bool,
    declared: Declared<'a>,
}

impl<'a> Doubts<'a> {
    pub(super) fn new(source: &'a str, allocator: &'a Allocator) -> Self {
        Self { source, found: false, declared: Declared::new(source, allocator) }
    }

    /// Examines the last node of `nodes`, which is `kind`.
    ///
    /// Inlined where the kind is known, so that little of it remains.
    #[inline(always)]
    pub(super) fn examine(&mut self, nodes: NodeTable<'_, 'a>, id: NodeId, kind: AstKind<'a>) {
        self.found = self.found || is_doubtful(self.source, nodes, id, kind);
        if let Some(declaration) = Declaration::of(kind) {
            self.found = self.found || !self.declared.collect(declaration, nodes, id);
        }
    }

    /// Returns whether espree might refuse the program; called after the walk.
    pub(super) fn any(self) -> bool {
        self.found || self.declared.any_odd()
    }
}

#[inline(always)]
fn is_doubtful(source: &str, nodes: NodeTable, id: NodeId, kind: AstKind) -> bool {
    match kind {
        AstKind::ArrayAssignmentTarget(_)
        | AstKind::ObjectAssignmentTarget(_)
        | AstKind::AssignmentTargetWithDefault(_) => is_parenthesised(source, kind.span()),
        AstKind::ArrowFunctionExpression(arrow) => {
            // In `((a)) => b` oxc counts only the inner parentheses as part of the parameters.
            has_inner_parenthesis(source, Span::new(arrow.span.start, arrow.params.span.end))
        }
        AstKind::VariableDeclaration(declaration) => {
            matches!(declaration.kind, VariableDeclarationKind::Using | VariableDeclarationKind::AwaitUsing)
        }
        AstKind::Function(function) => is_misplaced_function(function, nodes, id),
        AstKind::FormalParameters(parameters) => may_wait(source, parameters),
        AstKind::FormalParameter(parameter) => has_parameter_extras(parameter),
        AstKind::Directive(directive) => directive.directive == "use strict" && !is_simple_function(nodes, id),
        AstKind::Class(class) => has_class_extras(class) || is_nameless_declaration(class, nodes, id),
        AstKind::PropertyDefinition(property) => {
            has_property_extras(property) || has_odd_modifiers(source, property.span, property.key.span(), &[])
        }
        AstKind::MethodDefinition(method) => {
            has_method_extras(method)
                || has_odd_modifiers(source, method.span, method.key.span(), &["async", "get", "set"])
        }
        AstKind::Super(_) => !has_super(nodes, id),
        AstKind::ObjectProperty(property) => {
            is_proto(&property.key) && has_two_protos(nodes, id)
                || property.kind == PropertyKind::Get && is_function_with_rest(&property.value)
        }
        AstKind::PrivateIdentifier(name) => !is_private_name(&name.name, nodes, id),
        AstKind::StaticBlock(block) => may_hold(text(source, block.span), &["arguments", "await", "return", "yield"]),
        AstKind::LabeledStatement(statement) => is_odd_label(statement, nodes, id),
        AstKind::AccessorProperty(_) | AstKind::Decorator(_) | AstKind::WithStatement(_) => true,
        AstKind::ImportDeclaration(import) => {
            import.with_clause.is_some() || import.phase.is_some() || !is_at_top(nodes, id)
        }
        AstKind::ExportAllDeclaration(export) => export.with_clause.is_some() || !is_at_top(nodes, id),
        AstKind::ExportFromDeclaration(export) => export.with_clause.is_some() || !is_at_top(nodes, id),
        AstKind::ExportNamedDeclaration(_) | AstKind::ExportDeclaration(_) | AstKind::ExportDefaultDeclaration(_) => {
            !is_at_top(nodes, id)
        }
        AstKind::ImportExpression(import) => {
            import.options.is_some()
                || import.phase.is_some()
                || text(source, Span::new(import.source.span().end, import.span.end)).contains(',')
        }
        AstKind::ForInStatement(statement) => is_odd_target(&statement.left),
        AstKind::ForOfStatement(statement) => is_odd_target(&statement.left),
        AstKind::BreakStatement(statement) => !has_target(nodes, id, statement.label.as_ref(), true),
        AstKind::ContinueStatement(statement) => !has_target(nodes, id, statement.label.as_ref(), false),
        AstKind::BindingIdentifier(identifier) => {
            may_be_restricted(&identifier.name) && is_restricted_name(&identifier.name)
        }
        AstKind::IdentifierReference(identifier) => {
            may_be_restricted(&identifier.name)
                && is_restricted_name(&identifier.name)
                && !is_harmless(&identifier.name, nodes, id)
        }
        AstKind::NumericLiteral(literal) => has_leading_zero(text(source, literal.span)),
        AstKind::StringLiteral(literal) => {
            // The quotes are not part of its value.
            literal.span.size() as usize != literal.value.len() + 2 && has_octal_escape(text(source, literal.span))
        }
        AstKind::RegExpLiteral(literal) => is_doubtful_pattern(source, literal),
        AstKind::StaticMemberExpression(member) => {
            member.optional
                && is_reserved_keyword(&member.property.name)
                && may_confuse(&member.property.name, source, member.span.end)
        }
        AstKind::UnaryExpression(unary) => {
            unary.operator == UnaryOperator::Delete
                && matches!(
                    unary.argument,
                    Expression::Identifier(_) | Expression::PrivateFieldExpression(_) | Expression::ChainExpression(_)
                )
        }
        AstKind::BinaryExpression(binary) => {
            binary.operator == BinaryOperator::Division && ends_doubtfully(source, binary.left.span())
        }
        AstKind::LogicalExpression(logical) => mixes_coalescing(logical),
        AstKind::AssignmentExpression(assignment) => {
            assignment.operator == AssignmentOperator::Division && ends_doubtfully(source, assignment.left.span())
        }
        AstKind::YieldExpression(expression) => expression
            .argument
            .as_ref()
            .is_some_and(|argument| source.as_bytes()[argument.span().start as usize] == b'/'),
        _ => false,
    }
}

fn text(source: &str, span: Span) -> &str {
    &source[span.start as usize..span.end as usize]
}

/// Returns whether an assigned pattern is in parentheses. Nothing else has a closing parenthesis after it.
fn is_parenthesised(source: &str, pattern: Span) -> bool {
    let (next, _) = skip_trivia(source, pattern.end as usize);
    source[next..].starts_with(')')
}

/// Returns whether the parameters contain a parenthesis besides their own: in a default value, or around a parameter.
fn has_inner_parenthesis(source: &str, parameters: Span) -> bool {
    memchr::memchr_iter(b'(', text(source, parameters).as_bytes()).nth(1).is_some()
}

fn has_class_extras(class: &Class) -> bool {
    let is_constructor = |element: &&ClassElement| match element {
        ClassElement::MethodDefinition(method) => method.kind == MethodDefinitionKind::Constructor,
        _ => false,
    };
    class.r#abstract
        || class.declare
        || !class.implements.is_empty()
        || class.type_parameters.is_some()
        || class.body.body.iter().filter(is_constructor).nth(1).is_some()
}

/// Returns whether a class element's name has other words before it than `static` and one of `modifiers`. oxc accepts
/// `default` and more, and drops it.
fn has_odd_modifiers(source: &str, element: Span, key: Span, modifiers: &[&str]) -> bool {
    let head = text(source, Span::new(element.start, key.start));
    let mut words =
        head.split(|it: char| it.is_ascii_whitespace() || matches!(it, '*' | '[')).filter(|it| !it.is_empty());
    let word = match words.next() {
        Some("static") => words.next(),
        word => word,
    };
    match word {
        None => false,
        Some(word) => !modifiers.contains(&word) || words.next().is_some(),
    }
}

fn has_property_extras(property: &PropertyDefinition) -> bool {
    property.accessibility.is_some()
        || property.declare
        || property.readonly
        || property.optional
        || property.definite
        || property.r#override
        || property.type_annotation.is_some()
}

fn has_method_extras(method: &MethodDefinition) -> bool {
    let has_rest = method.value.params.rest.is_some();
    method.accessibility.is_some()
        || method.optional
        || method.r#override
        || method.kind == MethodDefinitionKind::Get && has_rest
}

fn is_function_with_rest(value: &Expression) -> bool {
    matches!(value, Expression::FunctionExpression(function) if function.params.rest.is_some())
}

fn has_parameter_extras(parameter: &FormalParameter) -> bool {
    parameter.accessibility.is_some() || parameter.readonly || parameter.r#override || parameter.optional
}

/// Returns whether a loop declares several names, or one with a value, or assigns to a name that cannot be assigned to.
fn is_odd_target(left: &ForStatementLeft) -> bool {
    match left {
        ForStatementLeft::VariableDeclaration(it) => {
            !matches!(&it.declarations[..], [one] if one.init.is_none() && one.type_annotation.is_none())
        }
        ForStatementLeft::AssignmentTargetIdentifier(it) => is_restricted_name(&it.name),
        _ => false,
    }
}

/// Returns whether a `break` or `continue` finds its statement before a function ends the search.
fn has_target(nodes: NodeTable, id: NodeId, label: Option<&LabelIdentifier>, is_break: bool) -> bool {
    for (_, kind) in nodes.ancestors(id).take(MAX_LEVELS_UP) {
        let is_target = match kind {
            _ if keeps_variables(kind) => return false,
            AstKind::LabeledStatement(statement) => {
                label.is_some_and(|label| label.name == statement.label.name) && (is_break || is_loop(&statement.body))
            }
            AstKind::SwitchStatement(_) => label.is_none() && is_break,
            AstKind::DoWhileStatement(_)
            | AstKind::ForInStatement(_)
            | AstKind::ForOfStatement(_)
            | AstKind::ForStatement(_)
            | AstKind::WhileStatement(_) => label.is_none(),
            _ => false,
        };
        if is_target {
            return true;
        }
    }
    false
}

fn is_loop(statement: &Statement) -> bool {
    matches!(
        statement,
        Statement::DoWhileStatement(_)
            | Statement::ForInStatement(_)
            | Statement::ForOfStatement(_)
            | Statement::ForStatement(_)
            | Statement::WhileStatement(_)
    )
}

/// Returns whether a label is reserved or already taken, or labels anything but a loop, block or `switch`.
fn is_odd_label(statement: &LabeledStatement, nodes: NodeTable, id: NodeId) -> bool {
    let name = &statement.label.name;
    let is_target = is_loop(&statement.body)
        || matches!(statement.body, Statement::BlockStatement(_) | Statement::SwitchStatement(_));
    let is_free = || {
        for (_, kind) in nodes.ancestors(id).take(MAX_LEVELS_UP) {
            match kind {
                AstKind::LabeledStatement(around) if around.label.name == *name => return false,
                _ if keeps_variables(kind) => return true,
                _ => {}
            }
        }
        false
    };
    !is_target || is_restricted_name(name) || is_reserved_keyword(name) || !is_free()
}

/// Returns whether an import or export is at the top level, where it may be.
fn is_at_top(nodes: NodeTable, id: NodeId) -> bool {
    nodes.parent(id) == NodeId::ROOT
}

/// Returns whether a function has no body, or is a declaration where only other statements may be: `if (a) function b()
/// {}`.
fn is_misplaced_function(function: &Function, nodes: NodeTable, id: NodeId) -> bool {
    function.body.is_none()
        || function.is_declaration()
            && !matches!(
                nodes.ast(nodes.parent(id)),
                AstKind::Program(_)
                    | AstKind::FunctionBody(_)
                    | AstKind::BlockStatement(_)
                    | AstKind::SwitchCase(_)
                    | AstKind::ExportDeclaration(_)
                    | AstKind::ExportDefaultDeclaration(_)
            )
}

/// Returns whether all parameters are plain names.
fn are_names(parameters: &FormalParameters) -> bool {
    let is_name = |it: &FormalParameter| it.pattern.is_binding_identifier() && it.initializer.is_none();
    parameters.items.iter().all(is_name) && parameters.rest.is_none()
}

/// Returns whether parameters may contain `await` or `yield`.
fn may_wait(source: &str, parameters: &FormalParameters) -> bool {
    !are_names(parameters) && may_hold(text(source, parameters.span), &["await", "yield"])
}

/// Returns whether a text may contain one of these words. Longer texts are not searched, because they may nest.
fn may_hold(text: &str, words: &[&str]) -> bool {
    const MAX_SEARCHED_BYTES: usize = 1024;
    text.len() > MAX_SEARCHED_BYTES || text.contains('\\') || words.iter().any(|word| text.contains(word))
}

/// Returns whether a directive is outside of all functions, or in one whose parameters are all plain names.
fn is_simple_function(nodes: NodeTable, directive: NodeId) -> bool {
    match nodes.ancestors(directive).nth(1) {
        Some((_, AstKind::Function(function))) => are_names(&function.params),
        Some((_, AstKind::ArrowFunctionExpression(arrow))) => are_names(&arrow.params),
        _ => true,
    }
}

fn is_nameless_declaration(class: &Class, nodes: NodeTable, id: NodeId) -> bool {
    class.id.is_none()
        && class.is_declaration()
        && !matches!(nodes.ast(nodes.parent(id)), AstKind::ExportDefaultDeclaration(_))
}

/// Returns whether `super` is in a method and, as a call, in the constructor of a class with a superclass.
fn has_super(nodes: NodeTable, id: NodeId) -> bool {
    let is_called = matches!(nodes.ast(nodes.parent(id)), AstKind::CallExpression(_));
    let mut above = nodes.ancestors(id).take(MAX_LEVELS_UP).skip_while(|(_, kind)| {
        !matches!(kind, AstKind::Function(_) | AstKind::PropertyDefinition(_) | AstKind::MethodDefinition(_))
    });
    let (Some((_, AstKind::Function(_))), Some((_, AstKind::MethodDefinition(method)))) = (above.next(), above.next())
    else {
        return false;
    };
    let mut has_parent = || matches!(above.nth(1), Some((_, AstKind::Class(class))) if class.heritage.is_some());
    !is_called || method.kind == MethodDefinitionKind::Constructor && has_parent()
}

/// Returns whether `??` is mixed with `&&` or `||` without parentheses: oxc also accepts an operand that begins or ends
/// with one.
fn mixes_coalescing(logical: &LogicalExpression) -> bool {
    [&logical.left, &logical.right].into_iter().any(|operand| {
        matches!(operand, Expression::LogicalExpression(operand)
            if operand.operator.is_coalesce() != logical.operator.is_coalesce())
    })
}

fn is_proto(key: &PropertyKey) -> bool {
    match key {
        PropertyKey::StaticIdentifier(name) => name.name == "__proto__",
        PropertyKey::StringLiteral(name) => name.value == "__proto__",
        _ => false,
    }
}

/// Returns whether a second property of the same object is, or may be, `__proto__`.
fn has_two_protos(nodes: NodeTable, id: NodeId) -> bool {
    let AstKind::ObjectExpression(object) = nodes.ast(nodes.parent(id)) else { return true };
    let is_one = |it: &&ObjectPropertyKind| matches!(it, ObjectPropertyKind::ObjectProperty(it) if is_proto(&it.key));
    object.properties.iter().filter(is_one).nth(1).is_some()
}

/// Returns whether a private name is the only one of its kind in its class, or is declared in a class around its use.
fn is_private_name(name: &str, nodes: NodeTable, id: NodeId) -> bool {
    /// The members above which a class is not searched: a search for each of its names would be quadratic.
    const MAX_MEMBERS_SEARCHED: usize = 64;
    let declarations = |body: &ClassBody| {
        let names = body.body.iter().filter_map(|element| element.property_key());
        names.filter(|key| matches!(key, PropertyKey::PrivateIdentifier(key) if key.name == name)).count()
    };
    let mut bodies = nodes.ancestors(id).take(MAX_LEVELS_UP).filter_map(|(_, kind)| match kind {
        AstKind::ClassBody(body) if body.body.len() <= MAX_MEMBERS_SEARCHED => Some(body),
        _ => None,
    });
    match nodes.ast(nodes.parent(id)) {
        AstKind::MethodDefinition(_) | AstKind::PropertyDefinition(_) => {
            name != "constructor" && bodies.next().is_some_and(|body| declarations(body) == 1)
        }
        AstKind::PrivateFieldExpression(member) if !matches!(member.object, Expression::Super(_)) => {
            bodies.any(|body| declarations(body) > 0)
        }
        _ => false,
    }
}

/// The names that are restricted in strict module code.
const RESTRICTED: [&str; 12] = [
    "arguments",
    "await",
    "eval",
    "implements",
    "interface",
    "let",
    "package",
    "private",
    "protected",
    "public",
    "static",
    "yield",
];

#[inline(never)]
fn is_restricted_name(name: &str) -> bool {
    RESTRICTED.contains(&name)
}

/// Returns whether a name has the first letter and the length of a restricted one, which rules out most names.
#[inline(always)]
fn may_be_restricted(name: &str) -> bool {
    /// A bit for each length, by first letter.
    static LENGTHS: [u16; 256] = {
        let mut table = [0; 256];
        let mut at = 0;
        while at < RESTRICTED.len() {
            table[RESTRICTED[at].as_bytes()[0] as usize] |= 1 << RESTRICTED[at].len();
            at += 1;
        }
        table
    };
    name.bytes().next().is_some_and(|first| name.len() < 16 && LENGTHS[usize::from(first)] >> name.len() & 1 != 0)
}

/// Returns whether a restricted name is only read: `eval`, or `arguments` in a function.
fn is_harmless(name: &str, nodes: NodeTable, id: NodeId) -> bool {
    let mut above = nodes.ancestors(id).map(|(_, kind)| kind).take(MAX_LEVELS_UP);
    let is_read = match above.next() {
        Some(
            AstKind::ArrayExpression(_)
            | AstKind::BinaryExpression(_)
            | AstKind::CallExpression(_)
            | AstKind::ComputedMemberExpression(_)
            | AstKind::ConditionalExpression(_)
            | AstKind::LogicalExpression(_)
            | AstKind::NewExpression(_)
            | AstKind::ReturnStatement(_)
            | AstKind::SpreadElement(_)
            | AstKind::StaticMemberExpression(_)
            | AstKind::VariableDeclarator(_),
        ) => true,
        Some(AstKind::AssignmentExpression(assignment)) => {
            matches!(&assignment.right, Expression::Identifier(it) if it.node_id() == id)
        }
        _ => false,
    };
    let mut is_in_function = || {
        let is_around = |kind: &AstKind| {
            matches!(kind, AstKind::Function(_) | AstKind::PropertyDefinition(_) | AstKind::StaticBlock(_))
        };
        matches!(above.find(is_around), Some(AstKind::Function(_)))
    };
    is_read && matches!(name, "eval" | "arguments") && (name == "eval" || is_in_function())
}

/// Returns whether a number has a leading zero: `010`, `08.5`.
fn has_leading_zero(literal: &str) -> bool {
    matches!(literal.as_bytes(), [b'0', b'0'..=b'9' | b'_', ..])
}

/// Returns the text after each backslash that escapes something.
fn escaped(literal: &str) -> impl Iterator<Item = &[u8]> {
    let mut rest = literal.as_bytes();
    iter::from_fn(move || {
        let at = memchr::memchr(b'\\', rest)?;
        let behind = &rest[at + 1..];
        rest = behind.get(1..).unwrap_or_default();
        Some(behind)
    })
}

/// Returns whether a digit is escaped, apart from `\0` before a non-digit.
fn has_octal_escape(literal: &str) -> bool {
    escaped(literal).any(|behind| match behind {
        [b'0', next, ..] => next.is_ascii_digit(),
        [next, ..] => next.is_ascii_digit(),
        [] => false,
    })
}

/// Returns whether a regular expression is invalid, or acorn may read its beginning as `/=`.
fn is_doubtful_pattern(source: &str, literal: &RegExpLiteral) -> bool {
    // After these acorn expects an operand.
    let is_expected = || {
        let before = source[..literal.span.start as usize].trim_end_matches([' ', '\t']);
        before.ends_with(['(', ',', '[', '=', ':'])
    };
    text(source, literal.span).starts_with("/=") && !is_expected() || check_pattern(source, literal).is_err()
}

/// Returns whether acorn may misread the text after a keyword that is a name, as after `?.`: a division, a brace, a
/// function.
fn may_confuse(keyword: &str, source: &str, end: u32) -> bool {
    let (next, _) = skip_trivia(source, end as usize);
    matches!(keyword, "class" | "for" | "function" | "if" | "while" | "with" | "yield")
        || !source[next..].starts_with(['.', ',', ';', ')', ']', '}', ':', '?', '(', '[', '=', '&', '|', '!'])
}

/// Returns whether acorn might read a slash after this operand as the start of a regular expression.
fn ends_doubtfully(source: &str, operand: Span) -> bool {
    let operand = text(source, operand);
    operand.ends_with('}') || operand.ends_with("of")
}
