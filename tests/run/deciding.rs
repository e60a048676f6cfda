//! The findings that return an answer for repair, and the text that is sent with them.

use serde_json::json;

use crate::support::Place;

/// Returns an answer with a refuted finding and, if `is_open`, one with a proof.
fn answer(is_open: bool) -> String {
    let check = if is_open { "" } else { "if (!/^[a-z]+$/.test(name)) return;" };
    format!(
        "const {{ exec }} = require('child_process');\nexports.run = (name) => {{ {check} exec('ls ' + name); }};\n"
    )
}

/// Replays an answer and its repair under a plan with these lines; returns the number of repairs that were asked for,
/// and the first one's prompt.
fn repairs(head: &str, is_open: bool) -> (usize, String) {
    let place = Place::new();
    let iteration =
        json!({"iteration": 1, "code": answer(is_open), "remediation": {"fixedCode": "exports.run = () => {};"}});
    let stored = json!({"models": {"m": {"byPrompt": [{"id": "db-one", "prompt": "x", "iterations": [iteration]}]}}});
    place.write("stored.json", &stored.to_string());
    place.write(
        "plan.toml",
        &format!(
            "output = \"result.json\"\nprompts_from = \"stored.json\"\niterations = 1\nrounds = 1\n{head}\n\
             [[models]]\nname = \"m\"\nprovider = \"p\"\n\n[providers.p]\nkind = \"replay\"\nfile = \"stored.json\"\n"
        ),
    );
    place.complete(&["--quiet"]);
    let entries = place.entries();
    let asked = entries.iter().find(|entry| entry["round"] == 1).map(|entry| entry["asked"].to_string());
    (entries.len() - 1, asked.unwrap_or_default())
}

const RULES: &str = "preset = \"none\"\nrules = { \"node-security/detect-child-process\" = \"error\" }";
const OWN: &str = "preset = \"oxsec\"";

#[test]
fn the_verdict_of_the_plan_decides_what_goes_back() {
    for (head, verdict, is_open, expected) in [
        (RULES, "rules", true, 1),
        (RULES, "rules", false, 1),
        (RULES, "confirmed", true, 1),
        (RULES, "confirmed", false, 0),
        (OWN, "proven", true, 1),
        (OWN, "proven", false, 0),
        (OWN, "confirmed", true, 1),
    ] {
        let (repairs, _) = repairs(&format!("{head}\nverdict = \"{verdict}\""), is_open);
        assert_eq!(repairs, expected, "{head} {verdict} {is_open}");
    }
}

#[test]
fn a_repair_prompt_may_carry_the_proof() {
    let prompt = "repair_prompt = \"{code} {findings} PROOF: {evidence}\"";
    let (repairs, asked) = repairs(&format!("{OWN}\n{prompt}"), true);
    assert_eq!(repairs, 1);
    let proof = asked.split("PROOF: ").nth(1).expect("the prompt is in the journal");
    assert!(proof.contains("comes from the caller") && proof.contains("input: "), "{proof}");
}

#[test]
fn a_verdict_that_sends_nothing_back_is_refused() {
    let place = Place::new();
    place.plan_with(&format!("rounds = 1\nverdict = \"proven\"\n{RULES}"), "kind = \"replay\"\nfile = \"a.json\"");
    place.run(&[]).refused(&["no answer would go back", "preset `oxsec`"]);
    place.plan_with("rounds = 1\nverdict = \"proved\"\n", "kind = \"replay\"\nfile = \"a.json\"");
    place.run(&[]).refused(&["proved", "proven"]);
}
