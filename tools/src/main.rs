//! The `irozuku` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    match irozuku_tools::cli::run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("error: {failure}");
            ExitCode::FAILURE
        }
    }
}
