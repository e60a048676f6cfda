//! Analysis in a separate process, so that a text that kills the process costs one answer.

use std::{
    ffi::OsString,
    io::{self, BufRead, BufReader, Write},
    path::PathBuf,
    process::{Child, ChildStdin, ChildStdout, Command, ExitStatus, Stdio},
};

/// The environment variable that marks a worker process.
pub const WORKER: &str = "OXSEC_WORKER";

/// The way to start worker processes: like this process, with one more environment variable.
#[derive(Clone, Debug)]
pub struct Isolation {
    pub program: PathBuf,
    pub arguments: Vec<OsString>,
    /// The value of [`WORKER`].
    pub worker_variable: String,
}

/// The answer of a worker process to a request.
pub enum Answered {
    /// A line, without its end.
    Line(String),
    /// The process ended while it worked on the request, in this way.
    Ended(String),
}

/// A worker process, started when first needed and again after it has ended.
pub struct Isolated {
    isolation: Isolation,
    running: Option<Running>,
}

struct Running {
    process: Child,
    requests: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Isolated {
    pub fn new(isolation: Isolation) -> Self {
        Self { isolation, running: None }
    }

    /// Sends a request, which is a line and its end, and waits for the answer.
    ///
    /// # Errors
    ///
    /// No process can be started.
    pub fn ask(&mut self, request: &[u8]) -> io::Result<Answered> {
        let running = match &mut self.running {
            Some(running) => running,
            None => self.running.insert(self.isolation.start()?),
        };
        let mut line = String::new();
        let answered = running
            .requests
            .write_all(request)
            .and_then(|()| running.requests.flush())
            .and_then(|()| running.answers.read_line(&mut line));
        match answered {
            Ok(1..) if line.ends_with('\n') => {
                line.pop();
                Ok(Answered::Line(line))
            }
            _ => Ok(Answered::Ended(self.end().map_or_else(|error| error.to_string(), how))),
        }
    }

    /// Ends the process, if it is still running, and returns its status.
    fn end(&mut self) -> io::Result<ExitStatus> {
        let Some(Running { mut process, requests, answers }) = self.running.take() else {
            return Err(io::Error::other("it was not running"));
        };
        drop((requests, answers));
        process.wait()
    }
}

impl Drop for Isolated {
    fn drop(&mut self) {
        let _ = self.end();
    }
}

impl Isolation {
    fn start(&self) -> io::Result<Running> {
        let mut command = Command::new(&self.program);
        command.args(&self.arguments).env(WORKER, &self.worker_variable);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut process = command.spawn()?;
        let missing = || io::Error::other("the worker process has no pipes");
        let requests = process.stdin.take().ok_or_else(missing)?;
        let answers = BufReader::new(process.stdout.take().ok_or_else(missing)?);
        Ok(Running { process, requests, answers })
    }
}

/// Returns the message for a text whose worker process ended.
pub fn ended_over(how: &str) -> String {
    format!("The analysis of this text ended its process ({how})")
}

fn how(status: ExitStatus) -> String {
    #[cfg(unix)]
    if let Some(signal) = std::os::unix::process::ExitStatusExt::signal(&status) {
        return format!("signal {signal}");
    }
    status.to_string()
}
