//! The names of a file: which constants, imports and functions they are, and what each gives.

use std::{collections::HashMap, rc::Rc};

use oxc_ast::ast::{
    Argument, AssignmentTarget, BindingPattern, CallExpression, Declaration, Expression, FormalParameters,
    FunctionBody, ImportDeclarationSpecifier, Statement, VariableDeclaration,
};
use oxc_ast_visit::{Visit, walk};
use oxc_span::{GetSpan, Span};

use super::{Evaluator, MAX_DEPTH, folder};
use crate::config::{
    member::member,
    trouble::Trouble,
    value::{Function, Place, Unknown, Value},
};

/// The methods that change a list or set.
const MUTATING_METHODS: &[&str] =
    &["add", "delete", "fill", "pop", "push", "reverse", "set", "shift", "sort", "splice", "unshift"];

/// The meaning of a file's constant.
#[derive(Clone)]
pub(super) enum Binding<'a> {
    /// A part of an expression's value.
    Part {
        of: &'a Expression<'a>,
        steps: Vec<Step>,
    },
    Import {
        specifier: &'a str,
        name: ImportedName<'a>,
        place: Place,
    },
    Function {
        parameters: &'a FormalParameters<'a>,
        body: &'a FunctionBody<'a>,
    },
    Unknown {
        reason: String,
        place: Place,
    },
}

#[derive(Clone)]
pub(super) enum Step {
    Property(String),
    Index(usize),
}

#[derive(Clone, Copy)]
pub(super) enum ImportedName<'a> {
    Default,
    Namespace,
    Named(&'a str),
}

impl<'a> Evaluator<'_, 'a> {
    pub(super) fn bind(&mut self, statement: &'a Statement<'a>) {
        match statement {
            Statement::ImportDeclaration(import) => {
                let specifier = import.source.value.as_str();
                let place = self.place(import.source.span);
                for local in import.specifiers.iter().flatten() {
                    let (local, name) = match local {
                        ImportDeclarationSpecifier::ImportSpecifier(it) => {
                            (it.local.name.as_str(), ImportedName::Named(it.imported.name().as_str()))
                        }
                        ImportDeclarationSpecifier::ImportDefaultSpecifier(it) => {
                            (it.local.name.as_str(), ImportedName::Default)
                        }
                        ImportDeclarationSpecifier::ImportNamespaceSpecifier(it) => {
                            (it.local.name.as_str(), ImportedName::Namespace)
                        }
                    };
                    self.bindings.insert(local, Binding::Import { specifier, name, place });
                }
            }
            Statement::VariableDeclaration(variables) => self.bind_variables(variables),
            Statement::ExportDeclaration(export) => match &export.declaration {
                Declaration::VariableDeclaration(variables) => self.bind_variables(variables),
                Declaration::FunctionDeclaration(function) => self.bind_function(function),
                _ => {}
            },
            Statement::FunctionDeclaration(function) => self.bind_function(function),
            Statement::ClassDeclaration(class) => {
                if let Some(id) = &class.id {
                    let place = self.place(class.span);
                    let reason = "a class would have to be run".to_owned();
                    self.bindings.insert(id.name.as_str(), Binding::Unknown { reason, place });
                }
            }
            _ => {}
        }
    }

    fn bind_function(&mut self, function: &'a oxc_ast::ast::Function<'a>) {
        if let (Some(id), Some(body)) = (&function.id, &function.body)
            && !function.r#async
            && !function.generator
        {
            self.bindings.insert(id.name.as_str(), Binding::Function { parameters: &function.params, body });
        }
    }

    fn bind_variables(&mut self, variables: &'a VariableDeclaration<'a>) {
        for variable in &variables.declarations {
            match &variable.init {
                Some(init) => self.bind_pattern(&variable.id, init, Vec::new()),
                None => {
                    if let BindingPattern::BindingIdentifier(id) = &variable.id {
                        let place = self.place(id.span);
                        let reason = "the variable gets its value later".to_owned();
                        self.bindings.insert(id.name.as_str(), Binding::Unknown { reason, place });
                    }
                }
            }
        }
    }

    fn bind_pattern(&mut self, pattern: &'a BindingPattern<'a>, of: &'a Expression<'a>, steps: Vec<Step>) {
        if steps.len() > MAX_DEPTH {
            return;
        }
        let with = |step: Step| [steps.clone(), vec![step]].concat();
        match pattern {
            BindingPattern::BindingIdentifier(id) => {
                self.bindings.insert(id.name.as_str(), Binding::Part { of, steps });
            }
            BindingPattern::ObjectPattern(object) => {
                for property in &object.properties {
                    if let Some(name) = property.key.static_name().filter(|_| !property.computed) {
                        self.bind_pattern(&property.value, of, with(Step::Property(name.into_owned())));
                    }
                }
            }
            BindingPattern::ArrayPattern(array) => {
                for (index, element) in array.elements.iter().enumerate() {
                    if let Some(element) = element {
                        self.bind_pattern(element, of, with(Step::Index(index)));
                    }
                }
            }
            BindingPattern::AssignmentPattern(assignment) => self.bind_pattern(&assignment.left, of, steps),
        }
    }

    pub(super) fn name_owned(&mut self, name: &str, span: Span) -> Result<Value, Trouble> {
        let known = self.bindings.keys().copied().find(|known| *known == name);
        match known {
            Some(name) => self.name(name, span),
            None => Ok(self.unknown(span, format!("`{name}` is not known here"))),
        }
    }

    /// Returns the value of a name.
    pub(super) fn name(&mut self, name: &'a str, span: Span) -> Result<Value, Trouble> {
        if let Some(value) = self.scopes.iter().rev().find_map(|scope| scope.get(name)) {
            return Ok(value.clone());
        }
        match self.known.get(name) {
            Some(Some(value)) => return Ok(value.clone()),
            Some(None) => {
                return Err(Trouble::at(self.place(span), format!("`{name}` is made of itself"))
                    .help("break the circle: write out one of the lists that are spread into one another"));
            }
            None => {}
        }
        let Some(binding) = self.bindings.get(name).cloned() else { return Ok(self.global(name, span)) };
        if let Some(place) = self.changed.get(name) {
            let reason = format!("`{name}` is changed after it is declared");
            return Ok(Value::Unknown(Rc::new(Unknown { reason, place: *place })));
        }
        self.known.insert(name, None);
        // The value of a constant does not depend on the function that names it.
        let scopes = std::mem::take(&mut self.scopes);
        let value = self.binding(binding, span);
        self.scopes = scopes;
        let value = value?;
        self.known.insert(name, Some(value.clone()));
        Ok(value)
    }

    fn binding(&mut self, binding: Binding<'a>, span: Span) -> Result<Value, Trouble> {
        match binding {
            Binding::Part { of, steps } => {
                let mut value = self.expression(of)?;
                for step in steps {
                    let place = self.place(of.span());
                    value = match step {
                        Step::Property(name) => member(&value, &name, place),
                        Step::Index(index) => member(&value, &index.to_string(), place),
                    };
                }
                Ok(value)
            }
            Binding::Import { specifier, name, place } => {
                let from = self.loader.files[self.file].path.clone();
                let imported = self.loader.import(specifier, &from, place)?;
                Ok(match name {
                    ImportedName::Default => imported.default(place),
                    ImportedName::Namespace => imported.namespace(place),
                    ImportedName::Named(name) => imported.named(name, place),
                })
            }
            Binding::Function { .. } => Ok(self.unknown(span, "a function would have to be run")),
            Binding::Unknown { reason, place } => Ok(Value::Unknown(Rc::new(Unknown { reason, place }))),
        }
    }

    fn global(&self, name: &str, span: Span) -> Value {
        let path = &self.loader.files[self.file].path;
        match name {
            "undefined" => Value::Undefined,
            "NaN" => Value::Number(f64::NAN),
            "Infinity" => Value::Number(f64::INFINITY),
            "Boolean" => Value::Function(Function::Boolean),
            "__dirname" => Value::string(&folder(path)),
            "__filename" => Value::string(&path.to_string_lossy()),
            "process" => self.unknown(span, "the environment is not looked at"),
            _ => self.unknown(span, format!("`{name}` is not known here")),
        }
    }
}

/// Finds the variables that a file modifies.
pub(super) struct Changes {
    pub(super) file: usize,
    pub(super) changed: HashMap<String, Place>,
}

impl Changes {
    fn note(&mut self, root: Option<&str>, span: Span) {
        if let Some(root) = root.filter(|root| !matches!(*root, "module" | "exports")) {
            let place = Place { file: self.file, start: span.start as usize, end: span.end as usize };
            self.changed.entry(root.to_owned()).or_insert(place);
        }
    }
}

impl<'a> Visit<'a> for Changes {
    fn visit_assignment_expression(&mut self, assignment: &oxc_ast::ast::AssignmentExpression<'a>) {
        let root = match &assignment.left {
            AssignmentTarget::AssignmentTargetIdentifier(it) => Some(it.name.as_str()),
            AssignmentTarget::StaticMemberExpression(it) => root(&it.object),
            AssignmentTarget::ComputedMemberExpression(it) => root(&it.object),
            _ => None,
        };
        self.note(root, assignment.span);
        walk::walk_assignment_expression(self, assignment);
    }

    fn visit_call_expression(&mut self, call: &CallExpression<'a>) {
        if let Expression::StaticMemberExpression(callee) = &call.callee {
            let method = callee.property.name.as_str();
            if MUTATING_METHODS.contains(&method) {
                self.note(root(&callee.object), call.span);
            }
            if method == "assign"
                && let Some(Argument::Identifier(target)) = call.arguments.first()
            {
                self.note(Some(target.name.as_str()), call.span);
            }
        }
        walk::walk_call_expression(self, call);
    }
}

/// Returns the variable at the beginning of a chain of properties.
fn root<'e>(expression: &'e Expression<'_>) -> Option<&'e str> {
    let mut expression = expression;
    loop {
        expression = match expression {
            Expression::Identifier(identifier) => return Some(identifier.name.as_str()),
            Expression::StaticMemberExpression(member) => &member.object,
            Expression::ComputedMemberExpression(member) => &member.object,
            Expression::ParenthesizedExpression(inner) => &inner.expression,
            _ => return None,
        };
    }
}
