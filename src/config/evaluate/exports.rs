//! The exports of a file.

use indexmap::IndexMap;
use oxc_ast::ast::{AssignmentTarget, Declaration, ExportDefaultDeclarationKind, Expression, Program, Statement};
use oxc_ast_visit::Visit;
use oxc_span::Span;

use super::Evaluator;
use crate::config::{
    modules::Exports,
    trouble::Trouble,
    value::{Located, Place, Value},
};

impl<'a> Evaluator<'_, 'a> {
    pub(super) fn json(&mut self, program: &'a Program<'a>) -> Result<Exports, Trouble> {
        let whole = Place { file: self.file, start: 0, end: 0 };
        let wrong = || Trouble::at(whole, "the file is not one JSON value");
        let [Statement::ExpressionStatement(statement)] = program.body.as_slice() else { return Err(wrong()) };
        let Value::Array(items) = self.expression(&statement.expression)? else { return Err(wrong()) };
        let [item] = items.as_slice() else { return Err(wrong()) };
        Ok(Exports { default: Some(Located { value: item.value.clone(), place: whole }), named: IndexMap::new() })
    }

    pub(super) fn exports(&mut self, program: &'a Program<'a>) -> Result<Exports, Trouble> {
        let mut exports = Exports::default();
        for statement in &program.body {
            match statement {
                Statement::ExportDefaultDeclaration(export) => {
                    let place = self.place(export.span);
                    let value = match &export.declaration {
                        ExportDefaultDeclarationKind::FunctionDeclaration(function) => {
                            self.unknown(function.span, "a function would have to be run")
                        }
                        ExportDefaultDeclarationKind::ClassDeclaration(class) => {
                            self.unknown(class.span, "a class would have to be run")
                        }
                        declaration => match declaration.as_expression() {
                            Some(expression) => self.expression(expression)?,
                            None => Value::Undefined,
                        },
                    };
                    exports.default = Some(Located { value, place });
                }
                Statement::ExportDeclaration(export) => {
                    let mut names = Names(Vec::new());
                    match &export.declaration {
                        Declaration::VariableDeclaration(variables) => names.visit_variable_declaration(variables),
                        Declaration::FunctionDeclaration(function) => {
                            names.0.extend(function.id.iter().map(|id| id.name.as_str()));
                        }
                        _ => {}
                    }
                    for name in names.0 {
                        let value = self.name(name, export.span)?;
                        exports.named.insert(name.into(), Located { value, place: self.place(export.span) });
                    }
                }
                Statement::ExportNamedDeclaration(export) => {
                    for specifier in &export.specifiers {
                        let value = self.name_owned(specifier.local.name().as_str(), specifier.span)?;
                        self.export(&mut exports, specifier.exported.name().as_str(), value, specifier.span);
                    }
                }
                Statement::ExportFromDeclaration(export) => {
                    let imported = self.import(export.source.value.as_str(), export.source.span)?;
                    for specifier in &export.specifiers {
                        let value = imported.named(specifier.local.name().as_str(), self.place(specifier.span));
                        self.export(&mut exports, specifier.exported.name().as_str(), value, specifier.span);
                    }
                }
                Statement::ExpressionStatement(statement) => self.common_js(&statement.expression, &mut exports)?,
                Statement::TSExportAssignment(export) => {
                    let value = self.expression(&export.expression)?;
                    exports.default = Some(Located { value, place: self.place(export.span) });
                }
                _ => {}
            }
        }
        Ok(exports)
    }

    fn export(&self, exports: &mut Exports, name: &str, value: Value, span: Span) {
        let located = Located { value, place: self.place(span) };
        if name == "default" {
            exports.default = Some(located);
        } else {
            exports.named.insert(name.into(), located);
        }
    }

    /// Reads `module.exports = …` and `exports.name = …`.
    fn common_js(&mut self, expression: &'a Expression<'a>, exports: &mut Exports) -> Result<(), Trouble> {
        let Expression::AssignmentExpression(assignment) = expression else { return Ok(()) };
        let AssignmentTarget::StaticMemberExpression(target) = &assignment.left else { return Ok(()) };
        let is = |expression: &Expression<'_>, name: &str| match expression {
            Expression::Identifier(identifier) => identifier.name == name,
            _ => false,
        };
        let property = target.property.name.as_str();
        let is_module = is(&target.object, "module") && property == "exports";
        let is_named = is(&target.object, "exports")
            || matches!(&target.object, Expression::StaticMemberExpression(object)
                if is(&object.object, "module") && object.property.name == "exports");
        if is_module || is_named {
            let value = self.expression(&assignment.right)?;
            let name = if is_module { "default" } else { property };
            self.export(exports, name, value, assignment.span);
        }
        Ok(())
    }
}

/// Collects the names that a declaration binds.
struct Names<'a>(Vec<&'a str>);

impl<'a> Visit<'a> for Names<'a> {
    fn visit_binding_identifier(&mut self, it: &oxc_ast::ast::BindingIdentifier<'a>) {
        self.0.push(it.name.as_str());
    }

    fn visit_expression(&mut self, _: &Expression<'a>) {}
}
