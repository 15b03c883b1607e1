//! Measures the parts of the bench that it is told by name, prints their tables, and writes them into bench/latest.md:
//! `cargo run -- bench` builds what is measured and runs this.

mod answers;
#[path = "../../../tests/page/browser/mod.rs"]
mod browser;
mod cnn;
mod contender;
mod frames;
mod growth;
mod machine;
mod memory;
mod numpy;
mod place;
mod ready;
mod step;

use std::{env, fs};

use irozuku_tools::bench::{MINUTES, Part, report};
use irozuku_tools::workspace;

fn main() {
    let asked: Vec<String> = env::args().skip(1).collect();
    let minutes = asked.iter().find_map(|text| text.parse().ok()).unwrap_or(MINUTES);
    let file = workspace::bench().join("latest.md");
    for part in Part::ALL.into_iter().filter(|part| asked.iter().any(|name| name == part.name())) {
        let machine = machine::now();
        println!("Measuring: {}", part.title());
        let text = match part {
            Part::Step => step::measure(),
            Part::Cnn => cnn::measure(),
            Part::Growth => growth::measure(),
            Part::Frames => frames::measure(),
            Part::Ready => ready::measure(),
            Part::Answers => answers::measure(),
            Part::Memory => memory::measure(minutes),
        };
        let section = format!("{machine}\n\n{text}");
        println!("\n{section}\n");
        // There is none at first.
        let before = fs::read_to_string(&file).unwrap_or_default();
        let after = report::with_section(&before, part.title(), &section, &Part::ALL.map(Part::title));
        fs::write(&file, after).expect("the report can be written");
    }
    println!("Written to {}", file.display());
}
