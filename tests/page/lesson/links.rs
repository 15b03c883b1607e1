//! Chapters, steps and exercises have links; a lecturer's choice of chapters is one, too.

use serde_json::json;

use super::{NEXT, TITLE, lesson};
use crate::browser::Page;
use crate::parts;

#[test]
fn a_short_link_opens_a_chapter_or_a_step_with_the_page_laid_out_for_it() {
    for (hash, step, at) in [
        ("lang=en&lesson=loss", "loss.which", "forward:softmax"),
        ("lang=en&lesson=backward.stop", "backward.stop", "backward:affine4"),
        // Another step has taken its place.
        ("lang=en&lesson=backward.sign", "backward.weight", "backward:affine4"),
        ("lang=en&lesson=forward.affine", "forward.affine", "forward:affine1"),
    ] {
        let page = Page::open_at(&format!("#{hash}"), 1280, 720, "en", false);
        let found = page.js("return [demo.state.lesson, demo.state.at, demo.state.color]", &[]);
        assert_eq!(found, json!([step, at, [122, 66, 94]]), "{hash}");
        assert_eq!(page.text(parts::MESSAGE), "");
    }
    let page = Page::open_at("#lang=en&lesson=limit", 1280, 720, "en", false);
    let found = page.js("const { data, hidden } = demo.state.settings; return [data, hidden]", &[]);
    assert_eq!(found, json!(["vivid", []]));
}

#[test]
fn the_link_of_a_step_restores_it_with_all_that_was_changed_since() {
    let page = lesson("neuron.red");
    page.js("demo.state = { neuron: [0.75, -0.5, 0, -12.5], color: [1, 2, 3] }", &[]);
    let link = page.js("return demo.link().split('#')[1]", &[]);
    let before = page.js("const { own, ...state } = demo.state; return state", &[]);
    let other = Page::open_at(&format!("#{}", link.as_str().expect("a text")), 1280, 720, "ja", true);
    assert_eq!(other.js("const { own, ...state } = demo.state; return state", &[]), before);
    // The lesson's own settings need not stand in it.
    assert!(!link.as_str().expect("a text").contains("hidden"), "{link}");
}

#[test]
fn chosen_chapters_are_all_there_is() {
    let page = Page::open_at("#lang=en&lesson=update&chapters=colour.update.onward", 1280, 720, "en", false);
    let chapters =
        page.js("return [...root.querySelectorAll('[data-chapter]')].map((one) => one.dataset.chapter)", &[]);
    assert_eq!(chapters, json!(["colour", "update", "onward"]));
    for _ in 0..5 {
        page.click(NEXT);
    }
    assert_eq!(page.js("return demo.state.lesson", &[]), "onward.left");
    assert!(page.text(".lesson .chapter").starts_with("13."), "{}", page.text(".lesson .chapter"));
}

#[test]
fn a_link_to_no_step_is_told_and_the_page_opens_all_the_same() {
    let page = Page::open_at("#lang=en&lesson=nonsense", 1280, 720, "en", false);
    assert!(page.text(parts::MESSAGE).contains("lesson"), "{}", page.text(parts::MESSAGE));
    assert_eq!(page.js("return demo.state.lesson", &[]), "");
    let page = Page::open_at("#lang=en&lesson=loss&chapters=nonsense", 1280, 720, "en", false);
    assert!(page.text(parts::MESSAGE).contains("chapters"), "{}", page.text(parts::MESSAGE));
    assert_eq!(page.count("[data-chapter]"), 13, "all chapters");
}

#[test]
fn the_plan_makes_a_link_for_the_chapters_that_are_ticked() {
    let page = lesson("colour.name");
    page.click(".plan");
    assert!(page.text(".sheet").contains("145 minutes"), "{}", page.text(".sheet"));
    page.click(".sheet .tools button:nth-child(2)");
    assert!(page.text(".sheet").contains("119 minutes"), "{}", page.text(".sheet"));
    page.click(".sheet .tools button:nth-child(1)");
    for chapter in
        ["neuron", "limit", "forward", "loss", "hand", "backward", "names", "choices", "own", "cnn"]
    {
        page.click(&format!("[data-plan={chapter}]"));
    }
    assert!(page.text(".sheet").contains("20 minutes in all"), "{}", page.text(".sheet"));
    let link = page.js("return root.querySelector('.plan-link input').value.split('#')[1]", &[]);
    assert_eq!(link, "lang=en&lesson=colour&chapters=colour.update.onward");
    page.keys("Escape");
    assert_eq!(page.count("[data-chapter]"), 3);
    assert_eq!(page.text(TITLE), "What colour is this?");
}

#[test]
fn the_short_way_takes_twenty_minutes_and_its_own_questions_of_each_chapter() {
    let page = lesson("colour.start");
    page.click(".plan");
    page.click(".sheet .tools button:nth-child(3)");
    assert!(page.text(".sheet").contains("20 minutes in all"), "{}", page.text(".sheet"));
    let link = page.js("return root.querySelector('.plan-link input').value.split('#')[1]", &[]);
    assert_eq!(link, "lang=en&lesson=colour&chapters=short");
    let page = Page::open_at(&format!("#{}", link.as_str().expect("a text")), 1280, 720, "en", false);
    assert_eq!(page.count("[data-chapter]"), 7);
    page.click("[data-chapter=forward]");
    assert_eq!(page.js("return demo.state.lesson", &[]), "forward.walk", "the first of its questions");
    assert_eq!(page.count(".marks button"), 2);
    for next in ["forward.scores", "loss.which", "hand.nudge", "update.repeat", "update.test", "onward.next"]
    {
        page.click(NEXT);
        assert_eq!(page.js("return demo.state.lesson", &[]), next);
    }
    assert_eq!(page.text(NEXT), "See the summary");
}
