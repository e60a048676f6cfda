//! `oxsec rules`, through the program.

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
