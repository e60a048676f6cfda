use documented::Documented;

use super::helpers::{Words, report_flows};
use crate::{
    engine::{Context, Filters, Level, Meta, Rule, SourceKind},
    estree::{AstType, Node},
    flow::{SinkKind, Weakness},
};

/// Finds data of an attacker that a shell runs, or that names the program to run.
///
/// A shell takes `;`, `|`, `$(…)` and more for commands. Without a shell, an attacker who names the program runs any
/// program that is installed.
///
/// A finding shows the way from the source to the call and an input that passes every check on it and runs a command.
///
/// ```js
/// exec(`ping ${req.query.host}`);              // found: ; id
/// execFile('ping', ['--', req.query.host]);    // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct CommandInjection;

impl Rule for CommandInjection {
    const META: Meta = Meta {
        id: "oxsec/command-injection",
        cwe: 78,
        owasp: "A03:2021 Injection",
        cvss: 9.8,
        on: &[AstType::Program],
        filters: Filters::PROOFS,
        messages: &["commandInjection"],
    };

    type Options = ();
    type State = ();

    fn new((): ()) -> Result<Self, String> {
        Ok(Self)
    }

    fn check<'a>(&self, _: Node<'a>, ctx: &mut Context<'a, '_, ()>) {
        report_flows(ctx, &[SinkKind::Shell, SinkKind::Program], |found| {
            // A user who starts a program on the command line may name another one.
            let is_users_own = found.kind == SinkKind::Program && found.source == SourceKind::Local;
            if found.weakness == Weakness::Argument || is_users_own {
                return None;
            }
            Some(Words {
                message_id: "commandInjection",
                cwe: 78,
                level: Level::Critical,
                what: format!("{} is {} that {} runs", found.source_name, found.context, found.sink_name),
                fix: "Run a fixed program with execFile and an array of arguments, and check each argument against a \
                      fixed list",
            })
        });
    }
}
