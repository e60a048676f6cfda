//! What is made from the program's own words: completions, manual pages, the rules' pages.

use std::{
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::CommandFactory;
use clap_complete::Shell;
use miette::{IntoDiagnostic, Result, WrapErr};
use oxsec_rules::catalogue::catalogue;

use super::{Cli, output, rules};

#[derive(Debug, clap::Args)]
pub struct CompletionsArgs {
    /// The shell
    shell: Shell,
}

#[derive(Debug, clap::Args)]
pub struct ManArgs {
    /// The folder that the pages are written to
    folder: PathBuf,
}

#[derive(Debug, clap::Args)]
pub struct DocsArgs {
    /// The folder that the pages are written to, one in a folder a plugin
    #[arg(default_value = "docs/rules")]
    folder: PathBuf,
}

/// Writes what completes this program's arguments.
pub fn completions(args: CompletionsArgs) -> Result<ExitCode> {
    let mut text = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "oxsec", &mut text);
    output::write(None, &String::from_utf8_lossy(&text))?;
    Ok(ExitCode::SUCCESS)
}

/// Writes a manual page a command.
pub fn man(args: ManArgs) -> Result<ExitCode> {
    make(&args.folder)?;
    clap_mangen::generate_to(Cli::command(), &args.folder)
        .into_diagnostic()
        .wrap_err_with(|| format!("the pages cannot be written to `{}`", args.folder.display()))?;
    Ok(ExitCode::SUCCESS)
}

/// Writes a page a rule, and the list of all.
pub fn docs(args: DocsArgs) -> Result<ExitCode> {
    let mut list = String::from("# Rules\n\nWritten by `oxsec docs`; a rule's words stand in its source.\n");
    for plugin in catalogue().plugins() {
        let folder = args.folder.join(plugin.name);
        make(&folder)?;
        list += &format!("\n## {}\n\n| rule | what it finds | by default |\n|---|---|---|\n", plugin.name);
        for entry in plugin.rules {
            let name = entry.meta.id.rsplit('/').next().unwrap_or(entry.meta.id);
            let page = folder.join(format!("{name}.md"));
            output::write(Some(&page), &rules::page(entry))?;
            let on = rules::default_severity(entry.meta.id).unwrap_or("off");
            list += &format!("| [{}]({}/{name}.md) | {} | {on} |\n", entry.meta.id, plugin.name, entry.summary());
        }
    }
    output::write(Some(&args.folder.join("README.md")), &list)?;
    Ok(ExitCode::SUCCESS)
}

fn make(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).into_diagnostic().wrap_err_with(|| format!("`{}` cannot be made", folder.display()))
}
