//! Keys that are numbers: no property of a prototype has such a name.

use super::{
    Flow,
    calls::{MAX_CALLERS, function_name},
    own_objects::is_in_head,
};
use crate::estree::{Kind, Node, Variable, VariableId};

/// The maximum number of uses of one variable that are examined.
const MAX_USES: usize = 40;

/// The maximum number of variables that a key is followed through.
const MAX_VARIABLES: usize = 8;

/// Methods that return a number.
const METHODS: &[&str] =
    &["charCodeAt", "codePointAt", "findIndex", "getTime", "indexOf", "lastIndexOf", "push", "search", "unshift"];

/// Functions that return a number.
const FUNCTIONS: &[&str] = &["Date.now", "Number", "Number.parseFloat", "Number.parseInt", "parseFloat", "parseInt"];

impl<'a> Flow<'a> {
    /// Returns whether a key is a number, by the values of its variable: a loop's counter, a length, an index that
    /// every caller counts.
    pub(crate) fn is_number(&mut self, key: Node<'a>) -> bool {
        self.gives_number(key, &mut Vec::new())
    }

    /// Returns whether an expression is a number, if the variables that are being examined are.
    fn gives_number(&mut self, node: Node<'a>, examined: &mut Vec<VariableId>) -> bool {
        if node.number().is_some() {
            return true;
        }
        let mut all = |parts: &[Option<Node<'a>>]| parts.iter().flatten().all(|it| self.gives_number(*it, examined));
        match node.kind() {
            Kind::UpdateExpression => true,
            Kind::UnaryExpression => matches!(node.operator(), Some("+" | "-" | "~")),
            Kind::BinaryExpression => match node.operator() {
                Some("+") => all(&[node.left(), node.right()]),
                operator => {
                    matches!(operator, Some("-" | "*" | "/" | "%" | "**" | "|" | "&" | "^" | "<<" | ">>" | ">>>"))
                }
            },
            Kind::ConditionalExpression => all(&[node.consequent(), node.alternate()]),
            Kind::LogicalExpression => all(&[node.left(), node.right()]),
            Kind::AssignmentExpression => match node.operator() {
                Some("=" | "+=") => all(&[node.right()]),
                operator => !matches!(operator, Some("&&=" | "||=" | "??=")),
            },
            Kind::MemberExpression => node.property_identifier() == Some("length") && !node.computed(),
            Kind::CallExpression => {
                node.callee_method().is_some_and(|method| METHODS.contains(&method))
                    || node.callee_method_of("Math").is_some()
                    || node.callee().is_some_and(|callee| FUNCTIONS.contains(&callee.text()))
            }
            _ => match node.variable() {
                Some(variable) => is_compared(variable, node) || self.holds_numbers(variable, examined),
                None => false,
            },
        }
    }

    /// Returns whether all values that a variable is given are numbers.
    fn holds_numbers(&mut self, variable: Variable<'a>, examined: &mut Vec<VariableId>) -> bool {
        if examined.contains(&variable.id()) {
            return true;
        }
        if examined.len() >= MAX_VARIABLES {
            return false;
        }
        examined.push(variable.id());
        let names: Vec<Node<'a>> = variable.names().collect();
        let mut is_given = false;
        for name in names {
            let Some(parent) = name.parent() else { return false };
            let is_number = if parent.is_function() {
                is_given = true;
                self.is_given_numbers(parent, name, examined)
            } else if !parent.is(Kind::VariableDeclarator) || is_in_head(parent) {
                false
            } else {
                match parent.init() {
                    Some(init) => {
                        is_given = true;
                        counts(parent) || self.gives_number(init, examined)
                    }
                    None => true,
                }
            };
            if !is_number {
                return false;
            }
        }
        let writes: Vec<Node<'a>> = variable.references().take(MAX_USES).filter(|it| it.is_write()).collect();
        for write in writes {
            is_given = true;
            let Some(parent) = write.parent() else { return false };
            let is_number = match parent.kind() {
                Kind::AssignmentExpression => counts(parent) || self.gives_number(parent, examined),
                Kind::UpdateExpression | Kind::VariableDeclarator => true,
                _ => false,
            };
            if !is_number {
                return false;
            }
        }
        is_given
    }

    /// Returns whether every call of a function passes a number for a parameter; false where others may call it.
    fn is_given_numbers(&mut self, function: Node<'a>, parameter: Node<'a>, examined: &mut Vec<VariableId>) -> bool {
        let parameters = function.params();
        let Some(place) = (0..parameters.len()).find(|&at| parameters.get(at) == Some(parameter)) else { return false };
        if self.is_entry(function) || function_name(function).is_none() {
            return false;
        }
        // A function that is passed on may be called with anything.
        let named = function.declared().or_else(|| function.parent()?.declared()).and_then(Node::variable);
        let is_passed_on = named.is_some_and(|variable| {
            let mut uses = variable.references();
            uses.any(|it| !it.is_write() && !it.parent().is_some_and(|call| call.callee() == Some(it)))
        });
        let calls = self.callers(function);
        !is_passed_on
            && (1..MAX_CALLERS).contains(&calls.len())
            && calls.into_iter().all(|call| {
                !call.arguments().iter().any(|it| it.is(Kind::SpreadElement))
                    && call.argument_at(place).is_some_and(|argument| self.gives_number(argument, examined))
            })
    }
}

/// Returns whether a declarator or an assignment begins a loop that counts: one that goes on while something is less or
/// more than something else, and adds to the variable. What is no number is neither less nor more.
fn counts<'a>(begin: Node<'a>) -> bool {
    let Some(counter) = begin.declared().or_else(|| begin.left()).and_then(Node::variable) else { return false };
    let is_begin = |it: &Node<'a>| it.init().is_some_and(|init| begin.is_within(init) || begin == init);
    let Some(statement) = begin.ancestors().take(3).find(|it| it.is(Kind::ForStatement)).filter(is_begin) else {
        return false;
    };
    let is_changed =
        |update: Node<'a>| counter.references().take(MAX_USES).any(|it| it.is_write() && it.is_within(update));
    statement.test().is_some_and(is_order) && statement.update().is_some_and(is_changed)
}

/// Returns whether a node is evaluated only while a variable, or a sum with it, is less or more than a length or a
/// number: of a text that is no number neither is true.
fn is_compared<'a>(variable: Variable<'a>, node: Node<'a>) -> bool {
    let mut inner = node;
    node.ancestors().take_while(|it| !it.is_function()).any(|outer| {
        let within = std::mem::replace(&mut inner, outer);
        let is_body = match outer.kind() {
            Kind::ForStatement | Kind::WhileStatement => outer.body() == Some(within),
            Kind::IfStatement => outer.consequent() == Some(within),
            _ => false,
        };
        let sides = |test: Node<'a>| [(test.left(), test.right()), (test.right(), test.left())];
        let is_it = |side: Node<'a>| {
            let mut parts = side.summands();
            parts.any(|part| part.variable().is_some_and(|it| it.id() == variable.id()))
        };
        let is_number = |side: Node<'a>| {
            let held = side.variable().and_then(Variable::init).unwrap_or(side);
            held.number().is_some() || held.property_identifier() == Some("length")
        };
        let says = |test: Node<'a>| {
            sides(test).into_iter().any(|(one, other)| one.is_some_and(is_it) && other.is_some_and(is_number))
        };
        is_body && outer.test().is_some_and(|test| is_order(test) && says(test))
    })
}

fn is_order(test: Node<'_>) -> bool {
    matches!(test.operator(), Some("<" | "<=" | ">" | ">="))
}
