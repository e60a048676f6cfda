//! The outline of a text's top-level statements: the names that they declare, their calls, and whether they do
//! anything.
//!
//! It serves to join several code blocks of a model's answer. Nothing is executed.

use std::{
    collections::BTreeSet,
    ops::Range,
    panic::{AssertUnwindSafe, catch_unwind},
};

use oxc_allocator::Allocator;
use oxc_ast::{
    AstKind,
    ast::{
        Argument, BindingPattern, CallExpression, Declaration, ExportDefaultDeclarationKind, Expression,
        ImportDeclarationSpecifier, Program, Statement, VariableDeclaration,
    },
};
use oxc_span::{GetSpan, Span};

use crate::{
    Limits, Verdict,
    estree::Tree,
    parse::{Language, parse},
};

/// The outermost statements of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outline {
    /// The kind of text.
    pub verdict: Verdict,
    /// The byte at which the text stops being valid in its language, if any.
    pub error_offset: Option<usize>,
    /// The outermost statements, in order.
    pub statements: Vec<TopLevel>,
    /// The names that are called or constructed as such, at whatever depth: `f` of `f(x)` and of `new f(x)`.
    pub calls: BTreeSet<String>,
    /// The methods that are called on names: `a.b` of `a.b(x)`.
    pub methods: BTreeSet<String>,
    /// Something is imported by a path such as `./db`.
    pub imports_neighbours: bool,
    /// There are functions, apart from those called where they are written and callbacks of promises.
    pub has_functions: bool,
}

/// An outermost statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TopLevel {
    /// The bytes of the statement.
    pub range: Range<usize>,
    /// The purpose of the statement.
    pub kind: TopLevelKind,
    /// The names that it declares.
    pub names: Vec<String>,
}

/// The purpose of an outermost statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TopLevelKind {
    /// An import, or a variable initialized by `require`.
    Import,
    /// A function, a class, a type, or a variable initialized with a function or a class.
    Definition,
    /// Another variable.
    Variable,
    /// `export default` of a value without a name.
    DefaultExport,
    /// A call that registers a function under a name: `app.get('/path', …)`, which is also the statement's name.
    Handler,
    /// Any other statement.
    Other,
}

impl Outline {
    /// Makes the outline of a text, read in the language of a file of this name, within the default limits.
    pub fn new(path: &str, source: &str) -> Self {
        let source = source.strip_prefix('\u{FEFF}').unwrap_or(source);
        let language = Language::from_path(path);
        let guarded = catch_unwind(AssertUnwindSafe(|| {
            Limits::default().parse_within(source, language, || {
                let allocator = Allocator::default();
                match parse(&allocator, source, language) {
                    Ok(tree) => Self::of_tree(&tree),
                    Err(error) => Self {
                        error_offset: Some(error.offset as usize),
                        ..Self::without_statements(Verdict::Unparsable)
                    },
                }
            })
        }));
        match guarded {
            Ok(Some(outline)) => outline,
            Ok(None) | Err(_) => Self::without_statements(Verdict::OverLimit),
        }
    }

    fn without_statements(verdict: Verdict) -> Self {
        Self {
            verdict,
            error_offset: None,
            statements: Vec::new(),
            calls: BTreeSet::new(),
            methods: BTreeSet::new(),
            imports_neighbours: false,
            has_functions: false,
        }
    }

    fn of_tree<'a>(tree: &'a Tree<'a>) -> Self {
        let mut outline = Self::without_statements(verdict(tree));
        if let AstKind::Program(program) = tree.root().ast() {
            outline.statements = program.body.iter().map(top_level).collect();
        }
        // Functions that are called where they are written, or that wait for a promise.
        let mut passing: BTreeSet<u32> = BTreeSet::new();
        for (_, node) in tree.all_nodes() {
            match node.ast() {
                AstKind::CallExpression(call) => {
                    if let Some(module) = required(call) {
                        outline.imports_neighbours |= module.starts_with('.');
                    }
                    if let Expression::StaticMemberExpression(member) = &call.callee
                        && let Expression::Identifier(object) = &member.object
                    {
                        outline.methods.insert(format!("{}.{}", object.name, member.property.name));
                    }
                    match &call.callee {
                        Expression::Identifier(callee) => {
                            outline.calls.insert(callee.name.to_string());
                        }
                        Expression::StaticMemberExpression(member)
                            if matches!(member.property.name.as_str(), "then" | "catch" | "finally") =>
                        {
                            passing.extend(call.arguments.iter().map(|argument| argument.span().start));
                        }
                        callee => {
                            passing.insert(callee.span().start);
                        }
                    }
                }
                AstKind::NewExpression(new) => {
                    if let Expression::Identifier(callee) = &new.callee {
                        outline.calls.insert(callee.name.to_string());
                    }
                }
                AstKind::ImportDeclaration(import) => {
                    outline.imports_neighbours |= import.source.value.starts_with('.');
                }
                AstKind::Function(function) => outline.has_functions |= !passing.contains(&function.span.start),
                AstKind::ArrowFunctionExpression(arrow) => {
                    outline.has_functions |= !passing.contains(&arrow.span.start);
                }
                AstKind::Class(_) => outline.has_functions = true,
                _ => {}
            }
        }
        outline
    }

    /// Returns whether the text is code that does something.
    pub fn is_code(&self) -> bool {
        self.verdict == Verdict::Code
    }

    /// Returns the statements that declare names of their own, without imports.
    pub fn definitions(&self) -> impl Iterator<Item = &TopLevel> {
        self.statements.iter().filter(|statement| {
            !statement.names.is_empty()
                && matches!(statement.kind, TopLevelKind::Definition | TopLevelKind::Variable | TopLevelKind::Handler)
        })
    }
}

/// Returns the kind of a text that parses.
pub(crate) fn verdict<'a>(tree: &'a Tree<'a>) -> Verdict {
    let AstKind::Program(program) = tree.root().ast() else { return Verdict::Code };
    if program.body.is_empty() && program.directives.is_empty() {
        // A text that only espree can read has an empty tree.
        return if is_blank(program) { Verdict::NoStatement } else { Verdict::Code };
    }
    if program.body.iter().any(does_something) { Verdict::Code } else { Verdict::Inert }
}

/// Returns whether a text holds only white space and comments.
fn is_blank(program: &Program) -> bool {
    let mut end = 0;
    let is_space = |text: &str| text.chars().all(crate::estree::is_white_space);
    let between = program.comments.iter().all(|comment| {
        let gap = &program.source_text[end..comment.span.start as usize];
        end = comment.span.end as usize;
        is_space(gap)
    });
    between && (is_space(&program.source_text[end..]) || program.hashbang.is_some())
}

/// Returns whether a statement does anything: a lone word, a literal, a label on one, and operators between these do
/// not.
fn does_something(statement: &Statement) -> bool {
    match statement {
        Statement::EmptyStatement(_) => false,
        Statement::ExpressionStatement(statement) => acts(&statement.expression),
        Statement::LabeledStatement(labelled) => does_something(&labelled.body),
        Statement::BlockStatement(block) => block.body.iter().any(does_something),
        _ => true,
    }
}

fn acts(expression: &Expression) -> bool {
    match expression {
        Expression::Identifier(_)
        | Expression::ThisExpression(_)
        | Expression::Super(_)
        | Expression::ImportMeta(_)
        | Expression::NewTarget(_)
        | Expression::BooleanLiteral(_)
        | Expression::NullLiteral(_)
        | Expression::NumericLiteral(_)
        | Expression::BigIntLiteral(_)
        | Expression::RegExpLiteral(_)
        | Expression::StringLiteral(_) => false,
        Expression::TemplateLiteral(template) => template.expressions.iter().any(acts),
        // A fence of three back-ticks reads as a template tagged with an empty template.
        Expression::TaggedTemplateExpression(tagged) => match &tagged.tag {
            Expression::TemplateLiteral(_) | Expression::TaggedTemplateExpression(_) => {
                tagged.quasi.expressions.iter().any(acts)
            }
            _ => !tagged.quasi.quasis.iter().all(|part| part.value.raw.is_empty()),
        },
        Expression::StaticMemberExpression(member) => acts(&member.object),
        Expression::ComputedMemberExpression(member) => acts(&member.object) || acts(&member.expression),
        Expression::UnaryExpression(unary) => {
            unary.operator == oxc_syntax::operator::UnaryOperator::Delete || acts(&unary.argument)
        }
        Expression::BinaryExpression(binary) => acts(&binary.left) || acts(&binary.right),
        Expression::LogicalExpression(logical) => acts(&logical.left) || acts(&logical.right),
        Expression::ConditionalExpression(conditional) => {
            acts(&conditional.test) || acts(&conditional.consequent) || acts(&conditional.alternate)
        }
        Expression::SequenceExpression(sequence) => sequence.expressions.iter().any(acts),
        Expression::ParenthesizedExpression(inner) => acts(&inner.expression),
        Expression::ArrayExpression(array) => {
            array.elements.iter().any(|element| element.as_expression().is_none_or(acts) && !element.is_elision())
        }
        Expression::ObjectExpression(object) => object.properties.iter().any(|property| match property {
            oxc_ast::ast::ObjectPropertyKind::ObjectProperty(property) => acts(&property.value),
            oxc_ast::ast::ObjectPropertyKind::SpreadProperty(spread) => acts(&spread.argument),
        }),
        _ => true,
    }
}

fn top_level(statement: &Statement) -> TopLevel {
    let (kind, names) = match statement {
        Statement::ImportDeclaration(import) => {
            let local = |specifier: &ImportDeclarationSpecifier| specifier.name().to_string();
            (TopLevelKind::Import, import.specifiers.iter().flatten().map(local).collect())
        }
        Statement::ExportDeclaration(export) => declared(&export.declaration),
        Statement::ExportDefaultDeclaration(export) => {
            let name = match &export.declaration {
                ExportDefaultDeclarationKind::FunctionDeclaration(function) => function.id.as_ref(),
                ExportDefaultDeclarationKind::ClassDeclaration(class) => class.id.as_ref(),
                _ => None,
            };
            match name {
                Some(name) => (TopLevelKind::Definition, vec![name.name.to_string()]),
                None => (TopLevelKind::DefaultExport, Vec::new()),
            }
        }
        Statement::ExpressionStatement(statement) => match handler(&statement.expression) {
            Some(name) => (TopLevelKind::Handler, vec![name]),
            None => (TopLevelKind::Other, Vec::new()),
        },
        statement => statement.as_declaration().map_or((TopLevelKind::Other, Vec::new()), declared),
    };
    TopLevel { range: bytes(statement.span()), kind, names }
}

fn bytes(span: Span) -> Range<usize> {
    span.start as usize..span.end as usize
}

fn declared(declaration: &Declaration) -> (TopLevelKind, Vec<String>) {
    match declaration {
        Declaration::VariableDeclaration(variables) => {
            let names = variables.declarations.iter().flat_map(|declarator| names_of(&declarator.id)).collect();
            (variable_kind(variables), names)
        }
        declaration => (TopLevelKind::Definition, declaration.id().map(|id| id.name.to_string()).into_iter().collect()),
    }
}

fn names_of(pattern: &BindingPattern) -> Vec<String> {
    pattern.get_binding_identifiers().into_iter().map(|identifier| identifier.name.to_string()).collect()
}

fn variable_kind(variables: &VariableDeclaration) -> TopLevelKind {
    let all = |is: fn(&Expression) -> bool| {
        variables.declarations.iter().all(|declarator| declarator.init.as_ref().is_some_and(is))
    };
    if all(is_required) {
        TopLevelKind::Import
    } else if all(is_definition) {
        TopLevelKind::Definition
    } else {
        TopLevelKind::Variable
    }
}

/// Returns whether an expression is a module, or a part of one: `require('a')`, `require('a').b`, `await import('a')`.
fn is_required(expression: &Expression) -> bool {
    match expression {
        Expression::CallExpression(call) => required(call).is_some(),
        Expression::StaticMemberExpression(member) => is_required(&member.object),
        Expression::AwaitExpression(awaited) => matches!(awaited.argument, Expression::ImportExpression(_)),
        _ => false,
    }
}

fn required<'a>(call: &'a CallExpression<'a>) -> Option<&'a str> {
    let Expression::Identifier(callee) = &call.callee else { return None };
    match call.arguments.first() {
        Some(Argument::StringLiteral(module)) if callee.name == "require" => Some(module.value.as_str()),
        _ => None,
    }
}

fn is_definition(expression: &Expression) -> bool {
    matches!(
        expression,
        Expression::FunctionExpression(_) | Expression::ArrowFunctionExpression(_) | Expression::ClassExpression(_)
    )
}

/// Returns the name of a handler: `app.get('/path')` for `app.get('/path', …, function)`.
fn handler(expression: &Expression) -> Option<String> {
    let Expression::CallExpression(call) = expression else { return None };
    let Expression::StaticMemberExpression(member) = &call.callee else { return None };
    let Expression::Identifier(object) = &member.object else { return None };
    let Some(Argument::StringLiteral(path)) = call.arguments.first() else { return None };
    let is_function = call.arguments.last()?.as_expression().is_some_and(is_definition);
    is_function.then(|| format!("{}.{}('{}')", object.name, member.property.name, path.value))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(source: &str) -> Verdict {
        Outline::new("a.js", source).verdict
    }

    #[test]
    fn words_literals_and_labels_do_nothing() {
        for inert in [
            "Sure",
            "Note: x",
            "42",
            "-1",
            "\"I cannot help with that.\"",
            "- none",
            "a, b",
            "src/\n  run.js",
            "x.y",
            "[1, 2]",
            "`text`",
            "({ type: 'module' })",
            "{ Sure }",
            "null",
            ";",
            "'use strict'",
            "a ? b : c",
            "```js\nexec(x)\n```",
            "N/A",
            "a && b",
            "Answer\n```js\nf()\n```",
            "/none/",
        ] {
            assert_eq!(verdict(inert), Verdict::Inert, "{inert}");
        }
        for code in [
            "f()",
            "a = 1",
            "const a = 1",
            "x => x",
            "new A",
            "a.b.c()",
            "import 'a'",
            "export const a = 1",
            "if (a) b",
            "delete a.b",
            "a++",
            "[f()]",
            "({ a() {} })",
            "html`x`",
            "throw a",
            "(function () {})",
            "class A {}",
            "await f",
            "sql`SELECT ${a}`",
        ] {
            assert_eq!(verdict(code), Verdict::Code, "{code}");
        }
        assert_eq!(verdict("// f()"), Verdict::NoStatement);
        assert_eq!(verdict(" \n"), Verdict::NoStatement);
        assert_eq!(verdict("const ="), Verdict::Unparsable);
        // A label and a comment: the statement is missing.
        assert_eq!(verdict("https://example.com"), Verdict::Unparsable);
    }

    #[test]
    fn statements_are_told_apart_by_what_they_declare() {
        let source = "import a, { b as c } from './x';\nconst { d, e: [f] } = require('y');\n\
                      export const g = () => 1, h = function () {};\n\
                      let i = 1;\nexport default function j() {}\nclass K {}\napp.get('/l', (req) => {});\nm();\n";
        let outline = Outline::new("a.js", source);
        let found: Vec<(TopLevelKind, String)> =
            outline.statements.iter().map(|statement| (statement.kind, statement.names.join(" "))).collect();
        let expected = [
            (TopLevelKind::Import, "a c"),
            (TopLevelKind::Import, "d f"),
            (TopLevelKind::Definition, "g h"),
            (TopLevelKind::Variable, "i"),
            (TopLevelKind::Definition, "j"),
            (TopLevelKind::Definition, "K"),
            (TopLevelKind::Handler, "app.get('/l')"),
            (TopLevelKind::Other, ""),
        ];
        assert_eq!(found, expected.map(|(kind, names)| (kind, names.to_owned())));
        assert!(outline.imports_neighbours && outline.has_functions);
        assert_eq!(outline.calls.iter().map(String::as_str).collect::<Vec<_>>(), ["m", "require"]);
    }

    #[test]
    fn types_are_definitions() {
        let outline =
            Outline::new("a.ts", "interface A {}\ntype B = string;\nenum C {}\nfunction d(x: number): void {}");
        let names: Vec<&str> =
            outline.definitions().flat_map(|statement| &statement.names).map(String::as_str).collect();
        assert_eq!(names, ["A", "B", "C", "d"]);
    }

    #[test]
    fn callbacks_of_promises_and_functions_called_in_place_are_passed_over() {
        for usage in ["run('x').then((a) => log(a)).catch(console.error)", "(async () => { await run(); })()"] {
            assert!(!Outline::new("a.js", usage).has_functions, "{usage}");
        }
        assert!(Outline::new("a.js", "app.get('/', (a) => {})").has_functions);
    }
}
