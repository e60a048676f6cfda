//! Objects that cannot be the prototype of all others: they have no prototype, are new, or belong to a class.

use super::{Flow, TermKind};
use crate::estree::{Kind, Node, Variable, VariableId};

/// The maximum number of uses of a name, and statements before a write, that are examined.
const MAX_USES: usize = 40;

impl<'a> Flow<'a> {
    /// Returns whether `object[key]` is never the prototype of all objects, whatever the key is.
    pub(super) fn reads_own(&mut self, member: Node<'a>) -> bool {
        let Some(object) = member.object() else { return false };
        self.has_no_prototype(object) || self.is_of_class(object) || is_new_before(member) || reads_own_key(member)
    }

    /// Returns whether all that an expression may hold is made by `Object.create(null)`, or read from such an object.
    fn has_no_prototype(&mut self, object: Node<'a>) -> bool {
        self.lacks_prototype(object, &mut Vec::new())
    }

    /// Returns whether an expression [has no prototype](Self::has_no_prototype), if the variables that are being
    /// examined have none.
    fn lacks_prototype(&mut self, object: Node<'a>, examined: &mut Vec<VariableId>) -> bool {
        /// The maximum number of variables that are followed.
        const MAX_VARIABLES: usize = 4;
        if is_made_without_prototype(object) {
            return true;
        }
        match object.kind() {
            Kind::AssignmentExpression => {
                return object.right().is_some_and(|right| self.lacks_prototype(right, examined));
            }
            Kind::LogicalExpression => {
                let sides = [object.left(), object.right()];
                return sides.into_iter().flatten().all(|side| self.lacks_prototype(side, examined));
            }
            Kind::MemberExpression if object.computed() => {
                return object.object().is_some_and(|holder| self.lacks_prototype(holder, examined));
            }
            _ => {}
        }
        if let Some(variable) = object.variable() {
            if examined.contains(&variable.id()) {
                return true;
            }
            if examined.len() >= MAX_VARIABLES {
                return false;
            }
            examined.push(variable.id());
            let mut values = Vec::new();
            for name in variable.names() {
                let Some(declarator) = name.parent().filter(|it| it.is(Kind::VariableDeclarator)) else { return false };
                values.extend(declarator.init());
            }
            let writes = variable.references().filter_map(|reference| {
                let parent = reference.parent()?;
                (parent.left() == Some(reference) && parent.is(Kind::AssignmentExpression)).then(|| parent.right())?
            });
            values.extend(writes.take(MAX_USES));
            return !values.is_empty() && values.into_iter().all(|value| self.lacks_prototype(value, examined));
        }
        let Some(name) = object.property_identifier() else { return false };
        let Some(this) = object.object().filter(|it| it.is(Kind::ThisExpression)) else { return false };
        let this = self.value(this);
        let TermKind::Instance(holder, _) = *self.kind(this) else { return false };
        let index = self.index();
        let Some(writes) = index.fields.get(&(holder, name)) else { return false };
        writes.iter().all(|&write| self.node(write).right().is_some_and(is_made_without_prototype))
    }

    /// Returns whether an expression is an instance of a class of the text: its prototype is that of the class.
    fn is_of_class(&mut self, object: Node<'a>) -> bool {
        if !object.is(Kind::ThisExpression) {
            return false;
        }
        let this = self.value(object);
        matches!(*self.kind(this), TermKind::Instance(..))
    }

    /// Returns whether an assignment replaces a property only if it exists, under a name that no attacker decides.
    pub(super) fn replaces_known(&mut self, assignment: Node<'a>) -> bool {
        let Some(left) = assignment.left().filter(|left| left.is(Kind::MemberExpression)) else { return false };
        let (Some(object), Some(key)) = (left.object(), left.property()) else { return false };
        let name = self.value(key);
        if self.is_tainted(name) {
            return false;
        }
        let tests = assignment.ancestors().take_while(|it| !it.is_function()).filter_map(|it| {
            let parent = it.parent().filter(|parent| parent.is(Kind::IfStatement))?;
            (parent.consequent() == Some(it)).then(|| parent.test())?
        });
        tests.take(MAX_USES).any(|test| says_there(test, left, (object, key)))
    }
}

/// Returns whether a condition holds only if a property exists: `key in object`, `object[key]`, a variable that holds
/// its value.
fn says_there<'a>(test: Node<'a>, member: Node<'a>, (object, key): (Node<'a>, Node<'a>)) -> bool {
    match test.operator() {
        Some("&&") => {
            [test.left(), test.right()].into_iter().flatten().any(|side| says_there(side, member, (object, key)))
        }
        Some("in") => {
            let is_key = test.left().is_some_and(|left| left.text() == key.text());
            is_key && test.right().is_some_and(|right| right.text() == object.text())
        }
        _ => {
            let held = test.variable().and_then(Variable::init);
            held.unwrap_or(test).text() == member.text()
        }
    }
}

/// Returns whether the key of `object[key]` comes from the object's own keys, so that an own property is read.
/// `__proto__` is not among these keys unless it is an own property.
fn reads_own_key(member: Node<'_>) -> bool {
    let (Some(object), Some(key)) = (member.object(), member.property()) else { return false };
    if let Some(each) = key.variable().and_then(|variable| loop_over_keys(variable, member)) {
        return each.right().is_some_and(|keyed| is_same(or_empty(keyed), object));
    }
    let mut names = key.variable().into_iter().flat_map(|variable| variable.names());
    let (Some(name), None) = (names.next(), names.next()) else { return false };
    let is_given =
        name.parent().is_none_or(|it| !it.is(Kind::VariableDeclarator) || it.init().is_some() || is_in_head(it));
    let others = key.variable().map_or(0, |variable| {
        variable.references().take(MAX_USES).filter(|it| it.is_write() && it.parent() != name.parent()).count()
    });
    let is_written = others > usize::from(!is_given);
    !is_written && keys_object(name).is_some_and(|keyed| is_same(keyed, object))
}

/// Returns the innermost `for (key in object)` around a place that alone sets the variable within it, whatever sets it
/// elsewhere.
fn loop_over_keys<'a>(variable: Variable<'a>, place: Node<'a>) -> Option<Node<'a>> {
    let mut around = place.ancestors().take_while(|it| !it.is_function()).filter(|it| it.is(Kind::ForInStatement));
    let each = around.find(|it| it.left().and_then(Node::variable).is_some_and(|it| it.id() == variable.id()))?;
    let mut writes = variable.references().take(MAX_USES).filter(|it| it.is_write() && it.is_within(each));
    (writes.next() == each.left() && writes.next().is_none()).then_some(each)
}

/// Returns the left side of `object ?? {}` and `object || {}`: the empty object has no keys.
fn or_empty(object: Node<'_>) -> Node<'_> {
    let is_empty = |it: Node<'_>| {
        it.is(Kind::ObjectExpression) && it.properties().is_empty()
            || it.is(Kind::ArrayExpression) && it.elements().is_empty()
    };
    match (object.operator(), object.left(), object.right()) {
        (Some("??" | "||"), Some(left), Some(right)) if is_empty(right) => left,
        _ => object,
    }
}

/// Returns the object whose keys a variable iterates over: `for (key in object)`, `for (key of Object.keys(object))`,
/// `Object.keys(object).forEach(key => …)`.
fn keys_object(name: Node<'_>) -> Option<Node<'_>> {
    let parent = name.parent()?;
    if parent.is_function() {
        let call = parent.parent().filter(|call| call.is(Kind::CallExpression))?;
        const EACH: &[&str] = &["every", "filter", "forEach", "map", "some"];
        let is_each = call.callee_method().is_some_and(|method| EACH.contains(&method));
        let is_first = parent.params().first() == Some(name) && call.argument_at(0) == Some(parent);
        return keyed(call.callee()?.object().filter(|_| is_each && is_first)?);
    }
    let declaration = parent.parent().filter(|_| parent.is(Kind::VariableDeclarator))?;
    let given = parent.init().or_else(|| {
        let mut writes = name.variable()?.references().take(MAX_USES).filter(|it| it.is_write());
        let write = writes.next().filter(|_| writes.next().is_none())?;
        let sets = write.parent()?;
        if sets.is_any(&[Kind::ForInStatement, Kind::ForOfStatement]) {
            return Some(sets).filter(|_| sets.left() == Some(write));
        }
        sets.right().filter(|_| sets.operator() == Some("="))
    });
    // `const key = keys[at]`
    if let Some(item) = given.filter(|given| given.is(Kind::MemberExpression)) {
        return keyed(item.object().filter(|_| item.computed())?);
    }
    let in_head = declaration.parent().filter(|each| each.left() == Some(declaration));
    let each = given.or(in_head)?;
    match each.kind() {
        Kind::ForInStatement => each.right().map(or_empty),
        Kind::ForOfStatement => keyed(each.right()?),
        _ => None,
    }
}

/// Returns the object of `Object.keys(object)`, also if a variable holds the list.
fn keyed(list: Node<'_>) -> Option<Node<'_>> {
    const LISTING: &[&str] = &["Object.getOwnPropertyNames", "Object.keys", "Reflect.ownKeys"];
    let list = match list.variable() {
        Some(variable) if !variable.references().take(MAX_USES).any(|it| is_assigned(it)) => variable.init()?,
        _ => list,
    };
    let is_listing = list.is(Kind::CallExpression) && LISTING.contains(&list.callee()?.text());
    list.argument_at(0).filter(|_| is_listing).map(or_empty)
}

/// Returns whether two expressions are the same variable, or the same property of one, and nothing reassigns the
/// variable.
fn is_same<'a>(one: Node<'a>, other: Node<'a>) -> bool {
    if let (Some(one), Some(other)) = (one.object(), other.object()) {
        let is_named = one.parent().is_some_and(|it| !it.computed());
        return is_named && one.parent().map(Node::text) == other.parent().map(Node::text) && is_same(one, other);
    }
    let (Some(named), Some(variable)) = (one.variable(), other.variable()) else {
        return one.is(Kind::ThisExpression) && other.is(Kind::ThisExpression);
    };
    named.names().next() == variable.names().next() && !variable.references().take(MAX_USES).any(|it| is_assigned(it))
}

/// Returns whether a declarator is in the head of a loop over elements or keys.
pub(super) fn is_in_head(declarator: Node<'_>) -> bool {
    let around = declarator.parent().and_then(Node::parent);
    around
        .is_some_and(|it| it.is_any(&[Kind::ForInStatement, Kind::ForOfStatement]) && it.left() == declarator.parent())
}

fn is_assigned(reference: Node<'_>) -> bool {
    reference.is_write() && !reference.parent().is_some_and(|it| it.is(Kind::VariableDeclarator))
}

/// Returns whether `object[key]` is set to a new object by a statement before, in the same block or one around it.
fn is_new_before<'a>(member: Node<'a>) -> bool {
    let inner = member.ancestors().take_while(|it| !it.is_function());
    inner.filter_map(|statement| Some((statement, statement.parent()?))).any(|(statement, block)| {
        let statements = block.is(Kind::BlockStatement).then(|| block.statements());
        let before = statements.into_iter().flat_map(|all| all.iter().take_while(move |it| *it != statement));
        let sets_new = |it: Node<'a>| {
            let set = it.expression().filter(|set| set.is(Kind::AssignmentExpression) && set.operator() == Some("="));
            let is_it = set.and_then(Node::left).is_some_and(|left| is_same_between(left, member));
            is_it && set.and_then(Node::right).is_some_and(is_new)
        };
        let sets_missing = |it: Node<'a>| {
            let denied = it.test().filter(|test| it.is(Kind::IfStatement) && test.operator() == Some("!"));
            let is_own = denied.and_then(Node::argument).is_some_and(|test| asks_own(test, member));
            is_own && it.consequent().is_some_and(|branch| last_of(branch).is_some_and(sets_new))
        };
        before.take(MAX_USES).any(|it| sets_new(it) || sets_missing(it))
    })
}

/// The last statement of a block, or the statement itself.
fn last_of(branch: Node<'_>) -> Option<Node<'_>> {
    if branch.is(Kind::BlockStatement) { branch.statements().last() } else { Some(branch) }
}

/// Returns whether a call asks whether `object[key]` is a property of the object's own:
/// `Object.prototype.hasOwnProperty.call(object, key)`.
fn asks_own<'a>(test: Node<'a>, member: Node<'a>) -> bool {
    const ASKING: &[&str] = &["call", "hasOwn", "hasOwnProperty", "has"];
    let (Some(callee), Some(object), Some(key)) = (test.callee(), member.object(), member.property()) else {
        return false;
    };
    let name = callee.property_identifier().or_else(|| callee.identifier());
    let says_own = |text: &str| text.contains("hasOwn") || text.ends_with("has");
    // A function of the text that asks: `const hasOwn = (object, key) => Object.hasOwn(object, key)`.
    let asks = |function: Node<'_>| function.is_function() && function.text().contains("hasOwn");
    let is_helper = says_own(callee.text())
        && callee.variable().is_some_and(|it| it.init().is_some_and(asks) || asks(it.definition()));
    let is_own = is_helper
        || name.is_some_and(|name| ASKING.contains(&name)) && says_own(callee.text().trim_end_matches(".call"));
    let asked = match test.argument_at(1) {
        Some(second) => test.argument_at(0).map(|first| (first, second)),
        None => callee.object().zip(test.argument_at(0)),
    };
    is_own && asked.is_some_and(|(one, other)| one.text() == object.text() && is_same_between(other, key))
}

/// Returns whether two expressions with the same text have the same value: no assignment between them changes one of
/// their variables.
fn is_same_between<'a>(before: Node<'a>, after: Node<'a>) -> bool {
    /// The maximum number of names in an expression that are looked at.
    const MAX_NAMES: usize = 16;
    if before.text() != after.text() {
        return false;
    }
    let within = |node: Node<'a>| std::iter::once(node).chain(node.descendants()).filter(|it| it.is(Kind::Identifier));
    let (end, begin) = (before.span().end, after.span().start);
    within(before).zip(within(after)).take(MAX_NAMES).all(|(one, other)| match (one.variable(), other.variable()) {
        (Some(one), Some(other)) => {
            one.names().next() == other.names().next()
                && !other.references().any(|it| {
                    // An assignment reads its value before it sets its target.
                    let sets_later = it.parent().is_some_and(|set| after.is_within(set));
                    it.is_write() && !sets_later && (end..begin).contains(&it.span().start)
                })
        }
        (None, None) => true,
        _ => false,
    })
}

fn is_new(value: Node<'_>) -> bool {
    if value.is(Kind::ConditionalExpression) {
        return [value.consequent(), value.alternate()].into_iter().flatten().all(is_new);
    }
    value.is_any(&[Kind::ObjectExpression, Kind::ArrayExpression, Kind::NewExpression])
        || is_made_without_prototype(value)
}

/// Returns whether an expression makes an object without a prototype.
fn is_made_without_prototype(value: Node<'_>) -> bool {
    value.is(Kind::CallExpression)
        && value.argument_at(0).is_some_and(|prototype| prototype.text() == "null")
        && value.callee().is_some_and(|callee| callee.text() == "Object.create" || is_create_of_babel(callee))
}

/// Returns whether a callee is `Object.create` as Babel writes it: `(0, _create.default)`, where `_create` is what
/// `require` returns for `…/object/create`.
fn is_create_of_babel(callee: Node<'_>) -> bool {
    let member = callee.expressions().last().unwrap_or(callee);
    let is_default = member.property().is_some_and(|it| it.name() == Some("default") || it.string() == Some("default"));
    let mut module = member.object().filter(|_| is_default);
    // `require(…)`, a variable that holds it, and a function that wraps it.
    for _ in 0..4 {
        let Some(node) = module else { return false };
        if let Some(name) = node.argument_at(0).and_then(Node::string) {
            return node.callee_name() == Some("require") && name.ends_with("/object/create");
        }
        module = node.variable().and_then(Variable::init).or_else(|| node.argument_at(0));
    }
    false
}
