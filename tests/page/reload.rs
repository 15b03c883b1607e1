//! A reload and the next visit give the page back as it was left; a link wins over both.

use serde_json::{Value, json};

use crate::parts;
use crate::visit::{Visit, open};

const START_ANEW: &str = ".message button:first-of-type";

/// All that makes the page what it is.
#[track_caller]
fn left(page: &Visit) -> (Value, Value) {
    (page.js("return demo.state", &[]), json!(page.parameters()))
}

#[test]
fn settings_training_and_place_are_there_after_a_reload() {
    let page = open("en");
    page.js(
        "demo.state = { settings: { ...demo.state.settings, seed: 7, learningRate: 0.02, hidden: [16, 8, 8] } }",
        &[],
    );
    page.train(40);
    page.js("demo.state = { settings: { ...demo.state.settings, batch: 20 } }", &[]);
    page.train(5);
    page.js("demo.state = { color: [10, 200, 30], at: 'backward:affine2', selected: 'affine2.dw[3,4]', log: true, speed: 'fast' }", &[]);
    let before = left(&page);
    page.reload();
    assert_eq!(left(&page), before);
    assert_eq!(page.text(parts::STEP), "45");
    assert!(page.text(parts::MESSAGE).contains("where you left off"), "{}", page.text(parts::MESSAGE));
    page.reload();
    assert_eq!(left(&page), before, "and again");
    page.keys("Space");
    assert_eq!(page.text(parts::MESSAGE), "", "whoever goes on has seen it");
}

#[test]
fn start_anew_gives_the_page_of_the_first_visit_and_keeps_the_run() {
    let page = open("en");
    let first = left(&page);
    page.js("demo.state = { settings: { ...demo.state.settings, seed: 7 } }", &[]);
    page.train(40);
    page.click(&parts::phase("loss"));
    page.reload();
    page.click(START_ANEW);
    assert_eq!(left(&page), first);
    page.reload();
    assert_eq!(left(&page), first, "it is left so, too");
    assert_eq!(page.text(parts::MESSAGE), "");
}

#[test]
fn a_long_run_is_made_again_with_its_progress_and_can_be_declined() {
    let page = open("en");
    let first = left(&page);
    page.train(2500);
    let run = page.parameters();
    page.reload_only();
    page.wait("the way is shown", "root.querySelector('.message progress').checkVisibility()");
    // A reload on the way does not forget where it leads.
    page.reload();
    // The page is ready a frame before it has written so.
    page.wait("it has arrived", &format!("root.querySelector('{}').textContent === '2,500'", parts::STEP));
    assert!(page.parameters() == run);
    page.reload_only();
    page.wait("it can be declined", "root.querySelector('.message progress').checkVisibility() && root.querySelector('.message button').checkVisibility()");
    page.click(START_ANEW);
    page.wait_until_ready();
    assert_eq!(left(&page), first);
}

#[test]
fn each_tab_comes_back_as_its_own_and_a_new_one_as_the_last() {
    let page = open("en");
    page.train(10);
    let first = page.open_tab("#lang=en&seed=9");
    page.train(20);
    let second = page.switch_tab(first);
    page.train(1);
    page.reload();
    assert_eq!(page.js("return [demo.step, demo.state.settings.seed]", &[]), json!([11, 10616]));
    page.switch_tab(second.clone());
    page.js("history.replaceState(null, '', location.pathname)", &[]);
    page.reload();
    assert_eq!(page.js("return [demo.step, demo.state.settings.seed]", &[]), json!([20, 9]));
    page.open_tab("");
    assert_eq!(
        page.js("return [demo.step, demo.state.settings.seed]", &[]),
        json!([11, 10616]),
        "what was changed last"
    );
}

#[test]
fn a_link_wins_over_what_was_left() {
    let page = open("en");
    page.js("demo.state = { settings: { ...demo.state.settings, seed: 7 } }", &[]);
    page.train(40);
    page.js("location.hash = 'lang=en&step=3'", &[]);
    page.reload();
    assert_eq!(page.js("return [demo.step, demo.state.settings.seed]", &[]), json!([3, 10616]));
    assert_eq!(page.text(parts::MESSAGE), "");
}

#[test]
fn what_is_left_damaged_is_told_and_the_rest_is_there() {
    let page = open("en");
    page.train(12);
    page.js(
        "demo.state = { color: [1, 2, 3] };
        addEventListener('pagehide', () => {
            const { state, lent } = JSON.parse(sessionStorage.getItem('irozuku.state'));
            sessionStorage.setItem('irozuku.state', JSON.stringify({ state: { ...state, row: 'x' }, lent }));
        })",
        &[],
    );
    page.reload();
    assert_eq!(page.js("return [demo.step, demo.state.color]", &[]), json!([12, [1, 2, 3]]));
    assert!(page.text(parts::MESSAGE).contains("row"), "{}", page.text(parts::MESSAGE));
}
