//! A link is a state: what it opens, and what a wrong or hostile one can't do.

use serde_json::{Value, json};

use crate::parts;
use crate::visit::{Visit, open};

/// Opens a link of one page in a browser that has never seen it.
#[track_caller]
fn follow(link: &str) -> Visit {
    let page = open("ja");
    let text = link.split_once('#').expect("a link has a state").1;
    page.js("location.hash = args[0]", &[json!(text)]);
    page.reload();
    page.js("await demo.ready", &[]);
    page
}

/// Everything that a link shall bring back, with all digits.
fn seen(page: &Visit) -> Value {
    page.js(
        "const numbers = [...root.querySelectorAll('[data-address][data-value]')].filter((element) => element.checkVisibility());
        return [demo.state, demo.value('affine2.dw[3,41]'), numbers.map(({ dataset }) => [dataset.address, dataset.value])]",
        &[],
    )
}

#[test]
fn a_link_copied_at_step_777_with_a_gradient_of_affine2_opens_at_the_same_values() {
    let page = open("en");
    page.train(777);
    page.js(
        "demo.state = { color: [10, 200, 30], at: 'backward:affine2', selected: 'affine2.dw[3,41]' }",
        &[],
    );
    let link = page.js("return demo.link()", &[]);
    let (state, parameters) = (seen(&page), page.parameters());
    let other = follow(link.as_str().expect("it is a text"));
    assert_eq!(seen(&other), state);
    assert_eq!(other.parameters(), parameters);
    assert_eq!(other.text(parts::STEP), "777");
    assert_eq!(
        other.js("return demo.link().split('#')[1]", &[]),
        link.as_str().unwrap().split_once('#').unwrap().1
    );
}

#[test]
fn a_long_way_shows_its_progress_and_a_press_breaks_it_off() {
    let page = open("en");
    page.js("window.ended = false; location.hash = 'lang=en&step=90000'", &[]);
    page.wait("the way is shown", "root.querySelector('.message progress').checkVisibility()");
    assert!(page.text(parts::MESSAGE).contains("Training again"));
    page.wait("it gets on", "root.querySelector('.message progress').value > 0");
    page.keys("Space");
    page.wait("it has ended", "!root.querySelector('.message progress').checkVisibility()");
    let step = page.js("return demo.step", &[]).as_u64().expect("it is a number");
    assert!(step > 0 && step < 90_000, "{step}");
}

#[test]
fn the_link_is_shown_to_be_copied() {
    let page = open("en");
    page.click(parts::LINK);
    let shown = page.js("return root.querySelector('.sharing input').value", &[]);
    assert_eq!(shown, page.js("return demo.link()", &[]));
    page.keys("Escape");
    assert_eq!(page.js("return root.querySelector('.sharing').open", &[]), false);
}

/// Makes links and settings up, as the unit tests do.
const MADE_UP: &str = include_str!("../unit/made_up.js");

/// What harm has been done to the page; empty for none.
const UNHARMED: &str = "
    const unharmed = () => {
        const words = root.textContent;
        if (root.querySelector('img, script, iframe') || document.querySelector('img, iframe')) return 'an element was injected';
        if (/NaN|undefined/.test(words) && root.querySelector('.message').hidden) return 'NaN without a message';
        return demo.state.seed === undefined && root.querySelectorAll('.cell').length > 0 ? '' : 'the scene is gone';
    };";

/// Runs JavaScript on the page with a list of `problems` to add to, which must stay empty.
#[track_caller]
fn no_harm_is_done_by(page: &Visit, body: &str) {
    let made_up = MADE_UP.replace("export ", "");
    let problems = page.js(&format!("{made_up} {UNHARMED} const problems = []; {body} return problems"), &[]);
    assert_eq!(problems, json!([]));
}

#[test]
fn made_up_links_do_no_harm_to_the_page() {
    let page = open("en");
    no_harm_is_done_by(
        &page,
        "const { givenBy } = await import('/state/url.js');
        for (const text of madeUp().links(60)) {
            try {
                const given = givenBy(text);
                if (given) demo.state = given;
            } catch (problem) {
                problems.push(`${text}: ${problem}`);
            }
            const harm = unharmed();
            if (harm) problems.push(`${text}: ${harm}`);
            demo.state = { lang: 'en', step: 0, room: 'network' };
        }",
    );
}

#[test]
fn made_up_settings_do_no_harm_to_the_page() {
    let page = open("en");
    no_harm_is_done_by(
        &page,
        "for (const settings of madeUp().settings(40, Object.keys(demo.state.settings))) {
            try {
                demo.state = { settings };
                await demo.train(1);
            } catch (problem) {
                problems.push(`${JSON.stringify(settings)}: ${problem}`);
            }
            const harm = unharmed();
            if (harm) problems.push(`${JSON.stringify(settings)}: ${harm}`);
            demo.state = { step: 0, room: 'network', settings: { train: 20, test: 5, hidden: [5] } };
        }",
    );
}

#[test]
fn a_link_that_can_not_be_is_told_after_a_reload_too_and_the_page_lives() {
    let page = open("en");
    page.js("location.hash = 'lang=en&train=10000&test=10000&hidden=256.256.256.256.256.256'", &[]);
    page.wait("it is told", "root.querySelector('.message').textContent.includes('fewer nodes')");
    page.reload();
    page.js("await demo.ready", &[]);
    assert!(page.text(parts::MESSAGE).contains("fewer nodes"), "{}", page.text(parts::MESSAGE));
    page.keys("Space");
    assert_eq!(page.js("return demo.state.at", &[]), "forward:affine1");
}

#[test]
fn a_way_is_left_for_a_step_that_lies_before_it() {
    let page = open("en");
    page.js("demo.state = { step: 90000 }", &[]);
    page.wait("it has led somewhere", "root.querySelector('.message progress').value > 0");
    page.js("demo.state = { step: 0 }", &[]);
    page.wait("it has ended", "!root.querySelector('.message progress').checkVisibility()");
    assert_eq!(page.text(parts::STEP), "0");
}
