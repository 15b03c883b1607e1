//! Experiments with a prediction: what is said to happen happens, and the diagnosis names its numbers.

use crate::parts;
use crate::visit::{Visit, open};

/// Opens the room of experiments.
#[track_caller]
fn room() -> Visit {
    let page = open("en");
    page.click("[data-room=experiments]");
    page
}

#[test]
fn an_experiment_asks_first_runs_and_tells_what_happened_and_why() {
    let page = room();
    page.train(20);
    page.click("[data-trial=dead]");
    assert!(page.text(".ask").contains("What will the loss do?"));
    assert_eq!(page.text(parts::STEP), "20", "nothing happens before the prediction");
    page.click(".choices button:nth-child(1)");
    page.wait("it has run", "root.querySelector('.outcome').textContent !== ''");
    let told = page.text(".outcome");
    assert!(told.contains("Not as you predicted") && told.contains("stuck at ln 3"), "{told}");
    assert!(told.contains("ReLU"), "and why: {told}");
    assert_eq!(page.text(parts::STEP), "300");
    assert_eq!(page.count(".runs tbody tr"), 2, "the run before is kept");
    let findings = page.text(".findings");
    assert!(findings.contains("dead ReLUs") && findings.contains("ln 3 = 1.099"), "{findings}");
    // A finding leads to its number.
    page.click(".findings .link");
    assert_eq!(page.js("return demo.state.room", &[]), "network");
    assert!(page.js("return demo.state.selected", &[]).is_string());
}

#[test]
fn a_right_prediction_is_told_as_one() {
    let page = room();
    page.click("[data-trial=wild]");
    page.click(".choices button:nth-child(3)");
    page.wait("it has run", "root.querySelector('.outcome').textContent !== ''");
    assert!(page.text(".outcome").starts_with("✓ As you predicted."));
}

#[test]
fn a_network_that_learns_well_has_no_finding_but_sure_answers() {
    let page = room();
    assert!(page.count(".findings li") > 0);
    page.train(300);
    let findings = page.text(".findings");
    assert!(
        !findings.contains("ln 3") && !findings.contains("dead") && !findings.contains("diverged"),
        "{findings}"
    );
}

#[test]
fn an_experiment_watched_from_another_room_is_judged_all_the_same() {
    let page = room();
    page.click("[data-trial=dead]");
    page.click(".choices button:nth-child(1)");
    page.click("[data-room=network]");
    page.wait("it has run", "demo.step === 300");
    page.click("[data-room=experiments]");
    assert!(page.text(".outcome").contains("stuck at ln 3"), "{}", page.text(".outcome"));
}

#[test]
fn an_experiment_whose_settings_are_changed_is_not_judged() {
    let page = room();
    page.click("[data-trial=slow]");
    page.click(".choices button:nth-child(1)");
    page.js("demo.state = { settings: { ...demo.state.settings, learningRate: 0.02 } }", &[]);
    page.wait("it can be tried again", "!root.querySelector('.choices button:nth-child(2)').disabled");
    assert_eq!(page.text(".outcome"), "");
}

#[test]
fn first_weights_that_are_no_numbers_are_told_by_message_and_diagnosis() {
    let page = room();
    page.js("demo.state = { settings: { ...demo.state.settings, hidden: [256, 256, 256, 256, 256, 256], init: { kind: 'gaussian', std: 1e6 } } }", &[]);
    assert!(page.text(parts::MESSAGE).contains("so large"), "{}", page.text(parts::MESSAGE));
    assert!(page.text(".findings").contains("so large"), "{}", page.text(".findings"));
}

#[test]
fn an_experiment_shows_that_it_runs_and_is_stopped_by_the_button_that_says_so() {
    let page = room();
    page.click("[data-trial=slow]");
    page.click(".choices button:nth-child(1)");
    page.wait("it runs", "root.querySelector('.trial .note').textContent.includes('of 2,000')");
    assert!(page.text(parts::PLAY).contains("Pause"));
    page.keys("t");
    page.wait("it is told", "root.querySelector('.trial .note').textContent.includes('stopped half-way')");
    let step = page.js("return demo.step", &[]);
    assert!(step.as_u64() > Some(0) && step.as_u64() < Some(2000), "{step}");
    assert!(page.text(parts::PLAY).contains("Train"));
    // The room's doors are not covered by a message.
    assert_eq!(page.text(parts::MESSAGE), "");
}

#[test]
fn divergence_is_told_once_below_the_head_and_an_experiment_tells_it_as_its_outcome() {
    let page = room();
    page.click("[data-trial=single]");
    page.click(".choices button:nth-child(3)");
    page.wait("it has run", "root.querySelector('.outcome').textContent !== ''");
    assert!(page.text(".outcome").contains("became NaN"), "{}", page.text(".outcome"));
    assert_eq!(page.text(parts::MESSAGE), "");
    page.keys("t");
    page.wait("it is told", "root.querySelector('.message').textContent.includes('diverged')");
    let covered = page.js(
        "const { top } = root.querySelector('.message').getBoundingClientRect();
        return top < root.querySelector('.head').getBoundingClientRect().bottom",
        &[],
    );
    assert_eq!(covered, false);
    page.click("[data-room=network]");
    assert_eq!(page.text(parts::MESSAGE), "", "it is not carried into the next room");
    page.click(&parts::swatch([255, 0, 0]));
    assert_eq!(page.text(parts::MESSAGE), "", "nor told for ever");
}
