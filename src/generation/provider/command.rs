//! The provider that runs a program, which answers on its standard output.
//!
//! It gets an argument vector and never sees a shell, runs in a fresh empty folder with few environment variables, and
//! is killed with its whole process group when its time is over, when it writes too much, when the run stops, and when
//! it has ended but left children running.

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
    Failure, MAX_ANSWER_BYTES, Provider, Question, Reply, Secrets, Stop,
    watch::{self, Watcher},
};
use crate::{
    answer::failure_notice,
    generation::{call::Details, template::Template},
};

/// The command of `claude`: `claude --print --no-session-persistence --model M -`, with the prompt on standard input.
pub const CLAUDE: &[&str] = &["claude", "--print", "--no-session-persistence", "--model", "{model}", ARGS, "-"];

/// The command of `gemini`: `gemini -p PROMPT -m M`.
pub const GEMINI: &[&str] = &["gemini", "-p", "{prompt}", "-m", "{model}", ARGS];

/// The argument that is replaced by a model's own arguments.
const ARGS: &str = "{args}";

/// The variables that programs need to find their files, use the user's language and reach the network. Keys are not
/// among them.
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

/// The bytes that are kept of a program's standard error.
const MAX_ERROR_BYTES: u64 = 4096;

/// The characters that are quoted of a failed program's answer.
const MAX_QUOTED_CHARS: usize = 400;

/// The interval at which a running program is polled.
const POLL_INTERVAL: Duration = Duration::from_millis(5);

/// The time to wait for the end of the output after the process group is gone. It is reached only if a program has left
/// the group and holds the pipe open.
const OUTPUT_END_TIMEOUT: Duration = Duration::from_secs(1);

/// The keys of `kind = "command"`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// The program and its arguments.
    pub command: Vec<String>,
    /// Names of further environment variables that the program may see.
    #[serde(default)]
    pub env: Vec<String>,
    /// The folder that a relative path to the program starts from. The place of a plan does not affect its answers.
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
            return Err(("command", "`command` is empty; expected a program and its arguments".to_owned()));
        }
        arguments(&self.command).map_err(|message| ("command", message))?;
        folder.clone_into(&mut self.folder);
        Ok(self)
    }

    pub(super) fn open(&self, limit: Duration) -> Result<Program, String> {
        watch::remove_left_folders(&env::temp_dir());
        Ok(Program {
            name: self.command[0].clone(),
            path: self.program()?,
            arguments: arguments(&self.command)?,
            secrets: Secrets::from_env(self.env.iter().map(String::as_str))?,
            limit,
            watcher: Watcher::start(),
        })
    }

    /// Returns the program to start: its bare name, which is looked up on the search path, or its absolute path, since
    /// it runs in another folder than the plan's.
    fn program(&self) -> Result<PathBuf, String> {
        let name = &self.command[0];
        let runs = |path: &Path| path.is_file() && access(path, AccessFlags::X_OK).is_ok();
        let (program, is_there) = if name.contains('/') {
            let path = path::absolute(self.folder.join(name))
                .map_err(|error| format!("`{name}` is not a valid path: {error}"))?;
            let is_there = runs(&path);
            (path, is_there)
        } else {
            let search = env::var_os("PATH").unwrap_or_default();
            let is_there = env::split_paths(&search).any(|folder| runs(&folder.join(name)));
            (PathBuf::from(name), is_there)
        };
        is_there
            .then_some(program)
            .ok_or_else(|| format!("the program `{name}` cannot be run; install it, or give its path in the plan"))
    }
}

/// Returns the arguments after the program.
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

/// A program that exists.
pub struct Program {
    /// The program's name in the plan.
    name: String,
    path: PathBuf,
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

/// The reason why a program is no longer running.
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
            // A program need not read its input, so a failed write means nothing.
            thread::spawn(move || stdin.write_all(text.as_bytes()));
        }
        let output = Capture::start(child.stdout.take().expect("it is piped"), MAX_ANSWER_BYTES);
        // With room for a key that the limit would cut in two and so hide.
        let most_error_bytes = MAX_ERROR_BYTES + self.secrets.longest() as u64;
        let errors = Capture::start(child.stderr.take().expect("it is piped"), most_error_bytes);
        let end = self.wait(&mut child, &output, started, stop);
        // The child leads its group, so this reaches everything that it started. The kernel does not reuse its number
        // in the moment since its end.
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
                let errors = self.error_output(&errors.finish());
                Err(Failure::passing(self.ended(status, errors.as_bytes(), &output.finish())))
            }
            End::TimeOver => {
                let limit = self.limit.as_secs_f64();
                Err(Failure::passing(format!("`{}` did not end within {limit} s and was stopped", self.name)))
            }
            End::TooMuch => Err(Failure::passing(format!(
                "`{}` wrote more than {MAX_ANSWER_BYTES} bytes and was stopped",
                self.name
            ))),
            End::Stopped => Err(Failure::Stopped),
        }
    }
}

impl Program {
    fn command(&self, question: &Question, folder: &Path) -> Command {
        let mut command = Command::new(&self.path);
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
                // Its last output may still be on its way through the pipe.
                return Ok(if output.is_over() { End::TooMuch } else { End::Exited(status) });
            }
            if output.is_over() {
                return Ok(End::TooMuch);
            }
            let Some(left) = self.limit.checked_sub(started.elapsed()) else {
                return Ok(End::TimeOver);
            };
            if stop.wait(left.min(POLL_INTERVAL)) {
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

    /// Returns the program's error output, without keys and without what the limit may have left of one at its end.
    fn error_output(&self, errors: &[u8]) -> String {
        let is_cut = errors.len() as u64 > MAX_ERROR_BYTES;
        let mut said = self.secrets.redact(String::from_utf8_lossy(errors).into_owned());
        if is_cut {
            let most = said.len().saturating_sub(self.secrets.longest()).min(MAX_ERROR_BYTES as usize);
            said.truncate(said.floor_char_boundary(most));
        }
        said
    }

    /// Returns how it ended, and its own message about that: on standard error or, for some command lines, on standard
    /// output.
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
            None if errors.is_empty() => first_chars(output.trim(), MAX_QUOTED_CHARS),
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

/// The first bytes of a stream, read while the program runs. Of the rest only its existence is recorded.
struct Capture {
    bytes: Arc<Mutex<Vec<u8>>>,
    over: Arc<AtomicBool>,
    /// The channel that is closed at the end of the stream.
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

    /// Returns what was read until the end of the stream, or until the wait for it was too long.
    fn finish(self) -> Vec<u8> {
        let _ = self.end.recv_timeout(OUTPUT_END_TIMEOUT);
        std::mem::take(&mut self.bytes.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
