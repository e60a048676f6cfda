//! Variables and what refers to them, as eslint-scope tells them.

use oxc_allocator::Allocator;
use oxsec_rules::{
    estree::{Kind, Node, Tree, Variable},
    parse::{Language, parse},
};

/// Returns a line for each variable that a declarator declares: its name, its offset, and those of its references.
fn variables(source: &str, language: Language) -> Vec<String> {
    let allocator = Allocator::default();
    let tree = parse(&allocator, source, language).unwrap_or_else(|error| panic!("{source}: {}", error.message));
    all(&tree)
        .filter(|node| node.is(Kind::VariableDeclarator))
        .flat_map(|declarator| tree.declared_variables(declarator))
        .map(|variable| format!("{}:{}", variable.name(), places(variable.references())))
        .collect()
}

/// Returns the definition of the variable of each identifier of a name, and its offset, in the order of the text.
fn meanings(source: &str, name: &str) -> String {
    let allocator = Allocator::default();
    let tree = parse(&allocator, source, Language::JavaScript).unwrap_or_else(|error| panic!("{}", error.message));
    let meaning = |node: Node<'_>| {
        let definition = node.tree().scope(node).resolve(name).map(Variable::definition);
        definition.map_or("nothing".into(), |it| format!("{}@{}", it.kind().name(), it.span().start))
    };
    let named = all(&tree).filter(|node| node.identifier() == Some(name));
    named.map(meaning).collect::<Vec<_>>().join(" ")
}

fn all<'a>(tree: &'a Tree<'a>) -> impl Iterator<Item = Node<'a>> {
    std::iter::once(tree.root()).chain(tree.root().descendants())
}

fn places<'a>(nodes: impl Iterator<Item = Node<'a>>) -> String {
    nodes.map(|node| format!(" {}", node.span().start)).collect()
}

#[test]
fn a_variable_has_the_references_that_mean_it() {
    for (source, expected) in [
        ("let a; a; b", &["a: 7"][..]),
        ("let a = 1; a = 2; a", &["a: 4 11 18"]),
        // The scope of a `var` anywhere is the whole function, and a second one declares nothing new.
        ("a; { var a = 1; } var a; a", &["a: 0 9 25", "a: 0 9 25"]),
        ("function f() { { var a; } a } a", &["a: 26"]),
        ("class A { static { var a; a } } a", &["a: 26"]),
        ("let a; { let a; a } a", &["a: 20", "a: 16"]),
        ("for (let a = 0; a < 1; a++) a; a", &["a: 9 16 23 28"]),
        ("for (var a = 0; a < 1; a++) a; a", &["a: 9 16 23 28 31"]),
        ("for (const a of a) a; a", &["a: 11 16 19"]),
        ("for (var a in b) {}", &["a: 9"]),
        ("switch (a) { case a: let a; a }", &["a: 18 28"]),
        ("try {} catch (a) { a } var a; a", &["a: 30"]),
        ("const { a, b: [c = a], ...d } = e; a + c + d", &["a: 8 19 35", "c: 15 39", "d: 26 43"]),
        ("const a = () => a; function f(a) { a }", &["a: 6 16"]),
        ("function f(b = a) { var a; a } a", &["a: 27"]),
        ("function f(a) { var a = 1; a }", &["a: 20 27"]),
        ("(function a() { var a; a })", &["a: 23"]),
        ("const a = 1; export { a }; ({ a }); [a] = b; ({ a } = b)", &["a: 6 22 30 37 48"]),
        ("const a = 1, b = { a: 2 }.a, c = b.a", &["a: 6", "b: 13 33", "c: 29"]),
    ] {
        assert_eq!(variables(source, Language::JavaScript), expected, "{source}");
        // A scope that is too large to be searched for each variable.
        let long = format!("{source}\n;{}", "z();".repeat(2000));
        assert_eq!(variables(&long, Language::JavaScript), expected, "{source}, at length");
    }
}

#[test]
fn types_are_no_references_to_values() {
    for (source, expected) in [
        ("const a = 1; let b: a; let c: typeof a; a", &["a: 6 37 40", "b:", "c:"][..]),
        ("const a = 1; let f: (a: string) => a; a", &["a: 6 38", "f:"]),
        ("namespace n { var a = 1; a } a", &["a: 18 25"]),
        ("function f<a>() { var b: a; } const a = 1", &["b:", "a: 36"]),
    ] {
        assert_eq!(variables(source, Language::TypeScript), expected, "{source}");
    }
}

#[test]
fn a_name_means_the_nearest_variable() {
    for (source, expected) in [
        ("a", "nothing"),
        ("import a from 'b'; a", "ImportDefaultSpecifier@7 ImportDefaultSpecifier@7"),
        ("function a(a) { a }", "FunctionDeclaration@0 FunctionDeclaration@0 FunctionDeclaration@0"),
        ("(function a() { a }); a", "FunctionExpression@1 FunctionExpression@1 nothing"),
        (
            "(function a(b) { { function a() {} } a })",
            "FunctionExpression@1 FunctionDeclaration@19 FunctionExpression@1",
        ),
        ("(class a { b() { a } }); a", "ClassExpression@1 ClassExpression@1 nothing"),
        ("class a { b() { a } } a", "ClassDeclaration@0 ClassDeclaration@0 ClassDeclaration@0"),
        ("try { a } catch (a) { a }", "nothing CatchClause@10 CatchClause@10"),
        ("(a) => { a }; a", "ArrowFunctionExpression@0 ArrowFunctionExpression@0 nothing"),
        ("((...[{ b: a = 1 }]) => a); a", "ArrowFunctionExpression@1 ArrowFunctionExpression@1 nothing"),
    ] {
        let found = meanings(source, "a");
        assert_eq!(found, expected, "{source}");
    }
}
