//! Where oxc takes more than espree: later editions, TypeScript's modifiers, early errors that it leaves out, and the
//! slashes that acorn misreads.
//!
//! Nothing is decided here. A node that espree might refuse makes the [recogniser](super::recogniser) read the text; so
//! the tests below may be too careful, never too lenient, and they must be rare in ordinary code.

use oxc_ast::{
    AstKind, AstType,
    ast::{
        AssignmentOperator, BinaryOperator, Class, Expression, ForStatementLeft, FormalParameter, LabelIdentifier,
        MethodDefinition, MethodDefinitionKind, PropertyDefinition, PropertyKind, VariableDeclarationKind,
    },
};
use oxc_semantic::{AstNodes, NodeId};
use oxc_span::{GetSpan, Span};
use oxc_syntax::keyword::is_reserved_keyword;

use super::recogniser::skip_trivia;

/// Whether espree might refuse the program, of which oxc found nothing to complain.
pub fn may_refuse(source: &str, nodes: &AstNodes) -> bool {
    nodes.iter().enumerate().any(|(at, node)| {
        let kind = node.kind();
        let is_doubtful = || is_doubtful(source, nodes, NodeId::from_usize(at), kind);
        let may_be = MAY_BE_DOUBTFUL[kind.ty() as usize];
        debug_assert!(may_be || !is_doubtful(), "{:?} is not among the types", kind.ty());
        may_be && is_doubtful()
    })
}

/// By type: whether one of its nodes can be doubtful. Most nodes are of another.
static MAY_BE_DOUBTFUL: [bool; 256] = {
    let types = [
        AstType::AccessorProperty,
        AstType::ArrayAssignmentTarget,
        AstType::ArrowFunctionExpression,
        AstType::AssignmentExpression,
        AstType::AssignmentTargetWithDefault,
        AstType::BinaryExpression,
        AstType::BreakStatement,
        AstType::Class,
        AstType::ContinueStatement,
        AstType::Decorator,
        AstType::ExportAllDeclaration,
        AstType::ExportFromDeclaration,
        AstType::ForInStatement,
        AstType::ForOfStatement,
        AstType::FormalParameter,
        AstType::ImportDeclaration,
        AstType::ImportExpression,
        AstType::MethodDefinition,
        AstType::ObjectAssignmentTarget,
        AstType::ObjectProperty,
        AstType::PropertyDefinition,
        AstType::RegExpLiteral,
        AstType::StaticBlock,
        AstType::StaticMemberExpression,
        AstType::VariableDeclaration,
        AstType::YieldExpression,
    ];
    let mut table = [false; 256];
    let mut at = 0;
    while at < types.len() {
        table[types[at] as usize] = true;
        at += 1;
    }
    table
};

fn is_doubtful(source: &str, nodes: &AstNodes, id: NodeId, kind: AstKind) -> bool {
    match kind {
        AstKind::ArrayAssignmentTarget(_)
        | AstKind::ObjectAssignmentTarget(_)
        | AstKind::AssignmentTargetWithDefault(_) => is_parenthesised(source, kind.span()),
        AstKind::ArrowFunctionExpression(arrow) => {
            // Of `((a)) => b` oxc counts only the inner parentheses to the parameters.
            has_inner_parenthesis(source, Span::new(arrow.span.start, arrow.params.span.end))
        }
        AstKind::VariableDeclaration(declaration) => {
            matches!(declaration.kind, VariableDeclarationKind::Using | VariableDeclarationKind::AwaitUsing)
        }
        AstKind::Class(class) => has_class_extras(class),
        AstKind::PropertyDefinition(property) => {
            has_property_extras(property) || has_odd_modifiers(source, property.span, property.key.span(), &[])
        }
        AstKind::MethodDefinition(method) => {
            has_method_extras(method)
                || has_odd_modifiers(source, method.span, method.key.span(), &["async", "get", "set"])
        }
        AstKind::ObjectProperty(property) => {
            property.kind == PropertyKind::Get && is_function_with_rest(&property.value)
        }
        AstKind::FormalParameter(parameter) => has_parameter_extras(parameter),
        AstKind::AccessorProperty(_) | AstKind::Decorator(_) | AstKind::StaticBlock(_) => true,
        AstKind::ImportDeclaration(import) => import.with_clause.is_some() || import.phase.is_some(),
        AstKind::ExportAllDeclaration(export) => export.with_clause.is_some(),
        AstKind::ExportFromDeclaration(export) => export.with_clause.is_some(),
        AstKind::ImportExpression(import) => {
            import.options.is_some()
                || import.phase.is_some()
                || text(source, Span::new(import.source.span().end, import.span.end)).contains(',')
        }
        AstKind::ForInStatement(statement) => is_restricted_target(&statement.left),
        AstKind::ForOfStatement(statement) => is_restricted_target(&statement.left),
        AstKind::BreakStatement(statement) => !has_target(nodes, id, statement.label.as_ref(), true),
        AstKind::ContinueStatement(statement) => !has_target(nodes, id, statement.label.as_ref(), false),
        AstKind::RegExpLiteral(literal) => is_doubtful_pattern(text(source, literal.span)),
        AstKind::StaticMemberExpression(member) => member.optional && is_reserved_keyword(&member.property.name),
        AstKind::BinaryExpression(binary) => {
            binary.operator == BinaryOperator::Division && ends_doubtfully(source, binary.left.span())
        }
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

/// Whether an assigned pattern stands in parentheses. Nothing else puts a closing one behind it.
fn is_parenthesised(source: &str, pattern: Span) -> bool {
    let (next, _) = skip_trivia(source, pattern.end as usize);
    source[next..].starts_with(')')
}

/// Whether the parameters hold a parenthesis beside their own: a default value's, or one around a parameter.
fn has_inner_parenthesis(source: &str, parameters: Span) -> bool {
    memchr::memchr_iter(b'(', text(source, parameters).as_bytes()).nth(1).is_some()
}

fn has_class_extras(class: &Class) -> bool {
    class.r#abstract || class.declare || !class.implements.is_empty() || class.type_parameters.is_some()
}

/// Whether other words than `static` and one of `modifiers` stand before a class element's name. oxc takes `default` and more, and forgets it.
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

fn is_restricted_target(left: &ForStatementLeft) -> bool {
    matches!(left, ForStatementLeft::AssignmentTargetIdentifier(target) if matches!(target.name.as_str(), "eval" | "arguments"))
}

/// Whether a `break` or `continue` finds its statement before a function ends the search.
fn has_target(nodes: &AstNodes, id: NodeId, label: Option<&LabelIdentifier>, is_break: bool) -> bool {
    for kind in nodes.ancestor_kinds(id) {
        let is_target = match kind {
            AstKind::ArrowFunctionExpression(_) | AstKind::Function(_) | AstKind::StaticBlock(_) => return false,
            AstKind::LabeledStatement(statement) => label.is_some_and(|label| label.name == statement.label.name),
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

/// Modifiers, names that two alternatives share, and `\c` in a class; or a pattern that looks like `/=`.
fn is_doubtful_pattern(literal: &str) -> bool {
    let has_modifier = || literal.split("(?").skip(1).any(|rest| rest.starts_with(['i', 'm', 's', '-']));
    let named_groups = || literal.split("(?<").skip(1).filter(|rest| !rest.starts_with(['=', '!'])).count();
    literal.starts_with("/=")
        || literal.contains("(?") && (has_modifier() || named_groups() > 1)
        || literal.contains("\\c")
}

/// Whether acorn might take a slash behind this operand for the start of a regular expression.
fn ends_doubtfully(source: &str, operand: Span) -> bool {
    let operand = text(source, operand);
    operand.ends_with('}') || operand.ends_with("of")
}
