//! The findings on long texts: they do not depend on walking in portions, nor on searching around a node or in the
//! whole text.

use oxsec_rules::{Analyzer, LintMessage, RuleSet};

/// Code for the rules that search around a node or report at the end. Every part has the same findings.
const PART: &str = r"(async (req, name, file, url) => {
  const client = await pool.connect();
  client.release();
  client.release();
  const load = require;
  load(name);
  if (!NAMES.includes(name)) return;
  fs.readFile(name, done);
  fs.readFile(file, done);
  settings[name] = settings[url];
  if (!HOSTS.has(new URL(url).hostname)) throw new Error(url);
  await fetch(url);
  const id = parseInt(req.query.id);
  for (let i = 0; i < id; i++) eval(req.body.code);
})();
";

fn found(code: &str) -> Vec<LintMessage> {
    Analyzer::new(&RuleSet::preset("all").unwrap()).analyze("long.js", code).messages
}

#[test]
fn a_long_text_finds_what_its_parts_find() {
    let lines = PART.lines().count() as u32;
    let in_one = found(PART);
    assert!(in_one.iter().all(|message| !message.fatal), "{in_one:?}");
    for rule in ["pg/prevent-double-release", "node-security/no-unsafe-dynamic-require"] {
        assert!(in_one.iter().any(|message| message.rule_id.as_deref() == Some(rule)), "{rule}: {in_one:?}");
    }
    // A name that one part has changed is changed in the next ones, so that all parts from the second on are alike.
    let per_part = found(&PART.repeat(2)).len() - in_one.len();
    for parts in [10, 100, 1000] {
        let in_all = found(&PART.repeat(parts));
        assert_eq!(in_all.len(), in_one.len() + (parts - 1) * per_part, "{parts} parts");
        let place = |message: &LintMessage| (message.line, message.column, message.rule_id.clone());
        let (second, last) = (&in_all[in_one.len()..][..per_part], &in_all[in_all.len() - per_part..]);
        let moved = (parts as u32 - 2) * lines;
        let second = second.iter().map(place).map(|(line, column, rule)| (line + moved, column, rule));
        assert_eq!(second.collect::<Vec<_>>(), last.iter().map(place).collect::<Vec<_>>());
    }
}

#[test]
fn the_first_match_in_a_node_that_stands_deep_is_its_own() {
    let around = "res.cookie(a, b, { httpOnly: true, secure: true, sameSite: 'lax', next: ".repeat(300);
    let code =
        format!("{around}res.cookie(a, b, {{ httpOnly: true, secure: true, sameSite: 'none' }}){}", " })".repeat(300));
    let rule = Some("express-security/no-insecure-cookie-options");
    let cookies: Vec<_> = found(&code).into_iter().filter(|message| message.rule_id.as_deref() == rule).collect();
    assert_eq!(cookies.len(), 1, "{cookies:?}");
    assert!(cookies[0].message.contains("sameSite: 'none'"), "{cookies:?}");
}
