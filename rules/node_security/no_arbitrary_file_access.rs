use std::collections::{HashMap, HashSet};

use daachorse::DoubleArrayAhoCorasick;
use documented::Documented;
use oxc_span::Span;

use super::helpers::is_guard;
use crate::{
    engine::{Budget, Context, Filters, Indexed, Level, Meta, Rule, snippet},
    estree::{AstType, Followed, Kind, Node, Tree, contains_ignoring_case, to_lower_case},
};

/// Finds files that are opened under a name from outside.
///
/// ## Why
///
/// Whoever chooses a file name reads or overwrites any file that the process can reach, by `../` or by
/// an absolute path.
///
/// ## What is found
///
/// Calls of `fs.readFile`, `fs.writeFile`, `fs.appendFile`, `fs.readdir`, `fs.stat` and their `…Sync` kin
/// are found whose first argument is a variable, or a property of `req`, `request`, `params`, `query` or
/// `body`. A variable is fine when it was declared with `path.basename(…)`, or with `path.join` of a fixed
/// folder and such a variable; when its name begins with `safe`, `sanitized`, `validated` or `clean`; and
/// when an `if` whose condition speaks of it and of `startsWith` stands around the call, or returns or
/// throws in a block around it.
///
/// ## Example
///
/// ```js
/// fs.readFile(req.query, done);    // found
/// fs.readFile(name, done);         // found
///
/// const name = path.basename(req.query.name);
/// fs.readFile(name, done);         // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoArbitraryFileAccess;

const METHODS: &[&str] = &[
    "appendFile",
    "appendFileSync",
    "readFile",
    "readFileSync",
    "readdir",
    "readdirSync",
    "stat",
    "statSync",
    "writeFile",
    "writeFileSync",
];

/// Objects whose properties a client sends, in lower case.
const FROM_OUTSIDE: &[&str] = &["body", "params", "query", "req", "request"];

/// The words that the name of a fixed folder begins with, in whatever case.
const FIXED_FOLDERS: &[&str] = &["base", "public", "root", "safe", "upload"];

/// The words that the name of a variable begins with that is taken to be safe, in whatever case.
const SAFE_NAMES: &[&str] = &["clean", "safe", "sanitized", "validated"];

#[derive(Default)]
pub(super) struct State {
    /// The variables whose value cannot climb out of its folder, of those declared so far.
    sanitized: HashSet<String>,
    followed: Followed,
    /// The variables that a guard has spoken for once: they are taken to be safe from there on.
    validated: HashSet<String>,
    /// The place where guards speak for a variable, by its name in lower case.
    guarded: Indexed<HashMap<String, Vec<Span>>>,
}

impl Rule for NoArbitraryFileAccess {
    const META: Meta = Meta {
        id: "node-security/no-arbitrary-file-access",
        cwe: 22,
        owasp: "A01:2021 Broken Access Control",
        cvss: 7.5,
        on: &[AstType::CallExpression],
        filters: Filters { calls: METHODS, ..Filters::NONE },
        messages: &["violationDetected"],
    };

    type Options = ();
    type State = State;

    fn new((): ()) -> Result<Self, String> {
        Ok(Self)
    }

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        let Some(file) = opened_file(node) else { return };
        let from_outside = match file.identifier() {
            Some(name) => !ctx.state.is_safe(name, node),
            None => file.is(Kind::MemberExpression) && file.object().is_some_and(is_from_outside),
        };
        if from_outside {
            let what = format_args!("{} opens whatever file {} names", snippet(node), snippet(file));
            let fix = "Take path.basename(name), join it to a fixed folder, and return early unless the result \
                       startsWith that folder";
            ctx.report(node, "violationDetected", Level::High, what, fix);
        }
    }
}

/// The first argument of a call that opens a file.
fn opened_file(call: Node<'_>) -> Option<Node<'_>> {
    call.callee_method_of("fs").filter(|method| METHODS.contains(method))?;
    call.argument_at(0)
}

fn is_from_outside(object: Node<'_>) -> bool {
    object.identifier().is_some_and(|name| FROM_OUTSIDE.contains(&&*to_lower_case(name)))
}

impl State {
    /// Notes a variable that is declared with the last part of a path, or with such a part in a fixed
    /// folder.
    fn note_declaration(&mut self, declarator: Node<'_>) {
        let Some(init) = declarator.init().filter(|init| init.is(Kind::CallExpression)) else { return };
        let sanitized = match init.callee_method_of("path") {
            Some("basename") => true,
            Some("join") => {
                let mut parts = init.arguments().iter().filter_map(Node::identifier);
                parts.any(|name| self.sanitized.contains(name)) && init.argument_at(0).is_some_and(is_fixed_folder)
            }
            _ => false,
        };
        if sanitized && let Some(name) = declarator.declared().and_then(Node::identifier) {
            self.sanitized.insert(name.to_string());
        }
    }

    fn is_safe(&mut self, name: &str, call: Node<'_>) -> bool {
        self.validated.contains(name)
            || SAFE_NAMES.iter().any(|safe| begins_with(name, safe))
            || self.is_sanitized(name, call)
            || self.is_guarded(name, call)
    }

    fn is_sanitized(&mut self, name: &str, call: Node<'_>) -> bool {
        self.followed.until([Kind::VariableDeclarator], call).for_each(|declarator| self.note_declaration(declarator));
        self.sanitized.contains(name)
    }

    fn is_guarded(&mut self, name: &str, call: Node<'_>) -> bool {
        let name_in_lower_case = to_lower_case(name);
        let is_guarded = match self.guarded.get(call.tree().source(), || guarded_spans(call.tree())) {
            Ok(guarded) => guarded.get(&*name_in_lower_case).is_some_and(|spans| {
                let next = spans.partition_point(|span| span.start <= call.span().start);
                next > 0 && call.span().end <= spans[next - 1].end
            }),
            Err(budget) => is_guarded_near(&name_in_lower_case, call, budget),
        };
        if is_guarded {
            self.validated.insert(name.to_string());
        }
        is_guarded
    }
}

/// Returns whether an `if` around a call, or a guard in a block around it, speaks for a name, given in lower case.
fn is_guarded_near(name: &str, call: Node<'_>, budget: &mut Budget) -> bool {
    let (mut nodes, mut bytes) = (0, 0);
    let mut speaks = |condition: Node<'_>| {
        condition.test().map(Node::text).is_some_and(|test| {
            bytes += test.len();
            is_check(test) && to_lower_case(test).contains(name)
        })
    };
    let is_guarded = call.ancestors().any(|around| {
        nodes += 1 + around.statements().len();
        match around.kind() {
            Kind::IfStatement => speaks(around),
            Kind::BlockStatement => around.statements().iter().any(|it| is_guard(it) && speaks(it)),
            _ => false,
        }
    });
    budget.spend_on_nodes(nodes);
    budget.spend_on_bytes(bytes);
    is_guarded
}

/// Returns whether the text of a test speaks of `startsWith`.
fn is_check(test: &str) -> bool {
    contains_ignoring_case(test, "startswith")
}

fn is_fixed_folder(base: Node<'_>) -> bool {
    base.is(Kind::Literal)
        || base.identifier().is_some_and(|name| FIXED_FOLDERS.iter().any(|fixed| begins_with(name, fixed)))
}

/// Returns whether a name begins with a word, in whatever case.
fn begins_with(name: &str, word: &str) -> bool {
    name.as_bytes().get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word.as_bytes()))
}

/// The names up to which a search one by one is faster than making an automaton.
const MAX_NAMES_ONE_BY_ONE: usize = 8;

/// Returns where guards speak for the variables that are opened as files: by their names in lower case, spans that are
/// sorted and apart from each other.
///
/// The whole text is looked through at once, so that it makes no difference how many guards, blocks and
/// calls there are.
fn guarded_spans<'a>(tree: &'a Tree<'a>) -> HashMap<String, Vec<Span>> {
    let mut searched = 0;
    let guards: Vec<_> = tree
        .nodes_of([Kind::IfStatement])
        .filter_map(|condition| Some((condition, condition.test()?)))
        // A test within another test speaks for no more than that one, and over less.
        .filter(|(_, test)| {
            let is_outermost = test.span().start >= searched;
            searched = searched.max(test.span().end);
            is_outermost
        })
        .filter(|(_, test)| is_check(test.text()))
        .collect();
    if guards.is_empty() {
        return HashMap::new();
    }
    let names: HashSet<String> = tree
        .nodes_of([Kind::CallExpression])
        .filter_map(|call| opened_file(call)?.identifier())
        .map(|name| to_lower_case(name).into_owned())
        .collect();
    let names: Vec<String> = names.into_iter().collect();
    let mut spans: Vec<Vec<Span>> = vec![Vec::new(); names.len()];
    let mut speaks_for = |name: usize, span| {
        if spans[name].last() != Some(&span) {
            spans[name].push(span);
        }
    };
    if names.len() <= MAX_NAMES_ONE_BY_ONE {
        for (condition, test) in guards {
            let (span, test) = (guarded_span(condition), to_lower_case(test.text()));
            (0..names.len()).filter(|&name| test.contains(&names[name])).for_each(|name| speaks_for(name, span));
        }
    } else {
        // The aho-corasick crate takes time that grows with the square of the number of names. A set that is too large
        // for this one is not code that anybody wrote: nothing is guarded then.
        let Ok(automaton) = DoubleArrayAhoCorasick::<u32>::new(&names) else { return HashMap::new() };
        for (condition, test) in guards {
            let span = guarded_span(condition);
            let test = to_lower_case(test.text());
            automaton.find_overlapping_iter(&*test).for_each(|found| speaks_for(found.value() as usize, span));
        }
    }
    names.into_iter().zip(spans.into_iter().map(apart)).collect()
}

/// Returns where an `if` speaks for the variables of its test: in the block that it leaves unless they pass, or within
/// itself.
fn guarded_span(condition: Node<'_>) -> Span {
    let block = condition.parent().filter(|parent| parent.is(Kind::BlockStatement) && is_guard(condition));
    block.unwrap_or(condition).span()
}

/// Sorts spans and leaves out those within another. Nodes overlap in no other way.
fn apart(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable_by_key(|span| (span.start, std::cmp::Reverse(span.end)));
    let mut end = 0;
    spans.retain(|span| {
        let is_apart = span.start >= end;
        end = end.max(span.end);
        is_apart
    });
    spans
}
