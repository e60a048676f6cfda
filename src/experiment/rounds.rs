//! Experiments with several remediation rounds: one model's `prompts[].generations[]`.

use thin_vec::ThinVec;

use super::{
    Answer, Attempt, Effect, Remediation,
    builder::{AnswerKey, Builder, PromptDetails},
    cursor::Cursor,
    fields::Fields,
    recorded,
};

/// The number of the only answer that this shape has for a prompt.
const ONLY_ITERATION: u32 = 1;

pub(super) fn read(builder: &mut Builder, root: &Cursor) {
    let model = match Fields::of(root.value, "the experiment").and_then(|fields| fields.text("model")) {
        Ok(model) => model,
        Err(message) => return builder.problem(root.place(), Effect::FileLeftOut, message),
    };
    let prompts = root.field("prompts");
    if prompts.items().next().is_none() {
        builder.problem(prompts.place(), Effect::RowLeftOut, "the model has no prompts: `prompts` is empty");
    }
    for prompt in prompts.items() {
        if let Err(message) = read_prompt(builder, model, &prompt) {
            builder.problem(prompt.place(), Effect::RowLeftOut, message);
        }
    }
}

fn read_prompt(builder: &mut Builder, model: &str, cursor: &Cursor) -> Result<(), String> {
    let fields = Fields::of(cursor.value, "the prompt")?;
    let key =
        AnswerKey { model: model.to_owned(), prompt: fields.text("promptId")?.to_owned(), iteration: ONLY_ITERATION };
    let details = PromptDetails { text: fields.optional_text("prompt")?, domain: fields.optional_text("domain")? };
    if fields.list("generations")?.is_empty() {
        return Err("the prompt has no answer: `generations` is empty".into());
    }
    for generation in cursor.field("generations").items() {
        if let Err(message) = read_generation(builder, &key, details, &generation) {
            builder.problem(generation.place(), Effect::RowLeftOut, message);
        }
    }
    Ok(())
}

fn read_generation(
    builder: &mut Builder,
    key: &AnswerKey,
    details: PromptDetails,
    cursor: &Cursor,
) -> Result<(), String> {
    let fields = Fields::of(cursor.value, "the generation")?;
    let round = fields.count("generation")?;
    let place = cursor.place();
    match (round, attempt(builder, fields, cursor)?) {
        (0, Attempt::Failed { error }) => return Err(format!("the generation failed: {error}")),
        (0, Attempt::Answered { code, origin, recorded }) => {
            let answer = Answer {
                iteration: key.iteration,
                is_repeated: false,
                code,
                origin,
                generation_time_ms: None,
                recorded,
                remediations: ThinVec::new(),
                place,
            };
            builder.answer(key.clone(), details, answer);
        }
        (_, attempt) => builder.remediation(key.clone(), Remediation { round, attempt, place }),
    }
    Ok(())
}

fn attempt(builder: &mut Builder, fields: Fields, cursor: &Cursor) -> Result<Attempt, String> {
    if let Some(error) = fields.optional_text("error")? {
        return Ok(Attempt::Failed { error: error.into() });
    }
    let code = fields.text("code")?.into();
    let origin = fields.origin();
    Ok(Attempt::Answered { code, origin, recorded: recorded::findings(builder, fields, "violations", cursor) })
}
