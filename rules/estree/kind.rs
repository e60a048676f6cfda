//! ESTree's node types, and which of oxc's nodes is which.

use oxc_ast::{
    AstKind,
    ast::{ClassType, FunctionType},
};

macro_rules! kinds {
    ($($kind:ident)*) => {
        /// A node's `type`, as ESTree and typescript-eslint name it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[repr(u8)]
        pub enum Kind {
            $($kind),*
        }

        impl Kind {
            /// How many kinds there are; `kind as usize` is below it.
            pub const COUNT: usize = [$(Kind::$kind),*].len();

            /// The name, as ESLint's `nodeType` gives it.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Kind::$kind => stringify!($kind)),*
                }
            }
        }
    };
}

kinds! {
    AccessorProperty ArrayExpression ArrayPattern ArrowFunctionExpression AssignmentExpression AssignmentPattern
    AwaitExpression BinaryExpression BlockStatement BreakStatement CallExpression CatchClause ChainExpression
    ClassBody ClassDeclaration ClassExpression ConditionalExpression ContinueStatement DebuggerStatement Decorator
    DoWhileStatement EmptyStatement ExportAllDeclaration ExportDefaultDeclaration ExportNamedDeclaration
    ExportSpecifier ExpressionStatement ForInStatement ForOfStatement ForStatement FunctionDeclaration
    FunctionExpression Identifier IfStatement ImportAttribute ImportDeclaration ImportDefaultSpecifier
    ImportExpression ImportNamespaceSpecifier ImportSpecifier JSXAttribute JSXClosingElement JSXClosingFragment
    JSXElement JSXEmptyExpression JSXExpressionContainer JSXFragment JSXIdentifier JSXMemberExpression
    JSXNamespacedName JSXOpeningElement JSXOpeningFragment JSXSpreadAttribute JSXSpreadChild JSXText
    LabeledStatement Literal LogicalExpression MemberExpression MetaProperty MethodDefinition NewExpression
    ObjectExpression ObjectPattern PrivateIdentifier Program Property PropertyDefinition RestElement
    ReturnStatement SequenceExpression SpreadElement StaticBlock Super SwitchCase SwitchStatement
    TaggedTemplateExpression TemplateElement TemplateLiteral ThisExpression ThrowStatement TryStatement
    TSAsExpression TSNonNullExpression TSParameterProperty TSSatisfiesExpression TSTypeAnnotation TSTypeAssertion
    TSTypeReference TSOther UnaryExpression UpdateExpression VariableDeclaration VariableDeclarator WhileStatement
    WithStatement YieldExpression
}

impl Kind {
    /// What ESTree calls one of oxc's nodes; `None` for a node that ESTree does not have, whose
    /// children stand in its parent's place. Types that no rule looks at are [`Kind::TSOther`].
    pub(crate) fn of(ast: AstKind<'_>) -> Option<Kind> {
        Some(match ast {
            AstKind::Program(_) => Kind::Program,
            AstKind::IdentifierName(_)
            | AstKind::IdentifierReference(_)
            | AstKind::BindingIdentifier(_)
            | AstKind::LabelIdentifier(_)
            | AstKind::TSThisParameter(_) => Kind::Identifier,
            AstKind::ThisExpression(_) => Kind::ThisExpression,
            AstKind::ArrayExpression(_) => Kind::ArrayExpression,
            AstKind::ObjectExpression(_) => Kind::ObjectExpression,
            AstKind::ObjectProperty(_)
            | AstKind::BindingProperty(_)
            | AstKind::AssignmentTargetPropertyIdentifier(_)
            | AstKind::AssignmentTargetPropertyProperty(_) => Kind::Property,
            AstKind::TemplateLiteral(_) => Kind::TemplateLiteral,
            AstKind::TaggedTemplateExpression(_) => Kind::TaggedTemplateExpression,
            AstKind::TemplateElement(_) => Kind::TemplateElement,
            AstKind::ComputedMemberExpression(_)
            | AstKind::StaticMemberExpression(_)
            | AstKind::PrivateFieldExpression(_) => Kind::MemberExpression,
            AstKind::CallExpression(_) => Kind::CallExpression,
            AstKind::NewExpression(_) => Kind::NewExpression,
            AstKind::ImportMeta(_) | AstKind::NewTarget(_) => Kind::MetaProperty,
            AstKind::SpreadElement(_) => Kind::SpreadElement,
            AstKind::UpdateExpression(_) => Kind::UpdateExpression,
            AstKind::UnaryExpression(_) => Kind::UnaryExpression,
            AstKind::BinaryExpression(_) | AstKind::PrivateInExpression(_) => Kind::BinaryExpression,
            AstKind::LogicalExpression(_) => Kind::LogicalExpression,
            AstKind::ConditionalExpression(_) => Kind::ConditionalExpression,
            AstKind::AssignmentExpression(_) => Kind::AssignmentExpression,
            AstKind::ArrayAssignmentTarget(_) | AstKind::ArrayPattern(_) => Kind::ArrayPattern,
            AstKind::ObjectAssignmentTarget(_) | AstKind::ObjectPattern(_) => Kind::ObjectPattern,
            AstKind::AssignmentTargetRest(_) | AstKind::BindingRestElement(_) => Kind::RestElement,
            AstKind::AssignmentTargetWithDefault(_) | AstKind::AssignmentPattern(_) => Kind::AssignmentPattern,
            AstKind::SequenceExpression(_) => Kind::SequenceExpression,
            AstKind::Super(_) => Kind::Super,
            AstKind::AwaitExpression(_) => Kind::AwaitExpression,
            AstKind::ChainExpression(_) => Kind::ChainExpression,
            AstKind::Directive(_) | AstKind::ExpressionStatement(_) => Kind::ExpressionStatement,
            AstKind::BlockStatement(_) | AstKind::FunctionBody(_) => Kind::BlockStatement,
            AstKind::VariableDeclaration(_) => Kind::VariableDeclaration,
            AstKind::VariableDeclarator(_) => Kind::VariableDeclarator,
            AstKind::EmptyStatement(_) => Kind::EmptyStatement,
            AstKind::IfStatement(_) => Kind::IfStatement,
            AstKind::DoWhileStatement(_) => Kind::DoWhileStatement,
            AstKind::WhileStatement(_) => Kind::WhileStatement,
            AstKind::ForStatement(_) => Kind::ForStatement,
            AstKind::ForInStatement(_) => Kind::ForInStatement,
            AstKind::ForOfStatement(_) => Kind::ForOfStatement,
            AstKind::ContinueStatement(_) => Kind::ContinueStatement,
            AstKind::BreakStatement(_) => Kind::BreakStatement,
            AstKind::ReturnStatement(_) => Kind::ReturnStatement,
            AstKind::WithStatement(_) => Kind::WithStatement,
            AstKind::SwitchStatement(_) => Kind::SwitchStatement,
            AstKind::SwitchCase(_) => Kind::SwitchCase,
            AstKind::LabeledStatement(_) => Kind::LabeledStatement,
            AstKind::ThrowStatement(_) => Kind::ThrowStatement,
            AstKind::TryStatement(_) => Kind::TryStatement,
            AstKind::CatchClause(_) => Kind::CatchClause,
            AstKind::DebuggerStatement(_) => Kind::DebuggerStatement,
            AstKind::Function(function) => match function.r#type {
                FunctionType::FunctionDeclaration => Kind::FunctionDeclaration,
                FunctionType::FunctionExpression => Kind::FunctionExpression,
                FunctionType::TSDeclareFunction | FunctionType::TSEmptyBodyFunctionExpression => Kind::TSOther,
            },
            AstKind::FormalParameter(parameter) => {
                if parameter.accessibility.is_some() || parameter.readonly || parameter.r#override {
                    Kind::TSParameterProperty
                } else if parameter.initializer.is_some() {
                    Kind::AssignmentPattern
                } else {
                    return None;
                }
            }
            AstKind::ArrowFunctionExpression(_) => Kind::ArrowFunctionExpression,
            AstKind::YieldExpression(_) => Kind::YieldExpression,
            AstKind::Class(class) => match class.r#type {
                ClassType::ClassDeclaration => Kind::ClassDeclaration,
                ClassType::ClassExpression => Kind::ClassExpression,
            },
            AstKind::ClassBody(_) => Kind::ClassBody,
            AstKind::MethodDefinition(_) => Kind::MethodDefinition,
            AstKind::PropertyDefinition(_) => Kind::PropertyDefinition,
            AstKind::PrivateIdentifier(_) => Kind::PrivateIdentifier,
            AstKind::StaticBlock(_) => Kind::StaticBlock,
            AstKind::AccessorProperty(_) => Kind::AccessorProperty,
            AstKind::ImportExpression(_) => Kind::ImportExpression,
            AstKind::ImportDeclaration(_) => Kind::ImportDeclaration,
            AstKind::ImportSpecifier(_) => Kind::ImportSpecifier,
            AstKind::ImportDefaultSpecifier(_) => Kind::ImportDefaultSpecifier,
            AstKind::ImportNamespaceSpecifier(_) => Kind::ImportNamespaceSpecifier,
            AstKind::ImportAttribute(_) => Kind::ImportAttribute,
            AstKind::ExportDeclaration(_) | AstKind::ExportNamedDeclaration(_) | AstKind::ExportFromDeclaration(_) => {
                Kind::ExportNamedDeclaration
            }
            AstKind::ExportDefaultDeclaration(_) => Kind::ExportDefaultDeclaration,
            AstKind::ExportAllDeclaration(_) => Kind::ExportAllDeclaration,
            AstKind::ExportSpecifier(_) => Kind::ExportSpecifier,
            AstKind::BooleanLiteral(_)
            | AstKind::NullLiteral(_)
            | AstKind::NumericLiteral(_)
            | AstKind::StringLiteral(_)
            | AstKind::BigIntLiteral(_)
            | AstKind::RegExpLiteral(_) => Kind::Literal,
            AstKind::JSXElement(_) => Kind::JSXElement,
            AstKind::JSXOpeningElement(_) => Kind::JSXOpeningElement,
            AstKind::JSXClosingElement(_) => Kind::JSXClosingElement,
            AstKind::JSXFragment(_) => Kind::JSXFragment,
            AstKind::JSXOpeningFragment(_) => Kind::JSXOpeningFragment,
            AstKind::JSXClosingFragment(_) => Kind::JSXClosingFragment,
            AstKind::JSXNamespacedName(_) => Kind::JSXNamespacedName,
            AstKind::JSXMemberExpression(_) => Kind::JSXMemberExpression,
            AstKind::JSXExpressionContainer(_) => Kind::JSXExpressionContainer,
            AstKind::JSXEmptyExpression(_) => Kind::JSXEmptyExpression,
            AstKind::JSXAttribute(_) => Kind::JSXAttribute,
            AstKind::JSXSpreadAttribute(_) => Kind::JSXSpreadAttribute,
            AstKind::JSXIdentifier(_) => Kind::JSXIdentifier,
            AstKind::JSXSpreadChild(_) => Kind::JSXSpreadChild,
            AstKind::JSXText(_) => Kind::JSXText,
            AstKind::Decorator(_) => Kind::Decorator,
            AstKind::TSAsExpression(_) => Kind::TSAsExpression,
            AstKind::TSSatisfiesExpression(_) => Kind::TSSatisfiesExpression,
            AstKind::TSTypeAssertion(_) => Kind::TSTypeAssertion,
            AstKind::TSNonNullExpression(_) => Kind::TSNonNullExpression,
            AstKind::TSTypeAnnotation(_) => Kind::TSTypeAnnotation,
            AstKind::TSTypeReference(_) => Kind::TSTypeReference,
            AstKind::Elision(_)
            | AstKind::Hashbang(_)
            | AstKind::FormalParameters(_)
            | AstKind::FormalParameterRest(_)
            | AstKind::CatchParameter(_)
            | AstKind::WithClause(_)
            | AstKind::ParenthesizedExpression(_)
            | AstKind::TSParenthesizedType(_) => return None,
            _ => Kind::TSOther,
        })
    }
}
