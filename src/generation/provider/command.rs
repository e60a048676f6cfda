//! A program that answers on its standard output.
//!
//! It gets an argument vector and never sees a shell, runs in a fresh empty folder with an environment
//! of few variables, and is ended with its whole process group when its time is over, when it writes too
//! much, when the run stops, and when it has ended itself but left children behind.

use std::{
    env,
    io::{self, Read, Write},
    os::unix::process::{CommandExt, ExitStatusExt},
    path::{self, Path, PathBuf},
    process::{Child, Command, ExitStatus, Stdio},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
        mpsc,
    },
    thread,
    time::{Duration, Instant},
};

use nix::{
    sys::signal::{Signal, killpg},
    unistd::{AccessFlags, Pid, access},
};
use serde::{Deserialize, Serialize};

use super::{
    Failure, MOST_ANSWER_BYTES, Provider, Question, Reply, Secrets, Stop,
    watch::{self, Watcher},
};
use crate::{
    answer::failure_notice,
    generation::{call::Details, template::Template},
};

/// `claude --print --no-session-persistence --model M -`, the prompt on standard input.
pub const CLAUDE: &[&str] = &["claude", "--print", "--no-session-persistence", "--model", "{model}", ARGS, "-"];

/// `gemini -p PROMPT -m M`.
pub const GEMINI: &[&str] = &["gemini", "-p", "{prompt}", "-m", "{model}", ARGS];

/// The argument in whose place a model's own arguments go.
const ARGS: &str = "{args}";

/// The variables that programs need to find their files, speak the user's language and reach the
/// network. Keys are not among them.
const ENVIRONMENT: [&str; 12] = [
    "HOME",
    "LANG",
    "LC_ALL",
    "LC_CTYPE",
    "LOGNAME",
    "PATH",
    "SHELL",
    "TERM",
    "TMPDIR",
    "TZ",
    "USER",
    "XDG_CONFIG_HOME",
];

/// The bytes that are kept of what a program says on its standard error.
const MOST_ERROR_BYTES: u64 = 4096;

/// The characters that are quoted of what a failed program wrote as its answer.
const MOST_QUOTED_CHARS: usize = 400;

/// The time between two looks at a running program.
const GLANCE: Duration = Duration::from_millis(5);

/// The time for which the end of the output is awaited once the process group is gone. It only takes longer if a
/// program has left the group and holds the pipe open.
const GRACE: Duration = Duration::from_secs(1);

/// The keys of `kind = "command"`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// The program and its arguments.
    pub command: Vec<String>,
    /// Names of further environment variables that the program may see.
    #[serde(default)]
    pub env: Vec<String>,
    /// The folder that a path to the program starts from. Where a plan stands does not decide its answers.
    #[serde(skip)]
    pub folder: PathBuf,
}

/// The keys of a ready-made command.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Preset {
    #[serde(default)]
    env: Vec<String>,
}

impl Preset {
    pub fn settings(self, command: &[&str]) -> Settings {
        Settings {
            command: command.iter().map(|&argument| argument.to_owned()).collect(),
            env: self.env,
            folder: PathBuf::new(),
        }
    }
}

impl Settings {
    pub(super) fn prepare(mut self, folder: &Path) -> Result<Self, (&'static str, String)> {
        if self.command.first().is_none_or(String::is_empty) {
            return Err(("command", "`command` names no program".to_owned()));
        }
        arguments(&self.command).map_err(|message| ("command", message))?;
        folder.clone_into(&mut self.folder);
        Ok(self)
    }

    pub(super) fn open(&self, limit: Duration) -> Result<Program, String> {
        watch::remove_left_folders(&env::temp_dir());
        Ok(Program {
            name: self.command[0].clone(),
            program: self.program()?,
            arguments: arguments(&self.command)?,
            secrets: Secrets::from_env(self.env.iter().map(String::as_str))?,
            limit,
            watcher: Watcher::start(),
        })
    }

    /// The program as it is started: under its bare name, which is looked up on the search path, or under
    /// its whole path, since it runs in another folder than the plan's.
    fn program(&self) -> Result<PathBuf, String> {
        let name = &self.command[0];
        let runs = |path: &Path| path.is_file() && access(path, AccessFlags::X_OK).is_ok();
        let (program, is_there) = if name.contains('/') {
            let path =
                path::absolute(self.folder.join(name)).map_err(|error| format!("`{name}` is no path: {error}"))?;
            let is_there = runs(&path);
            (path, is_there)
        } else {
            let search = env::var_os("PATH").unwrap_or_default();
            let is_there = env::split_paths(&search).any(|folder| runs(&folder.join(name)));
            (PathBuf::from(name), is_there)
        };
        is_there.then_some(program).ok_or_else(|| {
            format!("there is no program `{name}` that can be run; install it, or name it with its path in the plan")
        })
    }
}

/// The arguments behind the program.
fn arguments(command: &[String]) -> Result<Vec<Argument>, String> {
    command[1..]
        .iter()
        .map(|argument| match argument.as_str() {
            ARGS => Ok(Argument::Own),
            _ => Template::parse(argument, &["model", "prompt"], &[])
                .map(Argument::Template)
                .map_err(|error| format!("the argument `{argument}`: {error}")),
        })
        .collect()
}

/// A program that is there.
pub struct Program {
    /// The program as the plan names it.
    name: String,
    program: PathBuf,
    arguments: Vec<Argument>,
    secrets: Secrets,
    limit: Duration,
    watcher: Watcher,
}

enum Argument {
    Template(Template),
    /// The model's own arguments.
    Own,
}

/// Why a program is not running any more.
enum End {
    Exited(ExitStatus),
    TimeOver,
    TooMuch,
    Stopped,
}

impl Provider for Program {
    fn ask(&self, question: &Question, stop: &Stop) -> Result<Reply, Failure> {
        let started = Instant::now();
        let folder = tempfile::Builder::new()
            .prefix(&watch::folder_prefix())
            .tempdir()
            .map_err(|error| Failure::Unusable(format!("no temporary folder could be made: {error}")))?;
        let mut child = self.command(question, folder.path()).spawn().map_err(|error| self.not_started(&error))?;
        let group = Pid::from_raw(child.id().cast_signed());
        self.watcher.begun(group);
        if let Some(mut stdin) = child.stdin.take() {
            let text = question.text.clone();
            // A program need not read its input, so that a failed write means nothing.
            thread::spawn(move || stdin.write_all(text.as_bytes()));
        }
        let output = Capture::start(child.stdout.take().expect("it is piped"), MOST_ANSWER_BYTES);
        // With room for a key that the limit would cut in two, which would not be found.
        let most_error_bytes = MOST_ERROR_BYTES + self.secrets.longest() as u64;
        let errors = Capture::start(child.stderr.take().expect("it is piped"), most_error_bytes);
        let end = self.wait(&mut child, &output, started, stop);
        // The child leads its group, so that this reaches whatever it started. The kernel does not hand out
        // its number again in the moment since its end.
        let _ = killpg(group, Signal::SIGKILL);
        self.watcher.ended(group);
        let end = end.and_then(|end| child.wait().map(|_| end));
        let end = end.map_err(|error| Failure::passing(format!("`{}` could not be waited for: {error}", self.name)))?;
        match end {
            End::Exited(status) if status.success() => {
                let text = String::from_utf8_lossy(&output.finish()).into_owned();
                Ok(Reply::new(self.secrets.redact(text), started.elapsed(), Details::default()))
            }
            End::Exited(status) => {
                let errors = self.told(&errors.finish());
                Err(Failure::passing(self.ended(status, errors.as_bytes(), &output.finish())))
            }
            End::TimeOver => {
                let limit = self.limit.as_secs_f64();
                Err(Failure::passing(format!("`{}` did not end within {limit} s and was stopped", self.name)))
            }
            End::TooMuch => Err(Failure::passing(format!(
                "`{}` wrote more than {MOST_ANSWER_BYTES} bytes and was stopped",
                self.name
            ))),
            End::Stopped => Err(Failure::Stopped),
        }
    }
}

impl Program {
    fn command(&self, question: &Question, folder: &Path) -> Command {
        let mut command = Command::new(&self.program);
        let fill = |place: &str| if place == "model" { question.model.id.as_str() } else { question.text.as_str() };
        let mut own = Some(&question.model.args);
        let mut prompt_is_argument = false;
        for argument in &self.arguments {
            match argument {
                Argument::Template(template) => {
                    prompt_is_argument |= template.has("prompt");
                    command.arg(template.fill(fill));
                }
                Argument::Own => _ = command.args(own.take().into_iter().flatten()),
            }
        }
        command.args(own.into_iter().flatten());
        command.env_clear();
        command.envs(ENVIRONMENT.iter().filter_map(|name| Some((name, env::var_os(name)?))));
        command.envs(self.secrets.iter());
        command
            .current_dir(folder)
            .process_group(0)
            .stdin(if prompt_is_argument { Stdio::null() } else { Stdio::piped() })
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    fn wait(&self, child: &mut Child, output: &Capture, started: Instant, stop: &Stop) -> io::Result<End> {
        loop {
            if let Some(status) = child.try_wait()? {
                // What it wrote last may still be on its way through the pipe.
                return Ok(if output.is_over() { End::TooMuch } else { End::Exited(status) });
            }
            if output.is_over() {
                return Ok(End::TooMuch);
            }
            let Some(left) = self.limit.checked_sub(started.elapsed()) else {
                return Ok(End::TimeOver);
            };
            if stop.wait(left.min(GLANCE)) {
                return Ok(End::Stopped);
            }
        }
    }

    fn not_started(&self, error: &io::Error) -> Failure {
        let reason = format!("`{}` could not be started: {error}", self.name);
        match error.kind() {
            _ if watch::is_exhaustion(error) => Failure::Unusable(reason),
            io::ErrorKind::NotFound | io::ErrorKind::PermissionDenied => Failure::Unusable(reason),
            io::ErrorKind::ArgumentListTooLong | io::ErrorKind::InvalidInput => {
                Failure::Final(format!("{reason}; a prompt on standard input can be of any length and content"))
            }
            _ => Failure::passing(reason),
        }
    }

    /// Returns what the program said, without keys and without what the limit may have left of one at its end.
    fn told(&self, errors: &[u8]) -> String {
        let is_cut = errors.len() as u64 > MOST_ERROR_BYTES;
        let mut said = self.secrets.redact(String::from_utf8_lossy(errors).into_owned());
        if is_cut {
            let most = said.len().saturating_sub(self.secrets.longest()).min(MOST_ERROR_BYTES as usize);
            said.truncate(said.floor_char_boundary(most));
        }
        said
    }

    /// Returns how it ended, and what it says about that: on standard error, and where command lines also say it, on
    /// standard output.
    fn ended(&self, status: ExitStatus, errors: &[u8], output: &[u8]) -> String {
        let how = match (status.code(), status.signal()) {
            (Some(code), _) => format!("ended with status {code}"),
            (None, Some(signal)) => format!("was ended by signal {signal}"),
            (None, None) => "ended".to_owned(),
        };
        let errors = String::from_utf8_lossy(errors).trim().to_owned();
        let output = String::from_utf8_lossy(output);
        let output = match failure_notice(&output) {
            Some(notice) => notice,
            None if errors.is_empty() => first_chars(output.trim(), MOST_QUOTED_CHARS),
            None => "",
        };
        let said = match (errors.is_empty(), output.is_empty()) {
            (true, true) => "it said nothing".to_owned(),
            (true, false) => format!("it wrote: {output}"),
            (false, true) => errors,
            (false, false) => format!("{errors}; it wrote: {output}"),
        };
        let said = self.secrets.redact(said);
        format!("`{}` {how}: {said}", self.name)
    }
}

fn first_chars(text: &str, most: usize) -> &str {
    text.char_indices().nth(most).map_or(text, |(end, _)| &text[..end])
}

/// The first bytes of a stream, read beside the program. Of what goes beyond the limit only the fact is kept.
struct Capture {
    bytes: Arc<Mutex<Vec<u8>>>,
    over: Arc<AtomicBool>,
    /// Closed at the end of the stream.
    end: mpsc::Receiver<()>,
}

impl Capture {
    fn start(mut stream: impl Read + Send + 'static, limit: u64) -> Self {
        let bytes = Arc::new(Mutex::new(Vec::new()));
        let over = Arc::new(AtomicBool::new(false));
        let (at_end, end) = mpsc::channel();
        let capture = Self { bytes: bytes.clone(), over: over.clone(), end };
        thread::spawn(move || {
            let _at_end = at_end;
            let mut chunk = [0; 8192];
            while let Ok(count @ 1..) = stream.read(&mut chunk) {
                let mut bytes = bytes.lock().unwrap_or_else(PoisonError::into_inner);
                let room = usize::try_from(limit).unwrap_or(usize::MAX) - bytes.len();
                bytes.extend_from_slice(&chunk[..count.min(room)]);
                over.fetch_or(count > room, Ordering::Relaxed);
            }
        });
        capture
    }

    fn is_over(&self) -> bool {
        self.over.load(Ordering::Relaxed)
    }

    /// Returns what was read until the end of the stream, or until it has been waited for long enough.
    fn finish(self) -> Vec<u8> {
        let _ = self.end.recv_timeout(GRACE);
        std::mem::take(&mut self.bytes.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
