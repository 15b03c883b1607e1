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
fn a_run_of_mixed_moves_is_made_again_bit_for_bit() {
    let page = open("en");
    page.train(20);
    // One colour at a time, and another learning rate and batch.
    page.click(&parts::phase("update"));
    page.click(&parts::phase("update"));
    page.js("const { settings } = demo.state; demo.state = { settings: { ...settings, learningRate: 0.003, batch: 20 } }", &[]);
    page.train(13);
    let link = page.js("return demo.link()", &[]);
    let link = link.as_str().expect("it is a text");
    assert!(link.contains("20*full@0.01_2*7a425e0@0.01_13*20@0.003"), "{link}");
    let parameters = page.parameters();
    assert_eq!(follow(link).parameters(), parameters);
}

#[test]
fn ones_own_colours_travel_in_the_link() {
    let page = open("en");
    page.js(
        "demo.data = [[255, 0, 0, 'a.b~c'], [0, 0, 255, '海'], [3, 200, 7, 'x, \"y\" & <z>'], [0, 0, 0, '海']].map(([r, g, b, label]) => ({ r, g, b, label }));
        demo.state = { room: 'colours' };
        await demo.train(30)",
        &[],
    );
    let data = page.js("return demo.data", &[]);
    let link = page.js("return demo.link()", &[]);
    let other = follow(link.as_str().expect("it is a text"));
    assert_eq!(other.js("return demo.data", &[]), data);
    assert_eq!(other.parameters(), page.parameters());
    assert_eq!(other.js("return demo.state.room", &[]), "colours");
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

/// What is made up for the fuzzed links and settings; always the same.
const MADE_UP: &str = "
    let seed = 7;
    const random = () => {
        seed = (seed + 0x6d2b79f5) | 0;
        let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
        t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
        return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
    };
    const one = (list) => list[Math.floor(random() * list.length)];
    const odd = [NaN, Infinity, -1, 0, 1, 0.5, 1e9, -1e-9, 2 ** 32, '', 'x', null, true, [], {}, [1, 2], '<img src=x onerror=alert(1)>', '__proto__', 'constructor', '%', '%E3%81', '\\u0000', '🎨', 'full', 'he', 'own', 'gaussian.NaN', '3.3.3', '1*full@0.01', 'affine2.dw[3,41]', 'backward:affine2', 'AAAA~BBBBBCCCCC'];
    const unharmed = () => {
        const words = root.textContent;
        if (root.querySelector('img, script, iframe') || document.querySelector('img, iframe')) return 'an element was injected';
        if (/NaN|undefined/.test(words) && root.querySelector('.message').hidden) return 'NaN without a message';
        return demo.state.seed === undefined && root.querySelectorAll('.cell').length > 0 ? '' : 'the scene is gone';
    };";

#[test]
fn five_hundred_made_up_links_do_no_harm() {
    let page = open("en");
    let harm = page.js(
        &format!(
            "{MADE_UP}
            const {{ givenBy }} = await import('/link.js');
            const keys = ['lang', 'theme', 'room', 'color', 'label', 'scope', 'row', 'at', 'selected', 'step', 'moves', 'speed', 'slice', 'maps', 'log', 'own', 'hidden', 'learningRate', 'batch', 'init', 'input', 'seed', 'data', 'train', 'test', 'foo', '__proto__', 'constructor'];
            const problems = [];
            for (let i = 0; i < 500; i += 1) {{
                const words = Array.from({{ length: 1 + Math.floor(random() * 6) }}, () => `${{one(keys)}}=${{random() < 0.3 ? Math.floor(random() * 300) : String(one(odd))}}`);
                const text = random() < 0.2 ? words.join('&').split('').sort(() => random() - 0.5).join('') : words.join('&');
                try {{
                    const given = givenBy(text);
                    if (given) demo.state = given;
                }} catch (problem) {{
                    problems.push(`${{text}}: ${{problem}}`);
                }}
                const harm = unharmed();
                if (harm) problems.push(`${{text}}: ${{harm}}`);
                demo.state = {{ lang: 'en', step: 0, room: 'network' }};
            }}
            return problems.slice(0, 10)"
        ),
        &[],
    );
    assert_eq!(harm, json!([]));
}

#[test]
fn five_hundred_made_up_settings_do_no_harm() {
    let page = open("en");
    let harm = page.js(
        &format!(
            "{MADE_UP}
            const keys = [...Object.keys(demo.state.settings), 'foo', '__proto__'];
            const problems = [];
            for (let i = 0; i < 500; i += 1) {{
                const settings = Object.fromEntries(Array.from({{ length: 1 + Math.floor(random() * 5) }}, () => [one(keys), random() < 0.3 ? random() * 50 : one(odd)]));
                try {{
                    demo.state = {{ settings }};
                    await demo.train(1);
                }} catch (problem) {{
                    problems.push(`${{JSON.stringify(settings)}}: ${{problem}}`);
                }}
                const harm = unharmed();
                if (harm) problems.push(`${{JSON.stringify(settings)}}: ${{harm}}`);
                demo.state = {{ step: 0, room: 'network', settings: {{ train: 20, test: 5, hidden: [5] }} }};
            }}
            return problems.slice(0, 10)"
        ),
        &[],
    );
    assert_eq!(harm, json!([]));
}

#[test]
fn a_link_that_tells_of_a_class_or_a_size_that_can_not_be_is_told_and_the_page_lives() {
    for (hash, word) in [
        ("lang=en&step=1&moves=1*7a425e5@0.01", "moves"),
        ("lang=en&train=10000&test=10000&hidden=256.256.256.256.256.256", "fewer nodes"),
    ] {
        let page = open("en");
        page.js("location.hash = args[0]", &[json!(hash)]);
        page.wait("it is told", &format!("root.querySelector('.message').textContent.includes('{word}')"));
        page.reload();
        page.js("await demo.ready", &[]);
        assert!(page.text(parts::MESSAGE).contains(word), "{}", page.text(parts::MESSAGE));
        page.keys("Space");
        assert_eq!(page.js("return demo.state.at", &[]), "forward:affine1");
    }
}

#[test]
fn a_row_chosen_while_the_way_is_made_does_not_break_it_off() {
    let page = open("en");
    page.js(
        "demo.state = { scope: 'batch', step: 6001, moves: '3000*full@0.01_1*7a425e0@0.01_3000*full@0.01' };
        demo.state = { row: 17 }",
        &[],
    );
    page.wait("it has arrived", "demo.step === 6001");
}

#[test]
fn names_of_classes_are_cut_between_letters() {
    let page = open("en");
    page.js(
        "const name = 'x'.repeat(39);
        demo.data = [{ r: 1, g: 2, b: 3, label: name + '🎨🎨' }, { r: 200, g: 2, b: 3, label: 'b' }]",
        &[],
    );
    let found = page.js("return [demo.data[0].label.endsWith('x🎨'), demo.link().includes('own=')]", &[]);
    assert_eq!(found, json!([true, true]));
}

#[test]
fn a_way_that_can_not_be_made_to_its_end_says_why() {
    for (hash, word) in [
        ("lang=en&step=500&learningRate=100&seed=3", "diverged"),
        ("lang=en&data=own&own=a.b~&step=30", "step"),
        ("lang=en&label=5&at=backward:affine9", "at, label"),
    ] {
        let page = open("en");
        page.js("location.hash = args[0]", &[json!(hash)]);
        page.reload();
        page.js("await demo.ready", &[]);
        let told = page.text(parts::MESSAGE);
        assert!(word.split(", ").all(|part| told.contains(part)), "{hash}: {told}");
    }
}

#[test]
fn a_state_that_is_refused_changes_nothing() {
    let page = open("en");
    page.js(
        "demo.state = { scope: 'batch', row: 5, settings: { hidden: [256, 256, 256, 256, 256, 256], train: 10000, test: 10000 } }",
        &[],
    );
    assert!(page.text(parts::MESSAGE).contains("fewer nodes"), "{}", page.text(parts::MESSAGE));
    assert_eq!(page.js("return [demo.state.scope, demo.state.row]", &[]), json!(["one", 0]));
    page.keys("Space");
    assert_eq!(page.js("return demo.state.at", &[]), "forward:affine1");
}

#[test]
fn what_is_asked_for_on_a_way_is_compared_with_where_it_has_led() {
    let page = open("en");
    page.js(
        "demo.state = { step: 8000 };
        await new Promise((done) => setTimeout(done, 100));
        demo.state = { step: 0 };
        await new Promise((done) => setTimeout(done, 200))",
        &[],
    );
    assert_eq!(page.text(parts::STEP), "0");
}

#[test]
fn a_number_opened_on_the_way_stays_open_at_its_end() {
    let page = open("en");
    page.js("demo.state = { step: 2000 }; demo.state = { selected: 'affine1.out[0,3]' }", &[]);
    page.wait("it has arrived", "demo.step === 2000");
    assert_eq!(page.js("return demo.state.selected", &[]), "affine1.out[0,3]");
}

#[test]
fn a_learning_rate_that_is_nothing_is_refused() {
    let page = open("en");
    page.js("demo.state = { settings: { ...demo.state.settings, learningRate: 1e-50 } }", &[]);
    assert!(page.text(parts::MESSAGE).contains("settings"), "{}", page.text(parts::MESSAGE));
    assert_eq!(page.js("return demo.state.settings.learningRate", &[]), 0.01);
}
