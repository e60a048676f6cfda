//! Rows of models that the labelled corpus shows at work: without the row, some piece of oxsec's own rules has other
//! findings.
//!
//! Of a row that says what a call makes of a text, or that it gives nothing of it (`Op`, `Neutral`), what came of the
//! search at each sink is looked at as well: such a row may be there to have nothing found.

use std::{cmp::Reverse, collections::HashMap, path::Path};

use oxsec::coverage::{Piece, read};
use oxsec_rules::{Analysis, Analyzer, RuleSet, Severity};
use rayon::prelude::*;

/// The rows that no labelled code shows yet. A row in the list that some code shows is an error: the list only shrinks.
#[rustfmt::skip]
const NOT_SHOWN_YET: &[&str] = &[
    "async.concat Iterates(0, 99)",
    "async.each Iterates(0, 99)",
    "async.eachOf Iterates(0, 1)",
    "async.eachOfSeries Iterates(0, 1)",
    "async.filter Iterates(0, 99)",
    "async.forEach Iterates(0, 99)",
    "async.forEachOf Iterates(0, 1)",
    "async.forEachOfSeries Iterates(0, 1)",
    "async.forEachSeries Iterates(0, 99)",
    "async.map Iterates(0, 99)",
    "async.mapSeries Iterates(0, 99)",
    "bluebird.each Iterates(0, 99)",
    "bluebird.map Iterates(0, 99)",
    "bluebird.mapSeries Iterates(0, 99)",
    "handlebars.compile Sink(At(0), Html)",
    "Handlebars.compile Sink(At(0), Html)",
    "hogan.js.compile Sink(At(0), Html)",
    "hogan.js.scan Sink(At(0), Html)",
    "liquidjs.Liquid().parse Sink(At(0), Html)",
    "liquidjs.Liquid().parse Sink(At(0), Template)",
    "liquidjs.Liquid().parseAndRender Sink(At(0), Html)",
    "p-each-series Iterates(0, 1)",
    "p-map Iterates(0, 1)",
    "Template7.compile Sink(At(0), Html)",
    "template7.compile Sink(At(0), Html)",
    "whiskers.render Sink(At(0), Html)",
    "wkhtmltoimage.generate Sink(At(0), Page)",
    "wkhtmltopdf Sink(At(0), Page)",
    r#"@hapi.hoek.applyToDefaults Op("Object.assign")"#,
    r#"_.assign Op("Object.assign")"#,
    r#"_.assignIn Op("Object.assign")"#,
    r#"_.defaults Op("Object.defaults")"#,
    r#"_.defaultsDeep Op("Object.defaults")"#,
    r#"_.extend Op("Object.assign")"#,
    r#"_.isObject Op("isObject")"#,
    r#"_.isPlainObject Op("isObject")"#,
    r#"_.merge Op("Object.assign")"#,
    r#"adm-zip().getEntries().forEach Callback(0, 0, "archive.Entry")"#,
    r#"assign-deep Op("Object.assign")"#,
    r#"crypto-js.CryptoJS Is("crypto-js")"#,
    r#"deep-extend Op("Object.assign")"#,
    r#"deepmerge Op("Object.assign")"#,
    r#"defaults Op("Object.defaults")"#,
    r#"defaults-deep Op("Object.defaults")"#,
    r#"doT Is("dot")"#,
    r#"Eta Is("eta")"#,
    r#"extend Op("Object.assign")"#,
    r#"extend-shallow Op("Object.assign")"#,
    r#"hapi.Server() Is("hapi.Server")"#,
    r#"hoek.applyToDefaults Op("Object.assign")"#,
    r#"Hogan Is("hogan.js")"#,
    r#"is-extendable Op("isObject")"#,
    r#"is-obj Op("isObject")"#,
    r#"is-object Op("isObject")"#,
    r#"is-plain-object Op("isObject")"#,
    r#"is-plain-object.isPlainObject Op("isObject")"#,
    r#"isobject Op("isObject")"#,
    r#"just-extend Op("Object.assign")"#,
    r#"lodash.assign Op("Object.assign")"#,
    r#"lodash.assignIn Op("Object.assign")"#,
    r#"lodash.defaultsDeep Op("Object.defaults")"#,
    r#"lodash.extend Op("Object.assign")"#,
    r#"lodash.isObject Op("isObject")"#,
    r#"lodash.isPlainObject Op("isObject")"#,
    r#"lodash.merge Op("Object.assign")"#,
    r#"merge Op("Object.assign")"#,
    r#"merge-deep Op("Object.assign")"#,
    r#"merge-options Op("Object.assign")"#,
    r#"merge.recursive Op("Object.assign")"#,
    r#"mixin-deep Op("Object.assign")"#,
    r#"Mustache Is("mustache")"#,
    r#"node.extend Op("Object.assign")"#,
    r#"object.defaults Op("Object.defaults")"#,
    r#"Object.hasOwnProperty Is("Object.prototype.hasOwnProperty")"#,
    r#"pg-pool() Is("pg.Client")"#,
    r#"Sqrl Is("squirrelly")"#,
    r#"underscore.assign Op("Object.assign")"#,
    r#"underscore.defaults Op("Object.defaults")"#,
    r#"underscore.extend Op("Object.assign")"#,
    r#"underscore.extendOwn Op("Object.assign")"#,
    r#"underscore.isObject Op("isObject")"#,
    r#"util._extend Op("Object.assign")"#,
    r#"xtend.mutable Op("Object.assign")"#,
    r#"pg.Client.connect() Is("pg.Client")"#,
];

/// A piece, and what is found in it with all rows.
struct Shown {
    piece: Piece,
    findings: Analysis,
    sinks: Analysis,
}

impl Shown {
    fn new(piece: Piece) -> Self {
        let (findings, sinks) = (analyze(&piece, RuleSet::new(), false), analyze(&piece, RuleSet::new(), true));
        Self { piece, findings, sinks }
    }

    /// Returns whether a row of this role makes a difference; `without` has the models without it, and no rule.
    fn shows(&self, role: &str, without: &RuleSet) -> bool {
        let differs = |judges, before: &Analysis| analyze(&self.piece, without.clone(), judges) != *before;
        let quiets = role == "Neutral" || role.starts_with("Op(");
        differs(false, &self.findings) || quiets && differs(true, &self.sinks)
    }
}

/// Returns what the piece's own rule finds in it.
fn analyze(piece: &Piece, mut rules: RuleSet, judges: bool) -> Analysis {
    rules.configure(piece.rule.meta.id, Some(Severity::Error), &piece.options).unwrap();
    Analyzer::new(&rules).judging_findings(judges).analyze(&piece.filename, &piece.code)
}

/// The name that a path ends with, as code writes it: `jszip` of `jszip()`, `$scope` of `$scope.*`.
fn last_name(path: &str) -> &str {
    names_of(path).next_back().unwrap_or(path)
}

/// The names in a path, without its calls and items of lists: `useState().0`.
fn names_of(path: &str) -> impl DoubleEndedIterator<Item = &str> {
    let is_name = |name: &&str| !name.is_empty() && !name.contains(['*', '[']) && name.parse::<usize>().is_err();
    path.split(['.', '(', ')']).filter(is_name)
}

/// The names of what gives a value of a type, by the type's last name. A type of the models' own has no name that code
/// would write.
struct Names<'r>(HashMap<&'r str, Vec<&'r str>>);

impl<'r> Names<'r> {
    fn of(rows: &'r [(&'static str, String)]) -> Self {
        let mut given_by: HashMap<&str, Vec<&str>> = HashMap::new();
        for (path, role) in rows {
            if let Some(name) = type_of(role) {
                given_by.entry(last_name(name)).or_default().push(last_name(path));
            }
        }
        Self(given_by)
    }

    /// A name and all that may stand for it.
    fn in_code(&self, name: &'r str) -> Vec<&'r str> {
        let mut names = vec![name];
        let mut at = 0;
        while let Some(&name) = names.get(at) {
            for &other in self.0.get(name).into_iter().flatten() {
                if !names.contains(&other) {
                    names.push(other);
                }
            }
            at += 1;
        }
        names
    }
}

/// The type that a row says a value is of.
fn type_of(role: &str) -> Option<&str> {
    let quoted = role.split('"').nth(1)?;
    (role.starts_with("Is(") || role.starts_with("Callback(")).then_some(quoted)
}

#[test]
fn every_row_of_a_model_is_shown_by_labelled_code() {
    let pieces = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus")).unwrap();
    let own = pieces.into_par_iter().filter(|piece| piece.rule.meta.id.starts_with("oxsec/"));
    let shown: Vec<Shown> = own.map(Shown::new).collect();
    let rows = RuleSet::model_rows();
    let names = Names::of(&rows);
    let unshown: Vec<String> = (0..rows.len())
        .into_par_iter()
        .filter_map(|number| {
            let (path, role) = &rows[number];
            let names = names.in_code(last_name(path));
            let without = RuleSet::new().without_model_row(number);
            let mut likely: Vec<&Shown> =
                shown.iter().filter(|it| names.iter().any(|name| it.piece.code.contains(name))).collect();
            // The piece that has most of the path in it, and of those the shortest, shows the row in most cases.
            likely.sort_by_cached_key(|it| {
                let here = names_of(path).filter(|name| it.piece.code.contains(name)).count();
                (Reverse(here), it.piece.code.len())
            });
            let is_shown = likely.into_iter().any(|it| it.shows(role, &without));
            (!is_shown).then(|| format!("{path} {role}"))
        })
        .collect();
    let shown_by_now: Vec<&str> =
        NOT_SHOWN_YET.iter().copied().filter(|row| !unshown.iter().any(|it| it == row)).collect();
    let unexcused: Vec<&str> = unshown.iter().map(String::as_str).filter(|row| !NOT_SHOWN_YET.contains(row)).collect();
    assert!(
        shown_by_now.is_empty() && unexcused.is_empty(),
        "of {} rows are not shown:\n{}\n\nin the list of these, and shown by now:\n{}",
        rows.len(),
        unexcused.join("\n"),
        shown_by_now.join("\n")
    );
}
