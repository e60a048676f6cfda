//! The databases that calls of methods of the same names are made of: of documents, or of others.

use super::{Flow, Term, TermKind, models::first_name, topics::Topic};
use crate::estree::{Kind, Node, contains_ignoring_case};

/// Returns whether the path of something that another file exports names a database.
pub(super) fn names_database(path: &str) -> bool {
    const WORDS: &[&str] =
        &["client", "conn", "database", "db", "knex", "model", "pg", "pool", "repositor", "sequelize", "sql", "store"];
    WORDS.iter().any(|word| contains_ignoring_case(path, word))
}

impl<'a> Flow<'a> {
    /// Returns whether a call of this path may give its argument to a database of documents. Mappers to SQL have
    /// methods of the same names, and so have the program's own layers; for these an object with an operator is no
    /// filter.
    pub(super) fn may_be_of_documents(&mut self, call: Node<'a>, path: &str) -> bool {
        // A filter of documents is no property of the options: `find({ where: { … } })` is a mapper of tables.
        let asks_by_where = call.argument_at(0).is_some_and(|options| options.property_named(&["where"]).is_some());
        let is_of_lists = matches!(first_name(path), "_" | "lodash" | "ramda" | "underscore");
        if is_of_lists || asks_by_where && !self.models.knows_module(first_name(path)) || self.is_of_tables(call, path)
        {
            return false;
        }
        if is_used_at_once(call) {
            return false;
        }
        // A filter has fields. A single value is an identifier, which methods of the program's own take.
        if self.models.roles(path).is_empty()
            && !self.speaks_of(Topic::Documents)
            && let Some(given) = call.argument_at(0)
        {
            let given = self.value(given);
            if matches!(self.kind_of(given), &TermKind::Source(source) if !self.source(source).is_parsed) {
                return false;
            }
        }
        if path.starts_with('.') {
            return self.may_be_collection(call, path);
        }
        let Some(holder) = call.callee().and_then(Node::object) else { return true };
        match self.module_of_type(holder) {
            Some(module) if module.starts_with('.') => self.may_be_collection(call, module),
            _ => true,
        }
    }

    /// Returns whether a call is one of a mapper to tables, in a text that speaks of no documents.
    fn is_of_tables(&mut self, call: Node<'a>, path: &str) -> bool {
        let holder = call.callee().and_then(Node::object).map(|holder| self.value(holder));
        let is_repository = holder.is_some_and(|holder| match self.kind_of(holder) {
            &TermKind::Call { callee, .. } => self.is_get_repository(callee),
            _ => path.contains("getRepository()."),
        });
        // Objection's `User.query().findOne(…)`: models of documents have no such method.
        let made_by = call.callee().and_then(Node::object).filter(|it| it.is(Kind::CallExpression));
        let is_builder = made_by.is_some_and(|it| it.callee_method() == Some("query"));
        is_builder || (is_repository || self.speaks_of(Topic::Mappers)) && !self.speaks_of(Topic::Documents)
    }

    fn is_get_repository(&self, callee: Term) -> bool {
        match self.kind_of(callee) {
            TermKind::Property(_, name) => &**name == "getRepository",
            TermKind::Api(path) => path.ends_with("getRepository"),
            _ => false,
        }
    }

    /// Returns the module that the declared type of `this.name` comes from, where the class declares it.
    fn module_of_type(&self, holder: Node<'a>) -> Option<&'a str> {
        let name = holder.property().and_then(Node::name)?;
        if !holder.object()?.is(Kind::ThisExpression) {
            return None;
        }
        let class = holder.ancestors().find(|it| it.is(Kind::ClassBody))?;
        let declared = class.descendants().find_map(|node| {
            let named = match node.kind() {
                Kind::TSParameterProperty => super::frameworks::name_of_property(node)?,
                Kind::PropertyDefinition if node.key().and_then(Node::name) == Some(name) => node,
                _ => return None,
            };
            (named == node || named.identifier() == Some(name)).then_some(named)
        })?;
        let annotation = declared.type_annotation()?.text();
        let of = annotation.trim_start_matches(':').trim();
        let of = of.split(['<', '|', '&', '[', ' ']).next()?;
        let specifier = self.tree.scope(declared).resolve(of)?.names().next()?.parent()?;
        specifier.parent()?.source()?.string()
    }

    /// Returns whether a call of a method of something that another file exports may be one of a collection of
    /// documents: by the names of both, or by what else the text speaks of.
    fn may_be_collection(&self, call: Node<'a>, path: &str) -> bool {
        const FILES: &[&str] =
            &["collection", "dao", "database", "db", "model", "mongo", "repositor", "schema", "store"];
        let object = call.callee().and_then(Node::object);
        let holder = object.and_then(|it| it.identifier().or_else(|| it.property().and_then(Node::name)));
        holder.is_some_and(|name| name.starts_with(char::is_uppercase))
            || FILES.iter().any(|word| contains_ignoring_case(path, word))
            || self.speaks_of(Topic::Documents)
            || self.speaks_of(Topic::Identifiers)
    }
}

/// Returns whether the result of a call is used without waiting for it, as no database allows:
/// `const table = Tables.findOne(…); table.name`.
fn is_used_at_once(call: Node<'_>) -> bool {
    let is_kind = |it: &Node<'_>| it.is_any(&[Kind::TSAsExpression, Kind::TSNonNullExpression]);
    let result = std::iter::successors(Some(call), |it| it.parent().filter(is_kind)).last();
    let declarator = result.and_then(Node::parent).filter(|it| it.is(Kind::VariableDeclarator));
    let Some(variable) = declarator.and_then(Node::declared).and_then(Node::variable) else { return false };
    let mut is_read = false;
    for reference in variable.references().filter(|it| !it.is_write()) {
        let Some(user) = reference.parent() else { return false };
        let is_call = |member: Node<'_>| member.parent().is_some_and(|outer| outer.callee() == Some(member));
        match user.kind() {
            Kind::MemberExpression if user.object() == Some(reference) && !is_call(user) => is_read = true,
            // Waiting, methods of queries, and whatever else is done with a promise.
            Kind::MemberExpression
            | Kind::AwaitExpression
            | Kind::ArrayExpression
            | Kind::CallExpression
            | Kind::ReturnStatement => return false,
            _ => {}
        }
    }
    is_read
}
