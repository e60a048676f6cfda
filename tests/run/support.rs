//! Folders with plans in them, and the program run on them.

use std::{
    fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
    sync::OnceLock,
    thread,
    time::Duration,
};

use serde_json::Value;
use tempfile::TempDir;

/// A value that must never be seen anywhere.
pub const SENTINEL: &str = "sentinel-5f3c9a7e-never-to-be-seen";

/// The lines of a plan that leave the rule whose findings the tests make.
pub const ONE_RULE: &str = "preset = \"none\"\nrules = { \"pg/no-select-all\" = \"error\" }\n";

/// A folder for one test.
pub struct Place(TempDir);

/// The output of a run of the program.
#[derive(Debug)]
pub struct Said {
    pub status: Option<i32>,
    pub out: String,
    /// The standard error, on one line: miette breaks lines where the terminal ends.
    pub err: String,
}

impl Place {
    pub fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn write(&self, name: &str, text: &str) -> PathBuf {
        fs::write(self.path(name), text).unwrap();
        self.path(name)
    }

    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    pub fn lines(&self, name: &str) -> Vec<String> {
        fs::read_to_string(self.path(name)).unwrap_or_default().lines().map(str::to_owned).collect()
    }

    pub fn json(&self, name: &str) -> Value {
        serde_json::from_str(&self.read(name)).unwrap()
    }

    /// The outcomes in the journal, without its headers.
    pub fn entries(&self) -> Vec<Value> {
        let lines = self.lines("result.journal.jsonl");
        let values =
            lines.iter().map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{line}: {error}")));
        values.filter(|value: &Value| value["journal"].is_null()).collect()
    }

    /// Puts the stand-in into the folder, under this name.
    pub fn stand_in(&self, name: &str) {
        fs::copy(stand_in(), self.path(name)).unwrap();
        fs::set_permissions(self.path(name), fs::Permissions::from_mode(0o755)).unwrap();
    }

    /// Puts a script into the folder, under this name.
    pub fn script(&self, name: &str, text: &str) {
        self.write(name, text);
        fs::set_permissions(self.path(name), fs::Permissions::from_mode(0o755)).unwrap();
    }

    /// Writes a plan for one prompt and one model of a provider with these lines.
    pub fn plan(&self, provider: &str) {
        self.plan_with(&format!("rounds = 0\n{ONE_RULE}"), provider);
    }

    /// Writes a plan like [`plan`](Self::plan), with these lines at its head.
    pub fn plan_with(&self, head: &str, provider: &str) {
        self.write(
            "plan.toml",
            &format!(
                "output = \"result.json\"\n{head}\n[[prompts]]\nid = \"one\"\ndomain = \"database\"\n\
                 text = \"the task\"\n\n[[models]]\nname = \"m\"\nprovider = \"p\"\n\n[providers.p]\n\
                 backoff_seconds = 0.01\n{provider}\n"
            ),
        );
    }

    /// Returns `oxsec run plan.toml` with further arguments, not yet started.
    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_oxsec"));
        command.current_dir(self.0.path()).arg("run").arg("plan.toml").args(args).stdin(Stdio::null());
        command
    }

    pub fn run(&self, args: &[&str]) -> Said {
        Said::of(self.command(args).output().unwrap())
    }

    /// Runs and expects the end of everything.
    pub fn complete(&self, args: &[&str]) -> Said {
        let said = self.run(args);
        assert_eq!(said.status, Some(0), "{said:?}");
        said
    }

    /// Runs and expects the end of everything, some calls having failed for good.
    pub fn complete_with_failures(&self, args: &[&str]) -> Said {
        let said = self.run(args);
        assert_eq!(said.status, Some(2), "{said:?}");
        assert!(!self.entries().is_empty(), "{said:?}");
        said
    }

    pub fn start(&self, args: &[&str]) -> Child {
        let said = fs::File::create(self.path("stderr")).unwrap();
        self.command(args).stdout(Stdio::null()).stderr(said).spawn().unwrap()
    }

    /// Returns the contents of all files of the folder, so that a test can search for a text that must not be in any.
    pub fn everything(&self) -> String {
        let files = fs::read_dir(self.0.path()).unwrap().map(|entry| entry.unwrap().path());
        files
            .filter(|path| path.is_file())
            .map(|path| String::from_utf8_lossy(&fs::read(path).unwrap()).into_owned())
            .collect()
    }
}

impl Said {
    pub fn of(output: Output) -> Self {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let err = text(&output.stderr);
        let words = err.split_whitespace().filter(|word| *word != "│");
        Self { status: output.status.code(), out: text(&output.stdout), err: words.collect::<Vec<_>>().join(" ") }
    }

    /// Expects a refusal that says each of these.
    pub fn refused(&self, parts: &[&str]) {
        assert_eq!(self.status, Some(2), "{self:?}");
        for part in parts {
            assert!(self.err.contains(part), "{part:?} is missing in: {}", self.err);
        }
    }
}

/// Returns the result without the lines that contain times.
pub fn timeless(result: &str) -> String {
    const TIMES: [&str; 4] = ["\"timestamp\"", "\"answeredAt\"", "\"generationTimeMs\"", "\"averageGenerationTimeMs\""];
    result
        .lines()
        .filter(|line| !TIMES.iter().any(|time| line.trim_start().starts_with(time)))
        .collect::<Vec<_>>()
        .join("\n")
}

/// Returns whether a process exists and has not ended.
pub fn is_alive(pid: &str) -> bool {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    stat.rsplit_once(") ").is_some_and(|(_, rest)| !rest.starts_with(['Z', 'X']))
}

/// Waits for something that will happen soon, or not at all.
pub fn eventually(what: &str, mut is_so: impl FnMut() -> bool) {
    for _ in 0..1500 {
        if is_so() {
            return;
        }
        thread::sleep(Duration::from_millis(20));
    }
    panic!("{what}: it did not come to that");
}

/// The stand-in, compiled once.
fn stand_in() -> &'static Path {
    static COMPILED: OnceLock<PathBuf> = OnceLock::new();
    COMPILED.get_or_init(|| {
        let program = Path::new(env!("CARGO_TARGET_TMPDIR")).join("stand_in");
        let compiler = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
        let status = Command::new(compiler)
            .args(["--edition", "2024", "-o"])
            .arg(&program)
            .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/run/stand_in.rs"))
            .status()
            .unwrap();
        assert!(status.success());
        program
    })
}

#[path = "../shared/mod.rs"]
mod shared_files;
pub use shared_files::file as shared;
