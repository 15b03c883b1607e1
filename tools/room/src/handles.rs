//! How many files and connections the system lets this program have.

use irozuku_serve::Limits;

/// What connections to files may take, and what the room may take beside them.
pub struct Budget {
    /// For the files.
    pub files: Limits,
    /// How many connections the room may have.
    pub room: usize,
}

/// As many as the room wants: somewhat more than the visitors that it lets in.
const ROOM: usize = 2_200;
/// What the program needs besides.
const OWN: usize = 64;

/// Asks the system for as many as the room wants, and shares out what it gives.
pub fn budget() -> Budget {
    let limits = Limits::default();
    // With each connection a file may be open.
    share(allowed(2 * limits.connections + ROOM + OWN), limits)
}

fn share(allowed: usize, limits: Limits) -> Budget {
    // Where there are few, most of them are the room's: its connections stay, those to files come and go.
    let connections = limits.connections.min(allowed / 8).max(1);
    let room = allowed.saturating_sub(2 * connections + OWN / 2).clamp(1, ROOM);
    Budget { files: Limits { connections, ..limits }, room }
}

#[cfg(unix)]
fn allowed(wanted: usize) -> usize {
    let given = rlimit::increase_nofile_limit(wanted as u64);
    given.ok().and_then(|given| usize::try_from(given).ok()).unwrap_or(256)
}

#[cfg(not(unix))]
fn allowed(wanted: usize) -> usize {
    wanted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shared_out_is_never_more_than_there_is() {
        for allowed in [64, 256, 1_024, 2_504, 1_000_000] {
            let budget = share(allowed, Limits::default());
            assert!(2 * budget.files.connections + budget.room < allowed, "{allowed}");
        }
        assert_eq!(share(2_504, Limits::default()).room, ROOM);
        assert!(share(256, Limits::default()).room > 100);
    }
}
