//! Takes pictures of the page in every size, language and colour scheme, to be looked at:
//! `cargo run -p irozuku-tools --example look -- FOLDER [JAVASCRIPT]`.
//!
//! The JavaScript runs before each picture: `demo.train(200)`, for instance.

#[path = "../../tests/page/browser/mod.rs"]
mod browser;

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use browser::Page;

const SIZES: [(u32, u32); 4] = [(1280, 720), (1920, 1080), (960, 540), (390, 844)];

fn main() -> ExitCode {
    let mut arguments = env::args().skip(1);
    let Some(folder) = arguments.next().map(PathBuf::from) else {
        eprintln!("error: say into which folder the pictures shall go");
        return ExitCode::FAILURE;
    };
    let script = arguments.next().unwrap_or_default();
    if let Err(error) = fs::create_dir_all(&folder) {
        eprintln!("error: {} can't be made: {error}", folder.display());
        return ExitCode::FAILURE;
    }
    for language in ["ja", "en"] {
        for dark in [false, true] {
            for (width, height) in SIZES {
                let scheme = if dark { "dark" } else { "light" };
                let file = folder.join(format!("{width}x{height}-{language}-{scheme}.png"));
                let page = Page::open(width, height, language, dark);
                if !script.is_empty() {
                    page.js(&format!("await ({script}\n)"), &[]);
                }
                // What moves comes to rest first.
                page.js("await new Promise((done) => setTimeout(done, 500))", &[]);
                page.screenshot(&file);
                println!("{}", file.display());
                for problem in page.console_problems() {
                    println!("  {problem}");
                }
            }
        }
    }
    ExitCode::SUCCESS
}
