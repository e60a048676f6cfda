//! The program: runs the command in its arguments and ends with its exit status.

fn main() -> std::process::ExitCode {
    oxsec::cli::main()
}
