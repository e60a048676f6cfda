//! One node of the tree, with ESTree's names for what it holds.

use std::{borrow::Cow, fmt};

use oxc_ast::{
    AstKind,
    ast::{
        Argument, ArrayExpressionElement, ArrowFunctionBody, AssignmentTarget, AssignmentTargetMaybeDefault,
        AssignmentTargetProperty, BindingPattern, ChainElement, ClassElement, Declaration, Directive,
        ExportDefaultDeclarationKind, Expression, ForStatementInit, ForStatementLeft, FormalParameters, FunctionBody,
        ImportDeclarationSpecifier, JSXAttributeItem, JSXAttributeName, JSXAttributeValue, JSXChild, JSXElementName,
        JSXExpression, JSXMemberExpressionObject, MethodDefinitionKind, ModuleExportName, ObjectPropertyKind,
        PropertyKey, PropertyKind, SimpleAssignmentTarget, Statement, TSTypeAnnotation, VariableDeclarationKind,
    },
};
use oxc_span::{GetSpan, Span};
use oxc_syntax::node::NodeId;

use super::{Kind, Literal, Tree};

/// A node as ESLint's rules see it. Copied freely: it is two pointers and a tag.
///
/// Properties have ESTree's names. One that the node's type does not have, or that is null there, is
/// `None` (or an empty list), so that `node.callee()?.property()?` reads as the condition it is.
/// Parentheses do not exist; nodes that only oxc has (parameter lists, bodies of arrow functions) do
/// not either.
#[derive(Clone, Copy)]
pub struct Node<'a> {
    ast: AstKind<'a>,
    tree: &'a Tree<'a>,
}

impl PartialEq for Node<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.id() == other.id()
    }
}

impl Eq for Node<'_> {}

impl fmt::Debug for Node<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {:?}", self.kind().name(), self.text())
    }
}

/// What a node is, where it stands, what its text is.
impl<'a> Node<'a> {
    pub(super) fn new(ast: AstKind<'a>, tree: &'a Tree<'a>) -> Self {
        Self { ast, tree }
    }

    /// oxc's own node, for what ESTree's names do not reach.
    pub fn ast(self) -> AstKind<'a> {
        self.ast
    }

    /// The tree that it belongs to.
    pub fn tree(self) -> &'a Tree<'a> {
        self.tree
    }

    /// A number that names it within its tree; smaller than those of its descendants.
    pub fn id(self) -> NodeId {
        self.ast.node_id()
    }

    /// ESTree's `type`.
    pub fn kind(self) -> Kind {
        // `Node`s are made for nodes that ESTree has; `TSOther` stands for what slips through.
        Kind::of(self.ast).unwrap_or(Kind::TSOther)
    }

    pub fn is(self, kind: Kind) -> bool {
        self.kind() == kind
    }

    pub fn is_any(self, kinds: &[Kind]) -> bool {
        kinds.contains(&self.kind())
    }

    /// A function declaration, function expression or arrow function.
    pub fn is_function(self) -> bool {
        self.is_any(&Kind::FUNCTIONS)
    }

    /// A `for`, `for…in`, `for…of`, `while` or `do…while` statement.
    pub fn is_loop(self) -> bool {
        self.is_any(&[
            Kind::ForStatement,
            Kind::ForInStatement,
            Kind::ForOfStatement,
            Kind::WhileStatement,
            Kind::DoWhileStatement,
        ])
    }

    /// Where it stands: byte offsets, ESTree's `range`.
    pub fn span(self) -> Span {
        let span = self.ast.span();
        match self.ast {
            // With the back-tick or brace before it, and what ends it behind it.
            AstKind::TemplateElement(element) => Span::new(span.start - 1, span.end + if element.tail { 1 } else { 2 }),
            // From the first token to the last; in TypeScript to the end of the text.
            AstKind::Program(program) => {
                let is_typescript = program.source_type.is_typescript();
                let start = program
                    .directives
                    .first()
                    .map(|directive| directive.span.start)
                    .or_else(|| program.body.first().map(|statement| statement.span().start));
                match start {
                    Some(start) if is_typescript => Span::new(start, span.end),
                    Some(start) => Span::new(start, self.tree.end_of_last_token()),
                    None if is_typescript => Span::empty(span.end),
                    None => span,
                }
            }
            AstKind::FormalParameter(parameter) if self.kind() == Kind::AssignmentPattern => {
                Span::new(parameter.pattern.span().start, span.end)
            }
            // typescript-eslint counts an annotation as a part of the name that it stands on.
            AstKind::BindingIdentifier(_) | AstKind::ObjectPattern(_) | AstKind::ArrayPattern(_) => {
                self.annotation().map_or(span, |annotation| Span::new(span.start, annotation.span.end))
            }
            _ => span,
        }
    }

    /// The annotation of the declarator or parameter whose name or pattern it is.
    fn annotation(self) -> Option<&'a TSTypeAnnotation<'a>> {
        let span = self.ast.span();
        match self.tree.oxc_parent(self.id()) {
            AstKind::VariableDeclarator(it) if it.id.span() == span => it.type_annotation.as_deref(),
            AstKind::FormalParameter(it) if it.pattern.span() == span => it.type_annotation.as_deref(),
            _ => None,
        }
    }

    /// Its source text, ESLint's `sourceCode.getText(node)`: without parentheses around it.
    pub fn text(self) -> &'a str {
        self.span().source_text(self.tree.source())
    }

    /// The same, to be searched: that counts as steps, for what stands around many nodes is searched for each of them.
    pub fn searched_text(self) -> &'a str {
        /// As many bytes are searched in the time that a step takes.
        const BYTES_PER_STEP: usize = 16;
        let text = self.text();
        self.tree.count_steps(text.len() / BYTES_PER_STEP);
        text
    }
}

/// Up and down the tree.
impl<'a> Node<'a> {
    pub fn parent(self) -> Option<Node<'a>> {
        self.tree.parent(self.id())
    }

    /// Its parent, that one's parent, and so on up to the program.
    pub fn ancestors(self) -> impl Iterator<Item = Node<'a>> {
        std::iter::successors(self.parent(), |node| node.step_out())
    }

    /// Itself, then its [`ancestors`](Self::ancestors).
    pub fn self_and_ancestors(self) -> impl Iterator<Item = Node<'a>> {
        std::iter::successors(Some(self), |node| node.step_out())
    }

    fn step_out(self) -> Option<Node<'a>> {
        self.tree.count_steps(1);
        self.parent()
    }

    /// All nodes below it, in the order of the text, each before its own descendants.
    pub fn descendants(self) -> impl Iterator<Item = Node<'a>> {
        self.tree.descendants(self.id())
    }

    /// Whether it is `other` or stands somewhere below it.
    pub fn is_within(self, other: Node<'a>) -> bool {
        self.id() >= other.id() && self.span().end <= other.span().end
    }
}

/// Names, literals, operators and flags.
impl<'a> Node<'a> {
    /// The name of an `Identifier`, `PrivateIdentifier` (without `#`) or `JSXIdentifier`.
    pub fn name(self) -> Option<&'a str> {
        Some(match self.ast {
            AstKind::IdentifierName(it) => it.name.as_str(),
            AstKind::IdentifierReference(it) => it.name.as_str(),
            AstKind::BindingIdentifier(it) => it.name.as_str(),
            AstKind::LabelIdentifier(it) => it.name.as_str(),
            AstKind::PrivateIdentifier(it) => it.name.as_str(),
            AstKind::JSXIdentifier(it) => it.name.as_str(),
            AstKind::TSThisParameter(_) => "this",
            _ => return None,
        })
    }

    /// The name where it is an `Identifier`, and nothing else that has a name.
    pub fn identifier(self) -> Option<&'a str> {
        match self.ast {
            AstKind::PrivateIdentifier(_) | AstKind::JSXIdentifier(_) => None,
            _ => self.name(),
        }
    }

    /// An `Identifier` of this name.
    pub fn is_identifier(self, name: &str) -> bool {
        self.identifier() == Some(name)
    }

    /// The value of a `Literal`.
    pub fn literal(self) -> Option<Literal<'a>> {
        Some(match self.ast {
            AstKind::StringLiteral(it) => Literal::String(it.value.as_str()),
            AstKind::NumericLiteral(it) => Literal::Number(it.value),
            AstKind::BooleanLiteral(it) => Literal::Boolean(it.value),
            AstKind::NullLiteral(_) => Literal::Null,
            AstKind::BigIntLiteral(it) => Literal::BigInt(it.value.as_str()),
            AstKind::RegExpLiteral(it) => {
                Literal::RegExp { pattern: it.regex.pattern.text.as_str(), source: self.text() }
            }
            _ => return None,
        })
    }

    /// The value of a `Literal` that is a string.
    pub fn string(self) -> Option<&'a str> {
        match self.ast {
            AstKind::StringLiteral(it) => Some(it.value.as_str()),
            _ => None,
        }
    }

    /// The value of a `Literal` that is a number.
    pub fn number(self) -> Option<f64> {
        match self.ast {
            AstKind::NumericLiteral(it) => Some(it.value),
            _ => None,
        }
    }

    /// The raw text of a `TemplateElement`, its line ends as LF.
    pub fn raw(self) -> Option<&'a str> {
        match self.ast {
            AstKind::TemplateElement(it) => Some(it.value.raw.as_str()),
            _ => None,
        }
    }

    /// The text of a `TemplateElement` with its escapes resolved; `None` too where one is invalid.
    pub fn cooked(self) -> Option<&'a str> {
        match self.ast {
            AstKind::TemplateElement(it) => it.value.cooked.as_ref().map(|cooked| cooked.as_str()),
            _ => None,
        }
    }

    /// The operator of a unary, update, binary, logical or assignment expression.
    pub fn operator(self) -> Option<&'static str> {
        Some(match self.ast {
            AstKind::UnaryExpression(it) => it.operator.as_str(),
            AstKind::UpdateExpression(it) => it.operator.as_str(),
            AstKind::BinaryExpression(it) => it.operator.as_str(),
            AstKind::PrivateInExpression(_) => "in",
            AstKind::LogicalExpression(it) => it.operator.as_str(),
            AstKind::AssignmentExpression(it) => it.operator.as_str(),
            _ => return None,
        })
    }

    /// Whether a member expression or a key is computed: `a[b]`, `{ [a]: b }`.
    pub fn computed(self) -> bool {
        match self.ast {
            AstKind::ComputedMemberExpression(_) => true,
            AstKind::ObjectProperty(it) => it.computed,
            AstKind::BindingProperty(it) => it.computed,
            AstKind::AssignmentTargetPropertyProperty(it) => it.computed,
            AstKind::MethodDefinition(it) => it.computed,
            AstKind::PropertyDefinition(it) => it.computed,
            AstKind::AccessorProperty(it) => it.computed,
            _ => false,
        }
    }

    /// Whether a call or member expression has its own `?.`.
    pub fn optional(self) -> bool {
        match self.ast {
            AstKind::CallExpression(it) => it.optional,
            AstKind::StaticMemberExpression(it) => it.optional,
            AstKind::ComputedMemberExpression(it) => it.optional,
            AstKind::PrivateFieldExpression(it) => it.optional,
            _ => false,
        }
    }

    /// Whether a property is written as `{ a }`.
    pub fn shorthand(self) -> bool {
        match self.ast {
            AstKind::ObjectProperty(it) => it.shorthand,
            AstKind::BindingProperty(it) => it.shorthand,
            AstKind::AssignmentTargetPropertyIdentifier(_) => true,
            _ => false,
        }
    }

    /// Whether a property of an object is written as a method: `{ a() {} }`.
    pub fn method(self) -> bool {
        matches!(self.ast, AstKind::ObjectProperty(it) if it.method)
    }

    /// Whether a function or arrow function is `async`.
    pub fn is_async(self) -> bool {
        match self.ast {
            AstKind::Function(it) => it.r#async,
            AstKind::ArrowFunctionExpression(it) => it.r#async,
            _ => false,
        }
    }

    /// Whether a function is a generator.
    pub fn is_generator(self) -> bool {
        matches!(self.ast, AstKind::Function(it) if it.generator)
    }

    /// Whether a member of a class is `static`.
    pub fn is_static(self) -> bool {
        match self.ast {
            AstKind::MethodDefinition(it) => it.r#static,
            AstKind::PropertyDefinition(it) => it.r#static,
            AstKind::AccessorProperty(it) => it.r#static,
            _ => false,
        }
    }

    /// Whether an update expression stands before its argument: `++a`.
    pub fn prefix(self) -> bool {
        match self.ast {
            AstKind::UpdateExpression(it) => it.prefix,
            AstKind::UnaryExpression(_) => true,
            _ => false,
        }
    }

    /// ESTree's own `kind`: `var let const …` of a declaration, `constructor method get set` of a
    /// method, `init get set` of a property.
    pub fn declared_as(self) -> Option<&'static str> {
        Some(match self.ast {
            AstKind::VariableDeclaration(it) => match it.kind {
                VariableDeclarationKind::Var => "var",
                VariableDeclarationKind::Let => "let",
                VariableDeclarationKind::Const => "const",
                VariableDeclarationKind::Using => "using",
                VariableDeclarationKind::AwaitUsing => "await using",
            },
            AstKind::MethodDefinition(it) => match it.kind {
                MethodDefinitionKind::Constructor => "constructor",
                MethodDefinitionKind::Method => "method",
                MethodDefinitionKind::Get => "get",
                MethodDefinitionKind::Set => "set",
            },
            AstKind::ObjectProperty(it) => match it.kind {
                PropertyKind::Init => "init",
                PropertyKind::Get => "get",
                PropertyKind::Set => "set",
            },
            AstKind::BindingProperty(_)
            | AstKind::AssignmentTargetPropertyIdentifier(_)
            | AstKind::AssignmentTargetPropertyProperty(_) => "init",
            _ => return None,
        })
    }
}

/// The single children, by ESTree's names.
impl<'a> Node<'a> {
    fn at(self, ast: AstKind<'a>) -> Option<Node<'a>> {
        Some(Node { ast, tree: self.tree })
    }

    fn expression_at(self, expression: &'a Expression<'a>) -> Option<Node<'a>> {
        self.at(expression_kind(expression))
    }

    /// Of a call, a `new` expression.
    pub fn callee(self) -> Option<Node<'a>> {
        match self.ast {
            AstKind::CallExpression(it) => self.expression_at(&it.callee),
            AstKind::NewExpression(it) => self.expression_at(&it.callee),
            _ => None,
        }
    }

    /// Of a member expression or `with` statement.
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

    /// Of a member expression: what follows the dot, or stands in the brackets.
    pub fn property(self) -> Option<Node<'a>> {
        match self.ast {
            AstKind::StaticMemberExpression(it) => self.at(AstKind::IdentifierName(&it.property)),
            AstKind::ComputedMemberExpression(it) => self.expression_at(&it.expression),
            AstKind::PrivateFieldExpression(it) => self.at(AstKind::PrivateIdentifier(&it.field)),
            AstKind::JSXMemberExpression(it) => self.at(AstKind::JSXIdentifier(&it.property)),
            _ => None,
        }
    }

    /// Of a property, or a member of a class.
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

    /// Of a property, a member of a class, a JSX attribute. (The value of a literal is
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

    /// Of a binary, logical or assignment expression, an assignment pattern, a `for…in`, a `for…of`.
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

    /// The other side of [`left`](Self::left).
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

    /// The condition of an `if`, a loop, a conditional expression, a `case`.
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

    /// Of an `if` or a conditional expression. (A `case` has [`statements`](Self::statements).)
    pub fn consequent(self) -> Option<Node<'a>> {
        match self.ast {
            AstKind::IfStatement(it) => self.at(statement_kind(&it.consequent)),
            AstKind::ConditionalExpression(it) => self.expression_at(&it.consequent),
            _ => None,
        }
    }

    /// Of an `if` or a conditional expression.
    pub fn alternate(self) -> Option<Node<'a>> {
        match self.ast {
            AstKind::IfStatement(it) => self.at(statement_kind(it.alternate.as_ref()?)),
            AstKind::ConditionalExpression(it) => self.expression_at(&it.alternate),
            _ => None,
        }
    }

    /// The body of a function, arrow function, loop, label, `catch` or class. (What a block, a
    /// program or a class body holds is [`statements`](Self::statements).)
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

    /// The name that a declarator, function or class declares.
    pub fn declared(self) -> Option<Node<'a>> {
        match self.ast {
            AstKind::VariableDeclarator(it) => self.at(binding_kind(&it.id)),
            AstKind::Function(it) => self.at(AstKind::BindingIdentifier(it.id.as_ref()?)),
            AstKind::Class(it) => self.at(AstKind::BindingIdentifier(it.id.as_ref()?)),
            _ => None,
        }
    }

    /// What a declarator is initialised with, or a `for` begins with.
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

    /// Of a `for` statement.
    pub fn update(self) -> Option<Node<'a>> {
        match self.ast {
            AstKind::ForStatement(it) => self.expression_at(it.update.as_ref()?),
            _ => None,
        }
    }

    /// Of `return`, `throw`, `await`, `yield`, a unary or update expression, a spread or rest.
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

    /// Of an expression statement, a chain, a TypeScript cast, a decorator, a JSX container.
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

    /// The type annotation of a name or pattern that a declarator or a parameter has.
    pub fn type_annotation(self) -> Option<Node<'a>> {
        match self.ast {
            AstKind::BindingIdentifier(_) | AstKind::ObjectPattern(_) | AstKind::ArrayPattern(_) => {
                self.at(AstKind::TSTypeAnnotation(self.annotation()?))
            }
            _ => None,
        }
    }

    /// Of a tagged template.
    pub fn tag(self) -> Option<Node<'a>> {
        match self.ast {
            AstKind::TaggedTemplateExpression(it) => self.expression_at(&it.tag),
            _ => None,
        }
    }

    /// The template of a tagged template.
    pub fn quasi(self) -> Option<Node<'a>> {
        match self.ast {
            AstKind::TaggedTemplateExpression(it) => self.at(AstKind::TemplateLiteral(&it.quasi)),
            _ => None,
        }
    }

    /// The block of a `try`.
    pub fn block(self) -> Option<Node<'a>> {
        match self.ast {
            AstKind::TryStatement(it) => self.at(AstKind::BlockStatement(&it.block)),
            _ => None,
        }
    }

    /// The `catch` of a `try`.
    pub fn handler(self) -> Option<Node<'a>> {
        match self.ast {
            AstKind::TryStatement(it) => self.at(AstKind::CatchClause(it.handler.as_ref()?)),
            _ => None,
        }
    }

    /// The `finally` of a `try`.
    pub fn finalizer(self) -> Option<Node<'a>> {
        match self.ast {
            AstKind::TryStatement(it) => self.at(AstKind::BlockStatement(it.finalizer.as_ref()?)),
            _ => None,
        }
    }

    /// What a `catch` catches.
    pub fn param(self) -> Option<Node<'a>> {
        match self.ast {
            AstKind::CatchClause(it) => self.at(binding_kind(&it.param.as_ref()?.pattern)),
            _ => None,
        }
    }

    /// What a `switch` looks at.
    pub fn discriminant(self) -> Option<Node<'a>> {
        match self.ast {
            AstKind::SwitchStatement(it) => self.expression_at(&it.discriminant),
            _ => None,
        }
    }

    /// Of a label, `break` or `continue`.
    pub fn label(self) -> Option<Node<'a>> {
        match self.ast {
            AstKind::LabeledStatement(it) => self.at(AstKind::LabelIdentifier(&it.label)),
            AstKind::BreakStatement(it) => self.at(AstKind::LabelIdentifier(it.label.as_ref()?)),
            AstKind::ContinueStatement(it) => self.at(AstKind::LabelIdentifier(it.label.as_ref()?)),
            _ => None,
        }
    }

    /// What a class extends.
    pub fn super_class(self) -> Option<Node<'a>> {
        match self.ast {
            AstKind::Class(it) => self.expression_at(&it.heritage.as_ref()?.expression),
            _ => None,
        }
    }

    /// Where an import or a re-export comes from.
    pub fn source(self) -> Option<Node<'a>> {
        match self.ast {
            AstKind::ImportDeclaration(it) => self.at(AstKind::StringLiteral(&it.source)),
            AstKind::ExportFromDeclaration(it) => self.at(AstKind::StringLiteral(&it.source)),
            AstKind::ExportAllDeclaration(it) => self.at(AstKind::StringLiteral(&it.source)),
            AstKind::ImportExpression(it) => self.expression_at(&it.source),
            _ => None,
        }
    }

    /// The name that a specifier has in its module.
    pub fn imported(self) -> Option<Node<'a>> {
        match self.ast {
            AstKind::ImportSpecifier(it) => self.at(export_name_kind(&it.imported)),
            _ => None,
        }
    }

    /// The name that a specifier has here.
    pub fn local(self) -> Option<Node<'a>> {
        match self.ast {
            AstKind::ImportSpecifier(it) => self.at(AstKind::BindingIdentifier(&it.local)),
            AstKind::ImportDefaultSpecifier(it) => self.at(AstKind::BindingIdentifier(&it.local)),
            AstKind::ImportNamespaceSpecifier(it) => self.at(AstKind::BindingIdentifier(&it.local)),
            AstKind::ExportSpecifier(it) => self.at(export_name_kind(&it.local)),
            _ => None,
        }
    }

    /// What an export declares.
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

    /// The name of a JSX element or attribute, a node of its own. (An identifier's text is
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

    /// Of a JSX element.
    pub fn opening_element(self) -> Option<Node<'a>> {
        match self.ast {
            AstKind::JSXElement(it) => self.at(AstKind::JSXOpeningElement(&it.opening_element)),
            _ => None,
        }
    }
}

/// What a function or a class takes from its surroundings without a property of its own.
impl<'a> Node<'a> {
    /// The member expression's property name where it is an `Identifier`, computed or not, as a rule
    /// sees it that tests `property.type` and `property.name` alone: `a.b` and `a[b]` are both `b`.
    pub fn property_identifier(self) -> Option<&'a str> {
        self.property()?.identifier()
    }

    /// The method that a call calls, as `callee.property.name`: `query` in `pool.query(…)`.
    pub fn callee_method(self) -> Option<&'a str> {
        self.callee()?.property_identifier()
    }

    /// The function that a call calls by its bare name: `exec` in `exec(…)`.
    pub fn callee_name(self) -> Option<&'a str> {
        self.callee()?.identifier()
    }

    /// The key's name where the key is an `Identifier`, computed or not.
    pub fn key_identifier(self) -> Option<&'a str> {
        self.key()?.identifier()
    }

    /// The key as a rule sees it that takes an `Identifier`'s name, computed or not, and else `String(key.value)` of a
    /// `Literal`: `a` of `{ a }`, `{ [a]: 1 }` and `{ 'a': 1 }`.
    pub fn key_text(self) -> Option<Cow<'a, str>> {
        let key = self.key()?;
        key.identifier().map(Cow::Borrowed).or_else(|| key.literal().map(Literal::to_text))
    }
}

/// A list of children: what ESTree has as an array.
///
/// An item is `None` where the array has a hole (`[a, , b]`).
#[derive(Clone, Copy)]
pub struct Nodes<'a> {
    list: List<'a>,
    tree: &'a Tree<'a>,
}

#[derive(Clone, Copy)]
enum List<'a> {
    Empty,
    Arguments(&'a [Argument<'a>]),
    Elements(&'a [ArrayExpressionElement<'a>]),
    Bindings(&'a oxc_ast::ast::ArrayPattern<'a>),
    Targets(&'a oxc_ast::ast::ArrayAssignmentTarget<'a>),
    Properties(&'a [ObjectPropertyKind<'a>]),
    BindingProperties(&'a oxc_ast::ast::ObjectPattern<'a>),
    TargetProperties(&'a oxc_ast::ast::ObjectAssignmentTarget<'a>),
    Expressions(&'a [Expression<'a>]),
    Quasis(&'a [oxc_ast::ast::TemplateElement<'a>]),
    Statements(&'a [Directive<'a>], &'a [Statement<'a>]),
    ClassElements(&'a [ClassElement<'a>]),
    Declarators(&'a [oxc_ast::ast::VariableDeclarator<'a>]),
    Cases(&'a [oxc_ast::ast::SwitchCase<'a>]),
    Parameters(&'a FormalParameters<'a>),
    ImportSpecifiers(&'a [ImportDeclarationSpecifier<'a>]),
    ExportSpecifiers(&'a [oxc_ast::ast::ExportSpecifier<'a>]),
    Attributes(&'a [JSXAttributeItem<'a>]),
    JsxChildren(&'a [JSXChild<'a>]),
    Decorators(&'a [oxc_ast::ast::Decorator<'a>]),
}

impl<'a> Nodes<'a> {
    pub fn len(self) -> usize {
        match self.list {
            List::Empty => 0,
            List::Arguments(it) => it.len(),
            List::Elements(it) => it.len(),
            List::Bindings(it) => it.elements.len() + usize::from(it.rest.is_some()),
            List::Targets(it) => it.elements.len() + usize::from(it.rest.is_some()),
            List::Properties(it) => it.len(),
            List::BindingProperties(it) => it.properties.len() + usize::from(it.rest.is_some()),
            List::TargetProperties(it) => it.properties.len() + usize::from(it.rest.is_some()),
            List::Expressions(it) => it.len(),
            List::Quasis(it) => it.len(),
            List::Statements(directives, statements) => directives.len() + statements.len(),
            List::ClassElements(it) => it.len(),
            List::Declarators(it) => it.len(),
            List::Cases(it) => it.len(),
            List::Parameters(it) => it.items.len() + usize::from(it.rest.is_some()),
            List::ImportSpecifiers(it) => it.len(),
            List::ExportSpecifiers(it) => it.len(),
            List::Attributes(it) => it.len(),
            List::JsxChildren(it) => it.len(),
            List::Decorators(it) => it.len(),
        }
    }

    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// The item at `index`; `None` behind the end and for a hole.
    pub fn get(self, index: usize) -> Option<Node<'a>> {
        let ast = match self.list {
            List::Empty => return None,
            List::Arguments(it) => match it.get(index)? {
                Argument::SpreadElement(it) => AstKind::SpreadElement(it),
                argument => expression_kind(argument.to_expression()),
            },
            List::Elements(it) => match it.get(index)? {
                ArrayExpressionElement::SpreadElement(it) => AstKind::SpreadElement(it),
                ArrayExpressionElement::Elision(_) => return None,
                element => expression_kind(element.to_expression()),
            },
            List::Bindings(it) => match it.elements.get(index) {
                Some(element) => binding_kind(element.as_ref()?),
                None if index == it.elements.len() => AstKind::BindingRestElement(it.rest.as_ref()?),
                None => return None,
            },
            List::Targets(it) => match it.elements.get(index) {
                Some(element) => target_or_default_kind(element.as_ref()?),
                None if index == it.elements.len() => AstKind::AssignmentTargetRest(it.rest.as_ref()?),
                None => return None,
            },
            List::Properties(it) => match it.get(index)? {
                ObjectPropertyKind::ObjectProperty(it) => AstKind::ObjectProperty(it),
                ObjectPropertyKind::SpreadProperty(it) => AstKind::SpreadElement(it),
            },
            List::BindingProperties(it) => match it.properties.get(index) {
                Some(property) => AstKind::BindingProperty(property),
                None if index == it.properties.len() => AstKind::BindingRestElement(it.rest.as_ref()?),
                None => return None,
            },
            List::TargetProperties(it) => match it.properties.get(index) {
                Some(AssignmentTargetProperty::AssignmentTargetPropertyIdentifier(it)) => {
                    AstKind::AssignmentTargetPropertyIdentifier(it)
                }
                Some(AssignmentTargetProperty::AssignmentTargetPropertyProperty(it)) => {
                    AstKind::AssignmentTargetPropertyProperty(it)
                }
                None if index == it.properties.len() => AstKind::AssignmentTargetRest(it.rest.as_ref()?),
                None => return None,
            },
            List::Expressions(it) => expression_kind(it.get(index)?),
            List::Quasis(it) => AstKind::TemplateElement(it.get(index)?),
            List::Statements(directives, statements) => match directives.get(index) {
                Some(directive) => AstKind::Directive(directive),
                None => statement_kind(statements.get(index - directives.len())?),
            },
            List::ClassElements(it) => match it.get(index)? {
                ClassElement::StaticBlock(it) => AstKind::StaticBlock(it),
                ClassElement::MethodDefinition(it) => AstKind::MethodDefinition(it),
                ClassElement::PropertyDefinition(it) => AstKind::PropertyDefinition(it),
                ClassElement::AccessorProperty(it) => AstKind::AccessorProperty(it),
                ClassElement::TSIndexSignature(it) => AstKind::TSIndexSignature(it),
            },
            List::Declarators(it) => AstKind::VariableDeclarator(it.get(index)?),
            List::Cases(it) => AstKind::SwitchCase(it.get(index)?),
            List::Parameters(it) => match it.items.get(index) {
                Some(parameter) => {
                    let ast = AstKind::FormalParameter(parameter);
                    if Kind::of(ast).is_some() { ast } else { binding_kind(&parameter.pattern) }
                }
                None if index == it.items.len() => AstKind::BindingRestElement(&it.rest.as_ref()?.rest),
                None => return None,
            },
            List::ImportSpecifiers(it) => match it.get(index)? {
                ImportDeclarationSpecifier::ImportSpecifier(it) => AstKind::ImportSpecifier(it),
                ImportDeclarationSpecifier::ImportDefaultSpecifier(it) => AstKind::ImportDefaultSpecifier(it),
                ImportDeclarationSpecifier::ImportNamespaceSpecifier(it) => AstKind::ImportNamespaceSpecifier(it),
            },
            List::ExportSpecifiers(it) => AstKind::ExportSpecifier(it.get(index)?),
            List::Attributes(it) => match it.get(index)? {
                JSXAttributeItem::Attribute(it) => AstKind::JSXAttribute(it),
                JSXAttributeItem::SpreadAttribute(it) => AstKind::JSXSpreadAttribute(it),
            },
            List::JsxChildren(it) => match it.get(index)? {
                JSXChild::Text(it) => AstKind::JSXText(it),
                JSXChild::Element(it) => AstKind::JSXElement(it),
                JSXChild::Fragment(it) => AstKind::JSXFragment(it),
                JSXChild::ExpressionContainer(it) => AstKind::JSXExpressionContainer(it),
                JSXChild::Spread(it) => AstKind::JSXSpreadChild(it),
            },
            List::Decorators(it) => AstKind::Decorator(it.get(index)?),
        };
        Some(Node { ast, tree: self.tree })
    }

    pub fn first(self) -> Option<Node<'a>> {
        self.get(0)
    }

    pub fn last(self) -> Option<Node<'a>> {
        self.get(self.len().checked_sub(1)?)
    }

    /// How many items at the front satisfy a condition that none behind them satisfies, as a slice's
    /// `partition_point` says it; a hole ends the front.
    pub fn partition_point(self, mut is_in_front: impl FnMut(Node<'a>) -> bool) -> usize {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            if self.get(middle).is_some_and(&mut is_in_front) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    /// The items, holes left out.
    pub fn iter(self) -> impl DoubleEndedIterator<Item = Node<'a>> {
        (0..self.len()).filter_map(move |index| self.get(index))
    }
}

/// The lists of children, by ESTree's names.
impl<'a> Node<'a> {
    fn list(self, list: List<'a>) -> Nodes<'a> {
        Nodes { list, tree: self.tree }
    }

    /// Of a call or a `new` expression.
    pub fn arguments(self) -> Nodes<'a> {
        self.list(match self.ast {
            AstKind::CallExpression(it) => List::Arguments(&it.arguments),
            AstKind::NewExpression(it) => List::Arguments(&it.arguments),
            _ => List::Empty,
        })
    }

    /// The argument at `index`.
    pub fn argument_at(self, index: usize) -> Option<Node<'a>> {
        self.arguments().get(index)
    }

    /// Of an array expression or pattern.
    pub fn elements(self) -> Nodes<'a> {
        self.list(match self.ast {
            AstKind::ArrayExpression(it) => List::Elements(&it.elements),
            AstKind::ArrayPattern(it) => List::Bindings(it),
            AstKind::ArrayAssignmentTarget(it) => List::Targets(it),
            _ => List::Empty,
        })
    }

    /// Of an object expression or pattern: `Property`, `SpreadElement`, `RestElement`.
    pub fn properties(self) -> Nodes<'a> {
        self.list(match self.ast {
            AstKind::ObjectExpression(it) => List::Properties(&it.properties),
            AstKind::ObjectPattern(it) => List::BindingProperties(it),
            AstKind::ObjectAssignmentTarget(it) => List::TargetProperties(it),
            _ => List::Empty,
        })
    }

    /// Of a template literal or a sequence.
    pub fn expressions(self) -> Nodes<'a> {
        self.list(match self.ast {
            AstKind::TemplateLiteral(it) => List::Expressions(&it.expressions),
            AstKind::SequenceExpression(it) => List::Expressions(&it.expressions),
            _ => List::Empty,
        })
    }

    /// The text parts of a template literal.
    pub fn quasis(self) -> Nodes<'a> {
        self.list(match self.ast {
            AstKind::TemplateLiteral(it) => List::Quasis(&it.quasis),
            _ => List::Empty,
        })
    }

    /// What a program, block, static block, `case` or class body holds: ESTree's `body` (of a `case`,
    /// its `consequent`) where that is an array. Directives count as statements.
    pub fn statements(self) -> Nodes<'a> {
        self.list(match self.ast {
            AstKind::Program(it) => List::Statements(&it.directives, &it.body),
            AstKind::FunctionBody(it) => {
                let FunctionBody { directives, statements, .. } = it;
                List::Statements(directives, statements)
            }
            AstKind::BlockStatement(it) => List::Statements(&[], &it.body),
            AstKind::StaticBlock(it) => List::Statements(&[], &it.body),
            AstKind::SwitchCase(it) => List::Statements(&[], &it.consequent),
            AstKind::ClassBody(it) => List::ClassElements(&it.body),
            _ => List::Empty,
        })
    }

    /// Of a variable declaration.
    pub fn declarations(self) -> Nodes<'a> {
        self.list(match self.ast {
            AstKind::VariableDeclaration(it) => List::Declarators(&it.declarations),
            _ => List::Empty,
        })
    }

    /// Of a `switch`.
    pub fn cases(self) -> Nodes<'a> {
        self.list(match self.ast {
            AstKind::SwitchStatement(it) => List::Cases(&it.cases),
            _ => List::Empty,
        })
    }

    /// The parameters of a function.
    pub fn params(self) -> Nodes<'a> {
        self.list(match self.ast {
            AstKind::Function(it) => List::Parameters(&it.params),
            AstKind::ArrowFunctionExpression(it) => List::Parameters(&it.params),
            _ => List::Empty,
        })
    }

    /// Of an import or export.
    pub fn specifiers(self) -> Nodes<'a> {
        self.list(match self.ast {
            AstKind::ImportDeclaration(it) => {
                it.specifiers.as_ref().map_or(List::Empty, |it| List::ImportSpecifiers(it))
            }
            AstKind::ExportNamedDeclaration(it) => List::ExportSpecifiers(&it.specifiers),
            AstKind::ExportFromDeclaration(it) => List::ExportSpecifiers(&it.specifiers),
            _ => List::Empty,
        })
    }

    /// Of a class, a member of a class, a parameter.
    pub fn decorators(self) -> Nodes<'a> {
        self.list(match self.ast {
            AstKind::Class(it) => List::Decorators(&it.decorators),
            AstKind::MethodDefinition(it) => List::Decorators(&it.decorators),
            AstKind::PropertyDefinition(it) => List::Decorators(&it.decorators),
            AstKind::AccessorProperty(it) => List::Decorators(&it.decorators),
            AstKind::FormalParameter(it) => List::Decorators(&it.decorators),
            // Those of a plain parameter stand with it.
            AstKind::BindingIdentifier(_) | AstKind::ObjectPattern(_) | AstKind::ArrayPattern(_) => {
                match self.tree.oxc_parent(self.id()) {
                    AstKind::FormalParameter(it) if it.pattern.span() == self.ast.span() => {
                        List::Decorators(&it.decorators)
                    }
                    _ => List::Empty,
                }
            }
            _ => List::Empty,
        })
    }

    /// Of a JSX element's opening.
    pub fn attributes(self) -> Nodes<'a> {
        self.list(match self.ast {
            AstKind::JSXOpeningElement(it) => List::Attributes(&it.attributes),
            _ => List::Empty,
        })
    }

    /// Of a JSX element or fragment.
    pub fn jsx_children(self) -> Nodes<'a> {
        self.list(match self.ast {
            AstKind::JSXElement(it) => List::JsxChildren(&it.children),
            AstKind::JSXFragment(it) => List::JsxChildren(&it.children),
            _ => List::Empty,
        })
    }
}

fn expression_kind<'a>(expression: &'a Expression<'a>) -> AstKind<'a> {
    AstKind::from_expression(expression)
}

fn statement_kind<'a>(statement: &'a Statement<'a>) -> AstKind<'a> {
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

fn declaration_kind<'a>(declaration: &'a Declaration<'a>) -> AstKind<'a> {
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

fn binding_kind<'a>(pattern: &'a BindingPattern<'a>) -> AstKind<'a> {
    match pattern {
        BindingPattern::BindingIdentifier(it) => AstKind::BindingIdentifier(it),
        BindingPattern::ObjectPattern(it) => AstKind::ObjectPattern(it),
        BindingPattern::ArrayPattern(it) => AstKind::ArrayPattern(it),
        BindingPattern::AssignmentPattern(it) => AstKind::AssignmentPattern(it),
    }
}

fn key_kind<'a>(key: &'a PropertyKey<'a>) -> AstKind<'a> {
    match key {
        PropertyKey::StaticIdentifier(it) => AstKind::IdentifierName(it),
        PropertyKey::PrivateIdentifier(it) => AstKind::PrivateIdentifier(it),
        key => expression_kind(key.to_expression()),
    }
}

fn simple_target_kind<'a>(target: &'a SimpleAssignmentTarget<'a>) -> AstKind<'a> {
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

fn target_kind<'a>(target: &'a AssignmentTarget<'a>) -> AstKind<'a> {
    match target {
        AssignmentTarget::ArrayAssignmentTarget(it) => AstKind::ArrayAssignmentTarget(it),
        AssignmentTarget::ObjectAssignmentTarget(it) => AstKind::ObjectAssignmentTarget(it),
        target => simple_target_kind(target.to_simple_assignment_target()),
    }
}

fn target_or_default_kind<'a>(target: &'a AssignmentTargetMaybeDefault<'a>) -> AstKind<'a> {
    match target {
        AssignmentTargetMaybeDefault::AssignmentTargetWithDefault(it) => AstKind::AssignmentTargetWithDefault(it),
        target => target_kind(target.to_assignment_target()),
    }
}

fn for_left_kind<'a>(left: &'a ForStatementLeft<'a>) -> AstKind<'a> {
    match left {
        ForStatementLeft::VariableDeclaration(it) => AstKind::VariableDeclaration(it),
        left => target_kind(left.to_assignment_target()),
    }
}

fn export_name_kind<'a>(name: &'a ModuleExportName<'a>) -> AstKind<'a> {
    match name {
        ModuleExportName::IdentifierName(it) => AstKind::IdentifierName(it),
        ModuleExportName::IdentifierReference(it) => AstKind::IdentifierReference(it),
        ModuleExportName::StringLiteral(it) => AstKind::StringLiteral(it),
    }
}
