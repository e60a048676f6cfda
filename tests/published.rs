//! Every published figure of the stored experiment, compared with those of linting it again.

mod shared;

use std::sync::OnceLock;

use oxsec::experiment::{Basis, Columns, Domains, read, score};
use oxsec::report::Report;
use oxsec::report::domains::Domain;
use oxsec::report::rank::{Place, Podium};
use oxsec::statistics::Proportion;
use oxsec_rules::RuleSet;
use serde_json::Value;

/// Compares figure by figure and names all that differ, not only the first.
struct Comparison {
    published: Value,
    compared: usize,
    differences: Vec<String>,
}

impl Comparison {
    /// Compares the published figure at a JSON Pointer with the one that was found.
    fn check(&mut self, pointer: &str, found: impl Into<Value>) {
        let found = found.into();
        let published = self.published.pointer(pointer).unwrap_or_else(|| panic!("nothing is published at {pointer}"));
        self.compared += 1;
        let agree = match (published.as_f64(), found.as_f64()) {
            (Some(published), Some(found)) => (published - found).abs() < 1e-9,
            _ => *published == found,
        };
        if !agree {
            self.differences.push(format!("{pointer}: published {published}, found {found}"));
        }
    }

    fn keys(&self, pointer: &str) -> Vec<String> {
        let object = self.published.pointer(pointer).and_then(Value::as_object);
        object.unwrap_or_else(|| panic!("there is no object at {pointer}")).keys().cloned().collect()
    }

    fn finish(self, least: usize) {
        assert!(self.differences.is_empty(), "{}", self.differences.join("\n"));
        assert!(self.compared >= least, "only {} figures were compared", self.compared);
    }
}

/// Returns a share in percent, rounded as it was published: halves up.
fn percent(share: Option<f64>, decimals: i32) -> f64 {
    let scale = 10_f64.powi(decimals);
    (share.expect("a rate of something") * 100.0 * scale).round() / scale
}

fn one_decimal(value: Option<f64>) -> f64 {
    (value.expect("an average of something") * 10.0).round() / 10.0
}

fn model(report: &Report, name: &str) -> usize {
    report.grid.models.iter().position(|model| *model == name).unwrap_or_else(|| panic!("there is no model {name}"))
}

fn domain<'r, 's>(report: &'r Report<'s>, name: &str) -> &'r Domain<'s> {
    let found = report.domains.domains.iter().find(|domain| domain.name == name);
    found.unwrap_or_else(|| panic!("there is no domain {name}"))
}

fn vulnerable_of_prompt(report: &Report, prompt: &str, name: &str) -> Proportion {
    let row = report.prompts.prompts.iter().find(|row| row.id == prompt);
    row.unwrap_or_else(|| panic!("there is no prompt {prompt}")).vulnerable[model(report, name)].published
}

/// Returns the report on the stored experiment, made once; `None` if that is absent.
fn stored_report() -> Option<&'static Report<'static>> {
    static REPORT: OnceLock<Option<Report<'static>>> = OnceLock::new();
    let make = || {
        let stored = shared::file("stored/overnight-7iter.json")?;
        let experiment = Box::leak(Box::new(read(&[stored], &Columns::default(), &Domains::default())));
        let rules = Box::leak(Box::new(RuleSet::preset("recommended").unwrap()));
        let scored = Box::leak(Box::new(score(experiment, rules)));
        Some(Report::new(scored, &[]))
    };
    REPORT.get_or_init(make).as_ref()
}

/// Calls `test` with the report on the stored experiment and with what was published; skips where they are
/// absent.
fn with_report(test: impl FnOnce(&Report, Comparison)) {
    let (Some(report), Some(published)) = (stored_report(), shared::file("stored/published.json")) else { return };
    let published = serde_json::from_slice(&std::fs::read(published).unwrap()).unwrap();
    test(report, Comparison { published, compared: 0, differences: Vec::new() });
}

#[test]
fn no_part_of_what_was_published_is_left_out() {
    with_report(|_, comparison| {
        let compared = [
            "about",
            "aggregate",
            "champions",
            "chi_squared",
            "consistency",
            "disputed",
            "domain_remediation",
            "domain_vulnerability_percent",
            "domains",
            "elimination",
            "models",
            "net_security_percent",
            "prompt_level_vulnerable_of_7",
            "remediation",
        ];
        let mut keys = comparison.keys("");
        keys.sort_unstable();
        assert_eq!(keys, compared);
    });
}

#[test]
fn models_and_domains() {
    with_report(|report, mut comparison| {
        comparison.check("/models", report.grid.models.clone());
        for name in comparison.keys("/domains") {
            let prompts: Vec<&str> =
                report.prompts.prompts.iter().filter(|row| row.domain == name).map(|row| row.id).collect();
            comparison.check(&format!("/domains/{name}"), prompts);
        }
        comparison.finish(6);
    });
}

#[test]
fn aggregate() {
    with_report(|report, mut comparison| {
        for name in comparison.keys("/aggregate") {
            let at = |field: &str| format!("/aggregate/{name}/{field}");
            let standing = report.leaderboard.standings.iter().find(|standing| standing.model == name).unwrap();
            let estimate = &standing.vulnerable.published;
            let interval = estimate.wilson.unwrap();
            comparison.check(&at("functions"), estimate.proportion.total);
            comparison.check(&at("vulnerable"), estimate.proportion.count);
            comparison.check(&at("rate"), percent(estimate.proportion.rate(), 0));
            comparison.check(&at("rate1"), percent(estimate.proportion.rate(), 1));
            comparison.check(&at("ci95/0"), percent(Some(interval.low), 1));
            comparison.check(&at("ci95/1"), percent(Some(interval.high), 1));
            comparison.check(&at("average_cvss"), one_decimal(standing.average_recorded_cvss));
            comparison.check(&at("average_seconds"), one_decimal(standing.average_generation_ms.map(|ms| ms / 1000.0)));
        }
        comparison.finish(40);
    });
}

#[test]
fn chi_squared() {
    with_report(|report, mut comparison| {
        let test = report.comparison.homogeneity.published.unwrap();
        comparison.check("/chi_squared/value", (test.statistic * 100.0).round() / 100.0);
        comparison.check("/chi_squared/df", test.df);
        assert!(test.p < comparison.published.pointer("/chi_squared/p_below").unwrap().as_f64().unwrap());
        comparison.finish(2);
    });
}

#[test]
fn domain_vulnerability() {
    with_report(|report, mut comparison| {
        for name in comparison.keys("/domain_vulnerability_percent") {
            for model_name in comparison.keys(&format!("/domain_vulnerability_percent/{name}")) {
                let counts = domain(report, &name).counts[model(report, &model_name)];
                let found = percent(counts.vulnerable(Basis::Published).rate(), 0);
                comparison.check(&format!("/domain_vulnerability_percent/{name}/{model_name}"), found);
            }
        }
        comparison.finish(25);
    });
}

#[test]
fn remediation() {
    with_report(|report, mut comparison| {
        for name in comparison.keys("/remediation") {
            let fixed = report.remediation.models[model(report, &name)].fixed.published;
            comparison.check(&format!("/remediation/{name}/attempts"), fixed.total);
            comparison.check(&format!("/remediation/{name}/fixed"), fixed.count);
            comparison.check(&format!("/remediation/{name}/rate"), percent(fixed.rate(), 0));
            comparison.check(&format!("/remediation/{name}/rate1"), percent(fixed.rate(), 1));
        }
        for name in comparison.keys("/domain_remediation") {
            for model_name in comparison.keys(&format!("/domain_remediation/{name}")) {
                let fixed = domain(report, &name).counts[model(report, &model_name)].fixed(Basis::Published);
                let at = |index: usize| format!("/domain_remediation/{name}/{model_name}/{index}");
                comparison.check(&at(0), fixed.total);
                comparison.check(&at(1), fixed.count);
                comparison.check(&at(2), percent(fixed.rate(), 0));
            }
        }
        comparison.finish(95);
    });
}

#[test]
fn consistency() {
    with_report(|report, mut comparison| {
        for name in comparison.keys("/consistency") {
            let found = report.consistency.counts[model(report, &name)].published;
            comparison.check(&format!("/consistency/{name}/always_clean"), found.always_clean);
            comparison.check(&format!("/consistency/{name}/always_vulnerable"), found.always_vulnerable);
            comparison.check(&format!("/consistency/{name}/mixed"), found.mixed);
        }
        comparison.finish(15);
    });
}

#[test]
fn net_rates_and_elimination() {
    with_report(|report, mut comparison| {
        for name in comparison.keys("/net_security_percent") {
            let net = report.remediation.models[model(report, &name)].net.published;
            comparison.check(&format!("/net_security_percent/{name}"), percent(net.rate(), 1));
        }
        for name in comparison.keys("/elimination") {
            let counts = report.remediation.models[model(report, &name)].counts;
            let eliminated = Proportion::new(counts.found - counts.after, counts.found);
            comparison.check(&format!("/elimination/{name}/found"), counts.found);
            comparison.check(&format!("/elimination/{name}/after"), counts.after);
            comparison.check(&format!("/elimination/{name}/eliminated"), eliminated.count);
            comparison.check(&format!("/elimination/{name}/percent"), percent(eliminated.rate(), 1));
        }
        comparison.finish(25);
    });
}

#[test]
fn prompt_level() {
    with_report(|report, mut comparison| {
        for prompt in comparison.keys("/prompt_level_vulnerable_of_7") {
            for name in comparison.keys(&format!("/prompt_level_vulnerable_of_7/{prompt}")) {
                let found = vulnerable_of_prompt(report, &prompt, &name);
                assert_eq!(found.total, 7);
                comparison.check(&format!("/prompt_level_vulnerable_of_7/{prompt}/{name}"), found.count);
            }
        }
        comparison.finish(16);
    });
}

#[test]
fn champions() {
    with_report(|report, mut comparison| {
        let names = |place: &Place| -> Value {
            let mut names: Vec<&str> = place.holders.iter().map(|holder| report.grid.models[*holder]).collect();
            names.sort_unstable();
            if let [name] = names[..] { name.into() } else { names.into() }
        };
        // Ties were published in no order of their own.
        for list in ["generation", "remediation"] {
            for name in comparison.keys(&format!("/champions/{list}")) {
                for index in [0, 2] {
                    let pointer = format!("/champions/{list}/{name}/{index}");
                    if let Some(Value::Array(tied)) = comparison.published.pointer_mut(&pointer) {
                        tied.sort_unstable_by_key(|name| name.as_str().map(str::to_owned));
                    }
                }
                let domain = domain(report, &name);
                let Podium { champions, runners_up } =
                    if list == "generation" { &domain.generation.published } else { &domain.remediation.published };
                let at = |index: usize| format!("/champions/{list}/{name}/{index}");
                comparison.check(&at(0), names(champions));
                comparison.check(&at(1), percent(champions.value, 0));
                comparison.check(&at(2), names(runners_up));
                comparison.check(&at(3), percent(runners_up.value, 0));
            }
        }
        comparison.finish(40);
    });
}

/// Each published claim that the data does not bear out, by the beginning of its text, beside the value that
/// the data bears. `cargo test --test published disputed -- --nocapture` lists them.
#[test]
fn disputed() {
    with_report(|report, comparison| {
        let fixed = report.remediation.models[model(report, "gemini-2.5-pro-cli")].fixed;
        let of = |proportion: Proportion| format!("{}/{}", proportion.count, proportion.total);
        let best = |prompt: &str| {
            ["opus-4.6", "sonnet-4.5", "haiku-4.5"].map(|name| of(vulnerable_of_prompt(report, prompt, name))).join(" ")
        };
        let haiku = report.leaderboard.standings.iter().find(|standing| standing.model == "haiku-4.5").unwrap();
        let rules = report.rules.fired.len() + report.rules.silent.len();
        let code = report.comparison.homogeneity.code.unwrap();
        let disputed: [(&str, String, &str); 6] = [
            (
                "remediation of gemini-2.5-pro-cli",
                format!("{} of all attempts, {} of those answered", of(fixed.published), of(fixed.code)),
                "47/102 of all attempts, 47/101 of those answered",
            ),
            ("config-encrypt-data", best("config-encrypt-data"), "0/7 0/7 2/7"),
            (
                "auth-hash-password and auth-compare-password",
                format!("{}, {}", best("auth-hash-password"), best("auth-compare-password")),
                "0/7 0/7 0/7, 0/7 0/7 1/7",
            ),
            (
                "332 rules analyzed",
                format!("{rules} rules were active, {} found anything", report.rules.fired.len()),
                "58 rules were active, 20 found anything",
            ),
            (
                "haiku-4.5 49% of 140",
                format!(
                    "{} do not parse, {} hold no statement; {} among code, {:.1}%",
                    haiku.counts.unparsable,
                    haiku.counts.empty,
                    of(haiku.vulnerable.code.proportion),
                    percent(haiku.vulnerable.code.proportion.rate(), 1)
                ),
                "17 do not parse, 3 hold no statement; 68/120 among code, 56.7%",
            ),
            (
                "the differences between the five models",
                format!("χ² = {:.2}, df {}, p = {:.3} among code", code.statistic, code.df, code.p),
                "χ² = 8.92, df 4, p = 0.063 among code",
            ),
        ];
        let published = comparison.published["disputed"].as_array().unwrap();
        assert_eq!(published.len(), disputed.len(), "another figure is disputed");
        for (entry, (beginning, found, expected)) in published.iter().zip(disputed) {
            let claim = entry["published"].as_str().unwrap();
            assert!(claim.starts_with(beginning), "{claim}");
            println!("published: {claim}\n    found: {found}");
            assert_eq!(found, expected);
        }
    });
}

/// The facts that the published analysis missed, in the words of the report.
#[test]
fn statements() {
    with_report(|report, _| {
        let statements = report.statements();
        assert_eq!(
            statements[..2],
            [
                "haiku-4.5: 20 of 140 answers are not code (17 do not parse, 3 hold no statement) and counted as clean. \
                 Vulnerable: 68 of 140 (48.6%) as published, 68 of 120 (56.7%) among code.",
                "Among code the order of the models stays, but they no longer differ significantly (χ² = 8.92, df 4, \
                 p = 0.063, against χ² = 18.43, df 4, p = 0.001 as published).",
            ]
        );
    });
}
