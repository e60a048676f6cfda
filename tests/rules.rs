//! `oxsec rules`, through the program.

use std::{collections::BTreeMap, fs, path::Path};

use assert_cmd::Command;
use oxsec_rules::catalogue::entries;
use serde_json::{Value, json};

fn rules(arguments: &[&str]) -> String {
    let output = Command::cargo_bin("oxsec").unwrap().arg("rules").args(arguments).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn a_rules_page_names_its_options_with_their_defaults() {
    let page = rules(&["secure-coding/no-redos-vulnerable-regex"]);
    assert!(page.contains("## Options\n\n- `allowCommonPatterns` (boolean, default false)"), "{page}");
    assert!(!rules(&["pg/no-select-all"]).contains("## Options"));
}

#[test]
fn every_page_has_the_same_headings_and_says_where_the_rule_is_on() {
    const HEADINGS: [&str; 7] =
        ["## Why", "## What is found", "## Example", "## Options", "## Limits", "## Where it is on", "## Messages"];
    let checked_in = pages(&Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/rules"));
    for (_, page) in checked_in.iter().filter(|(name, _)| *name != "README.md") {
        let headings: Vec<&str> = page.lines().filter(|line| line.starts_with("## ")).collect();
        let known: Vec<&str> = HEADINGS.into_iter().filter(|heading| headings.contains(heading)).collect();
        assert_eq!(headings, known, "{page}");
        assert!(headings.ends_with(&HEADINGS[5..]), "{page}");
    }
    assert!(rules(&["pg/no-select-all"]).contains("By default, at the severity `warn`. Presets: recommended, "));
    assert!(rules(&["crypto/no-key-reuse"]).contains("Off by default. Presets: "));
    assert!(
        rules(&["no-eval"]).contains("Off by default, and in no preset. Switch it on with `--rule 'no-eval: warn'`")
    );
}

/// The pages in `docs/rules` are those that `oxsec docs` writes: after a change of a rule's words, run it.
#[test]
fn the_pages_that_are_checked_in_are_current() {
    let written = tempfile::TempDir::new().unwrap();
    let output = Command::cargo_bin("oxsec").unwrap().arg("docs").arg(written.path()).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let checked_in = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/rules");
    let (written, checked_in) = (pages(written.path()), pages(&checked_in));
    assert_eq!(written.keys().collect::<Vec<_>>(), checked_in.keys().collect::<Vec<_>>(), "run `oxsec docs`");
    for (name, page) in &written {
        assert!(checked_in[name] == *page, "docs/rules/{name} is not current: run `oxsec docs`");
    }
    assert_eq!(written.len(), entries().count() + 1);
}

/// Returns the files below a folder, by their paths in it.
fn pages(folder: &Path) -> BTreeMap<String, String> {
    fn add(folder: &Path, root: &Path, pages: &mut BTreeMap<String, String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                add(&path, root, pages);
            } else {
                let name = path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
                pages.insert(name, fs::read_to_string(&path).unwrap());
            }
        }
    }
    let mut pages = BTreeMap::new();
    add(folder, folder, &mut pages);
    pages
}

#[test]
fn json_has_an_object_for_each_rule() {
    let all: Value = serde_json::from_str(&rules(&["--json"])).unwrap();
    let ids: Vec<&str> = all.as_array().unwrap().iter().map(|rule| rule["id"].as_str().unwrap()).collect();
    assert_eq!(ids, entries().map(|entry| entry.meta.id).collect::<Vec<_>>());
    let one: Value = serde_json::from_str(&rules(&["pg/no-unsafe-copy-from", "--json"])).unwrap();
    assert!(all.as_array().unwrap().contains(&one));
    assert_eq!((&one["plugin"], &one["cvss"]), (&json!("pg"), &json!(8.8)), "{one:#}");
    assert!(one["presets"].as_array().unwrap().contains(&json!("pg/recommended")));
    assert_eq!(one["options"]["properties"]["allowHardcodedPaths"]["default"], json!(false), "{one:#}");
}
