//! ESTree's node types, and their counterparts in oxc's tree.

use oxc_ast::{
    AstKind, AstType,
    ast::{ClassType, FunctionType, MethodDefinitionType, PropertyDefinitionType},
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
            /// The number of kinds; `kind as usize` is below it.
            pub const COUNT: usize = [$(Kind::$kind),*].len();

            /// Returns the name, as ESLint's `nodeType` gives it.
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
    TSAbstractMethodDefinition TSAbstractPropertyDefinition TSAsExpression TSNonNullExpression TSParameterProperty
    TSSatisfiesExpression TSTypeAnnotation TSTypeAssertion
    TSTypeReference TSOther UnaryExpression UpdateExpression VariableDeclaration VariableDeclarator WhileStatement
    WithStatement YieldExpression
}

/// The ESTree counterpart of one of oxc's types.
#[derive(Clone, Copy)]
enum Counterpart {
    Is(Kind),
    /// ESTree has no such node: its children belong to its parent.
    Absent,
    /// It depends on the node.
    Varies,
}

/// Returns the counterpart of one of oxc's types. It names every type, so that a new type of oxc's does not compile
/// unnoticed.
const fn counterpart(ty: AstType) -> Counterpart {
    use Counterpart::{Absent, Is, Varies};
    match ty {
        AstType::Program => Is(Kind::Program),
        AstType::IdentifierName
        | AstType::IdentifierReference
        | AstType::BindingIdentifier
        | AstType::LabelIdentifier
        | AstType::TSThisParameter => Is(Kind::Identifier),
        AstType::ThisExpression => Is(Kind::ThisExpression),
        AstType::ArrayExpression => Is(Kind::ArrayExpression),
        AstType::ObjectExpression => Is(Kind::ObjectExpression),
        AstType::ObjectProperty
        | AstType::BindingProperty
        | AstType::AssignmentTargetPropertyIdentifier
        | AstType::AssignmentTargetPropertyProperty => Is(Kind::Property),
        AstType::TemplateLiteral => Is(Kind::TemplateLiteral),
        AstType::TaggedTemplateExpression => Is(Kind::TaggedTemplateExpression),
        AstType::TemplateElement => Is(Kind::TemplateElement),
        AstType::ComputedMemberExpression | AstType::StaticMemberExpression | AstType::PrivateFieldExpression => {
            Is(Kind::MemberExpression)
        }
        AstType::CallExpression => Is(Kind::CallExpression),
        AstType::NewExpression => Is(Kind::NewExpression),
        AstType::ImportMeta | AstType::NewTarget => Is(Kind::MetaProperty),
        AstType::SpreadElement => Is(Kind::SpreadElement),
        AstType::UpdateExpression => Is(Kind::UpdateExpression),
        AstType::UnaryExpression => Is(Kind::UnaryExpression),
        AstType::BinaryExpression | AstType::PrivateInExpression => Is(Kind::BinaryExpression),
        AstType::LogicalExpression => Is(Kind::LogicalExpression),
        AstType::ConditionalExpression => Is(Kind::ConditionalExpression),
        AstType::AssignmentExpression => Is(Kind::AssignmentExpression),
        AstType::ArrayAssignmentTarget | AstType::ArrayPattern => Is(Kind::ArrayPattern),
        AstType::ObjectAssignmentTarget | AstType::ObjectPattern => Is(Kind::ObjectPattern),
        AstType::AssignmentTargetRest | AstType::BindingRestElement => Is(Kind::RestElement),
        AstType::AssignmentTargetWithDefault | AstType::AssignmentPattern => Is(Kind::AssignmentPattern),
        AstType::SequenceExpression => Is(Kind::SequenceExpression),
        AstType::Super => Is(Kind::Super),
        AstType::AwaitExpression => Is(Kind::AwaitExpression),
        AstType::ChainExpression => Is(Kind::ChainExpression),
        AstType::Directive | AstType::ExpressionStatement => Is(Kind::ExpressionStatement),
        AstType::BlockStatement | AstType::FunctionBody => Is(Kind::BlockStatement),
        AstType::VariableDeclaration => Is(Kind::VariableDeclaration),
        AstType::VariableDeclarator => Is(Kind::VariableDeclarator),
        AstType::EmptyStatement => Is(Kind::EmptyStatement),
        AstType::IfStatement => Is(Kind::IfStatement),
        AstType::DoWhileStatement => Is(Kind::DoWhileStatement),
        AstType::WhileStatement => Is(Kind::WhileStatement),
        AstType::ForStatement => Is(Kind::ForStatement),
        AstType::ForInStatement => Is(Kind::ForInStatement),
        AstType::ForOfStatement => Is(Kind::ForOfStatement),
        AstType::ContinueStatement => Is(Kind::ContinueStatement),
        AstType::BreakStatement => Is(Kind::BreakStatement),
        AstType::ReturnStatement => Is(Kind::ReturnStatement),
        AstType::WithStatement => Is(Kind::WithStatement),
        AstType::SwitchStatement => Is(Kind::SwitchStatement),
        AstType::SwitchCase => Is(Kind::SwitchCase),
        AstType::LabeledStatement => Is(Kind::LabeledStatement),
        AstType::ThrowStatement => Is(Kind::ThrowStatement),
        AstType::TryStatement => Is(Kind::TryStatement),
        AstType::CatchClause => Is(Kind::CatchClause),
        AstType::DebuggerStatement => Is(Kind::DebuggerStatement),
        AstType::ArrowFunctionExpression => Is(Kind::ArrowFunctionExpression),
        AstType::YieldExpression => Is(Kind::YieldExpression),
        AstType::ClassBody => Is(Kind::ClassBody),
        AstType::PrivateIdentifier => Is(Kind::PrivateIdentifier),
        AstType::StaticBlock => Is(Kind::StaticBlock),
        AstType::AccessorProperty => Is(Kind::AccessorProperty),
        AstType::ImportExpression => Is(Kind::ImportExpression),
        AstType::ImportDeclaration => Is(Kind::ImportDeclaration),
        AstType::ImportSpecifier => Is(Kind::ImportSpecifier),
        AstType::ImportDefaultSpecifier => Is(Kind::ImportDefaultSpecifier),
        AstType::ImportNamespaceSpecifier => Is(Kind::ImportNamespaceSpecifier),
        AstType::ImportAttribute => Is(Kind::ImportAttribute),
        AstType::ExportDeclaration | AstType::ExportNamedDeclaration | AstType::ExportFromDeclaration => {
            Is(Kind::ExportNamedDeclaration)
        }
        AstType::ExportDefaultDeclaration => Is(Kind::ExportDefaultDeclaration),
        AstType::ExportAllDeclaration => Is(Kind::ExportAllDeclaration),
        AstType::ExportSpecifier => Is(Kind::ExportSpecifier),
        AstType::BooleanLiteral
        | AstType::NullLiteral
        | AstType::NumericLiteral
        | AstType::StringLiteral
        | AstType::BigIntLiteral
        | AstType::RegExpLiteral => Is(Kind::Literal),
        AstType::JSXElement => Is(Kind::JSXElement),
        AstType::JSXOpeningElement => Is(Kind::JSXOpeningElement),
        AstType::JSXClosingElement => Is(Kind::JSXClosingElement),
        AstType::JSXFragment => Is(Kind::JSXFragment),
        AstType::JSXOpeningFragment => Is(Kind::JSXOpeningFragment),
        AstType::JSXClosingFragment => Is(Kind::JSXClosingFragment),
        AstType::JSXNamespacedName => Is(Kind::JSXNamespacedName),
        AstType::JSXMemberExpression => Is(Kind::JSXMemberExpression),
        AstType::JSXExpressionContainer => Is(Kind::JSXExpressionContainer),
        AstType::JSXEmptyExpression => Is(Kind::JSXEmptyExpression),
        AstType::JSXAttribute => Is(Kind::JSXAttribute),
        AstType::JSXSpreadAttribute => Is(Kind::JSXSpreadAttribute),
        AstType::JSXIdentifier => Is(Kind::JSXIdentifier),
        AstType::JSXSpreadChild => Is(Kind::JSXSpreadChild),
        AstType::JSXText => Is(Kind::JSXText),
        AstType::Decorator => Is(Kind::Decorator),
        AstType::TSAsExpression => Is(Kind::TSAsExpression),
        AstType::TSSatisfiesExpression => Is(Kind::TSSatisfiesExpression),
        AstType::TSTypeAssertion => Is(Kind::TSTypeAssertion),
        AstType::TSNonNullExpression => Is(Kind::TSNonNullExpression),
        AstType::TSTypeAnnotation => Is(Kind::TSTypeAnnotation),
        AstType::TSTypeReference => Is(Kind::TSTypeReference),
        AstType::Elision
        | AstType::Hashbang
        | AstType::FormalParameters
        | AstType::FormalParameterRest
        | AstType::CatchParameter
        | AstType::WithClause
        | AstType::ParenthesizedExpression
        | AstType::TSParenthesizedType => Absent,
        AstType::Function
        | AstType::FormalParameter
        | AstType::Class
        | AstType::MethodDefinition
        | AstType::PropertyDefinition => Varies,
        // TypeScript's types and declarations that no rule asks for.
        AstType::V8IntrinsicExpression
        | AstType::TSEnumDeclaration
        | AstType::TSEnumBody
        | AstType::TSEnumMember
        | AstType::TSLiteralType
        | AstType::TSConditionalType
        | AstType::TSUnionType
        | AstType::TSIntersectionType
        | AstType::TSTypeOperator
        | AstType::TSArrayType
        | AstType::TSIndexedAccessType
        | AstType::TSTupleType
        | AstType::TSNamedTupleMember
        | AstType::TSOptionalType
        | AstType::TSRestType
        | AstType::TSAnyKeyword
        | AstType::TSStringKeyword
        | AstType::TSBooleanKeyword
        | AstType::TSNumberKeyword
        | AstType::TSNeverKeyword
        | AstType::TSIntrinsicKeyword
        | AstType::TSUnknownKeyword
        | AstType::TSNullKeyword
        | AstType::TSUndefinedKeyword
        | AstType::TSVoidKeyword
        | AstType::TSSymbolKeyword
        | AstType::TSThisType
        | AstType::TSObjectKeyword
        | AstType::TSBigIntKeyword
        | AstType::TSQualifiedName
        | AstType::TSTypeParameterInstantiation
        | AstType::TSTypeParameter
        | AstType::TSTypeParameterDeclaration
        | AstType::TSTypeAliasDeclaration
        | AstType::TSClassImplements
        | AstType::TSInterfaceDeclaration
        | AstType::TSInterfaceBody
        | AstType::TSPropertySignature
        | AstType::TSIndexSignature
        | AstType::TSCallSignatureDeclaration
        | AstType::TSMethodSignature
        | AstType::TSConstructSignatureDeclaration
        | AstType::TSIndexSignatureName
        | AstType::TSInterfaceHeritage
        | AstType::TSTypePredicate
        | AstType::TSExternalModuleDeclaration
        | AstType::TSNamespaceDeclaration
        | AstType::TSGlobalDeclaration
        | AstType::TSModuleBlock
        | AstType::TSTypeLiteral
        | AstType::TSInferType
        | AstType::TSTypeQuery
        | AstType::TSImportType
        | AstType::TSImportTypeQualifiedName
        | AstType::TSFunctionType
        | AstType::TSConstructorType
        | AstType::TSMappedType
        | AstType::TSTemplateLiteralType
        | AstType::TSImportEqualsDeclaration
        | AstType::TSExternalModuleReference
        | AstType::TSExportAssignment
        | AstType::TSNamespaceExportDeclaration
        | AstType::TSInstantiationExpression
        | AstType::JSDocNullableType
        | AstType::JSDocNonNullableType
        | AstType::JSDocUnknownType => Is(Kind::TSOther),
    }
}

impl Kind {
    /// The kinds of functions.
    pub const FUNCTIONS: [Self; 3] =
        [Self::FunctionDeclaration, Self::FunctionExpression, Self::ArrowFunctionExpression];

    /// Returns the ESTree kind of one of oxc's nodes; `None` for a node that ESTree does not have.
    #[inline]
    pub(crate) fn of(ast: AstKind<'_>) -> Option<Kind> {
        match counterpart(ast.ty()) {
            Counterpart::Is(kind) => Some(kind),
            Counterpart::Absent => None,
            Counterpart::Varies => Self::of_varying(ast),
        }
    }

    fn of_varying(ast: AstKind<'_>) -> Option<Kind> {
        Some(match ast {
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
            AstKind::Class(class) => match class.r#type {
                ClassType::ClassDeclaration => Kind::ClassDeclaration,
                ClassType::ClassExpression => Kind::ClassExpression,
            },
            AstKind::MethodDefinition(method) => match method.r#type {
                MethodDefinitionType::MethodDefinition => Kind::MethodDefinition,
                MethodDefinitionType::TSAbstractMethodDefinition => Kind::TSAbstractMethodDefinition,
            },
            AstKind::PropertyDefinition(property) => match property.r#type {
                PropertyDefinitionType::PropertyDefinition => Kind::PropertyDefinition,
                PropertyDefinitionType::TSAbstractPropertyDefinition => Kind::TSAbstractPropertyDefinition,
            },
            _ => Kind::TSOther,
        })
    }
}
