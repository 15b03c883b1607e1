//! Before a room: a remote leads, answers stay hidden until they are revealed, time is taken.

use serde_json::json;

use super::{BACK, NEXT, SKIP, TITLE, lesson, said, wait_until_settled};

#[test]
fn a_remote_reveals_the_answer_and_then_goes_on() {
    let page = lesson("neuron.sum");
    page.click(".present");
    assert!(
        !page
            .js("return root.querySelector(args[0]).checkVisibility()", &[json!(NEXT)])
            .as_bool()
            .unwrap_or(true)
    );
    assert!(!page.text(".neuron").contains("54.1"), "{}", page.text(".neuron"));
    page.keys("PageDown");
    wait_until_settled(&page);
    assert!(said(&page).contains("54.1") && page.text(".neuron").contains("54.1"));
    page.keys("PageDown");
    assert_eq!(page.js("return demo.state.lesson", &[]), "neuron.relu");
    assert_eq!(said(&page), "", "hidden again");
    page.keys("PageUp");
    assert_eq!(page.js("return demo.state.lesson", &[]), "neuron.sum");
    // The space bar still walks through the layers.
    page.js("demo.state = { lesson: 'forward.walk' }", &[]);
    page.keys("Space");
    assert_eq!(page.js("return demo.state.at", &[]), "forward:affine2");
}

#[test]
fn a_remote_leads_through_a_plan_of_twenty_minutes() {
    let page = lesson("colour.start");
    page.js("demo.state = { chapters: 'short' }", &[]);
    page.click(".present");
    let way = page.js(
        "const { SHORT, chaptersOf } = await import('/lesson/index.js');
        return chaptersOf(SHORT).flatMap(({ steps }) => steps.map(({ id }) => id))",
        &[],
    );
    let way = crate::visit::strings(&way);
    assert!(way.len() > 8 && way.len() < super::steps(&page).len() / 3, "{way:?}");
    for step in way {
        assert_eq!(page.js("return demo.state.lesson", &[]), step.as_str());
        page.keys("PageDown");
        wait_until_settled(&page);
        page.keys("PageDown");
    }
}

#[test]
fn the_type_is_large_and_the_time_of_the_chapter_is_taken() {
    let page = lesson("loss.which");
    let size = || {
        page.js("return parseFloat(getComputedStyle(root.querySelector('.asked')).fontSize)", &[]).as_f64()
    };
    let plain = size();
    page.click(".present");
    assert!(size() > plain.map(|size| size * 1.15), "{plain:?} {:?}", size());
    page.wait("a second passes", "root.querySelector('.timer').textContent.startsWith('00:01 / 7')");
    page.click(".timer");
    assert!(page.text(".timer").starts_with("00:00"), "{}", page.text(".timer"));
    page.js("demo.state = { lesson: 'update.weight' }", &[]);
    assert!(page.text(".timer").starts_with("00:00 / 11"), "{}", page.text(".timer"));
    page.click(".present");
    assert_eq!(size(), plain);
}

#[test]
fn the_buttons_do_what_the_remote_does() {
    let page = lesson("loss.even");
    page.click(".present");
    assert_eq!(page.text(SKIP), "Reveal");
    page.click(SKIP);
    page.click(NEXT);
    assert_eq!(page.text(TITLE), "Write it yourself: cross_entropy (optional)");
    page.click(BACK);
    assert_eq!(page.text(TITLE), "The loss of not knowing");
}

#[test]
fn a_link_puts_every_participant_at_the_step_on_the_screen() {
    let page = lesson("backward.pass");
    page.click(".present");
    let link = page.js("return demo.link().split('#')[1]", &[]);
    assert!(link.as_str().is_some_and(|link| link.contains("lesson=backward.pass")), "{link}");
    // How it is shown to the room is the lecturer's own affair.
    page.js("demo.state = { theme: 'projector' }", &[]);
    let link = page.js("return demo.link()", &[]);
    assert!(
        !link.as_str().is_some_and(|link| link.contains("present") || link.contains("projector")),
        "{link}"
    );
}
