//! A monkey plays with the page for minutes: `cargo run -- soak [MINUTES] [SEED]` builds the page and runs this. It ends with
//! the first error, or after the minutes; then what has grown more than it may is named.

#[path = "../../../tests/page/browser/mod.rs"]
mod browser;
mod chance;
mod measure;
mod monkey;

use std::env;
use std::panic::{self, AssertUnwindSafe};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use irozuku_tools::check::health;

use browser::Page;
use chance::Chance;
use monkey::Monkey;

/// How often is measured.
const EVERY: Duration = Duration::from_secs(60);

fn main() -> ExitCode {
    let mut arguments = env::args().skip(1);
    let minutes: f64 = arguments.next().and_then(|text| text.parse().ok()).unwrap_or(30.0);
    let seed: u64 = arguments.next().and_then(|text| text.parse().ok()).unwrap_or(1);
    println!("A monkey plays for {minutes} minutes, seed {seed}.");
    let mut monkey = Monkey::new(Chance::of(seed));
    let mut measured = Vec::new();
    // A browser that does not answer any more is told by a panic, as in a test.
    let found = panic::catch_unwind(AssertUnwindSafe(|| {
        let page = Page::open_unpacked("en");
        monkey::prepare(&page);
        play(&page, &mut monkey, minutes, &mut measured)
    }));
    println!("\n{}", health::table(&measured));
    let mut problems = found.unwrap_or_else(|_| vec!["the browser did not answer, as told above".into()]);
    if problems.is_empty() {
        problems = health::grown(&measured);
    } else {
        println!("The last actions:\n{}", monkey.last());
    }
    if problems.is_empty() {
        println!(
            "Seed {seed}: {} actions in {minutes} minutes, no error, and nothing has grown.",
            monkey.done()
        );
        return ExitCode::SUCCESS;
    }
    println!("Seed {seed}, after {} actions:", monkey.done());
    for problem in problems {
        println!("- {problem}");
    }
    ExitCode::FAILURE
}

/// Plays, and measures in between. Gives what the console told, as soon as it tells anything.
fn play(page: &Page, monkey: &mut Monkey, minutes: f64, measured: &mut Vec<health::Health>) -> Vec<String> {
    let start = Instant::now();
    let end = Duration::from_secs_f64(minutes * 60.0);
    loop {
        let health = measure::measure(page, start.elapsed(), monkey.done());
        print!("{}", if measured.is_empty() { head(health) } else { line(health) });
        measured.push(health);
        let next = start.elapsed() + EVERY;
        while start.elapsed() < next.min(end) {
            monkey.act(page);
            let problems = page.console_problems();
            if !problems.is_empty() {
                return problems;
            }
        }
        // Whoever only plays leaves this to be read by nobody.
        page.requests();
        if start.elapsed() >= end {
            measured.push(measure::measure(page, start.elapsed(), monkey.done()));
            return page.console_problems();
        }
    }
}

/// The first rows of the table while it is made.
fn head(health: health::Health) -> String {
    health::table(&[health]).to_string()
}

/// The next one.
fn line(health: health::Health) -> String {
    head(health).lines().last().map(|line| format!("{line}\n")).unwrap_or_default()
}
