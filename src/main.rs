//! The program: runs the command in its arguments and ends with its exit status.

/// Values and terms of the proofs are many and small: with the system's allocator a fifth of their time goes into it.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    oxsec::cli::main()
}
