//! Several rounds, several conditions, and who repairs what.

use serde_json::json;

use crate::support::{ONE_RULE, Place};

/// Returns a stored experiment of one model and two prompts; findings come from `SELECT *`.
fn stored() -> serde_json::Value {
    let star = |line: usize| format!("{}pool.query('SELECT * FROM t');", "x();\n".repeat(line - 1));
    json!({ "models": { "m": { "byPrompt": [
        { "id": "db-one", "prompt": "first", "iterations": [{
            "iteration": 1,
            "code": format!("{}\n", star(1)),
            "generationTimeMs": 1200,
            "remediation": [
                // Moved down, not fixed; one more came.
                { "fixedCode": format!("y();\n{}\npool.query('SELECT * FROM v');", star(1)) },
                { "fixedCode": "y();\npool.query('SELECT a FROM t');\npool.query('SELECT a FROM v');" },
            ],
        }]},
        { "id": "auth-two", "prompt": "second", "iterations": [
            { "iteration": 1, "code": star(2), "remediation": [{ "fixedCode": "I cannot do that." }] },
        ]},
    ]}}})
}

fn place(further: &str) -> Place {
    let place = Place::new();
    place.write("stored.json", &stored().to_string());
    place.write(
        "plan.toml",
        &format!(
            "output = \"result.json\"\nprompts_from = \"stored.json\"\nrounds = 3\n{ONE_RULE}\n{further}\n\
             [[models]]\nname = \"m\"\nprovider = \"p\"\n\n[providers.p]\nkind = \"replay\"\nfile = \"stored.json\"\n"
        ),
    );
    place
}

#[test]
fn each_round_says_what_it_fixed_kept_and_introduced() {
    let place = place("");
    let said = place.complete(&[]);
    let result = place.json("result.json");
    let model = &result["models"]["m"];
    let repairs = &model["byPrompt"][0]["iterations"][0]["remediation"];
    assert_eq!(repairs[0]["changes"], json!({ "fixed": 0, "kept": 1, "introduced": 1 }));
    assert_eq!(repairs[1]["changes"], json!({ "fixed": 2, "kept": 0, "introduced": 0 }));
    assert_eq!(repairs.as_array().unwrap().len(), 2, "clean code is not repaired again");

    let lost = &model["byPrompt"][1]["iterations"][0]["remediation"];
    assert_eq!(lost.as_array().unwrap().len(), 1, "what is no code has no findings to hand back");
    assert_eq!(lost[0]["changes"], json!(null));

    assert_eq!(
        model["remediationRounds"],
        json!([
            { "round": 1, "attempts": 2, "failed": 0, "noCode": 1, "findings": 1, "fixed": 0, "kept": 1,
              "introduced": 1, "introducing": 1 },
            { "round": 2, "attempts": 1, "failed": 0, "noCode": 0, "findings": 2, "fixed": 2, "kept": 0,
              "introduced": 0, "introducing": 0 },
        ])
    );
    assert!(said.out.contains("that introduced something"), "{said:?}");
    assert!(said.out.contains("100.0%") && said.out.contains("0.0%"), "{said:?}");
}

#[test]
fn the_result_is_read_like_any_stored_experiment() {
    let place = place("");
    place.complete(&[]);
    let plan = place
        .read("plan.toml")
        .replace("\"stored.json\"", "\"result.json\"")
        .replace("= \"result.json\"\nprompts", "= \"again.json\"\nprompts");
    place.write("plan.toml", &plan);
    place.complete(&[]);
    let of = |name: &str| {
        let mut iterations = Vec::new();
        for prompt in place.json(name)["models"]["m"]["byPrompt"].as_array().unwrap() {
            let iteration = &prompt["iterations"][0];
            iterations.push((prompt["domain"].clone(), iteration["code"].clone(), iteration["violations"].clone()));
        }
        iterations
    };
    assert_eq!(of("again.json"), of("result.json"));
}

#[test]
fn what_the_model_saw_is_stored_with_its_answer() {
    let place = place("repair_prompt = \"Task: {prompt} Code: {code} Findings: {findings} Braces: {{}}\"");
    place.complete(&[]);
    let result = place.json("result.json");
    let repair = &result["models"]["m"]["byPrompt"][0]["iterations"][0]["remediation"][0];
    let asked = repair["asked"].as_str().unwrap();
    assert!(asked.starts_with("Task: first\n\nAnswer with"), "{asked}");
    assert!(
        asked.contains(
            "Code: ```javascript\npool.query('SELECT * FROM t');\n``` Findings: - line 1, pg/no-select-all: "
        ),
        "{asked}"
    );
    assert!(asked.ends_with("Braces: {}"), "{asked}");
}

#[test]
fn each_condition_has_a_result_of_its_own() {
    let conditions = "[[conditions]]\nname = \"treatment\"\nprompt = \"{prompt}\"\n\
                      [[conditions]]\nname = \"control\"\nprompt = \"{prompt} Mind security.\"\n";
    let place = place(conditions);
    place.complete(&[]);
    assert!(!place.path("result.json").exists());
    for (condition, asked) in [("treatment", "first"), ("control", "first Mind security.")] {
        let result = place.json(&format!("result.{condition}.json"));
        assert_eq!(result["methodology"]["condition"], condition);
        assert_eq!(result["models"]["m"]["byPrompt"][0]["iterations"][0]["asked"], asked);
    }
}

#[test]
fn another_model_can_repair_a_domain() {
    let place = place("remediator = { database = \"repairer\" }");
    place.stand_in("stand-in");
    let repairer = "\n[[models]]\nname = \"repairer\"\nprovider = \"q\"\nonly_repairs = true\n\n\
                    [providers.q]\nkind = \"command\"\ncommand = [\"./stand-in\", \"record\"]\n";
    place.write("plan.toml", &(place.read("plan.toml") + repairer));
    place.complete(&[]);
    let result = place.json("result.json");
    assert_eq!(
        result["models"].as_object().unwrap().keys().collect::<Vec<_>>(),
        ["m"],
        "who only repairs is not scored"
    );
    let prompts = &result["models"]["m"]["byPrompt"];
    let by_other = &prompts[0]["iterations"][0]["remediation"][0];
    assert_eq!(by_other["by"], "repairer");
    assert_eq!(by_other["fixedCode"], "function f() { return 1; }");
    let by_itself = &prompts[1]["iterations"][0]["remediation"][0];
    assert_eq!((&by_itself["by"], &by_itself["fixedCode"]), (&json!(null), &json!("I cannot do that.")));
}

#[test]
fn without_rounds_nothing_is_handed_back() {
    let place = place("");
    place.write("plan.toml", &place.read("plan.toml").replace("rounds = 3", "rounds = 0"));
    place.complete(&[]);
    assert_eq!(place.entries().len(), 2);
    assert_eq!(place.json("result.json")["models"]["m"]["remediationRounds"], json!(null));
}
