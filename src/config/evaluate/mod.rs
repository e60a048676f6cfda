//! Evaluates a configuration without running it: constants become values, everything else is unknown, with the reason.

mod bindings;
mod calls;
mod exports;
mod operators;

use std::{collections::HashMap, path::Path, rc::Rc};

use oxc_ast::ast::{
    ArrayExpressionElement, Expression, LogicalOperator, ObjectPropertyKind, Program, PropertyKey, UnaryOperator,
};
use oxc_ast_visit::Visit;
use oxc_span::{GetSpan, Span};

use super::{
    member::member,
    modules::{Exports, Imported, JSON_WRAPPER_BYTES, Loader},
    trouble::Trouble,
    value::{Located, Object, Place, Unknown, Value},
};
use bindings::{Binding, Changes};
use operators::combine;

/// The depth to which expressions may nest.
const MAX_DEPTH: usize = 200;

/// Returns the exports of a file.
pub fn exports(loader: &mut Loader, file: usize, program: &Program<'_>, is_json: bool) -> Result<Exports, Trouble> {
    let mut evaluator = Evaluator::new(loader, file, program);
    if is_json {
        evaluator.offset = JSON_WRAPPER_BYTES;
        return evaluator.json(program);
    }
    evaluator.exports(program)
}

struct Evaluator<'l, 'a> {
    loader: &'l mut Loader,
    file: usize,
    /// The byte at which the file's text begins in the parsed source.
    offset: usize,
    bindings: HashMap<&'a str, Binding<'a>>,
    /// The values of bindings; `None` while one is being evaluated.
    known: HashMap<&'a str, Option<Value>>,
    /// The variables that are modified after their declaration, and where.
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

    fn import(&mut self, specifier: &str, span: Span) -> Result<Imported, Trouble> {
        let from = self.loader.files[self.file].path.clone();
        self.loader.import(specifier, &from, self.place(span))
    }

    /// Returns the value of an expression.
    fn expression(&mut self, expression: &'a Expression<'a>) -> Result<Value, Trouble> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            let place = self.place(expression.span());
            return Err(Trouble::at(place, format!("expressions nest more than {MAX_DEPTH} levels deep")));
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
                                        .help("spread a list only; write an object without the dots"));
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
                _ => self.unknown(span, "the import is not a constant"),
            },
            Expression::CallExpression(call) => self.call(call)?,
            Expression::NewExpression(new) => match self.expression(&new.callee)? {
                package @ Value::Package(_) => package,
                _ => self.unknown(span, "this would have to be run"),
            },
            // They occur in parser options and the like; where a value is needed they are refused by their kind.
            Expression::RegExpLiteral(_) => self.unknown(span, "a regular expression is not a constant"),
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
}

fn folder(path: &Path) -> String {
    path.parent().unwrap_or(Path::new("/")).to_string_lossy().into_owned()
}
