//! Guarded code of the labelled corpus without its guards: each rule of oxsec's own must fire there. A piece without
//! findings whatever is removed is safe for another reason than a guard, and must name it.

mod pieces;

use std::collections::BTreeSet;

use oxc_allocator::Allocator;
use oxc_ast::ast::{
    ArrayExpression, BinaryExpression, BindingProperty, BooleanLiteral, CallExpression, ComputedMemberExpression,
    ConditionalExpression, Expression, ExpressionStatement, IfStatement, LogicalExpression, NewExpression,
    ObjectExpression, ObjectProperty, ObjectPropertyKind, RegExpLiteral, StaticMemberExpression, TryStatement,
};
use oxc_ast_visit::{Visit, walk};
use oxc_parser::Parser;
use oxc_span::{GetSpan, SourceType, Span};
use oxsec::coverage::Piece;
use oxsec_rules::{Analyzer, RuleSet};
use rayon::prelude::*;

const GUARDED_TWICE: &str = "guarded twice";

/// The reasons why code without a guard may be safe, as a piece names them in a line `// safe: …`.
const REASONS: &[&str] = &[
    // The program alone decides what arrives.
    "constant",
    // The value comes from where it cannot be dangerous: a random generator, the environment, the program's own file, a
    // caller where only strangers count.
    "origin",
    // The value goes where it cannot do this harm: a bound parameter, a body, a text.
    "position",
    // Another function does the work, in which the weakness cannot be.
    "other function",
    // The value is not for security, or no secret.
    "purpose",
    // The dangerous behaviour must be requested, and is not.
    "default",
    // The safe choice is a text or a number, which cannot be left out.
    "setting",
    // Two guards, each of which is enough: without both the rule fires.
    GUARDED_TWICE,
    // There is a guard, and the rule does not understand the code without it: a gap.
    "not seen",
];

/// A change of the text that removes one guard.
struct Removal {
    span: Span,
    replacement: String,
}

impl Removal {
    fn apply(&self, code: &str) -> String {
        let (before, after) = (&code[..self.span.start as usize], &code[self.span.end as usize..]);
        format!("{before}{}{after}", self.replacement)
    }
}

/// Collects possible guards: conditions, statements, calls around a value, look-ups, settings.
struct Removals<'c> {
    code: &'c str,
    found: Vec<Removal>,
}

impl Removals<'_> {
    fn of(code: &str, filename: &str) -> Vec<Removal> {
        let allocator = Allocator::default();
        let parsed = Parser::new(&allocator, code, SourceType::from_path(filename).unwrap_or_default()).parse();
        let mut removals = Removals { code, found: Vec::new() };
        removals.visit_program(&parsed.program);
        removals.found
    }

    fn replace(&mut self, span: Span, replacement: impl Into<String>) {
        self.found.push(Removal { span, replacement: replacement.into() });
    }

    /// Replaces an expression by a part of it.
    fn keep(&mut self, whole: Span, part: Span) {
        self.replace(whole, format!("({})", part.source_text(self.code)));
    }

    /// Drops one of several that commas separate.
    fn drop_listed(&mut self, span: Span) {
        let after = &self.code[span.end as usize..];
        let is_followed = after.trim_start().starts_with(',');
        let comma = if is_followed { after.find(',').map_or(0, |at| at + 1) } else { 0 };
        self.replace(Span::new(span.start, span.end + comma as u32), "");
    }
}

impl<'a> Visit<'a> for Removals<'_> {
    fn visit_if_statement(&mut self, it: &IfStatement<'a>) {
        if it.alternate.is_none() {
            self.replace(it.span, ";");
        }
        self.replace(it.test.span(), "true");
        self.replace(it.test.span(), "false");
        walk::walk_if_statement(self, it);
    }

    fn visit_conditional_expression(&mut self, it: &ConditionalExpression<'a>) {
        self.keep(it.span, it.consequent.span());
        self.keep(it.span, it.alternate.span());
        // The value that is compared, in place of the one that is chosen.
        if let Expression::BinaryExpression(test) = &it.test {
            self.keep(it.span, test.left.span());
        }
        walk::walk_conditional_expression(self, it);
    }

    fn visit_logical_expression(&mut self, it: &LogicalExpression<'a>) {
        self.keep(it.span, it.left.span());
        self.keep(it.span, it.right.span());
        walk::walk_logical_expression(self, it);
    }

    fn visit_try_statement(&mut self, it: &TryStatement<'a>) {
        self.replace(it.span, it.block.span.source_text(self.code));
        walk::walk_try_statement(self, it);
    }

    fn visit_expression_statement(&mut self, it: &ExpressionStatement<'a>) {
        self.replace(it.span, ";");
        walk::walk_expression_statement(self, it);
    }

    fn visit_call_expression(&mut self, it: &CallExpression<'a>) {
        for argument in it.arguments.iter().filter_map(|argument| argument.as_expression()) {
            if !matches!(argument, Expression::ArrowFunctionExpression(_) | Expression::FunctionExpression(_)) {
                self.keep(it.span, argument.span());
            }
        }
        if let Some(member) = it.callee.as_member_expression() {
            self.keep(it.span, member.object().span());
        }
        // A value that is made anew each time, such as random bytes, becomes a constant.
        if it.arguments.iter().all(|argument| argument.as_expression().is_some_and(Expression::is_literal)) {
            self.replace(it.span, "'fixed'");
        }
        walk::walk_call_expression(self, it);
    }

    fn visit_new_expression(&mut self, it: &NewExpression<'a>) {
        if let Some(argument) = it.arguments.first() {
            self.keep(it.span, argument.span());
        }
        walk::walk_new_expression(self, it);
    }

    fn visit_computed_member_expression(&mut self, it: &ComputedMemberExpression<'a>) {
        self.keep(it.span, it.expression.span());
        walk::walk_computed_member_expression(self, it);
    }

    fn visit_static_member_expression(&mut self, it: &StaticMemberExpression<'a>) {
        self.keep(it.span, it.object.span());
        walk::walk_static_member_expression(self, it);
    }

    fn visit_binary_expression(&mut self, it: &BinaryExpression<'a>) {
        if it.operator.is_arithmetic() {
            self.keep(it.span, it.left.span());
        }
        walk::walk_binary_expression(self, it);
    }

    fn visit_reg_exp_literal(&mut self, it: &RegExpLiteral<'a>) {
        self.replace(it.span, "/(?:)/");
    }

    fn visit_object_expression(&mut self, it: &ObjectExpression<'a>) {
        if let [ObjectPropertyKind::ObjectProperty(property)] = it.properties.as_slice() {
            self.keep(it.span, property.value.span());
        }
        walk::walk_object_expression(self, it);
    }

    fn visit_object_property(&mut self, it: &ObjectProperty<'a>) {
        self.drop_listed(it.span);
        walk::walk_object_property(self, it);
    }

    fn visit_binding_property(&mut self, it: &BindingProperty<'a>) {
        self.drop_listed(it.span);
        walk::walk_binding_property(self, it);
    }

    fn visit_array_expression(&mut self, it: &ArrayExpression<'a>) {
        for element in &it.elements {
            self.drop_listed(element.span());
        }
        walk::walk_array_expression(self, it);
    }

    fn visit_boolean_literal(&mut self, it: &BooleanLiteral) {
        self.replace(it.span, (!it.value).to_string());
    }
}

fn rules_of(id: &str) -> RuleSet {
    let mut rules = RuleSet::new();
    rules.configure_text(&format!("{id}: error")).unwrap();
    rules
}

/// Returns the first guard without which the rule fires, or one of two.
fn guard_of(id: &str, filename: &str, code: &str, is_twice: bool) -> Option<Removal> {
    let mut analyzer = Analyzer::new(&rules_of(id));
    let mut fires = |code: &str| {
        let messages = analyzer.analyze(filename, code).messages;
        messages.iter().any(|message| message.rule_id.as_deref() == Some(id))
    };
    assert!(!fires(code), "{id} fires on guarded code: {code}");
    Removals::of(code, filename).into_iter().find(|removal| {
        let without = removal.apply(code);
        let mut second = if is_twice { Removals::of(&without, filename) } else { Vec::new() }.into_iter();
        fires(&without) || second.any(|removal| fires(&removal.apply(&without)))
    })
}

/// Returns the pieces of oxsec's own rules in which nothing is found.
fn quiet_pieces() -> Vec<Piece> {
    pieces::own().into_iter().filter(|piece| piece.labels.is_empty()).collect()
}

#[test]
fn rules_fire_on_guarded_code_without_its_guard() {
    let pieces = quiet_pieces();
    let wrong: BTreeSet<String> = pieces
        .par_iter()
        .filter_map(|piece| {
            let file = piece.file.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap().display();
            let guard = |is_twice| guard_of(piece.rule.meta.id, &piece.filename, &piece.code, is_twice);
            match (&piece.safe, guard(false)) {
                (Some(reason), None) if reason == GUARDED_TWICE => {
                    guard(true).is_none().then(|| format!("{file}: without two guards the rule does not fire either"))
                }
                (None, None) => Some(format!(
                    "{file}: no removal of a guard makes the rule fire; a source or a sink is unknown, or a line \
                     `// safe: …` has to say why there is none"
                )),
                (Some(reason), Some(guard)) => Some(format!(
                    "{file}: is said to be safe ({reason}), but the rule fires without `{}`",
                    guard.span.source_text(&piece.code)
                )),
                (Some(reason), None) if !REASONS.contains(&reason.as_str()) => {
                    Some(format!("{file}: `{reason}` is none of the reasons {REASONS:?}"))
                }
                _ => None,
            }
        })
        .collect();
    let wrong: Vec<String> = wrong.into_iter().collect();
    assert!(wrong.is_empty(), "{} of {} pieces:\n{}", wrong.len(), pieces.len(), wrong.join("\n"));
}

#[test]
fn a_guard_is_found_where_there_is_one() {
    let guarded = |sink: &str| {
        format!(
            "const {{ exec }} = require('child_process');\n\
             exports.run = (name) => {{ if (!/^[a-z]+$/.test(name)) return; {sink}('ls ' + name); }};\n"
        )
    };
    let code = guarded("exec");
    let guard = guard_of("oxsec/command-injection", "a.js", &code, false).expect("the rule fires without the check");
    assert_eq!(guard.span.source_text(&code), "if (!/^[a-z]+$/.test(name)) return;");
    // No removal makes a rule fire at an unknown sink.
    assert!(guard_of("oxsec/command-injection", "a.js", &guarded("exec.unheardOf"), false).is_none());
}
