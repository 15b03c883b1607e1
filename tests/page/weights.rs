//! Weights from a file: chosen where they are saved or dropped anywhere, kept over a reload and in a link, and taken back.

use serde_json::{Value, json};

use crate::parts;
use crate::saving::catch;
use crate::visit::{Visit, open, open_sized};

const STATUS: &str = ".take-home .told";
const UNDO: &str = ".message button:first-of-type";

/// Opens the dialog of the link, whose button is in a menu on a phone.
#[track_caller]
fn share(page: &Visit) {
    page.js("root.querySelector(args[0]).click()", &[json!(parts::LINK)]);
    page.wait("the dialog is open", "root.querySelector('.sharing')?.open");
}

/// Keeps what the page saves, as `window.saved`, for a file to be made of it.
#[track_caller]
fn save(page: &Visit, kind: &str) {
    share(page);
    catch(page);
    page.click(&format!(".take-home button[value={kind}]"));
    page.js("const { blob, name } = await window.caught; window.saved = new File([blob], name)", &[]);
    page.keys("Escape");
}

/// Drops the file on the page.
#[track_caller]
fn drop_saved(page: &Visit) {
    page.js(
        "const dataTransfer = new DataTransfer();
        dataTransfer.items.add(window.saved);
        const drop = new DragEvent('drop', { dataTransfer, bubbles: true, composed: true, cancelable: true });
        root.querySelector('.stage').dispatchEvent(drop)",
        &[],
    );
}

/// Chooses a file in the dialog, as the browser's own dialog of files does.
#[track_caller]
fn choose(page: &Visit, file: &str) {
    page.js(
        &format!(
            "const input = root.querySelector('.take-home input[type=file]');
            const chosen = new DataTransfer();
            chosen.items.add({file});
            input.files = chosen.files;
            input.dispatchEvent(new Event('change', {{ bubbles: true }}))"
        ),
        &[],
    );
}

#[track_caller]
fn begun(page: &Visit, words: &str) {
    page.wait(
        "it begins with them",
        &format!("root.querySelector('.message p').textContent.includes('{words}')"),
    );
}

#[test]
fn saved_weights_dropped_on_the_page_begin_a_run_that_outlasts_a_reload_and_a_link() {
    let page = open("en");
    page.train(5);
    let trained = page.parameters();
    for kind in ["npz", "json"] {
        save(&page, kind);
        page.js("demo.state = { settings: { seed: 7 } }", &[]);
        page.train(3);
        let before = page.parameters();
        drop_saved(&page);
        begun(&page, "Beginning with the 10,503 weights and biases of irozuku");
        assert_eq!(page.parameters(), trained, "{kind}");
        assert_eq!(page.js("return demo.step", &[]), 0);
        page.click(UNDO);
        assert_eq!((page.parameters(), page.js("return demo.step", &[])), (before, json!(3)), "taken back");
        drop_saved(&page);
        begun(&page, "Beginning with");
        page.train(4);
        let after = page.parameters();
        page.reload();
        assert_eq!((page.parameters(), page.js("return demo.step", &[])), (after.clone(), json!(4)));
        page.js("await demo.goto(0)", &[]);
        assert_eq!(page.parameters(), trained, "the first step is still theirs");
        page.js("await demo.goto(4)", &[]);
        let link = page.js("return demo.link().split('#')[1]", &[]);
        page.js("demo.reset(); demo.state = { settings: { seed: 9 } }", &[]);
        page.visit(&format!("?{kind}#{}", link.as_str().expect("it is a text")));
        page.wait("the link is followed", "demo.step === 4");
        assert_eq!(page.parameters(), after, "by a link");
        page.js("demo.state = 'lang=en'", &[]);
        page.train(5);
    }
}

#[test]
fn weights_are_opened_by_keyboard_where_they_are_saved_and_what_is_wrong_is_said_there() {
    let page = open_sized(390, 844, "ja", false);
    page.train(2);
    save(&page, "npz");
    let before: Value = page.js("return demo.state", &[]);
    page.js("root.querySelector('.take-home input').addEventListener('click', (event) => { event.preventDefault(); window.asked = true })", &[]);
    share(&page);
    page.focus(".open-weights");
    page.keys("Enter");
    page.wait("the browser asks for a file", "window.asked");
    for (file, words) in [
        ("new File(['r,g,b'], 'w.npz')", "重みのファイル（.npz か .json）ではありません"),
        ("new File([await saved.slice(0, 900).arrayBuffer()], 'w.npz')", "途中で切れているか"),
        ("new File([JSON.stringify({ 'affine1.w': [[1, 2]] })], 'w.json')", "このネットワークでは"),
    ] {
        choose(&page, file);
        page.wait(words, &format!("root.querySelector('{STATUS}').textContent.includes('{words}')"));
        assert_eq!(page.js("return root.querySelector('.sharing').open", &[]), true);
        assert_eq!(page.js("return demo.state", &[]), before, "nothing has changed");
    }
    choose(&page, "saved");
    begun(&page, "から始めます");
    assert_eq!(page.js("return root.querySelector('.sharing').open", &[]), false);
}

#[test]
fn weights_of_another_network_lay_it_out_and_the_settings_say_where_the_weights_are_from() {
    let page = open("en");
    page.js("demo.state = { settings: { hidden: [8, 4, 4] } }", &[]);
    page.train(3);
    let trained = page.parameters();
    save(&page, "npz");
    page.js("demo.state = { settings: { hidden: [5] } }", &[]);
    drop_saved(&page);
    begun(&page, "hidden layers: 8·4·4");
    assert_eq!(page.parameters(), trained);
    page.js("demo.state = { room: 'experiments' }", &[]);
    page.wait("the settings are there", "root.querySelector('[data-setting=init] [value=given]')");
    let pressed = "[...root.querySelectorAll('[data-setting=init] button')].filter((one) => one.ariaPressed === 'true').map((one) => one.textContent)";
    assert_eq!(page.js(&format!("return {pressed}"), &[]), json!(["From a file"]));
    page.click("[data-setting=init] [value=he]");
    page.click(".settings .begin, .begin");
    page.wait("others are drawn", "demo.state.settings.weights === ''");
    assert_eq!(page.js(&format!("return {pressed}"), &[]), json!(["He"]));
}
