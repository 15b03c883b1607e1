//! The lesson: played to its end, its answers judged, its code run, shown to a room, read by everyone.

mod answers;
mod by_hand;
mod keyboard;
mod links;
mod planes;
mod playing;
mod presenting;
mod progress;
mod reading;
mod writing;

use serde_json::{Value, json};

use crate::visit::{Visit, open};

const TITLE: &str = ".question h3";
const VERDICT: &str = ".verdicts";
const NUMBER: &str = "#lesson-number";
const SKIP: &str = ".skip";
const NEXT: &str = ".following";
const BACK: &str = ".previous";
const CODE: &str = ".written textarea";
const RUN: &str = ".run";

/// One of the choices of a question.
fn option(at: usize) -> String {
    format!(".options button:nth-child({})", at + 1)
}

/// Opens the page at a step of the lesson.
#[track_caller]
fn lesson(step: &str) -> Visit {
    let page = open("en");
    enter(&page, step);
    page
}

/// What is said about the answer.
#[track_caller]
fn said(page: &Visit) -> String {
    page.texts(VERDICT).concat()
}

/// Goes to a step, as a link does.
#[track_caller]
fn enter(page: &Visit, step: &str) {
    page.js("demo.state = { lesson: args[0] }", &[json!(step)]);
    assert_eq!(page.js("return demo.state.lesson", &[]), step);
}

/// The ids of all steps, in their order.
#[track_caller]
fn steps(page: &Visit) -> Vec<String> {
    let ids = page.js(
        "const { CHAPTERS } = await import('/lesson/index.js');
        return CHAPTERS.flatMap(({ steps }) => steps.map(({ id }) => id))",
        &[],
    );
    crate::visit::strings(&ids)
}

/// Waits until the question is answered, rightly or not.
#[track_caller]
fn wait_until_settled(page: &Visit) {
    page.wait("it is settled", "['right', 'shown', 'wrong'].includes(root.querySelector('.verdicts').dataset.mark) && !root.querySelector('.skip').checkVisibility()");
}

/// Waits until a wrong answer is told as one.
#[track_caller]
fn wait_until_wrong(page: &Visit) {
    page.wait("it is told wrong", "root.querySelector('.verdicts').dataset.mark === 'wrong'");
}

/// How a step went, as the browser keeps it.
#[track_caller]
fn kept(page: &Visit, step: &str) -> Value {
    page.js("return localStorage.getItem(`irozuku.lesson/steps/${args[0]}`)", &[json!(step)])
}
