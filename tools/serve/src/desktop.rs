//! Opens a page in the browser of the person's desktop.

use std::env;

/// Opens the address if this computer has a desktop. Without one, or if it fails, the printed
/// address is enough.
pub fn open(url: &str) {
    if has_desktop() {
        let _ = open::that_detached(url);
    }
}

fn has_desktop() -> bool {
    // Elsewhere on Unix the opener would start a browser inside the terminal.
    let displays = ["DISPLAY", "WAYLAND_DISPLAY"];
    !cfg!(all(unix, not(target_os = "macos")))
        || displays.iter().any(|name| env::var_os(name).is_some_and(|value| !value.is_empty()))
}
