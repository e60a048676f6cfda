//! Documents generated from the program's own words: completions, manual pages, the rules' pages.

use std::{
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::CommandFactory;
use clap_complete::{Generator, Shell};
use miette::{IntoDiagnostic, Result, WrapErr};
use oxsec_rules::catalogue::catalogue;

use super::{Cli, output, rules};

#[derive(Debug, clap::Args)]
pub struct CompletionsArgs {
    /// The shell to write completions for
    shell: Shell,
}

#[derive(Debug, clap::Args)]
pub struct ManArgs {
    /// The folder to write the pages to
    folder: PathBuf,
}

#[derive(Debug, clap::Args)]
pub struct DocsArgs {
    /// The folder to write the pages to, a subfolder for each plugin
    #[arg(default_value = "docs/rules")]
    folder: PathBuf,
}

/// Writes the completion script for a shell.
pub fn completions(args: CompletionsArgs) -> Result<ExitCode> {
    let mut command = Cli::command();
    command.set_bin_name("oxsec");
    command.build();
    let written = output::write_with(None, |out| args.shell.try_generate(&command, out))?;
    written.ok_or(output::ReaderLeft)?;
    Ok(ExitCode::SUCCESS)
}

/// Writes a manual page for each command.
pub fn man(args: ManArgs) -> Result<ExitCode> {
    make(&args.folder)?;
    let mut command = Cli::command().disable_help_subcommand(true);
    command.build();
    write_pages(&args.folder, &command)?;
    Ok(ExitCode::SUCCESS)
}

/// Writes the pages of a command and of those below it.
fn write_pages(folder: &Path, command: &clap::Command) -> Result<()> {
    for command in command.get_subcommands().filter(|command| !command.is_hide_set()) {
        write_pages(folder, command)?;
    }
    let page = clap_mangen::Man::new(command.clone());
    let file = folder.join(page.get_filename());
    output::write_with(Some(&file), |out| page.render(out)).map(drop)
}

/// Writes a page for each rule, and the list of all.
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
