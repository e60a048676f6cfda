//! `oxsec run`, end to end: through the program, with real child processes, a real server, real signals.

mod command;
mod deciding;
mod failed;
mod full_disk;
mod journal;
mod killed;
mod openai;
mod plans;
mod replay;
mod rounds;
mod support;
