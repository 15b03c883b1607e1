//! How far one has come is kept, shown, summed up on paper, and forgotten when that is asked for.

use serde_json::json;

use super::{NUMBER, SKIP, enter, kept, lesson, option};

#[test]
fn the_lesson_opens_where_it_was_left() {
    let page = lesson("colour.name");
    page.click(&option(0));
    page.js("demo.state = { lesson: 'colour.wrong' }", &[]);
    page.click(SKIP);
    page.reload();
    assert_eq!(page.js("return demo.state.lesson", &[]), "colour.wrong", "a reload loses nothing");
    page.click(".lesson-button");
    page.reload();
    assert_eq!(page.js("return demo.state.lesson", &[]), "", "what was shut stays shut");
    page.click(".lesson-button");
    assert_eq!(page.js("return demo.state.lesson", &[]), "colour.wrong");
    let marks = page
        .js("return [...root.querySelectorAll('.marks button')].map((one) => one.dataset.result ?? '')", &[]);
    assert_eq!(marks, json!(["", "right", "shown"]));
}

#[test]
fn a_better_answer_takes_the_place_of_a_worse_one_and_not_the_other_way_round() {
    let page = lesson("neuron.relu");
    page.click(SKIP);
    assert_eq!(kept(&page, "neuron.relu"), "shown");
    enter(&page, "colour.name");
    enter(&page, "neuron.relu");
    page.write(NUMBER, "0");
    page.keys("Enter");
    assert_eq!(kept(&page, "neuron.relu"), "right");
    enter(&page, "colour.name");
    enter(&page, "neuron.relu");
    page.click(SKIP);
    assert_eq!(kept(&page, "neuron.relu"), "right");
}

#[test]
fn the_summary_tells_all_and_forgets_only_when_asked_twice() {
    let page = lesson("colour.name");
    page.click(&option(0));
    enter(&page, "forward.relu");
    page.click(SKIP);
    page.click(".run");
    page.wait("it is checked", "localStorage.getItem('irozuku.lesson/solved/relu') !== null");
    page.click(".plan");
    page.click("[data-sheet=summary]");
    let told = page.text(".sheet-content");
    assert!(
        told.contains("2 of")
            && told.contains("✓ What colour is this? right")
            && told.contains("Math.max(0, value)"),
        "{told}"
    );
    page.click(".forget");
    assert_eq!(kept(&page, "colour.name"), "right", "not yet");
    page.click(".forget");
    assert_eq!(kept(&page, "colour.name"), json!(null));
    assert!(page.text(".sheet-content").contains("0 of"));
}

#[test]
fn paper_holds_the_sheet_and_nothing_else() {
    let page = lesson("colour.name");
    page.click(".plan");
    page.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" }));
    let found = page.js(
        "const seen = [...root.querySelector('.app').children].filter((one) => one.checkVisibility()).map((one) => one.className);
        const buttons = [...root.querySelectorAll('.sheet button')].filter((one) => one.checkVisibility()).length;
        const { height } = root.querySelector('.sheet').getBoundingClientRect();
        return [seen, buttons, height < 1050]",
        &[],
    );
    assert_eq!(found, json!([["sheet"], 0, true]));
    // One page of A4, as the printer has it.
    let printed = page.devtools("Page.printToPDF", json!({ "paperWidth": 8.27, "paperHeight": 11.69 }));
    let pdf = printed["data"].as_str().expect("a file");
    let pages = page.js(
        "const text = atob(args[0]); return [...text.matchAll(/\\/Type\\s*\\/Page\\b(?!s)/g)].length",
        &[json!(pdf)],
    );
    assert_eq!(pages, 1);
}

#[test]
fn a_store_that_is_broken_or_foreign_is_as_good_as_none() {
    let page = lesson("colour.name");
    for text in [
        "{",
        "null",
        "[]",
        "{\"steps\":{\"colour.name\":\"perfect\"},\"solved\":[\"affine\",3],\"last\":7,\"code\":{\"affine\":7}}",
    ] {
        page.js(
            "localStorage.setItem('irozuku.lesson', args[0]); localStorage.setItem('irozuku.lesson/steps/colour.name', args[0])",
            &[json!(text)],
        );
        page.reload();
        page.click(".plan");
        page.click("[data-sheet=summary]");
        assert!(page.text(".sheet-content").contains("0 of"), "{text}");
        page.keys("Escape");
        assert_eq!(page.js("return demo.state.lesson", &[]), "colour.name", "{text}");
    }
}

#[test]
fn the_network_can_be_taken_home_as_a_notebook() {
    let page = lesson("onward.next");
    page.train(20);
    page.click(&option(2));
    let found = page.js(
        "let saved = null;
        const make = URL.createObjectURL;
        URL.createObjectURL = (blob) => { saved = blob; return make(blob); };
        HTMLAnchorElement.prototype.click = function () { this.dataset.clicked = ''; };
        root.querySelector('.notebook').click();
        while (!saved) await new Promise(requestAnimationFrame);
        URL.createObjectURL = make;
        delete HTMLAnchorElement.prototype.click;
        const notebook = JSON.parse(await saved.text());
        const code = notebook.cells.filter((cell) => cell.cell_type === 'code').map((cell) => cell.source.join('')).join('\\n');
        // The first weights are in it, to the last bit.
        await demo.goto(0);
        const first = [...demo.tensor('affine3.w').data].join();
        const numbers = (text) => [...new Float32Array(Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)).buffer)].join();
        const packed = [...code.matchAll(/[A-Za-z0-9+/]{200,}={0,2}/g)].map(([text]) => text).filter((text) => text.length === 4 * Math.ceil((100 * 50 * 4) / 3));
        return [notebook.nbformat, code.includes('x.dot(self.w) + self.b'), code.includes('self.x.T.dot(dout)'), packed.some((text) => numbers(text) === first)]",
        &[],
    );
    assert_eq!(found, json!([4, true, true, true]));
}

#[test]
fn a_link_that_tells_of_nothing_but_the_lesson_goes_on_with_it() {
    let page = crate::browser::Page::open_at(
        "#lang=en&lesson=colour&chapters=colour.update.onward",
        1280,
        720,
        "en",
        false,
    );
    for _ in 0..5 {
        page.click(super::NEXT);
    }
    page.reload();
    assert_eq!(page.js("return demo.state.lesson", &[]), "update.repeat");
    assert_eq!(page.count("[data-chapter]"), 3);
}
