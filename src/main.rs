//! Arguments → a command → an exit status, nothing else.

fn main() -> std::process::ExitCode {
    oxsec::cli::main()
}
