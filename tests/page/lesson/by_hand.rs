//! Backward by hand: the tiny network and its slider, by keyboard, on a phone, for a screen reader, in the dark.

use serde_json::{Value, json};

use super::keyboard::{tab_to, write};
use super::{NEXT, NUMBER, SKIP, VERDICT, enter, lesson, said, steps, wait_until_settled};
use crate::axe;
use crate::visit::{Visit, open_sized, strings};

const SLIDER: &str = "#tiny-nudge";

/// The gradients that the picture shows.
fn gradients(page: &Visit) -> Value {
    page.js(
        "return [...root.querySelectorAll('.tiny [data-gradient]')].filter((one) => getComputedStyle(one).visibility === 'visible').map((one) => one.dataset.gradient)",
        &[],
    )
}

/// Whether there is a slider to nudge with.
fn can_nudge(page: &Visit) -> bool {
    page.js("return root.querySelector('#tiny-nudge')?.checkVisibility() ?? false", &[]) == true
}

#[test]
fn a_nudge_by_keyboard_is_told_to_eyes_and_ears() {
    let page = lesson("hand.nudge");
    tab_to(&page, SLIDER);
    let told = || page.attribute(SLIDER, "aria-valuetext");
    assert_eq!(told(), "8");
    for (key, words, ratio) in [
        ("ArrowRight", "+0.01: loss 2.02005, 0.02005 ÷ 0.01 = 2.005 times", "0.02005 ÷ 0.01 = 2.005 times"),
        ("ArrowRight", "+0.1: loss 2.205, 0.205 ÷ 0.1 = 2.05 times", "0.205 ÷ 0.1 = 2.05 times"),
        ("End", "+2: loss 8, 6 ÷ 2 = 3 times", "6 ÷ 2 = 3 times"),
        ("Home", "−2: loss 0, (−2) ÷ (−2) = 1 times", "(−2) ÷ (−2) = 1 times"),
    ] {
        page.keys(key);
        assert_eq!(told(), words);
        assert_eq!(page.text(".measured .ratio"), ratio);
    }
    // What was tried stays in sight: the ratios come close to the answer.
    assert_eq!(page.texts(".tried tr:last-child :is(th, td)"), ["times", "1", "2.005", "2.050", "3"]);
    // The network shows the nudged numbers.
    assert_eq!(page.texts(".tiny-network .value")[6..], ["6", "0"]);
    // The slope is drawn once it is known.
    let slope = "return getComputedStyle(root.querySelector('.tangent')).visibility";
    assert_eq!((page.js(slope, &[]), gradients(&page)), (json!("hidden"), json!([])));
    page.write(NUMBER, "2");
    page.keys("Enter");
    wait_until_settled(&page);
    assert_eq!((page.js(slope, &[]), gradients(&page)), (json!("visible"), json!(["score 2"])));
    assert_eq!(page.text(".measured .slope"), "Slope at ●: 2");
}

#[test]
fn a_link_keeps_the_nudge_and_the_next_step_begins_without_one() {
    let page = lesson("hand.nudge");
    page.js("demo.state = { nudged: 0.5 }", &[]);
    let link = page.js("return demo.link().split('#')[1]", &[]);
    assert!(link.as_str().is_some_and(|link| link.contains("nudged=0.5")), "{link}");
    enter(&page, "hand.check");
    assert_eq!(page.js("return demo.state.nudged", &[]), 0);
    assert_eq!(page.js("return root.querySelector('.tried').checkVisibility()", &[]), false);
}

#[test]
fn what_is_asked_for_can_not_be_read_off_before() {
    let page = lesson("hand.closed");
    assert!(!can_nudge(&page));
    assert_eq!(gradients(&page), json!(["score 3"]));
    page.write(NUMBER, "10.5");
    page.keys("Enter");
    assert!(said(&page).contains("counted the path through b"), "{}", said(&page));
    page.write(NUMBER, "13.5");
    page.keys("Enter");
    wait_until_settled(&page);
    assert!(gradients(&page).as_array().is_some_and(|all| all.contains(&json!("sumB 0"))));
    // Below 0 the loss stays where it is.
    page.focus(SLIDER);
    page.keys("ArrowLeft ArrowLeft");
    assert_eq!(page.text(".measured .ratio"), "0 ÷ (−0.1) = 0 times");
    enter(&page, "hand.weight");
    assert!(!can_nudge(&page));
    assert_eq!(gradients(&page).as_array().map(Vec::len), Some(3));
}

#[test]
fn the_chapter_is_played_by_keyboard_on_a_phone() {
    for lang in ["en", "ja"] {
        let page = open_sized(390, 844, lang, lang == "ja");
        enter(&page, "hand.nudge");
        for (step, right) in [
            ("hand.nudge", "2"),
            ("hand.path", "9"),
            ("hand.sum", "7"),
            ("hand.check", ""),
            ("hand.weight", "12"),
            ("hand.closed", "13.5"),
            ("hand.flat", "3.5"),
            ("hand.cost", "21006"),
        ] {
            assert_eq!(page.js("return demo.state.lesson", &[]), step);
            if right.is_empty() {
                tab_to(&page, SLIDER);
                page.keys("ArrowRight");
            } else {
                tab_to(&page, NUMBER);
                write(&page, right);
                page.keys("Enter");
            }
            wait_until_settled(&page);
            assert_eq!(page.attribute(VERDICT, "data-mark"), "right", "{lang} {step}: {}", said(&page));
            // Nothing of the pictures is cut off or too small to read, and no number covers another.
            let misfits = page.js(
                "const seen = (one) => one.checkVisibility() && getComputedStyle(one).visibility === 'visible' && one.textContent !== '';
                const texts = [...root.querySelectorAll('.tiny text')].filter(seen).map((one) => ({ one, box: one.getBoundingClientRect(), size: parseFloat(getComputedStyle(one).fontSize) * one.getScreenCTM().a }));
                const small = texts.filter(({ size }) => size < 12).map(({ one, size }) => `${one.textContent}: ${size} px`);
                const out = texts.filter(({ box }) => box.left < 0 || box.right > innerWidth).map(({ one }) => `${one.textContent} is outside`);
                const over = texts.flatMap((a, i) => texts.slice(i + 1).filter((b) => a.box.left < b.box.right && b.box.left < a.box.right && a.box.top + 3 < b.box.bottom && b.box.top + 3 < a.box.bottom).map((b) => `${a.one.textContent} over ${b.one.textContent}`));
                return [...small, ...out, ...over]",
                &[],
            );
            assert_eq!(strings(&misfits), Vec::<String>::new(), "{lang} {step}");
            tab_to(&page, NEXT);
            page.keys("Enter");
        }
        assert_eq!(page.js("return demo.state.lesson", &[]), "backward.score");
    }
}

#[test]
fn axe_finds_nothing_in_any_step_by_hand() {
    let page = open_sized(1280, 720, "en", false);
    axe::load(&page);
    let mut found = Vec::new();
    for step in steps(&page).iter().filter(|step| step.starts_with("hand.")) {
        for theme in ["light", "dark", "projector"] {
            page.js(
                "demo.state = { lesson: 'colour.name' }; demo.state = { lesson: args[0], theme: args[1] }",
                &[json!(step), json!(theme)],
            );
            page.click(SKIP);
            found.extend(axe::complaints(&page, &format!("{step}, {theme}")));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}
