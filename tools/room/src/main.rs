//! The `irozuku-room` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    match irozuku_room::cli::run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("error: {failure}");
            ExitCode::FAILURE
        }
    }
}
