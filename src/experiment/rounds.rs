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
    builder.read_each(&prompts, |builder, prompt| read_prompt(builder, model, prompt));
}

fn read_prompt(builder: &mut Builder, model: &str, cursor: &Cursor) -> Result<(), String> {
    let fields = Fields::of(cursor.value, "the prompt")?;
    let key =
        AnswerKey { model: model.to_owned(), prompt: fields.text("promptId")?.to_owned(), iteration: ONLY_ITERATION };
    let details = PromptDetails { text: fields.optional_text("prompt")?, domain: fields.optional_text("domain")? };
    if fields.list("generations")?.is_empty() {
        return Err("the prompt has no answer: `generations` is empty".into());
    }
    let generations = cursor.field("generations");
    builder.read_each(&generations, |builder, generation| read_generation(builder, &key, details, generation));
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
    match (round, recorded::attempt(builder, fields, ["code", "violations"], cursor)?) {
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
