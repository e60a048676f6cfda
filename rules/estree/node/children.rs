//! The single children of a node, by ESTree's names.

use oxc_ast::{
    AstKind,
    ast::{
        ArrowFunctionBody, ChainElement, ExportDefaultDeclarationKind, Expression, ForStatementInit, JSXAttributeName,
        JSXAttributeValue, JSXElementName, JSXExpression, JSXMemberExpressionObject,
    },
};

use super::{
    Node,
    kinds::{
        binding_kind, declaration_kind, export_name_kind, expression_kind, for_left_kind, key_kind, simple_target_kind,
        statement_kind, target_kind, target_or_default_kind,
    },
};

impl<'a> Node<'a> {
    pub(super) fn at(self, ast: AstKind<'a>) -> Option<Node<'a>> {
        Some(Node { ast, tree: self.tree })
    }

    pub(super) fn expression_at(self, expression: &'a Expression<'a>) -> Option<Node<'a>> {
        self.at(expression_kind(expression))
    }

    /// Returns `callee` of a call or `new` expression.
    pub fn callee(self) -> Option<Node<'a>> {
        match self.ast {
            AstKind::CallExpression(it) => self.expression_at(&it.callee),
            AstKind::NewExpression(it) => self.expression_at(&it.callee),
            _ => None,
        }
    }

    /// Returns `object` of a member expression or `with` statement.
    pub fn object(self) -> Option<Node<'a>> {
        match self.ast {
            AstKind::StaticMemberExpression(it) => self.expression_at(&it.object),
            AstKind::ComputedMemberExpression(it) => self.expression_at(&it.object),
            AstKind::PrivateFieldExpression(it) => self.expression_at(&it.object),
            AstKind::WithStatement(it) => self.expression_at(&it.object),
            AstKind::JSXMemberExpression(it) => self.at(match &it.object {
                JSXMemberExpressionObject::IdentifierReference(it) => AstKind::IdentifierReference(it),
                JSXMemberExpressionObject::MemberExpression(it) => AstKind::JSXMemberExpression(it),
                JSXMemberExpressionObject::ThisExpression(it) => AstKind::ThisExpression(it),
            }),
            _ => None,
        }
    }

    /// Returns `property` of a member expression: the part after the dot or in the brackets.
    pub fn property(self) -> Option<Node<'a>> {
        match self.ast {
            AstKind::StaticMemberExpression(it) => self.at(AstKind::IdentifierName(&it.property)),
            AstKind::ComputedMemberExpression(it) => self.expression_at(&it.expression),
            AstKind::PrivateFieldExpression(it) => self.at(AstKind::PrivateIdentifier(&it.field)),
            AstKind::JSXMemberExpression(it) => self.at(AstKind::JSXIdentifier(&it.property)),
            _ => None,
        }
    }

    /// Returns `key` of a property, or a member of a class.
    pub fn key(self) -> Option<Node<'a>> {
        match self.ast {
            AstKind::ObjectProperty(it) => self.at(key_kind(&it.key)),
            AstKind::BindingProperty(it) => self.at(key_kind(&it.key)),
            AstKind::AssignmentTargetPropertyIdentifier(it) => self.at(AstKind::IdentifierReference(&it.binding)),
            AstKind::AssignmentTargetPropertyProperty(it) => self.at(key_kind(&it.name)),
            AstKind::MethodDefinition(it) => self.at(key_kind(&it.key)),
            AstKind::PropertyDefinition(it) => self.at(key_kind(&it.key)),
            AstKind::AccessorProperty(it) => self.at(key_kind(&it.key)),
            _ => None,
        }
    }

    /// Returns `value` of a property, a member of a class, a JSX attribute. (The value of a literal is
    /// [`literal`](Self::literal).)
    pub fn value(self) -> Option<Node<'a>> {
        match self.ast {
            AstKind::ObjectProperty(it) => self.expression_at(&it.value),
            AstKind::BindingProperty(it) => self.at(binding_kind(&it.value)),
            AstKind::AssignmentTargetPropertyIdentifier(it) => self.at(AstKind::IdentifierReference(&it.binding)),
            AstKind::AssignmentTargetPropertyProperty(it) => self.at(target_or_default_kind(&it.binding)),
            AstKind::MethodDefinition(it) => self.at(AstKind::Function(&it.value)),
            AstKind::PropertyDefinition(it) => self.expression_at(it.value.as_ref()?),
            AstKind::AccessorProperty(it) => self.expression_at(it.value.as_ref()?),
            AstKind::JSXAttribute(it) => self.at(match it.value.as_ref()? {
                JSXAttributeValue::StringLiteral(it) => AstKind::StringLiteral(it),
                JSXAttributeValue::ExpressionContainer(it) => AstKind::JSXExpressionContainer(it),
                JSXAttributeValue::Element(it) => AstKind::JSXElement(it),
                JSXAttributeValue::Fragment(it) => AstKind::JSXFragment(it),
            }),
            _ => None,
        }
    }

    /// Returns `left` of a binary, logical or assignment expression, an assignment pattern, a `for…in`, a `for…of`.
    pub fn left(self) -> Option<Node<'a>> {
        match self.ast {
            AstKind::BinaryExpression(it) => self.expression_at(&it.left),
            AstKind::PrivateInExpression(it) => self.at(AstKind::PrivateIdentifier(&it.left)),
            AstKind::LogicalExpression(it) => self.expression_at(&it.left),
            AstKind::AssignmentExpression(it) => self.at(target_kind(&it.left)),
            AstKind::AssignmentPattern(it) => self.at(binding_kind(&it.left)),
            AstKind::FormalParameter(it) => self.at(binding_kind(&it.pattern)),
            AstKind::AssignmentTargetWithDefault(it) => self.at(target_kind(&it.binding)),
            AstKind::ForInStatement(it) => self.at(for_left_kind(&it.left)),
            AstKind::ForOfStatement(it) => self.at(for_left_kind(&it.left)),
            _ => None,
        }
    }

    /// Returns `right` of a node that has a [`left`](Self::left).
    pub fn right(self) -> Option<Node<'a>> {
        match self.ast {
            AstKind::BinaryExpression(it) => self.expression_at(&it.right),
            AstKind::PrivateInExpression(it) => self.expression_at(&it.right),
            AstKind::LogicalExpression(it) => self.expression_at(&it.right),
            AstKind::AssignmentExpression(it) => self.expression_at(&it.right),
            AstKind::AssignmentPattern(it) => self.expression_at(&it.right),
            AstKind::FormalParameter(it) => self.expression_at(it.initializer.as_ref()?),
            AstKind::AssignmentTargetWithDefault(it) => self.expression_at(&it.init),
            AstKind::ForInStatement(it) => self.expression_at(&it.right),
            AstKind::ForOfStatement(it) => self.expression_at(&it.right),
            _ => None,
        }
    }

    /// Returns the condition of an `if`, a loop, a conditional expression, a `case`.
    pub fn test(self) -> Option<Node<'a>> {
        match self.ast {
            AstKind::IfStatement(it) => self.expression_at(&it.test),
            AstKind::ConditionalExpression(it) => self.expression_at(&it.test),
            AstKind::WhileStatement(it) => self.expression_at(&it.test),
            AstKind::DoWhileStatement(it) => self.expression_at(&it.test),
            AstKind::ForStatement(it) => self.expression_at(it.test.as_ref()?),
            AstKind::SwitchCase(it) => self.expression_at(it.test.as_ref()?),
            _ => None,
        }
    }

    /// Returns `consequent` of an `if` or a conditional expression. (A `case` has [`statements`](Self::statements).)
    pub fn consequent(self) -> Option<Node<'a>> {
        match self.ast {
            AstKind::IfStatement(it) => self.at(statement_kind(&it.consequent)),
            AstKind::ConditionalExpression(it) => self.expression_at(&it.consequent),
            _ => None,
        }
    }

    /// Returns `alternate` of an `if` or a conditional expression.
    pub fn alternate(self) -> Option<Node<'a>> {
        match self.ast {
            AstKind::IfStatement(it) => self.at(statement_kind(it.alternate.as_ref()?)),
            AstKind::ConditionalExpression(it) => self.expression_at(&it.alternate),
            _ => None,
        }
    }

    /// Returns the body of a function, arrow function, loop, label, `catch` or class. (The contents of a block, a
    /// program or a class body are [`statements`](Self::statements).)
    pub fn body(self) -> Option<Node<'a>> {
        match self.ast {
            AstKind::Function(it) => self.at(AstKind::FunctionBody(it.body.as_ref()?)),
            AstKind::ArrowFunctionExpression(it) => match &it.body {
                ArrowFunctionBody::FunctionBody(it) => self.at(AstKind::FunctionBody(it)),
                body => self.expression_at(body.to_expression()),
            },
            AstKind::ForStatement(it) => self.at(statement_kind(&it.body)),
            AstKind::ForInStatement(it) => self.at(statement_kind(&it.body)),
            AstKind::ForOfStatement(it) => self.at(statement_kind(&it.body)),
            AstKind::WhileStatement(it) => self.at(statement_kind(&it.body)),
            AstKind::DoWhileStatement(it) => self.at(statement_kind(&it.body)),
            AstKind::LabeledStatement(it) => self.at(statement_kind(&it.body)),
            AstKind::WithStatement(it) => self.at(statement_kind(&it.body)),
            AstKind::CatchClause(it) => self.at(AstKind::BlockStatement(&it.body)),
            AstKind::Class(it) => self.at(AstKind::ClassBody(&it.body)),
            _ => None,
        }
    }

    /// Returns the name that a declarator, function or class declares.
    pub fn declared(self) -> Option<Node<'a>> {
        match self.ast {
            AstKind::VariableDeclarator(it) => self.at(binding_kind(&it.id)),
            AstKind::Function(it) => self.at(AstKind::BindingIdentifier(it.id.as_ref()?)),
            AstKind::Class(it) => self.at(AstKind::BindingIdentifier(it.id.as_ref()?)),
            _ => None,
        }
    }

    /// Returns the initializer of a declarator, or `init` of a `for`.
    pub fn init(self) -> Option<Node<'a>> {
        match self.ast {
            AstKind::VariableDeclarator(it) => self.expression_at(it.init.as_ref()?),
            AstKind::ForStatement(it) => match it.init.as_ref()? {
                ForStatementInit::VariableDeclaration(it) => self.at(AstKind::VariableDeclaration(it)),
                init => self.expression_at(init.to_expression()),
            },
            _ => None,
        }
    }

    /// Returns `update` of a `for` statement.
    pub fn update(self) -> Option<Node<'a>> {
        match self.ast {
            AstKind::ForStatement(it) => self.expression_at(it.update.as_ref()?),
            _ => None,
        }
    }

    /// Returns `argument` of `return`, `throw`, `await`, `yield`, a unary or update expression, a spread or rest.
    pub fn argument(self) -> Option<Node<'a>> {
        match self.ast {
            AstKind::ReturnStatement(it) => self.expression_at(it.argument.as_ref()?),
            AstKind::ThrowStatement(it) => self.expression_at(&it.argument),
            AstKind::AwaitExpression(it) => self.expression_at(&it.argument),
            AstKind::YieldExpression(it) => self.expression_at(it.argument.as_ref()?),
            AstKind::UnaryExpression(it) => self.expression_at(&it.argument),
            AstKind::UpdateExpression(it) => self.at(simple_target_kind(&it.argument)),
            AstKind::SpreadElement(it) => self.expression_at(&it.argument),
            AstKind::BindingRestElement(it) => self.at(binding_kind(&it.argument)),
            AstKind::AssignmentTargetRest(it) => self.at(target_kind(&it.target)),
            AstKind::JSXSpreadAttribute(it) => self.expression_at(&it.argument),
            _ => None,
        }
    }

    /// Returns `expression` of an expression statement, a chain, a TypeScript cast, a decorator, a JSX container.
    pub fn expression(self) -> Option<Node<'a>> {
        match self.ast {
            AstKind::ExpressionStatement(it) => self.expression_at(&it.expression),
            AstKind::Directive(it) => self.at(AstKind::StringLiteral(&it.expression)),
            AstKind::ChainExpression(it) => self.at(match &it.expression {
                ChainElement::CallExpression(it) => AstKind::CallExpression(it),
                ChainElement::TSNonNullExpression(it) => AstKind::TSNonNullExpression(it),
                ChainElement::StaticMemberExpression(it) => AstKind::StaticMemberExpression(it),
                ChainElement::ComputedMemberExpression(it) => AstKind::ComputedMemberExpression(it),
                ChainElement::PrivateFieldExpression(it) => AstKind::PrivateFieldExpression(it),
            }),
            AstKind::TSAsExpression(it) => self.expression_at(&it.expression),
            AstKind::TSSatisfiesExpression(it) => self.expression_at(&it.expression),
            AstKind::TSTypeAssertion(it) => self.expression_at(&it.expression),
            AstKind::TSNonNullExpression(it) => self.expression_at(&it.expression),
            AstKind::Decorator(it) => self.expression_at(&it.expression),
            AstKind::JSXExpressionContainer(it) => match &it.expression {
                JSXExpression::EmptyExpression(it) => self.at(AstKind::JSXEmptyExpression(it)),
                expression => self.expression_at(expression.to_expression()),
            },
            AstKind::JSXSpreadChild(it) => self.expression_at(&it.expression),
            _ => None,
        }
    }

    /// Returns the type annotation of a name or pattern in a declarator or parameter.
    pub fn type_annotation(self) -> Option<Node<'a>> {
        match self.ast {
            AstKind::BindingIdentifier(_) | AstKind::ObjectPattern(_) | AstKind::ArrayPattern(_) => {
                self.at(AstKind::TSTypeAnnotation(self.annotation()?))
            }
            _ => None,
        }
    }

    /// Returns `tag` of a tagged template.
    pub fn tag(self) -> Option<Node<'a>> {
        match self.ast {
            AstKind::TaggedTemplateExpression(it) => self.expression_at(&it.tag),
            _ => None,
        }
    }

    /// Returns the template of a tagged template.
    pub fn quasi(self) -> Option<Node<'a>> {
        match self.ast {
            AstKind::TaggedTemplateExpression(it) => self.at(AstKind::TemplateLiteral(&it.quasi)),
            _ => None,
        }
    }

    /// Returns the block of a `try`.
    pub fn block(self) -> Option<Node<'a>> {
        match self.ast {
            AstKind::TryStatement(it) => self.at(AstKind::BlockStatement(&it.block)),
            _ => None,
        }
    }

    /// Returns the `catch` of a `try`.
    pub fn handler(self) -> Option<Node<'a>> {
        match self.ast {
            AstKind::TryStatement(it) => self.at(AstKind::CatchClause(it.handler.as_ref()?)),
            _ => None,
        }
    }

    /// Returns the `finally` of a `try`.
    pub fn finalizer(self) -> Option<Node<'a>> {
        match self.ast {
            AstKind::TryStatement(it) => self.at(AstKind::BlockStatement(it.finalizer.as_ref()?)),
            _ => None,
        }
    }

    /// Returns the parameter of a `catch`.
    pub fn param(self) -> Option<Node<'a>> {
        match self.ast {
            AstKind::CatchClause(it) => self.at(binding_kind(&it.param.as_ref()?.pattern)),
            _ => None,
        }
    }

    /// Returns `discriminant` of a `switch`.
    pub fn discriminant(self) -> Option<Node<'a>> {
        match self.ast {
            AstKind::SwitchStatement(it) => self.expression_at(&it.discriminant),
            _ => None,
        }
    }

    /// Returns `label` of a label, `break` or `continue`.
    pub fn label(self) -> Option<Node<'a>> {
        match self.ast {
            AstKind::LabeledStatement(it) => self.at(AstKind::LabelIdentifier(&it.label)),
            AstKind::BreakStatement(it) => self.at(AstKind::LabelIdentifier(it.label.as_ref()?)),
            AstKind::ContinueStatement(it) => self.at(AstKind::LabelIdentifier(it.label.as_ref()?)),
            _ => None,
        }
    }

    /// Returns the superclass of a class.
    pub fn super_class(self) -> Option<Node<'a>> {
        match self.ast {
            AstKind::Class(it) => self.expression_at(&it.heritage.as_ref()?.expression),
            _ => None,
        }
    }

    /// Returns the module of an import or a re-export.
    pub fn source(self) -> Option<Node<'a>> {
        match self.ast {
            AstKind::ImportDeclaration(it) => self.at(AstKind::StringLiteral(&it.source)),
            AstKind::ExportFromDeclaration(it) => self.at(AstKind::StringLiteral(&it.source)),
            AstKind::ExportAllDeclaration(it) => self.at(AstKind::StringLiteral(&it.source)),
            AstKind::ImportExpression(it) => self.expression_at(&it.source),
            _ => None,
        }
    }

    /// Returns the name that a specifier has in its module.
    pub fn imported(self) -> Option<Node<'a>> {
        match self.ast {
            AstKind::ImportSpecifier(it) => self.at(export_name_kind(&it.imported)),
            _ => None,
        }
    }

    /// Returns the name that a specifier has here.
    pub fn local(self) -> Option<Node<'a>> {
        match self.ast {
            AstKind::ImportSpecifier(it) => self.at(AstKind::BindingIdentifier(&it.local)),
            AstKind::ImportDefaultSpecifier(it) => self.at(AstKind::BindingIdentifier(&it.local)),
            AstKind::ImportNamespaceSpecifier(it) => self.at(AstKind::BindingIdentifier(&it.local)),
            AstKind::ExportSpecifier(it) => self.at(export_name_kind(&it.local)),
            _ => None,
        }
    }

    /// Returns the declaration of an export.
    pub fn declaration(self) -> Option<Node<'a>> {
        match self.ast {
            AstKind::ExportDeclaration(it) => self.at(declaration_kind(&it.declaration)),
            AstKind::ExportDefaultDeclaration(it) => match &it.declaration {
                ExportDefaultDeclarationKind::FunctionDeclaration(it) => self.at(AstKind::Function(it)),
                ExportDefaultDeclarationKind::ClassDeclaration(it) => self.at(AstKind::Class(it)),
                ExportDefaultDeclarationKind::TSInterfaceDeclaration(it) => {
                    self.at(AstKind::TSInterfaceDeclaration(it))
                }
                declaration => self.expression_at(declaration.to_expression()),
            },
            _ => None,
        }
    }

    /// Returns the name of a JSX element or attribute, a node of its own. (An identifier's text is
    /// [`name`](Self::name).)
    pub fn jsx_name(self) -> Option<Node<'a>> {
        let name = match self.ast {
            AstKind::JSXAttribute(it) => {
                return self.at(match &it.name {
                    JSXAttributeName::Identifier(it) => AstKind::JSXIdentifier(it),
                    JSXAttributeName::NamespacedName(it) => AstKind::JSXNamespacedName(it),
                });
            }
            AstKind::JSXOpeningElement(it) => &it.name,
            AstKind::JSXClosingElement(it) => &it.name,
            _ => return None,
        };
        self.at(match name {
            JSXElementName::Identifier(it) => AstKind::JSXIdentifier(it),
            JSXElementName::IdentifierReference(it) => AstKind::IdentifierReference(it),
            JSXElementName::NamespacedName(it) => AstKind::JSXNamespacedName(it),
            JSXElementName::MemberExpression(it) => AstKind::JSXMemberExpression(it),
            JSXElementName::ThisExpression(it) => AstKind::ThisExpression(it),
        })
    }

    /// Returns `opening_element` of a JSX element.
    pub fn opening_element(self) -> Option<Node<'a>> {
        match self.ast {
            AstKind::JSXElement(it) => self.at(AstKind::JSXOpeningElement(&it.opening_element)),
            _ => None,
        }
    }
}
