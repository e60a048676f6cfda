//! Evaluates a configuration without running it: what is constant becomes a value, all else is unknown, with the
//! reason.
//!
//! Over 600 lines: one evaluator of expressions, whose cases call one another; calls of functions are to be divided
//! from it.

use std::{collections::HashMap, path::Path, rc::Rc};

use indexmap::IndexMap;
use oxc_ast::ast::{
    Argument, ArrayExpressionElement, ArrowFunctionBody, ArrowFunctionExpression, AssignmentTarget, BinaryOperator,
    BindingPattern, CallExpression, Declaration, ExportDefaultDeclarationKind, Expression, FormalParameters,
    FunctionBody, ImportDeclarationSpecifier, LogicalOperator, ObjectPropertyKind, Program, PropertyKey, Statement,
    UnaryOperator, VariableDeclaration,
};
use oxc_ast_visit::{Visit, walk};
use oxc_span::{GetSpan, Span};
use oxsec_rules::{Severity, catalogue::catalogue};

use super::{
    extends,
    modules::{Exports, Imported, Loader},
    trouble::Trouble,
    value::{Function, Located, Object, Place, Unknown, Value},
};

/// The depth to which expressions may stand within one another.
const MAX_DEPTH: usize = 200;

/// The methods that change a list or set.
const CHANGING: &[&str] =
    &["add", "delete", "fill", "pop", "push", "reverse", "set", "shift", "sort", "splice", "unshift"];

/// The number of bytes before a text of JSON, so that it can be parsed: a bracket.
pub const JSON_WRAPPER_BYTES: usize = 1;

/// The exports of a file.
pub fn exports(loader: &mut Loader, file: usize, program: &Program<'_>, is_json: bool) -> Result<Exports, Trouble> {
    let mut evaluator = Evaluator::new(loader, file, program);
    if is_json {
        evaluator.offset = JSON_WRAPPER_BYTES;
        return evaluator.json(program);
    }
    evaluator.exports(program)
}

/// The meaning of a constant of a file.
#[derive(Clone)]
enum Binding<'a> {
    /// A part of what an expression gives.
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
enum Step {
    Property(String),
    Index(usize),
}

#[derive(Clone, Copy)]
enum ImportedName<'a> {
    Default,
    Namespace,
    Named(&'a str),
}

struct Evaluator<'l, 'a> {
    loader: &'l mut Loader,
    file: usize,
    /// Where the file's text begins in what was parsed, in bytes.
    offset: usize,
    bindings: HashMap<&'a str, Binding<'a>>,
    /// What bindings gave; `None` while one is being evaluated.
    known: HashMap<&'a str, Option<Value>>,
    /// Variables that are changed after they were declared, and where.
    changed: HashMap<String, Place>,
    /// The parameters of the functions that are being applied.
    scopes: Vec<HashMap<&'a str, Value>>,
    depth: usize,
}

impl<'l, 'a> Evaluator<'l, 'a> {
    fn new(loader: &'l mut Loader, file: usize, program: &'a Program<'a>) -> Self {
        let mut changes = Changes { file, changed: HashMap::new() };
        changes.visit_program(program);
        let mut evaluator = Self {
            loader,
            file,
            offset: 0,
            bindings: HashMap::new(),
            known: HashMap::new(),
            changed: changes.changed,
            scopes: Vec::new(),
            depth: 0,
        };
        program.body.iter().for_each(|statement| evaluator.bind(statement));
        evaluator
    }

    fn place(&self, span: Span) -> Place {
        let at = |offset: u32| (offset as usize).saturating_sub(self.offset);
        Place { file: self.file, start: at(span.start), end: at(span.end) }
    }

    fn unknown(&self, span: Span, reason: impl Into<String>) -> Value {
        Value::Unknown(Rc::new(Unknown { reason: reason.into(), place: self.place(span) }))
    }

    fn json(&mut self, program: &'a Program<'a>) -> Result<Exports, Trouble> {
        let whole = Place { file: self.file, start: 0, end: 0 };
        let wrong = || Trouble::at(whole, "the file is not one JSON value");
        let [Statement::ExpressionStatement(statement)] = program.body.as_slice() else { return Err(wrong()) };
        let Value::Array(items) = self.expression(&statement.expression)? else { return Err(wrong()) };
        let [item] = items.as_slice() else { return Err(wrong()) };
        Ok(Exports { default: Some(Located { value: item.value.clone(), place: whole }), named: IndexMap::new() })
    }

    fn bind(&mut self, statement: &'a Statement<'a>) {
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

    fn exports(&mut self, program: &'a Program<'a>) -> Result<Exports, Trouble> {
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

    /// Takes `module.exports = …` and `exports.name = …`.
    fn common_js(&mut self, expression: &'a Expression<'a>, exports: &mut Exports) -> Result<(), Trouble> {
        let Expression::AssignmentExpression(assignment) = expression else { return Ok(()) };
        let AssignmentTarget::StaticMemberExpression(target) = &assignment.left else { return Ok(()) };
        let is = |expression: &Expression<'_>, name: &str| matches!(expression, Expression::Identifier(identifier) if identifier.name == name);
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

    fn import(&mut self, specifier: &str, span: Span) -> Result<Imported, Trouble> {
        let from = self.loader.files[self.file].path.clone();
        self.loader.import(specifier, &from, self.place(span))
    }

    fn name_owned(&mut self, name: &str, span: Span) -> Result<Value, Trouble> {
        let known = self.bindings.keys().copied().find(|known| *known == name);
        match known {
            Some(name) => self.name(name, span),
            None => Ok(self.unknown(span, format!("`{name}` is not known here"))),
        }
    }

    /// Returns what a name stands for.
    fn name(&mut self, name: &'a str, span: Span) -> Result<Value, Trouble> {
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
        // What a constant stands for does not depend on the function that names it.
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

    /// The value of an expression.
    fn expression(&mut self, expression: &'a Expression<'a>) -> Result<Value, Trouble> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            let place = self.place(expression.span());
            return Err(Trouble::at(place, format!("expressions stand more than {MAX_DEPTH} deep in one another")));
        }
        let value = self.shallow(expression);
        self.depth -= 1;
        value
    }

    fn shallow(&mut self, expression: &'a Expression<'a>) -> Result<Value, Trouble> {
        let span = expression.span();
        self.loader.count(1, self.place(span))?;
        Ok(match expression {
            Expression::BooleanLiteral(literal) => Value::Bool(literal.value),
            Expression::NullLiteral(_) => Value::Null,
            Expression::NumericLiteral(literal) => Value::Number(literal.value),
            Expression::StringLiteral(literal) => Value::string(literal.value.as_str()),
            Expression::TemplateLiteral(template) => {
                let mut text = String::new();
                for (index, quasi) in template.quasis.iter().enumerate() {
                    text.push_str(quasi.value.cooked.as_ref().map_or("", |cooked| cooked.as_str()));
                    let Some(inserted) = template.expressions.get(index) else { continue };
                    match self.expression(inserted)? {
                        unknown @ (Value::Unknown(_) | Value::Package(_)) => return Ok(unknown),
                        value => text.push_str(&value.text().unwrap_or_default()),
                    }
                }
                Value::string(&text)
            }
            Expression::Identifier(identifier) => self.name(identifier.name.as_str(), span)?,
            Expression::ArrayExpression(array) => {
                let mut items = Vec::new();
                for element in &array.elements {
                    match element {
                        ArrayExpressionElement::SpreadElement(spread) => {
                            let place = self.place(spread.span);
                            match self.expression(&spread.argument)? {
                                Value::Array(others) => {
                                    self.loader.count(others.len(), place)?;
                                    items.extend(others.iter().cloned());
                                }
                                value @ (Value::Unknown(_) | Value::Package(_)) => items.push(Located { value, place }),
                                value => {
                                    let kind = value.kind();
                                    return Err(Trouble::at(place, format!("{kind} is spread into an array"))
                                        .help("a list is spread; an object stands by itself, without the dots"));
                                }
                            }
                        }
                        ArrayExpressionElement::Elision(hole) => {
                            items.push(Located { value: Value::Undefined, place: self.place(hole.span) });
                        }
                        element => {
                            if let Some(element) = element.as_expression() {
                                let value = self.expression(element)?;
                                items.push(Located { value, place: self.place(element.span()) });
                            }
                        }
                    }
                }
                Value::array(items)
            }
            Expression::ObjectExpression(object) => {
                let mut made = Object::default();
                for property in &object.properties {
                    match property {
                        ObjectPropertyKind::SpreadProperty(spread) => {
                            let place = self.place(spread.span);
                            let value = self.expression(&spread.argument)?;
                            self.spread(&mut made, &value, place)?;
                        }
                        ObjectPropertyKind::ObjectProperty(property) => {
                            let place = self.place(property.value.span());
                            let name = match self.key(&property.key)? {
                                Ok(name) => name,
                                Err(unknown) => {
                                    made.unknown.get_or_insert(unknown);
                                    continue;
                                }
                            };
                            let value = if property.method {
                                self.unknown(property.span, "a function would have to be run")
                            } else {
                                self.expression(&property.value)?
                            };
                            made.entries.insert(name, Located { value, place });
                        }
                    }
                }
                Value::object(made)
            }
            Expression::ParenthesizedExpression(it) => self.expression(&it.expression)?,
            Expression::TSAsExpression(it) => self.expression(&it.expression)?,
            Expression::TSSatisfiesExpression(it) => self.expression(&it.expression)?,
            Expression::TSTypeAssertion(it) => self.expression(&it.expression)?,
            Expression::TSNonNullExpression(it) => self.expression(&it.expression)?,
            Expression::AwaitExpression(it) => self.expression(&it.argument)?,
            Expression::StaticMemberExpression(it) => {
                if let Expression::ImportMeta(_) = &it.object {
                    return Ok(self.import_meta(it.property.name.as_str(), span));
                }
                let object = self.expression(&it.object)?;
                member(&object, it.property.name.as_str(), self.place(span))
            }
            Expression::ComputedMemberExpression(it) => {
                let object = self.expression(&it.object)?;
                match self.expression(&it.expression)? {
                    unknown @ (Value::Unknown(_) | Value::Package(_)) => unknown,
                    key => member(&object, &key.text().unwrap_or_default(), self.place(span)),
                }
            }
            Expression::ChainExpression(chain) => match &chain.expression {
                oxc_ast::ast::ChainElement::CallExpression(call) => self.call(call)?,
                oxc_ast::ast::ChainElement::StaticMemberExpression(it) => {
                    let object = self.expression(&it.object)?;
                    member(&object, it.property.name.as_str(), self.place(span))
                }
                oxc_ast::ast::ChainElement::ComputedMemberExpression(it) => {
                    let object = self.expression(&it.object)?;
                    let key = self.expression(&it.expression)?;
                    member(&object, &key.text().unwrap_or_default(), self.place(span))
                }
                _ => self.unknown(span, "this would have to be run"),
            },
            Expression::UnaryExpression(unary) => {
                let value = self.expression(&unary.argument)?;
                match (unary.operator, value) {
                    (_, value @ (Value::Unknown(_) | Value::Package(_))) => value,
                    (UnaryOperator::LogicalNot, value) => value.truth().map_or(value, |truth| Value::Bool(!truth)),
                    (UnaryOperator::UnaryNegation, Value::Number(number)) => Value::Number(-number),
                    (UnaryOperator::UnaryPlus, Value::Number(number)) => Value::Number(number),
                    (UnaryOperator::Void, _) => Value::Undefined,
                    _ => self.unknown(span, "this would have to be run"),
                }
            }
            Expression::LogicalExpression(logical) => {
                let left = self.expression(&logical.left)?;
                let takes_right = match logical.operator {
                    LogicalOperator::And => left.truth(),
                    LogicalOperator::Or => left.truth().map(|truth| !truth),
                    LogicalOperator::Coalesce => match left {
                        Value::Unknown(_) | Value::Package(_) => None,
                        _ => Some(matches!(left, Value::Undefined | Value::Null)),
                    },
                };
                match takes_right {
                    Some(true) => self.expression(&logical.right)?,
                    Some(false) | None => left,
                }
            }
            Expression::ConditionalExpression(conditional) => {
                let test = self.expression(&conditional.test)?;
                match test.truth() {
                    Some(true) => self.expression(&conditional.consequent)?,
                    Some(false) => self.expression(&conditional.alternate)?,
                    None => test,
                }
            }
            Expression::BinaryExpression(binary) => {
                let (left, right) = (self.expression(&binary.left)?, self.expression(&binary.right)?);
                match (left, right) {
                    (value @ (Value::Unknown(_) | Value::Package(_)), _)
                    | (_, value @ (Value::Unknown(_) | Value::Package(_))) => value,
                    (left, right) => combine(&left, binary.operator, &right)
                        .unwrap_or_else(|| self.unknown(span, "this would have to be run")),
                }
            }
            Expression::SequenceExpression(sequence) => match sequence.expressions.last() {
                Some(last) => self.expression(last)?,
                None => Value::Undefined,
            },
            Expression::ImportExpression(import) => match &import.source {
                Expression::StringLiteral(source) => {
                    self.import(source.value.as_str(), source.span)?.namespace(self.place(span))
                }
                _ => self.unknown(span, "what is imported is not a constant"),
            },
            Expression::CallExpression(call) => self.call(call)?,
            Expression::NewExpression(new) => match self.expression(&new.callee)? {
                package @ Value::Package(_) => package,
                _ => self.unknown(span, "this would have to be run"),
            },
            // In parser options and the like; where one is needed it is refused by its kind.
            Expression::RegExpLiteral(_) => {
                self.unknown(span, "a regular expression stands where a constant is needed")
            }
            Expression::ArrowFunctionExpression(_) | Expression::FunctionExpression(_) => {
                self.unknown(span, "a function would have to be run")
            }
            _ => self.unknown(span, "this would have to be run"),
        })
    }

    fn import_meta(&self, property: &str, span: Span) -> Value {
        let path = &self.loader.files[self.file].path;
        match property {
            "dirname" => Value::string(&folder(path)),
            "filename" => Value::string(&path.to_string_lossy()),
            "url" => Value::string(&format!("file://{}", path.to_string_lossy())),
            _ => self.unknown(span, "this would have to be run"),
        }
    }

    fn key(&mut self, key: &'a PropertyKey<'a>) -> Result<Result<Rc<str>, Rc<Unknown>>, Trouble> {
        if let Some(name) = key.static_name() {
            return Ok(Ok(name.as_ref().into()));
        }
        let Some(expression) = key.as_expression() else { return Ok(Ok("".into())) };
        Ok(match self.expression(expression)? {
            Value::Unknown(unknown) => Err(unknown),
            value => match value.text() {
                Some(text) => Ok(text.as_str().into()),
                None => Err(Rc::new(Unknown {
                    reason: "the key is not a constant".into(),
                    place: self.place(expression.span()),
                })),
            },
        })
    }

    fn spread(&mut self, into: &mut Object, value: &Value, place: Place) -> Result<(), Trouble> {
        match value {
            Value::Object(other) => {
                self.loader.count(other.entries.len(), place)?;
                for (name, value) in &other.entries {
                    into.entries.insert(Rc::clone(name), value.clone());
                }
                into.packages.extend(other.packages.iter().cloned());
                if let Some(unknown) = &other.unknown {
                    into.unknown.get_or_insert(Rc::clone(unknown));
                }
            }
            Value::Package(package) => into.packages.push(Rc::clone(package)),
            Value::Unknown(unknown) => {
                into.unknown.get_or_insert(Rc::clone(unknown));
            }
            Value::Undefined | Value::Null | Value::Bool(_) | Value::Number(_) => {}
            value => {
                let kind = value.kind();
                return Err(Trouble::at(place, format!("{kind} is spread into an object"))
                    .help("an object is spread into an object, a list into a list"));
            }
        }
        Ok(())
    }

    fn arguments(&mut self, call: &'a CallExpression<'a>) -> Result<Vec<Located>, Trouble> {
        let mut arguments = Vec::new();
        for argument in &call.arguments {
            match argument {
                Argument::SpreadElement(spread) => {
                    let place = self.place(spread.span);
                    match self.expression(&spread.argument)? {
                        Value::Array(items) => {
                            self.loader.count(items.len(), place)?;
                            arguments.extend(items.iter().cloned());
                        }
                        value => arguments.push(Located { value, place }),
                    }
                }
                argument => {
                    if let Some(expression) = argument.as_expression() {
                        let value = self.expression(expression)?;
                        arguments.push(Located { value, place: self.place(expression.span()) });
                    }
                }
            }
        }
        Ok(arguments)
    }

    fn call(&mut self, call: &'a CallExpression<'a>) -> Result<Value, Trouble> {
        let place = self.place(call.span);
        match &call.callee {
            Expression::Identifier(callee) => {
                let name = callee.name.as_str();
                if name == "require" && !self.bindings.contains_key(name) {
                    return match call.arguments.first() {
                        Some(Argument::StringLiteral(source)) => {
                            Ok(self.import(source.value.as_str(), source.span)?.default(place))
                        }
                        _ => Ok(self.unknown(call.span, "what is required is not a constant")),
                    };
                }
                match self.bindings.get(name).cloned() {
                    Some(Binding::Function { parameters, body }) => {
                        let arguments = self.arguments(call)?;
                        return self.apply(parameters, Returned::Block(body), arguments, call.span);
                    }
                    Some(Binding::Part { of: Expression::ArrowFunctionExpression(arrow), steps })
                        if steps.is_empty() =>
                    {
                        let arguments = self.arguments(call)?;
                        return self.apply_arrow(arrow, arguments, call.span);
                    }
                    _ => {}
                }
            }
            Expression::StaticMemberExpression(callee) => {
                let method = callee.property.name.as_str();
                if matches!(&callee.object, Expression::Identifier(object) if object.name == "Object") {
                    let function = match method {
                        "assign" => Function::ObjectAssign,
                        "freeze" => Function::Same,
                        _ => return Ok(self.unknown(call.span, "this would have to be run")),
                    };
                    let arguments = self.arguments(call)?;
                    return self.known_function(function, arguments, call.span);
                }
                if let Value::Array(items) = self.expression(&callee.object)? {
                    return self.list_method(&items, method, call);
                }
            }
            _ => {}
        }
        match self.expression(&call.callee)? {
            Value::Function(function) => {
                let arguments = self.arguments(call)?;
                self.known_function(function, arguments, call.span)
            }
            // Configurations that a package makes of ours are ours: `tseslint.config(…)`.
            Value::Package(package) if is_config_function(&call.callee) && !package.contains("compat") => {
                let arguments = self.arguments(call)?;
                extends::define_config(self.loader, &arguments, place)
            }
            package @ Value::Package(_) => Ok(package),
            Value::Unknown(unknown) => Ok(Value::Unknown(unknown)),
            _ => Ok(self.unknown(call.span, "this would have to be run")),
        }
    }

    fn list_method(
        &mut self,
        items: &Rc<Vec<Located>>,
        method: &str,
        call: &'a CallExpression<'a>,
    ) -> Result<Value, Trouble> {
        let arrow = match call.arguments.first() {
            Some(Argument::ArrowFunctionExpression(arrow)) => Some(&**arrow),
            _ => None,
        };
        match (method, arrow) {
            ("map" | "flatMap", Some(arrow)) => {
                let mut made = Vec::new();
                for (index, item) in items.iter().enumerate() {
                    let place = self.place(call.span);
                    let index = Located { value: Value::Number(index as f64), place };
                    let value = match &item.value {
                        value @ (Value::Package(_) | Value::Unknown(_)) => value.clone(),
                        _ => self.apply_arrow(arrow, vec![item.clone(), index], call.span)?,
                    };
                    match value {
                        Value::Array(inner) if method == "flatMap" => {
                            self.loader.count(inner.len(), place)?;
                            made.extend(inner.iter().cloned());
                        }
                        value => made.push(Located { value, place: item.place }),
                    }
                }
                Ok(Value::array(made))
            }
            ("filter", None) => {
                let is_boolean =
                    matches!(call.arguments.first(), Some(Argument::Identifier(it)) if it.name == "Boolean");
                if !is_boolean {
                    return Ok(self.unknown(call.span, "this would have to be run"));
                }
                Ok(Value::array(items.iter().filter(|item| item.value.truth() != Some(false)).cloned().collect()))
            }
            ("concat", _) => {
                let mut made = items.to_vec();
                for argument in self.arguments(call)? {
                    match argument.value {
                        Value::Array(inner) => {
                            self.loader.count(inner.len(), argument.place)?;
                            made.extend(inner.iter().cloned());
                        }
                        _ => made.push(argument),
                    }
                }
                Ok(Value::array(made))
            }
            ("flat", _) => {
                let inner = items.iter().flat_map(|item| match &item.value {
                    Value::Array(inner) => inner.to_vec(),
                    _ => vec![item.clone()],
                });
                Ok(Value::array(inner.collect()))
            }
            _ => Ok(self.unknown(call.span, "this would have to be run")),
        }
    }

    fn apply_arrow(
        &mut self,
        arrow: &'a ArrowFunctionExpression<'a>,
        arguments: Vec<Located>,
        span: Span,
    ) -> Result<Value, Trouble> {
        let returned = match &arrow.body {
            ArrowFunctionBody::FunctionBody(body) => Returned::Block(body),
            body => match body.as_expression() {
                Some(expression) => Returned::Expression(expression),
                None => return Ok(self.unknown(span, "this would have to be run")),
            },
        };
        self.apply(&arrow.params, returned, arguments, span)
    }

    /// Returns what a function gives whose body is one expression, or one `return`.
    fn apply(
        &mut self,
        parameters: &'a FormalParameters<'a>,
        returned: Returned<'a>,
        arguments: Vec<Located>,
        span: Span,
    ) -> Result<Value, Trouble> {
        let expression = match returned {
            Returned::Expression(expression) => expression,
            Returned::Block(body) => match body.statements.as_slice() {
                [Statement::ReturnStatement(it)] if it.argument.is_some() => it.argument.as_ref().expect("it is there"),
                _ => return Ok(self.unknown(span, "a function of several statements would have to be run")),
            },
        };
        if self.scopes.len() > MAX_DEPTH {
            return Err(Trouble::at(self.place(span), "functions call one another too deep"));
        }
        let mut scope = HashMap::new();
        for (index, parameter) in parameters.items.iter().enumerate() {
            let place = self.place(span);
            let mut value = arguments.get(index).map_or(Value::Undefined, |argument| argument.value.clone());
            if matches!(value, Value::Undefined)
                && let Some(initializer) = &parameter.initializer
            {
                value = self.expression(initializer)?;
            }
            match &parameter.pattern {
                BindingPattern::BindingIdentifier(id) => {
                    scope.insert(id.name.as_str(), value);
                }
                BindingPattern::ObjectPattern(object) => {
                    for property in &object.properties {
                        if let (Some(name), BindingPattern::BindingIdentifier(id)) =
                            (property.key.static_name(), &property.value)
                        {
                            scope.insert(id.name.as_str(), member(&value, &name, place));
                        }
                    }
                }
                _ => return Ok(self.unknown(span, "this would have to be run")),
            }
        }
        self.scopes.push(scope);
        let value = self.expression(expression);
        self.scopes.pop();
        value
    }

    fn known_function(&mut self, function: Function, arguments: Vec<Located>, span: Span) -> Result<Value, Trouble> {
        let place = self.place(span);
        let texts = || -> Result<Vec<String>, Value> {
            arguments
                .iter()
                .map(|argument| match &argument.value {
                    unknown @ (Value::Unknown(_) | Value::Package(_)) => Err(unknown.clone()),
                    value => Ok(value.text().unwrap_or_default()),
                })
                .collect()
        };
        Ok(match function {
            Function::DefineConfig => extends::define_config(self.loader, &arguments, place)?,
            Function::GlobalIgnores => extends::global_ignores(&arguments, place)?,
            Function::ObjectAssign => {
                let mut made = Object::default();
                for argument in &arguments {
                    self.spread(&mut made, &argument.value, argument.place)?;
                }
                Value::object(made)
            }
            Function::Same => arguments.into_iter().next().map_or(Value::Undefined, |argument| argument.value),
            Function::Boolean => match arguments.first().map(|argument| argument.value.truth()) {
                Some(Some(truth)) => Value::Bool(truth),
                _ => self.unknown(span, "this would have to be run"),
            },
            Function::JoinPaths => match texts() {
                Ok(parts) => {
                    let joined = parts.iter().fold(std::path::PathBuf::new(), |path, part| path.join(part));
                    Value::string(&crate::check::absolute(&joined).to_string_lossy())
                }
                Err(unknown) => unknown,
            },
            Function::FolderOfPath => match texts() {
                Ok(parts) => Value::string(&folder(Path::new(parts.first().map_or("", String::as_str)))),
                Err(unknown) => unknown,
            },
            Function::PathOfUrl => match texts() {
                Ok(parts) => {
                    let url = parts.first().map_or("", String::as_str);
                    Value::string(url.strip_prefix("file://").unwrap_or(url))
                }
                Err(unknown) => unknown,
            },
        })
    }
}

/// The result of a function.
#[derive(Clone, Copy)]
enum Returned<'a> {
    Expression(&'a Expression<'a>),
    Block(&'a FunctionBody<'a>),
}

/// Returns whether the callee is `something.config`.
fn is_config_function(callee: &Expression<'_>) -> bool {
    matches!(callee, Expression::StaticMemberExpression(member) if member.property.name == "config")
}

fn folder(path: &Path) -> String {
    path.parent().unwrap_or(Path::new("/")).to_string_lossy().into_owned()
}

/// A property of a value.
pub fn member(value: &Value, name: &str, place: Place) -> Value {
    match value {
        Value::Object(object) => match (object.entries.get(name), &object.unknown, object.packages.first()) {
            (Some(located), _, _) => located.value.clone(),
            (None, Some(unknown), _) => Value::Unknown(Rc::clone(unknown)),
            (None, None, Some(package)) => Value::Package(Rc::clone(package)),
            (None, None, None) => Value::Undefined,
        },
        Value::Array(items) => match name {
            "length" => Value::Number(items.len() as f64),
            index => index
                .parse::<usize>()
                .ok()
                .and_then(|index| items.get(index))
                .map_or(Value::Undefined, |item| item.value.clone()),
        },
        Value::Plugin(plugin) => match name {
            "configs" => Value::PluginConfigs(plugin),
            "default" | "plugin" => value.clone(),
            _ => Value::Package(format!("eslint-plugin-{plugin}").into()),
        },
        Value::PluginConfigs(plugin) => plugin_config(plugin, name.strip_prefix("flat/").unwrap_or(name), place),
        package @ Value::Package(_) => package.clone(),
        unknown @ Value::Unknown(_) => unknown.clone(),
        _ => Value::Undefined,
    }
}

/// A preset as its plugin publishes it: the plugin, and the rules with their severities.
fn plugin_config(plugin: &'static str, name: &str, place: Place) -> Value {
    let Some(preset) = catalogue().preset(&format!("{plugin}/{name}")) else { return Value::Undefined };
    let located = |value| Located { value, place };
    let rules = preset.rules.iter().map(|(id, severity)| {
        let severity = match severity {
            Severity::Error => "error",
            Severity::Warn => "warn",
        };
        (Rc::from(*id), located(Value::string(severity)))
    });
    let object = |entries: IndexMap<Rc<str>, Located>| Value::object(Object { entries, ..Object::default() });
    let plugins = object(IndexMap::from([(plugin.into(), located(Value::Plugin(plugin)))]));
    object(IndexMap::from([("plugins".into(), located(plugins)), ("rules".into(), located(object(rules.collect())))]))
}

/// The value of an operator on constants.
fn combine(left: &Value, operator: BinaryOperator, right: &Value) -> Option<Value> {
    let equal = || -> Option<bool> {
        Some(match (left, right) {
            (Value::Number(left), Value::Number(right)) => left == right,
            (left, right) if std::mem::discriminant(left) == std::mem::discriminant(right) => {
                left.text()? == right.text()?
            }
            _ => false,
        })
    };
    match operator {
        BinaryOperator::StrictEquality | BinaryOperator::Equality => equal().map(Value::Bool),
        BinaryOperator::StrictInequality | BinaryOperator::Inequality => equal().map(|equal| Value::Bool(!equal)),
        BinaryOperator::Addition => match (left, right) {
            (Value::Number(left), Value::Number(right)) => Some(Value::Number(left + right)),
            (left, right) => Some(Value::string(&(left.text()? + &right.text()?))),
        },
        operator => {
            let (Value::Number(left), Value::Number(right)) = (left, right) else { return None };
            Some(match operator {
                BinaryOperator::Subtraction => Value::Number(left - right),
                BinaryOperator::Multiplication => Value::Number(left * right),
                BinaryOperator::Division => Value::Number(left / right),
                BinaryOperator::LessThan => Value::Bool(left < right),
                BinaryOperator::LessEqualThan => Value::Bool(left <= right),
                BinaryOperator::GreaterThan => Value::Bool(left > right),
                BinaryOperator::GreaterEqualThan => Value::Bool(left >= right),
                _ => return None,
            })
        }
    }
}

/// Finds the variables that a file changes.
struct Changes {
    file: usize,
    changed: HashMap<String, Place>,
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
            if CHANGING.contains(&method) {
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

/// The variable that a chain of properties begins with.
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

/// Collects the names that a declaration binds.
struct Names<'a>(Vec<&'a str>);

impl<'a> Visit<'a> for Names<'a> {
    fn visit_binding_identifier(&mut self, it: &oxc_ast::ast::BindingIdentifier<'a>) {
        self.0.push(it.name.as_str());
    }

    fn visit_expression(&mut self, _: &Expression<'a>) {}
}
