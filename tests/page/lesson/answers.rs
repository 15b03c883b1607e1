//! Answers: what is right is taken as it is typed, a known slip is named, and nothing blocks.

use serde_json::json;

use super::{NUMBER, VERDICT, kept, lesson, option, said, wait_until_settled, wait_until_wrong};

#[test]
fn a_number_is_judged_as_soon_as_it_is_entered() {
    let page = lesson("neuron.sum");
    for (typed, mark, told) in
        [("", "wrong", "with a number"), ("53.6", "wrong", "left out the bias"), ("５４．１", "right", "")]
    {
        page.write(NUMBER, typed);
        page.keys("Enter");
        assert_eq!(page.attribute(VERDICT, "data-mark"), mark, "{typed}: {}", said(&page));
        assert!(said(&page).contains(told), "{typed}: {}", said(&page));
    }
}

#[test]
fn a_wrong_choice_is_told_why_and_can_be_mended() {
    let page = lesson("update.test");
    page.click(&option(1));
    assert!(said(&page).contains("no part in training"));
    page.click(&option(0));
    assert_eq!(page.attribute(VERDICT, "data-mark"), "right");
    assert_eq!(kept(&page, "update.test"), "later");
}

#[test]
fn a_number_of_the_scene_is_the_answer_where_it_is_asked_for() {
    let page = lesson("loss.which");
    page.click_cell("affine4", 0);
    wait_until_wrong(&page);
    assert!(said(&page).contains("column of Softmax"));
    page.click_cell("softmax", 1);
    assert!(said(&page).contains("the network’s answer"), "{}", said(&page));
    page.click_cell("softmax", 0);
    wait_until_settled(&page);
    assert_eq!(kept(&page, "loss.which"), "later");
}

#[test]
fn what_the_learner_had_before_the_lesson_is_kept_as_a_run() {
    let page = crate::visit::open("en");
    page.js("demo.state = { settings: { ...demo.state.settings, hidden: [16], seed: 5 } }", &[]);
    page.train(40);
    page.click(".lesson-button");
    assert_eq!(page.js("return demo.state.settings.hidden", &[]), json!([50, 100, 50]));
    page.click(".lesson-button");
    page.click("[data-room=experiments]");
    let runs = page.texts(".runs tbody tr td.figure:nth-child(3)");
    assert_eq!(runs[1..], ["40"]);
}

#[test]
fn an_answer_is_told_of_the_moment_it_was_given() {
    let page = lesson("colour.name");
    page.click(&option(0));
    let told = said(&page);
    assert!(told.contains("answer is red"), "{told}");
    page.js("demo.state = { color: [0, 255, 0] }", &[]);
    assert_eq!(said(&page), told);
    assert_eq!(page.texts(".options .correct"), ["✓ red"]);
}

#[test]
fn the_page_that_an_element_stands_in_keeps_its_focus() {
    let page = crate::visit::open("en");
    let kept = page.js(
        "const [box, other] = [document.createElement('input'), document.createElement('irozuku-demo')];
        document.body.append(box, other);
        await other.ready;
        other.state = { lesson: 'colour.name' };
        while (!other.shadowRoot.querySelector('.verdicts')) await new Promise(requestAnimationFrame);
        box.focus();
        other.state = { lesson: 'colour.wrong' };
        other.state = { color: [255, 0, 0] };
        other.state = { lesson: 'forward.walk', at: 'forward:affine4' };
        const kept = [document.activeElement === box, other.shadowRoot.querySelector('.verdicts').dataset.mark, Object.keys(localStorage).filter((key) => key.includes('lesson')).length];
        box.remove();
        other.remove();
        return kept",
        &[],
    );
    assert_eq!(kept, json!([true, "right", 0]));
}
