//! The stored experiment's shape, `models.NAME.byPrompt[].iterations[]`, and one model's checkpoint of it.

use serde_json::Value;
use thin_vec::ThinVec;

use super::{
    Answer, Effect, Remediation,
    builder::{AnswerKey, Builder, PromptDetails},
    cursor::Cursor,
    fields::Fields,
    recorded,
};

/// The fields of a remediation that hold its code and its findings.
const REPAIR_FIELDS: [&str; 2] = ["fixedCode", "remainingViolations"];

/// Reads every model of a stored experiment.
pub(super) fn read(builder: &mut Builder, root: &Cursor) {
    let models = root.field("models");
    if models.keys().next().is_none() {
        builder.problem(models.place(), Effect::FileLeftOut, "the experiment has no models: `models` is empty");
    }
    for name in models.keys() {
        read_model(builder, name, &models.field(name));
    }
}

/// Reads a checkpoint: one model's part, below `results`.
pub(super) fn read_checkpoint(builder: &mut Builder, root: &Cursor) {
    match Fields::of(root.value, "the checkpoint").and_then(|fields| fields.text("modelId")) {
        Ok(name) => read_model(builder, name, &root.field("results")),
        Err(message) => builder.problem(root.place(), Effect::FileLeftOut, message),
    }
}

fn read_model(builder: &mut Builder, name: &str, cursor: &Cursor) {
    match Fields::of(cursor.value, "the model").and_then(|fields| fields.list("byPrompt")) {
        Ok([]) => builder.problem(cursor.place(), Effect::RowLeftOut, "the model has no prompts: `byPrompt` is empty"),
        Ok(_) => builder.read_each(&cursor.field("byPrompt"), |builder, prompt| read_prompt(builder, name, prompt)),
        Err(message) => builder.problem(cursor.place(), Effect::RowLeftOut, message),
    }
}

fn read_prompt(builder: &mut Builder, model: &str, cursor: &Cursor) -> Result<(), String> {
    let fields = Fields::of(cursor.value, "the prompt")?;
    let id = fields.text("id")?;
    let details = PromptDetails { text: fields.optional_text("prompt")?, domain: fields.optional_text("domain")? };
    if fields.list("iterations")?.is_empty() {
        return Err("the prompt has no answers: `iterations` is empty".into());
    }
    let answers = cursor.field("iterations");
    builder.read_each(&answers, |builder, answer| read_answer(builder, model, id, details, answer));
    Ok(())
}

fn read_answer(
    builder: &mut Builder,
    model: &str,
    prompt: &str,
    details: PromptDetails,
    cursor: &Cursor,
) -> Result<(), String> {
    let fields = Fields::of(cursor.value, "the answer")?;
    let iteration = fields.count("iteration")?;
    if let Some(error) = fields.optional_text("error")? {
        return Err(format!("the generation failed: {error}"));
    }
    let answer = Answer {
        iteration,
        is_repeated: false,
        code: fields.text("code")?.into(),
        origin: fields.origin(),
        generation_time_ms: builder.field_or_problem(fields.optional_duration("generationTimeMs"), || cursor.place()),
        recorded: recorded::findings(builder, fields, "violations", cursor),
        remediations: ThinVec::new(),
        place: cursor.place(),
    };
    let key = AnswerKey { model: model.to_owned(), prompt: prompt.to_owned(), iteration };
    if builder.answer(key.clone(), details, answer) {
        read_remediations(builder, &key, &cursor.field("remediation"));
    }
    Ok(())
}

/// Reads remediations: one round is an object, several are a list of them.
fn read_remediations(builder: &mut Builder, key: &AnswerKey, cursor: &Cursor) {
    let rounds = match cursor.value {
        Value::Null => return,
        Value::Array(_) => cursor.items().collect(),
        _ => vec![cursor.clone()],
    };
    for (round, cursor) in (1..).zip(rounds) {
        let place = cursor.place();
        let fields = Fields::of(cursor.value, "the remediation");
        let attempt = fields.and_then(|fields| recorded::attempt(builder, fields, REPAIR_FIELDS, &cursor));
        match attempt {
            Ok(attempt) => builder.remediation(key.clone(), Remediation { round, attempt, place }),
            Err(message) => builder.problem(place, Effect::RowLeftOut, message),
        }
    }
}
