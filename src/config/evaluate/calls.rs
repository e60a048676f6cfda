//! Calls: of functions of the file that return one expression, of methods of lists, and of functions that are known.

use std::{collections::HashMap, path::Path, rc::Rc};

use oxc_ast::ast::{
    Argument, ArrowFunctionBody, ArrowFunctionExpression, BindingPattern, CallExpression, Expression, FormalParameters,
    FunctionBody, Statement,
};
use oxc_span::{GetSpan, Span};

use super::{Evaluator, MAX_DEPTH, bindings::Binding, folder};
use crate::config::{
    extends,
    member::member,
    trouble::Trouble,
    value::{Function, Located, Object, Value},
};

impl<'a> Evaluator<'_, 'a> {
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

    pub(super) fn call(&mut self, call: &'a CallExpression<'a>) -> Result<Value, Trouble> {
        let place = self.place(call.span);
        match &call.callee {
            Expression::Identifier(callee) => {
                let name = callee.name.as_str();
                if name == "require" && !self.bindings.contains_key(name) {
                    return match call.arguments.first() {
                        Some(Argument::StringLiteral(source)) => {
                            Ok(self.import(source.value.as_str(), source.span)?.default(place))
                        }
                        _ => Ok(self.unknown(call.span, "the argument of `require` is not a constant")),
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
            // A package's configuration helper returns our own objects: `tseslint.config(…)`.
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

    /// Applies a function whose body is one expression, or one `return`.
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
