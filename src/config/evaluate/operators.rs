//! Operators on constants.

use oxc_ast::ast::BinaryOperator;

use crate::config::value::Value;

/// Returns the value of an operator on constants.
pub(super) fn combine(left: &Value, operator: BinaryOperator, right: &Value) -> Option<Value> {
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
