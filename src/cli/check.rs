use std::{
    io::Write,
    path::{Path, PathBuf},
    process::ExitCode,
};

use miette::{IntoDiagnostic, Result, WrapErr};
use oxsec_rules::{Analyzer, RuleSet};
use rayon::prelude::*;

use crate::check::LintResult;

#[derive(Debug, clap::Args)]
pub struct Args {
    /// Files and folders
    paths: Vec<PathBuf>,
    /// The rules to apply: `recommended`, `all`, or a plugin's own preset such as `jwt/strict`
    #[arg(long, default_value = "recommended")]
    preset: Vec<String>,
    /// One rule, as `ID: severity` or `ID: [severity, { options }]`
    #[arg(long)]
    rule: Vec<String>,
    #[arg(long, default_value = "json")]
    format: String,
    #[arg(long)]
    no_ignore: bool,
}

pub fn run(args: Args) -> Result<ExitCode> {
    let mut rules = RuleSet::new();
    for preset in &args.preset {
        rules.add_preset(preset).into_diagnostic()?;
    }
    for rule in &args.rule {
        let (id, value) = rule.split_once(':').ok_or_else(|| miette::miette!("--rule takes `ID: value`"))?;
        let value = value.trim();
        let value = json5::from_str(value)
            .or_else(|_| json5::from_str(&value.replace("[error", "[2").replace("[warn", "[1")))
            .unwrap_or_else(|_| serde_json::Value::String(value.to_string()));
        rules.configure_value(id.trim(), &value).into_diagnostic()?;
    }
    let mut files: Vec<PathBuf> = Vec::new();
    for path in &args.paths {
        for entry in ignore::WalkBuilder::new(path).standard_filters(false).build() {
            let path = entry.into_diagnostic()?.into_path();
            let known = ["js", "mjs", "cjs", "jsx", "ts", "tsx", "mts", "cts"];
            if path.is_file() && path.extension().is_some_and(|ext| known.iter().any(|known| ext == *known)) {
                files.push(path);
            }
        }
    }
    files.sort();
    let results: Vec<LintResult> = files
        .par_iter()
        .map_init(|| Analyzer::new(&rules), |analyzer, path| lint(analyzer, path))
        .collect::<Result<_>>()?;
    let out = serde_json::to_vec(&results).into_diagnostic()?;
    std::io::stdout().write_all(&out).into_diagnostic()?;
    Ok(if results.iter().any(|result| result.error_count > 0) { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn lint(analyzer: &mut Analyzer, path: &Path) -> Result<LintResult> {
    let bytes = std::fs::read(path).into_diagnostic().wrap_err_with(|| path.display().to_string())?;
    let source = String::from_utf8_lossy(&bytes);
    let absolute = std::path::absolute(path).into_diagnostic()?;
    let analysis = analyzer.analyze(&absolute.to_string_lossy(), &source);
    Ok(LintResult::new(absolute, &source, analysis))
}
