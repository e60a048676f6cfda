//! The real experiment, replayed.

use oxsec::experiment::{self, Attempt, Columns, Domains};
use oxsec_rules::RuleSet;
use serde_json::Value;

use crate::support::{Place, shared};

const MODELS: [&str; 5] = ["opus-4.6", "sonnet-4.5", "haiku-4.5", "gemini-2.5-flash-cli", "gemini-2.5-pro-cli"];

#[test]
fn the_stored_experiment_comes_back() {
    let Some(stored) = shared("stored/overnight-7iter.json") else { return };
    let place = Place::new();
    let file = stored.display();
    let models: String = MODELS.map(|name| format!("[[models]]\nname = \"{name}\"\nprovider = \"p\"\n")).concat();
    place.write(
        "plan.toml",
        &format!(
            "output = \"result.json\"\nprompts_from = \"{file}\"\niterations = 7\nrounds = 1\n{models}\n\
             [providers.p]\nkind = \"replay\"\nfile = \"{file}\"\nconcurrency = 4\n"
        ),
    );
    place.complete(&["--quiet"]);

    let rules = RuleSet::preset("recommended").unwrap();
    let read = |path| experiment::read(&[path], &Columns::default(), &Domains::default());
    let (before, after) = (read(stored.clone()), read(place.path("result.json")));
    assert_eq!(after.problems, []);
    let expected = experiment::score(&before, &rules);
    let found = experiment::score(&after, &rules);
    let (mut answers, mut answered, mut failed) = (0, 0, 0);
    for (expected, found) in expected.models.iter().zip(&found.models) {
        assert_eq!(expected.model.name, found.model.name);
        assert_eq!(expected.answers().count(), found.answers().count());
        for (expected, found) in expected.answers().zip(found.answers()) {
            let place = &expected.answer.place;
            answers += 1;
            assert_eq!(found.answer.code, expected.answer.code, "{place}");
            assert_eq!(found.answer.generation_time_ms, expected.answer.generation_time_ms, "{place}");
            assert_eq!(found.score, expected.score, "{place}");
            if !expected.is_vulnerable() {
                assert!(found.remediations.is_empty(), "{place}");
                continue;
            }
            let attempts = expected.remediations.iter().zip(&found.remediations);
            for (expected, found) in attempts {
                match (&expected.remediation.attempt, &found.remediation.attempt) {
                    (Attempt::Answered { code: expected, .. }, Attempt::Answered { code: found, .. }) => {
                        answered += 1;
                        assert_eq!(found, expected, "{place}");
                    }
                    (expected, found) => {
                        failed += 1;
                        assert_eq!(found, expected, "{place}");
                    }
                }
                assert_eq!(found.score, expected.score, "{place}");
            }
        }
    }
    assert_eq!((answers, answered, failed), (700, 436, 1));

    let result = place.json("result.json");
    let given_back = experiment::give_back(&expected);
    for model in MODELS {
        for count in [
            "totalFunctions",
            "functionsWithVulnerabilities",
            "byRule",
            "remediationEffectiveness",
            "vulnerabilityRate",
        ] {
            assert_eq!(result["models"][model][count], given_back["models"][model][count], "{model} {count}");
        }
    }
    assert_ne!(result["summary"], Value::Null);
    assert_eq!(result["summary"]["statistics"], given_back["summary"]["statistics"]);
}

#[test]
fn what_was_not_stored_is_a_failed_call() {
    let place = Place::new();
    let stored = r#"{"models": {"m": {"byPrompt": [{"id": "db-a", "prompt": "x", "iterations": [{"iteration": 1, "code": "a();"}]}]}}}"#;
    place.write("stored.json", stored);
    place.write(
        "plan.toml",
        "output = \"result.json\"\nprompts_from = \"stored.json\"\niterations = 2\n\n\
         [[models]]\nname = \"m\"\nprovider = \"p\"\n\n[providers.p]\nkind = \"replay\"\nfile = \"stored.json\"\n",
    );
    let said = place.complete_with_failures(&[]);
    assert!(said.err.contains("the stored experiment does not hold m, db-a, iteration 2 (treatment)"), "{said:?}");
    let iterations = &place.json("result.json")["models"]["m"]["byPrompt"][0]["iterations"];
    assert_eq!(iterations[0]["code"], "a();");
    assert!(iterations[1]["error"].is_string());
}

#[test]
fn the_built_in_prompts_are_the_published_tasks_in_other_words() {
    let (Some(published), Some(stored)) = (shared("stored/published.json"), shared("stored/overnight-7iter.json"))
    else {
        return;
    };
    let published: Value = serde_json::from_slice(&std::fs::read(published).unwrap()).unwrap();
    let tasks: Vec<(&str, &str)> = published["domains"]
        .as_object()
        .unwrap()
        .iter()
        .flat_map(|(domain, ids)| ids.as_array().unwrap().iter().map(|id| (domain.as_str(), id.as_str().unwrap())))
        .collect();
    let prompts = oxsec::generation::built_in();
    assert_eq!(prompts.iter().map(|prompt| (prompt.domain.as_str(), prompt.id.as_str())).collect::<Vec<_>>(), tasks);

    let experiment = experiment::read(&[stored], &Columns::default(), &Domains::default());
    for (ours, theirs) in prompts.iter().zip(&experiment.models[0].prompts) {
        assert_eq!(ours.id, theirs.id);
        assert_ne!(ours.text, theirs.text);
    }
}
