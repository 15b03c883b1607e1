//! Takes pictures of the lesson, every step before and after its answer, to be looked at:
//! `cargo run -p irozuku-tools --example lesson -- FOLDER [LANGUAGE [WIDTH HEIGHT [CHAPTER]]]`.

#[path = "../../tests/page/browser/mod.rs"]
mod browser;

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use browser::Page;
use serde_json::json;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let Some(folder) = arguments.first().map(PathBuf::from) else {
        eprintln!("error: say into which folder the pictures shall go");
        return ExitCode::FAILURE;
    };
    if let Err(error) = fs::create_dir_all(&folder) {
        eprintln!("error: {} can't be made: {error}", folder.display());
        return ExitCode::FAILURE;
    }
    let word = |at: usize, otherwise: &str| arguments.get(at).map_or(otherwise.to_owned(), Clone::clone);
    let size =
        |at: usize, otherwise: u32| arguments.get(at).and_then(|word| word.parse().ok()).unwrap_or(otherwise);
    let (language, width, height) = (word(1, "ja"), size(2, 1280), size(3, 720));
    let page = Page::open(width, height, &language, false);
    let steps = page.js(
        "const { CHAPTERS } = await import('/lesson/index.js');
        return CHAPTERS.filter(({ id }) => args[0] === '' || id === args[0]).flatMap(({ steps }) => steps.map(({ id }) => id))",
        &[json!(word(4, ""))],
    );
    for (number, step) in steps.as_array().into_iter().flatten().filter_map(|step| step.as_str()).enumerate()
    {
        let shoot = |moment: &str| {
            page.js("await new Promise((done) => setTimeout(done, 600))", &[]);
            page.screenshot(&folder.join(format!("{number:02}-{step}-{moment}.png")));
        };
        page.js("demo.state = { lesson: args[0] }; scrollTo(0, 0)", &[json!(step)]);
        shoot("asked");
        page.js("[...root.querySelectorAll('.skip, .options button')].findLast((one) => one.checkVisibility()).click()", &[]);
        page.wait("it is answered", "!root.querySelector('.skip').checkVisibility() && root.querySelector('.verdicts').textContent !== ''");
        shoot("told");
    }
    for problem in page.console_problems() {
        println!("{problem}");
    }
    ExitCode::SUCCESS
}
