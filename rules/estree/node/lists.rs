//! The lists of children of a node, by ESTree's names.

use oxc_ast::{
    AstKind,
    ast::{
        Argument, ArrayExpressionElement, AssignmentTargetProperty, ClassElement, Directive, Expression,
        FormalParameters, FunctionBody, ImportDeclarationSpecifier, JSXAttributeItem, JSXChild, ObjectPropertyKind,
        Statement,
    },
};
use oxc_span::GetSpan;

use super::{
    Kind, Node, Tree,
    kinds::{binding_kind, expression_kind, statement_kind, target_or_default_kind},
};

/// A list of children: ESTree's array.
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

    /// Returns the item at `index`; `None` after the end and for a hole.
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

    /// Returns the number of leading items that satisfy a condition which no item after them satisfies, like a slice's
    /// `partition_point`; a hole ends them.
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

    /// Iterates over the items without the holes.
    pub fn iter(self) -> impl DoubleEndedIterator<Item = Node<'a>> {
        (0..self.len()).filter_map(move |index| self.get(index))
    }
}

/// The lists of children, by ESTree's names.
impl<'a> Node<'a> {
    fn list(self, list: List<'a>) -> Nodes<'a> {
        Nodes { list, tree: self.tree }
    }

    /// Returns `arguments` of a call or a `new` expression.
    pub fn arguments(self) -> Nodes<'a> {
        self.list(match self.ast {
            AstKind::CallExpression(it) => List::Arguments(&it.arguments),
            AstKind::NewExpression(it) => List::Arguments(&it.arguments),
            _ => List::Empty,
        })
    }

    /// Returns the argument at `index`.
    pub fn argument_at(self, index: usize) -> Option<Node<'a>> {
        self.arguments().get(index)
    }

    /// Returns `elements` of an array expression or pattern.
    pub fn elements(self) -> Nodes<'a> {
        self.list(match self.ast {
            AstKind::ArrayExpression(it) => List::Elements(&it.elements),
            AstKind::ArrayPattern(it) => List::Bindings(it),
            AstKind::ArrayAssignmentTarget(it) => List::Targets(it),
            _ => List::Empty,
        })
    }

    /// Returns `properties` of an object expression or pattern: `Property`, `SpreadElement`, `RestElement`.
    pub fn properties(self) -> Nodes<'a> {
        self.list(match self.ast {
            AstKind::ObjectExpression(it) => List::Properties(&it.properties),
            AstKind::ObjectPattern(it) => List::BindingProperties(it),
            AstKind::ObjectAssignmentTarget(it) => List::TargetProperties(it),
            _ => List::Empty,
        })
    }

    /// Returns `expressions` of a template literal or a sequence.
    pub fn expressions(self) -> Nodes<'a> {
        self.list(match self.ast {
            AstKind::TemplateLiteral(it) => List::Expressions(&it.expressions),
            AstKind::SequenceExpression(it) => List::Expressions(&it.expressions),
            _ => List::Empty,
        })
    }

    /// Returns the text parts of a template literal.
    pub fn quasis(self) -> Nodes<'a> {
        self.list(match self.ast {
            AstKind::TemplateLiteral(it) => List::Quasis(&it.quasis),
            _ => List::Empty,
        })
    }

    /// Returns the contents of a program, block, static block, `case` or class body: ESTree's `body` (of a `case`, its
    /// `consequent`) where that is an array. Directives count as statements.
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

    /// Returns `declarations` of a variable declaration.
    pub fn declarations(self) -> Nodes<'a> {
        self.list(match self.ast {
            AstKind::VariableDeclaration(it) => List::Declarators(&it.declarations),
            _ => List::Empty,
        })
    }

    /// Returns `cases` of a `switch`.
    pub fn cases(self) -> Nodes<'a> {
        self.list(match self.ast {
            AstKind::SwitchStatement(it) => List::Cases(&it.cases),
            _ => List::Empty,
        })
    }

    /// Returns the parameters of a function.
    pub fn params(self) -> Nodes<'a> {
        self.list(match self.ast {
            AstKind::Function(it) => List::Parameters(&it.params),
            AstKind::ArrowFunctionExpression(it) => List::Parameters(&it.params),
            _ => List::Empty,
        })
    }

    /// Returns `specifiers` of an import or export.
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

    /// Returns `decorators` of a class, a member of a class, a parameter.
    pub fn decorators(self) -> Nodes<'a> {
        self.list(match self.ast {
            AstKind::Class(it) => List::Decorators(&it.decorators),
            AstKind::MethodDefinition(it) => List::Decorators(&it.decorators),
            AstKind::PropertyDefinition(it) => List::Decorators(&it.decorators),
            AstKind::AccessorProperty(it) => List::Decorators(&it.decorators),
            AstKind::FormalParameter(it) => List::Decorators(&it.decorators),
            // Those of a plain parameter belong to its `FormalParameter`.
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

    /// Returns `attributes` of a JSX element's opening.
    pub fn attributes(self) -> Nodes<'a> {
        self.list(match self.ast {
            AstKind::JSXOpeningElement(it) => List::Attributes(&it.attributes),
            _ => List::Empty,
        })
    }

    /// Returns `jsx_children` of a JSX element or fragment.
    pub fn jsx_children(self) -> Nodes<'a> {
        self.list(match self.ast {
            AstKind::JSXElement(it) => List::JsxChildren(&it.children),
            AstKind::JSXFragment(it) => List::JsxChildren(&it.children),
            _ => List::Empty,
        })
    }
}
