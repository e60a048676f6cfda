//! Conversions from oxc's enums to nodes.

use oxc_ast::{
    AstKind,
    ast::{
        AssignmentTarget, AssignmentTargetMaybeDefault, BindingPattern, Declaration, Expression, ForStatementLeft,
        ModuleExportName, PropertyKey, SimpleAssignmentTarget, Statement,
    },
};

pub(super) fn expression_kind<'a>(expression: &'a Expression<'a>) -> AstKind<'a> {
    AstKind::from_expression(expression)
}

pub(super) fn statement_kind<'a>(statement: &'a Statement<'a>) -> AstKind<'a> {
    match statement {
        Statement::BlockStatement(it) => AstKind::BlockStatement(it),
        Statement::BreakStatement(it) => AstKind::BreakStatement(it),
        Statement::ContinueStatement(it) => AstKind::ContinueStatement(it),
        Statement::DebuggerStatement(it) => AstKind::DebuggerStatement(it),
        Statement::DoWhileStatement(it) => AstKind::DoWhileStatement(it),
        Statement::EmptyStatement(it) => AstKind::EmptyStatement(it),
        Statement::ExpressionStatement(it) => AstKind::ExpressionStatement(it),
        Statement::ForInStatement(it) => AstKind::ForInStatement(it),
        Statement::ForOfStatement(it) => AstKind::ForOfStatement(it),
        Statement::ForStatement(it) => AstKind::ForStatement(it),
        Statement::IfStatement(it) => AstKind::IfStatement(it),
        Statement::LabeledStatement(it) => AstKind::LabeledStatement(it),
        Statement::ReturnStatement(it) => AstKind::ReturnStatement(it),
        Statement::SwitchStatement(it) => AstKind::SwitchStatement(it),
        Statement::ThrowStatement(it) => AstKind::ThrowStatement(it),
        Statement::TryStatement(it) => AstKind::TryStatement(it),
        Statement::WhileStatement(it) => AstKind::WhileStatement(it),
        Statement::WithStatement(it) => AstKind::WithStatement(it),
        Statement::ImportDeclaration(it) => AstKind::ImportDeclaration(it),
        Statement::ExportAllDeclaration(it) => AstKind::ExportAllDeclaration(it),
        Statement::ExportDefaultDeclaration(it) => AstKind::ExportDefaultDeclaration(it),
        Statement::ExportDeclaration(it) => AstKind::ExportDeclaration(it),
        Statement::ExportNamedDeclaration(it) => AstKind::ExportNamedDeclaration(it),
        Statement::ExportFromDeclaration(it) => AstKind::ExportFromDeclaration(it),
        Statement::TSExportAssignment(it) => AstKind::TSExportAssignment(it),
        Statement::TSNamespaceExportDeclaration(it) => AstKind::TSNamespaceExportDeclaration(it),
        statement => declaration_kind(statement.to_declaration()),
    }
}

pub(super) fn declaration_kind<'a>(declaration: &'a Declaration<'a>) -> AstKind<'a> {
    match declaration {
        Declaration::VariableDeclaration(it) => AstKind::VariableDeclaration(it),
        Declaration::FunctionDeclaration(it) => AstKind::Function(it),
        Declaration::ClassDeclaration(it) => AstKind::Class(it),
        Declaration::TSTypeAliasDeclaration(it) => AstKind::TSTypeAliasDeclaration(it),
        Declaration::TSInterfaceDeclaration(it) => AstKind::TSInterfaceDeclaration(it),
        Declaration::TSEnumDeclaration(it) => AstKind::TSEnumDeclaration(it),
        Declaration::TSExternalModuleDeclaration(it) => AstKind::TSExternalModuleDeclaration(it),
        Declaration::TSNamespaceDeclaration(it) => AstKind::TSNamespaceDeclaration(it),
        Declaration::TSGlobalDeclaration(it) => AstKind::TSGlobalDeclaration(it),
        Declaration::TSImportEqualsDeclaration(it) => AstKind::TSImportEqualsDeclaration(it),
    }
}

pub(super) fn binding_kind<'a>(pattern: &'a BindingPattern<'a>) -> AstKind<'a> {
    match pattern {
        BindingPattern::BindingIdentifier(it) => AstKind::BindingIdentifier(it),
        BindingPattern::ObjectPattern(it) => AstKind::ObjectPattern(it),
        BindingPattern::ArrayPattern(it) => AstKind::ArrayPattern(it),
        BindingPattern::AssignmentPattern(it) => AstKind::AssignmentPattern(it),
    }
}

pub(super) fn key_kind<'a>(key: &'a PropertyKey<'a>) -> AstKind<'a> {
    match key {
        PropertyKey::StaticIdentifier(it) => AstKind::IdentifierName(it),
        PropertyKey::PrivateIdentifier(it) => AstKind::PrivateIdentifier(it),
        key => expression_kind(key.to_expression()),
    }
}

pub(super) fn simple_target_kind<'a>(target: &'a SimpleAssignmentTarget<'a>) -> AstKind<'a> {
    match target {
        SimpleAssignmentTarget::AssignmentTargetIdentifier(it) => AstKind::IdentifierReference(it),
        SimpleAssignmentTarget::TSAsExpression(it) => AstKind::TSAsExpression(it),
        SimpleAssignmentTarget::TSSatisfiesExpression(it) => AstKind::TSSatisfiesExpression(it),
        SimpleAssignmentTarget::TSNonNullExpression(it) => AstKind::TSNonNullExpression(it),
        SimpleAssignmentTarget::TSTypeAssertion(it) => AstKind::TSTypeAssertion(it),
        SimpleAssignmentTarget::StaticMemberExpression(it) => AstKind::StaticMemberExpression(it),
        SimpleAssignmentTarget::ComputedMemberExpression(it) => AstKind::ComputedMemberExpression(it),
        SimpleAssignmentTarget::PrivateFieldExpression(it) => AstKind::PrivateFieldExpression(it),
    }
}

pub(super) fn target_kind<'a>(target: &'a AssignmentTarget<'a>) -> AstKind<'a> {
    match target {
        AssignmentTarget::ArrayAssignmentTarget(it) => AstKind::ArrayAssignmentTarget(it),
        AssignmentTarget::ObjectAssignmentTarget(it) => AstKind::ObjectAssignmentTarget(it),
        target => simple_target_kind(target.to_simple_assignment_target()),
    }
}

pub(super) fn target_or_default_kind<'a>(target: &'a AssignmentTargetMaybeDefault<'a>) -> AstKind<'a> {
    match target {
        AssignmentTargetMaybeDefault::AssignmentTargetWithDefault(it) => AstKind::AssignmentTargetWithDefault(it),
        target => target_kind(target.to_assignment_target()),
    }
}

pub(super) fn for_left_kind<'a>(left: &'a ForStatementLeft<'a>) -> AstKind<'a> {
    match left {
        ForStatementLeft::VariableDeclaration(it) => AstKind::VariableDeclaration(it),
        left => target_kind(left.to_assignment_target()),
    }
}

pub(super) fn export_name_kind<'a>(name: &'a ModuleExportName<'a>) -> AstKind<'a> {
    match name {
        ModuleExportName::IdentifierName(it) => AstKind::IdentifierName(it),
        ModuleExportName::IdentifierReference(it) => AstKind::IdentifierReference(it),
        ModuleExportName::StringLiteral(it) => AstKind::StringLiteral(it),
    }
}
