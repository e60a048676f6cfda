//! ESTree's node types, and which of oxc's nodes is which.

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
    TSAbstractMethodDefinition TSAbstractPropertyDefinition TSAsExpression TSNonNullExpression TSParameterProperty TSSatisfiesExpression TSTypeAnnotation TSTypeAssertion
    TSTypeReference TSOther UnaryExpression UpdateExpression VariableDeclaration VariableDeclarator WhileStatement
    WithStatement YieldExpression
}

/// What ESTree makes of one of oxc's types.
#[derive(Clone, Copy)]
enum Counterpart {
    Is(Kind),
    /// ESTree has no such node: its children stand in its parent's place.
    Absent,
    /// The node itself says.
    Varies,
}

/// By oxc's type: its counterpart. Types that no rule looks at are [`Kind::TSOther`].
static COUNTERPARTS: [Counterpart; 256] = {
    let mut table = [Counterpart::Is(Kind::TSOther); 256];
    let mut at = 0;
    while at < SAME.len() {
        let (kind, types) = SAME[at];
        let mut of = 0;
        while of < types.len() {
            table[types[of] as usize] = Counterpart::Is(kind);
            of += 1;
        }
        at += 1;
    }
    at = 0;
    while at < ABSENT.len() {
        table[ABSENT[at] as usize] = Counterpart::Absent;
        at += 1;
    }
    table[AstType::Function as usize] = Counterpart::Varies;
    table[AstType::FormalParameter as usize] = Counterpart::Varies;
    table[AstType::Class as usize] = Counterpart::Varies;
    table[AstType::MethodDefinition as usize] = Counterpart::Varies;
    table[AstType::PropertyDefinition as usize] = Counterpart::Varies;
    table
};

/// oxc's types that ESTree does not have.
const ABSENT: &[AstType] = &[
    AstType::Elision,
    AstType::Hashbang,
    AstType::FormalParameters,
    AstType::FormalParameterRest,
    AstType::CatchParameter,
    AstType::WithClause,
    AstType::ParenthesizedExpression,
    AstType::TSParenthesizedType,
];

/// ESTree's types, each with those of oxc's that are that and nothing else.
const SAME: &[(Kind, &[AstType])] = &[
    (Kind::Program, &[AstType::Program]),
    (
        Kind::Identifier,
        &[
            AstType::IdentifierName,
            AstType::IdentifierReference,
            AstType::BindingIdentifier,
            AstType::LabelIdentifier,
            AstType::TSThisParameter,
        ],
    ),
    (Kind::ThisExpression, &[AstType::ThisExpression]),
    (Kind::ArrayExpression, &[AstType::ArrayExpression]),
    (Kind::ObjectExpression, &[AstType::ObjectExpression]),
    (
        Kind::Property,
        &[
            AstType::ObjectProperty,
            AstType::BindingProperty,
            AstType::AssignmentTargetPropertyIdentifier,
            AstType::AssignmentTargetPropertyProperty,
        ],
    ),
    (Kind::TemplateLiteral, &[AstType::TemplateLiteral]),
    (Kind::TaggedTemplateExpression, &[AstType::TaggedTemplateExpression]),
    (Kind::TemplateElement, &[AstType::TemplateElement]),
    (
        Kind::MemberExpression,
        &[AstType::ComputedMemberExpression, AstType::StaticMemberExpression, AstType::PrivateFieldExpression],
    ),
    (Kind::CallExpression, &[AstType::CallExpression]),
    (Kind::NewExpression, &[AstType::NewExpression]),
    (Kind::MetaProperty, &[AstType::ImportMeta, AstType::NewTarget]),
    (Kind::SpreadElement, &[AstType::SpreadElement]),
    (Kind::UpdateExpression, &[AstType::UpdateExpression]),
    (Kind::UnaryExpression, &[AstType::UnaryExpression]),
    (Kind::BinaryExpression, &[AstType::BinaryExpression, AstType::PrivateInExpression]),
    (Kind::LogicalExpression, &[AstType::LogicalExpression]),
    (Kind::ConditionalExpression, &[AstType::ConditionalExpression]),
    (Kind::AssignmentExpression, &[AstType::AssignmentExpression]),
    (Kind::ArrayPattern, &[AstType::ArrayAssignmentTarget, AstType::ArrayPattern]),
    (Kind::ObjectPattern, &[AstType::ObjectAssignmentTarget, AstType::ObjectPattern]),
    (Kind::RestElement, &[AstType::AssignmentTargetRest, AstType::BindingRestElement]),
    (Kind::AssignmentPattern, &[AstType::AssignmentTargetWithDefault, AstType::AssignmentPattern]),
    (Kind::SequenceExpression, &[AstType::SequenceExpression]),
    (Kind::Super, &[AstType::Super]),
    (Kind::AwaitExpression, &[AstType::AwaitExpression]),
    (Kind::ChainExpression, &[AstType::ChainExpression]),
    (Kind::ExpressionStatement, &[AstType::Directive, AstType::ExpressionStatement]),
    (Kind::BlockStatement, &[AstType::BlockStatement, AstType::FunctionBody]),
    (Kind::VariableDeclaration, &[AstType::VariableDeclaration]),
    (Kind::VariableDeclarator, &[AstType::VariableDeclarator]),
    (Kind::EmptyStatement, &[AstType::EmptyStatement]),
    (Kind::IfStatement, &[AstType::IfStatement]),
    (Kind::DoWhileStatement, &[AstType::DoWhileStatement]),
    (Kind::WhileStatement, &[AstType::WhileStatement]),
    (Kind::ForStatement, &[AstType::ForStatement]),
    (Kind::ForInStatement, &[AstType::ForInStatement]),
    (Kind::ForOfStatement, &[AstType::ForOfStatement]),
    (Kind::ContinueStatement, &[AstType::ContinueStatement]),
    (Kind::BreakStatement, &[AstType::BreakStatement]),
    (Kind::ReturnStatement, &[AstType::ReturnStatement]),
    (Kind::WithStatement, &[AstType::WithStatement]),
    (Kind::SwitchStatement, &[AstType::SwitchStatement]),
    (Kind::SwitchCase, &[AstType::SwitchCase]),
    (Kind::LabeledStatement, &[AstType::LabeledStatement]),
    (Kind::ThrowStatement, &[AstType::ThrowStatement]),
    (Kind::TryStatement, &[AstType::TryStatement]),
    (Kind::CatchClause, &[AstType::CatchClause]),
    (Kind::DebuggerStatement, &[AstType::DebuggerStatement]),
    (Kind::ArrowFunctionExpression, &[AstType::ArrowFunctionExpression]),
    (Kind::YieldExpression, &[AstType::YieldExpression]),
    (Kind::ClassBody, &[AstType::ClassBody]),
    (Kind::PrivateIdentifier, &[AstType::PrivateIdentifier]),
    (Kind::StaticBlock, &[AstType::StaticBlock]),
    (Kind::AccessorProperty, &[AstType::AccessorProperty]),
    (Kind::ImportExpression, &[AstType::ImportExpression]),
    (Kind::ImportDeclaration, &[AstType::ImportDeclaration]),
    (Kind::ImportSpecifier, &[AstType::ImportSpecifier]),
    (Kind::ImportDefaultSpecifier, &[AstType::ImportDefaultSpecifier]),
    (Kind::ImportNamespaceSpecifier, &[AstType::ImportNamespaceSpecifier]),
    (Kind::ImportAttribute, &[AstType::ImportAttribute]),
    (
        Kind::ExportNamedDeclaration,
        &[AstType::ExportDeclaration, AstType::ExportNamedDeclaration, AstType::ExportFromDeclaration],
    ),
    (Kind::ExportDefaultDeclaration, &[AstType::ExportDefaultDeclaration]),
    (Kind::ExportAllDeclaration, &[AstType::ExportAllDeclaration]),
    (Kind::ExportSpecifier, &[AstType::ExportSpecifier]),
    (
        Kind::Literal,
        &[
            AstType::BooleanLiteral,
            AstType::NullLiteral,
            AstType::NumericLiteral,
            AstType::StringLiteral,
            AstType::BigIntLiteral,
            AstType::RegExpLiteral,
        ],
    ),
    (Kind::JSXElement, &[AstType::JSXElement]),
    (Kind::JSXOpeningElement, &[AstType::JSXOpeningElement]),
    (Kind::JSXClosingElement, &[AstType::JSXClosingElement]),
    (Kind::JSXFragment, &[AstType::JSXFragment]),
    (Kind::JSXOpeningFragment, &[AstType::JSXOpeningFragment]),
    (Kind::JSXClosingFragment, &[AstType::JSXClosingFragment]),
    (Kind::JSXNamespacedName, &[AstType::JSXNamespacedName]),
    (Kind::JSXMemberExpression, &[AstType::JSXMemberExpression]),
    (Kind::JSXExpressionContainer, &[AstType::JSXExpressionContainer]),
    (Kind::JSXEmptyExpression, &[AstType::JSXEmptyExpression]),
    (Kind::JSXAttribute, &[AstType::JSXAttribute]),
    (Kind::JSXSpreadAttribute, &[AstType::JSXSpreadAttribute]),
    (Kind::JSXIdentifier, &[AstType::JSXIdentifier]),
    (Kind::JSXSpreadChild, &[AstType::JSXSpreadChild]),
    (Kind::JSXText, &[AstType::JSXText]),
    (Kind::Decorator, &[AstType::Decorator]),
    (Kind::TSAsExpression, &[AstType::TSAsExpression]),
    (Kind::TSSatisfiesExpression, &[AstType::TSSatisfiesExpression]),
    (Kind::TSTypeAssertion, &[AstType::TSTypeAssertion]),
    (Kind::TSNonNullExpression, &[AstType::TSNonNullExpression]),
    (Kind::TSTypeAnnotation, &[AstType::TSTypeAnnotation]),
    (Kind::TSTypeReference, &[AstType::TSTypeReference]),
];

impl Kind {
    /// A function, in whatever form.
    pub const FUNCTIONS: [Self; 3] =
        [Self::FunctionDeclaration, Self::FunctionExpression, Self::ArrowFunctionExpression];

    /// What ESTree calls one of oxc's nodes; `None` for a node that ESTree does not have.
    #[inline]
    pub(crate) fn of(ast: AstKind<'_>) -> Option<Kind> {
        match COUNTERPARTS[ast.ty() as usize] {
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
