//! Findings as an experiment recorded them.

use std::collections::BTreeMap;

use oxsec_rules::Severity;
use serde_json::Value;
use thin_vec::ThinVec;

use super::{Attempt, RecordedFinding, RuleMetadata, builder::Builder, cursor::Cursor, fields::Fields};

/// Reads an attempt: its error, or the code and the findings that the fields of these names hold.
pub(super) fn attempt(
    builder: &mut Builder,
    object: Fields,
    [code, found]: [&str; 2],
    cursor: &Cursor,
) -> Result<Attempt, String> {
    if let Some(error) = object.optional_text("error")? {
        return Ok(Attempt::Failed { error: error.into() });
    }
    let (code, origin) = (object.text(code)?.into(), object.origin());
    Ok(Attempt::Answered { code, origin, recorded: findings(builder, object, found, cursor) })
}

/// Reads an object's `violations` (under whatever `name`), and from them the classification of their rules. `None`
/// where the object has none, or, with a problem recorded, none that can be read.
pub(super) fn findings(
    builder: &mut Builder,
    object: Fields,
    name: &str,
    cursor: &Cursor,
) -> Option<ThinVec<RecordedFinding>> {
    let list = builder.field_or_problem(object.optional_list(name), || cursor.place())?;
    let mut findings = ThinVec::with_capacity(list.len());
    for (index, value) in list.iter().enumerate() {
        if value.get("ruleId").is_some_and(Value::is_null) {
            // Older experiments recorded that the code did not parse, which is not a rule's finding.
            continue;
        }
        let finding = Fields::of(value, "the finding")
            .and_then(|fields| finding(fields, &mut builder.experiment.recorded_metadata))
            .map(Some);
        findings.push(builder.field_or_problem(finding, || cursor.field(name).item(index).place())?);
    }
    Some(findings)
}

fn finding(fields: Fields, metadata: &mut BTreeMap<String, RuleMetadata>) -> Result<RecordedFinding, String> {
    let finding = RecordedFinding {
        rule: fields.text("ruleId")?.to_owned(),
        severity: severity(fields)?,
        line: fields.count("line")?,
        column: fields.optional_count("column")?,
    };
    if !metadata.contains_key(&finding.rule) {
        metadata.insert(finding.rule.clone(), rule_metadata(fields)?);
    }
    Ok(finding)
}

fn severity(fields: Fields) -> Result<Severity, String> {
    match fields.text("severity")? {
        "error" => Ok(Severity::Error),
        "warning" => Ok(Severity::Warn),
        _ => Err("`severity` is neither `error` nor `warning`".into()),
    }
}

fn rule_metadata(fields: Fields) -> Result<RuleMetadata, String> {
    let text = |name| fields.optional_text(name).map(|value| value.map(str::to_owned));
    Ok(RuleMetadata {
        category: text("category")?,
        cwe: text("cwe")?,
        cwe_name: text("cweName")?,
        cvss: fields.optional_duration("cvss")?,
        cvss_level: text("cvssLevel")?,
        owasp: text("owasp")?,
        description: text("ruleDescription")?,
    })
}
