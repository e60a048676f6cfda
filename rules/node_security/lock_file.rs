use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    engine::{Context, Filters, Level, Meta, Rule},
    estree::{AstType, Node},
};

/// Finds code without a lock file around it.
///
/// ## Why
///
/// Without a lock file every installation resolves the dependencies anew, and a release that somebody
/// has tampered with is installed the moment it appears.
///
/// ## What is found
///
/// The rule looks at the folders, not at the code: the whole text is found when neither its folder nor
/// one of the nine above holds the lock file. `oxsec check` knows these folders; where there is none, as
/// for the stored answers of `oxsec rescore`, nothing is found.
///
/// ## Example
///
/// ```text
/// shop/src/cart.js                               found
/// shop/src/cart.js, shop/package-lock.json       fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct LockFile {
    manager: PackageManager,
}

#[derive(Default, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    /// The package manager whose lock file is meant: `npm` (`package-lock.json`), `yarn` (`yarn.lock`) or `pnpm`
    /// (`pnpm-lock.yaml`).
    package_manager: PackageManager,
}

#[derive(Clone, Copy, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum PackageManager {
    #[default]
    Npm,
    Yarn,
    Pnpm,
}

impl PackageManager {
    fn lock_file(self) -> &'static str {
        match self {
            Self::Npm => "package-lock.json",
            Self::Yarn => "yarn.lock",
            Self::Pnpm => "pnpm-lock.yaml",
        }
    }

    /// The command that writes the lock file and installs nothing.
    fn command(self) -> &'static str {
        match self {
            Self::Npm => "npm install --package-lock-only",
            Self::Yarn => "yarn install --mode update-lockfile",
            Self::Pnpm => "pnpm install --lockfile-only",
        }
    }
}

/// The number of folders that are searched, the file's own first.
const MAX_SEARCHED_FOLDERS: usize = 10;

impl Rule for LockFile {
    const META: Meta = Meta {
        id: "node-security/lock-file",
        cwe: 829,
        owasp: "A08:2021 Software and Data Integrity Failures",
        cvss: 6.5,
        on: &[AstType::Program],
        filters: Filters { surroundings: true, ..Filters::NONE },
        messages: &["violationDetected"],
    };

    type Options = Options;
    type State = ();

    fn new(options: Options) -> Result<Self, String> {
        Ok(Self { manager: options.package_manager })
    }

    fn check<'a>(&self, program: Node<'a>, ctx: &mut Context<'a, '_, ()>) {
        let name = self.manager.lock_file();
        if ctx.surroundings().is_some_and(|folders| !folders.has_entry(name, MAX_SEARCHED_FOLDERS)) {
            let what =
                format_args!("There is no {name} in this folder or above: each installation may bring other code");
            let fix = format_args!("Run {} and commit {name}", self.manager.command());
            ctx.report(program, "violationDetected", Level::High, what, fix);
        }
    }
}
