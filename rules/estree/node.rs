//! A node of the tree, with ESTree's names for its properties.

mod children;
mod kinds;
mod lists;

use std::{borrow::Cow, fmt};

use oxc_ast::{
    AstKind,
    ast::{MethodDefinitionKind, PropertyKind, TSTypeAnnotation, VariableDeclarationKind},
};
use oxc_span::{GetSpan, Span};
use oxc_syntax::node::NodeId;

use super::{Kind, Literal, Tree};

/// A node as ESLint's rules see it, cheap to copy: two pointers and a tag.
///
/// Properties have ESTree's names. A property that the node's type does not have, or that is null, is `None` (or an
/// empty list), so that `node.callee()?.property()?` reads as the condition that it is. Parentheses and nodes that only
/// oxc has (parameter lists, bodies of arrow functions) do not appear.
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

/// The kind, position and text of a node.
impl<'a> Node<'a> {
    pub(super) fn new(ast: AstKind<'a>, tree: &'a Tree<'a>) -> Self {
        Self { ast, tree }
    }

    /// Returns oxc's own node, for properties without an ESTree name.
    pub fn ast(self) -> AstKind<'a> {
        self.ast
    }

    /// Returns the tree that it belongs to.
    pub fn tree(self) -> &'a Tree<'a> {
        self.tree
    }

    /// Returns the number that identifies it within its tree; smaller than those of its descendants.
    pub fn id(self) -> NodeId {
        self.ast.node_id()
    }

    /// Returns ESTree's `type`.
    pub fn kind(self) -> Kind {
        // `Node`s are made only for nodes that ESTree has; `TSOther` is for any other that slips through.
        Kind::of(self.ast).unwrap_or(Kind::TSOther)
    }

    pub fn is(self, kind: Kind) -> bool {
        self.kind() == kind
    }

    pub fn is_any(self, kinds: &[Kind]) -> bool {
        kinds.contains(&self.kind())
    }

    /// Returns whether it is a function declaration, function expression or arrow function.
    pub fn is_function(self) -> bool {
        self.is_any(&Kind::FUNCTIONS)
    }

    /// Returns whether it is a `for`, `for…in`, `for…of`, `while` or `do…while` statement.
    pub fn is_loop(self) -> bool {
        self.is_any(&[
            Kind::ForStatement,
            Kind::ForInStatement,
            Kind::ForOfStatement,
            Kind::WhileStatement,
            Kind::DoWhileStatement,
        ])
    }

    /// Returns its span in bytes: ESTree's `range`.
    pub fn span(self) -> Span {
        let span = self.ast.span();
        match self.ast {
            // With the back-tick or brace before it and the delimiter after it.
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
            // typescript-eslint counts an annotation as part of the annotated name.
            AstKind::BindingIdentifier(_) | AstKind::ObjectPattern(_) | AstKind::ArrayPattern(_) => {
                self.annotation().map_or(span, |annotation| Span::new(span.start, annotation.span.end))
            }
            _ => span,
        }
    }

    /// Returns the annotation of the declarator or parameter whose name or pattern it is.
    fn annotation(self) -> Option<&'a TSTypeAnnotation<'a>> {
        let span = self.ast.span();
        match self.tree.oxc_parent(self.id()) {
            AstKind::VariableDeclarator(it) if it.id.span() == span => it.type_annotation.as_deref(),
            AstKind::FormalParameter(it) if it.pattern.span() == span => it.type_annotation.as_deref(),
            _ => None,
        }
    }

    /// Returns its source text, ESLint's `sourceCode.getText(node)`: without parentheses around it.
    pub fn text(self) -> &'a str {
        self.span().source_text(self.tree.source())
    }

    /// Returns its source text and counts the steps to search it, because the text of a common ancestor is searched for
    /// many nodes.
    pub fn searched_text(self) -> &'a str {
        /// The bytes that are searched in the time of one step.
        const BYTES_PER_STEP: usize = 16;
        let text = self.text();
        self.tree.count_steps(text.len() / BYTES_PER_STEP);
        text
    }
}

/// Movement up and down the tree.
impl<'a> Node<'a> {
    pub fn parent(self) -> Option<Node<'a>> {
        self.tree.parent(self.id())
    }

    /// Returns its parent, the parent's parent, and so on up to the program.
    pub fn ancestors(self) -> impl Iterator<Item = Node<'a>> {
        std::iter::successors(self.parent(), |node| node.step_out())
    }

    /// Returns the node itself, then its [`ancestors`](Self::ancestors).
    pub fn self_and_ancestors(self) -> impl Iterator<Item = Node<'a>> {
        std::iter::successors(Some(self), |node| node.step_out())
    }

    fn step_out(self) -> Option<Node<'a>> {
        self.tree.count_steps(1);
        self.parent()
    }

    /// Returns all its descendants in the order of the text, each before its own.
    pub fn descendants(self) -> impl Iterator<Item = Node<'a>> {
        self.tree.descendants(self.id())
    }

    /// Returns whether it is `other` or one of its descendants.
    pub fn is_within(self, other: Node<'a>) -> bool {
        self.id() >= other.id() && self.span().end <= other.span().end
    }
}

/// Names, literals, operators and flags.
impl<'a> Node<'a> {
    /// Returns the name of an `Identifier`, `PrivateIdentifier` (without `#`) or `JSXIdentifier`.
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

    /// Returns the name if it is an `Identifier`; other named nodes give `None`.
    pub fn identifier(self) -> Option<&'a str> {
        match self.ast {
            AstKind::PrivateIdentifier(_) | AstKind::JSXIdentifier(_) => None,
            _ => self.name(),
        }
    }

    /// Returns whether it is an `Identifier` of this name.
    pub fn is_identifier(self, name: &str) -> bool {
        self.identifier() == Some(name)
    }

    /// Returns the value of a `Literal`.
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

    /// Returns the value of a `Literal` that is a string.
    pub fn string(self) -> Option<&'a str> {
        match self.ast {
            AstKind::StringLiteral(it) => Some(it.value.as_str()),
            _ => None,
        }
    }

    /// Returns the value of a `Literal` that is a number.
    pub fn number(self) -> Option<f64> {
        match self.ast {
            AstKind::NumericLiteral(it) => Some(it.value),
            _ => None,
        }
    }

    /// Returns the raw text of a `TemplateElement`, its line ends as LF.
    pub fn raw(self) -> Option<&'a str> {
        match self.ast {
            AstKind::TemplateElement(it) => Some(it.value.raw.as_str()),
            _ => None,
        }
    }

    /// Returns the text of a `TemplateElement` with its escapes resolved; `None` too where one is invalid.
    pub fn cooked(self) -> Option<&'a str> {
        match self.ast {
            AstKind::TemplateElement(it) => it.value.cooked.as_ref().map(|cooked| cooked.as_str()),
            _ => None,
        }
    }

    /// Returns the operator of a unary, update, binary, logical or assignment expression.
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

    /// Returns whether a member expression or a key is computed: `a[b]`, `{ [a]: b }`.
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

    /// Returns whether a call or member expression has its own `?.`.
    pub fn optional(self) -> bool {
        match self.ast {
            AstKind::CallExpression(it) => it.optional,
            AstKind::StaticMemberExpression(it) => it.optional,
            AstKind::ComputedMemberExpression(it) => it.optional,
            AstKind::PrivateFieldExpression(it) => it.optional,
            _ => false,
        }
    }

    /// Returns whether a property is written as `{ a }`.
    pub fn shorthand(self) -> bool {
        match self.ast {
            AstKind::ObjectProperty(it) => it.shorthand,
            AstKind::BindingProperty(it) => it.shorthand,
            AstKind::AssignmentTargetPropertyIdentifier(_) => true,
            _ => false,
        }
    }

    /// Returns whether a property of an object is written as a method: `{ a() {} }`.
    pub fn method(self) -> bool {
        matches!(self.ast, AstKind::ObjectProperty(it) if it.method)
    }

    /// Returns whether a function or arrow function is `async`.
    pub fn is_async(self) -> bool {
        match self.ast {
            AstKind::Function(it) => it.r#async,
            AstKind::ArrowFunctionExpression(it) => it.r#async,
            _ => false,
        }
    }

    /// Returns whether a function is a generator.
    pub fn is_generator(self) -> bool {
        matches!(self.ast, AstKind::Function(it) if it.generator)
    }

    /// Returns whether a member of a class is `static`.
    pub fn is_static(self) -> bool {
        match self.ast {
            AstKind::MethodDefinition(it) => it.r#static,
            AstKind::PropertyDefinition(it) => it.r#static,
            AstKind::AccessorProperty(it) => it.r#static,
            _ => false,
        }
    }

    /// Returns whether an update expression is a prefix: `++a`.
    pub fn prefix(self) -> bool {
        match self.ast {
            AstKind::UpdateExpression(it) => it.prefix,
            AstKind::UnaryExpression(_) => true,
            _ => false,
        }
    }

    /// Returns ESTree's own `kind`: `var let const …` of a declaration, `constructor method get set` of a method, `init
    /// get set` of a property.
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

/// Shorthands for common queries of rules.
impl<'a> Node<'a> {
    /// Returns the member expression's property name where it is an `Identifier`, computed or not, like a rule that
    /// tests only `property.type` and `property.name`: `a.b` and `a[b]` are both `b`.
    pub fn property_identifier(self) -> Option<&'a str> {
        self.property()?.identifier()
    }

    /// Returns the method of a call, `callee.property.name`: `query` in `pool.query(…)`.
    pub fn callee_method(self) -> Option<&'a str> {
        self.callee()?.property_identifier()
    }

    /// Returns the method of a call on an object that is an identifier of this name: `join` in `path.join(…)`.
    pub fn callee_method_of(self, object: &str) -> Option<&'a str> {
        let callee = self.callee()?;
        callee.property_identifier().filter(|_| callee.object().is_some_and(|it| it.is_identifier(object)))
    }

    /// Returns the function of a call by its bare name: `exec` in `exec(…)`.
    pub fn callee_name(self) -> Option<&'a str> {
        self.callee()?.identifier()
    }

    /// Returns the key's name where the key is an `Identifier`, computed or not.
    pub fn key_identifier(self) -> Option<&'a str> {
        self.key()?.identifier()
    }

    /// Returns the key like a rule that reads the name of an `Identifier`, computed or not, and otherwise
    /// `String(key.value)` of a `Literal`: `a` of `{ a }`, `{ [a]: 1 }` and `{ 'a': 1 }`.
    pub fn key_text(self) -> Option<Cow<'a, str>> {
        let key = self.key()?;
        key.identifier().map(Cow::Borrowed).or_else(|| key.literal().map(Literal::to_text))
    }

    /// Returns whether it is `a + b`.
    pub fn is_concatenation(self) -> bool {
        self.is(Kind::BinaryExpression) && self.operator() == Some("+")
    }

    /// Returns the object that a chain of members begins with: `a` of `a.b.c`, the node itself if it is no member.
    #[must_use]
    pub fn innermost_object(self) -> Self {
        std::iter::successors(Some(self), |it| it.object()).last().unwrap_or(self)
    }

    /// Returns what a chain of members and calls begins with: `a` of `a.b(c).d`, the node itself if it is neither.
    #[must_use]
    pub fn start_of_chain(self) -> Self {
        std::iter::successors(Some(self), |it| it.object().or_else(|| it.callee())).last().unwrap_or(self)
    }

    /// Returns the node and, where it is a concatenation, its operands from the left, nested sums before their own
    /// operands: `a + (b + c)`, `a`, `b + c`, `b`, `c`.
    pub fn summands(self) -> impl Iterator<Item = Node<'a>> {
        let mut open = vec![self];
        std::iter::from_fn(move || {
            let node = open.pop()?;
            if node.is_concatenation() {
                open.extend([node.right(), node.left()].into_iter().flatten());
            }
            Some(node)
        })
    }

    /// Returns the expressions that a text is put together from, in the order of the text: what templates insert, what
    /// binary operators join, else the node itself.
    pub fn joined_parts(self) -> impl Iterator<Item = Node<'a>> {
        let mut open = vec![self];
        std::iter::from_fn(move || {
            loop {
                let node = open.pop()?;
                match node.kind() {
                    Kind::TemplateLiteral => open.extend(node.expressions().iter().rev()),
                    Kind::BinaryExpression => open.extend([node.right(), node.left()].into_iter().flatten()),
                    _ => return Some(node),
                }
            }
        })
    }

    /// Returns the properties of an object whose key is an identifier, computed or not, each with that name.
    pub fn named_properties(self) -> impl Iterator<Item = (&'a str, Node<'a>)> {
        let properties = self.properties().iter().filter(|property| property.is(Kind::Property));
        properties.filter_map(|property| property.key_identifier().map(|name| (name, property)))
    }

    /// Returns the first property of an object whose key is an `Identifier` of one of these names, computed or not.
    pub fn property_named(self, names: &[&str]) -> Option<Node<'a>> {
        self.properties().iter().find(|property| property.key_identifier().is_some_and(|key| names.contains(&key)))
    }
}
