//! What machine measures, and when.

use std::time::{Duration, UNIX_EPOCH};
use std::{env, fs, thread};

use irozuku_tools::chromium::Chromium;

/// A sentence that says it, with how much else the machine had to do.
pub fn now() -> String {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let browser =
        Chromium::find().and_then(|found| found.version()).unwrap_or("an unknown browser".to_owned());
    let others = match load() {
        Some(load) if load > cores as f64 / 2.0 => {
            format!("; **the machine was busy** (load {load} before it began), so the figures are rough")
        }
        Some(load) => format!("; load before it began: {load}"),
        None => String::new(),
    };
    format!(
        "Measured on {} with {cores} cores ({}, {}) and {browser}{others}.",
        date(UNIX_EPOCH.elapsed().unwrap_or_default()),
        env::consts::ARCH,
        env::consts::OS,
    )
}

/// How many programs were running or waiting for a processor in the last minute, where the system says it.
fn load() -> Option<f64> {
    fs::read_to_string("/proc/loadavg").ok()?.split_whitespace().next()?.parse().ok()
}

/// The day and the minute, in UTC, of a time since 1970.
fn date(since: Duration) -> String {
    let (mut day, minute) = (since.as_secs() / 86_400, since.as_secs() % 86_400 / 60);
    let leap = |year: u64| year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let mut year = 1970;
    while day >= 365 + u64::from(leap(year)) {
        day -= 365 + u64::from(leap(year));
        year += 1;
    }
    let february = 28 + u64::from(leap(year));
    let mut month = 1;
    for days in [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30] {
        if day < days {
            break;
        }
        day -= days;
        month += 1;
    }
    format!("{year}-{month:02}-{:02} at {:02}:{:02} UTC", day + 1, minute / 60, minute % 60)
}
