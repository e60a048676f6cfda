use documented::Documented;

use super::helpers::{Words, report_flows};
use crate::{
    engine::{Context, Filters, Level, Meta, Rule, SourceKind},
    estree::{AstType, Node},
    flow::SinkKind,
};

/// The advice for names that lead out of a folder.
const STAY_WITHIN: &str =
    "Resolve the path and check that it starts with the root and a separator, or take path.basename of the name";

/// Finds names of files that lead out of the folder that the program sets up.
///
/// `..` and absolute names lead to any file. `path.basename` prevents that for files, not for folders; a check that the
/// resolved path starts with the root prevents it only if the root ends in a separator: `/srv/uploads-old` begins with
/// `/srv/uploads`.
///
/// A finding shows the way from the source to the call and a name that passes every check on it and leaves the folder.
/// A parameter that names the whole path is a note, since the function is meant to open it.
///
/// ```js
/// fs.readFile(path.join('./uploads', req.params.name));                   // found: ../../etc/passwd
/// fs.readFile(path.join('./uploads', path.basename(req.params.name)));    // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct PathTraversal;

impl Rule for PathTraversal {
    const META: Meta = Meta {
        id: "oxsec/path-traversal",
        cwe: 22,
        owasp: "A01:2021 Broken Access Control",
        cvss: 7.5,
        on: &[AstType::Program],
        filters: Filters::PROOFS,
        messages: &["pathTraversal"],
    };

    type Options = ();
    type State = ();

    fn new((): ()) -> Result<Self, String> {
        Ok(Self)
    }

    fn check<'a>(&self, _: Node<'a>, ctx: &mut Context<'a, '_, ()>) {
        report_flows(
            ctx,
            &[SinkKind::Path, SinkKind::Look, SinkKind::Folder, SinkKind::Removal, SinkKind::Locals],
            |found| {
                // The existence of a file is a secret from strangers only.
                if found.kind == SinkKind::Look && found.source != SourceKind::Remote {
                    return None;
                }
                if found.kind == SinkKind::Locals {
                    return (found.source == SourceKind::Remote).then(|| Words {
                        message_id: "pathTraversal",
                        cwe: 73,
                        level: Level::High,
                        what: format!(
                            "{} decides {} of {}, which may name any file",
                            found.source_name, found.context, found.sink_name
                        ),
                        fix: "Give the template an object of the program's own, with the data as one of its properties",
                    });
                }
                let does = if found.kind == SinkKind::Removal { "removes" } else { "opens" };
                Some(Words {
                    message_id: "pathTraversal",
                    cwe: 22,
                    level: Level::High,
                    what: format!("{} is {} that {} {does}", found.source_name, found.context, found.sink_name),
                    fix: STAY_WITHIN,
                })
            },
        );
    }
}
