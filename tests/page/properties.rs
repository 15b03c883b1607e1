//! The properties of the element, as a framework sets them: each means what the attribute of its name means.

use serde_json::json;

use crate::visit::open;

/// Puts an element on the page whose properties were set in this order, before it was there, and waits for it.
const PUT: &str = "window.put = async (properties) => {
        const one = Object.assign(document.createElement('irozuku-demo'), properties);
        Object.assign(one.style, { display: 'block', width: '800px', height: '450px' });
        document.querySelector('main').replaceChildren(one);
        await one.ready;
        return one;
    };
    window.told = (one) => one.shadowRoot.querySelector('.message:not([hidden]) p')?.textContent ?? '';
    window.settled = async (one, step) => { while (one.step !== step) await new Promise((done) => setTimeout(done, 20)); };";

#[test]
fn every_attribute_is_a_property_that_means_the_same_and_reads_what_is() {
    let page = open("en");
    page.js(PUT, &[]);
    let found = page.js(
        "const words = { lang: 'ja', theme: 'dark', scene: 'backward', controls: 'step', color: '#e93f7f', seed: 7, step: 20, at: 'affine1.dw[0,3]' };
        const by = await put(words);
        await settled(by, 20);
        const read = (one) => Object.fromEntries(Object.keys(words).map((name) => [name, one[name]]));
        const [first, state] = [read(by), JSON.stringify(by.state)];
        const written = document.createElement('irozuku-demo');
        for (const [name, value] of Object.entries(words)) written.setAttribute(name, value);
        document.querySelector('main').replaceChildren(written);
        await written.ready;
        await settled(written, 20);
        const same = JSON.stringify(written.state) === state;
        // Later, too, and a step that was left by training is gone to again.
        await by.train(3);
        by.step = 20;
        const again = by.step;
        Object.assign(by, { color: [0, 255, 0], seed: '8', lang: 'en' });
        const later = [by.color, by.seed, by.lang, by.step];
        // Taken away, as frameworks do it.
        Object.assign(by, { color: undefined, theme: null, scene: '', controls: null });
        const taken = [by.color, by.theme, by.scene, by.controls];
        const bare = document.createElement('irozuku-demo');
        const early = ['step', 'seed', 'scene', 'controls', 'at', 'fill', 'chapter'].map((name) => bare[name]);
        bare.step = 5;
        return { first, same, again, later, taken, early, set: bare.step }",
        &[],
    );
    assert_eq!(
        found,
        json!({
            "first": { "lang": "ja", "theme": "dark", "scene": "backward", "controls": "step", "color": "#e93f7f", "seed": 7,
                "step": 20, "at": "backward:affine1" },
            "same": true,
            "again": 20,
            "later": ["#00ff00", 8, "en", 0],
            "taken": ["#7a425e", "auto", "whole", "full"],
            "early": [0, 10616, "whole", "full", "forward:data", false, ""],
            "set": 5,
        })
    );
}

#[test]
fn the_text_of_a_link_is_a_state_and_the_other_properties_say_how_it_differs() {
    let page = open("en");
    page.js(PUT, &[]);
    let found = page.js(
        "const one = await put({ lang: 'en', color: '#fff', state: 'https://example.org/#at=backward:relu3&seed=9&color=1.2.3' });
        const first = [one.at, one.seed, one.color];
        one.state = '#color=4.5.6&seed=3';
        const second = [one.at, one.seed, one.color, told(one)];
        one.state = { settings: { seed: 4 } };
        const third = [one.seed, one.color];
        const lesson = await put({ lang: 'en', chapter: 'forward.softmax' });
        const chapter = [lesson.chapter, lesson.state.lesson];
        const filling = await put({ lang: 'en', fill: true });
        return { first, second, third, chapter, fill: [filling.fill, filling.hasAttribute('fill')] }",
        &[],
    );
    assert_eq!(
        found,
        json!({
            "first": ["backward:relu3", 9, "#ffffff"],
            "second": ["forward:data", 3, "#ffffff", ""],
            "third": [4, "#ffffff"],
            "chapter": ["forward.softmax", "forward.softmax"],
            "fill": [true, true],
        })
    );
}

#[test]
fn a_wrong_value_of_a_property_is_told_under_its_name_and_never_thrown() {
    let page = open("en");
    page.js(PUT, &[]);
    let wrong = page.js(
        "const values = { scene: 'sideways', color: 'reddish', seed: 'x', step: -1.5, controls: {}, theme: Symbol('dark'), at: Object.create(null),
            chapter: 'nowhere', state: '#nonsense=1' };
        const wrong = [];
        for (const [name, value] of Object.entries(values)) {
            for (const late of [false, true]) {
                const one = await put(late ? { lang: 'en' } : { lang: 'en', [name]: value });
                if (late) one[name] = value;
                const expected = name === 'state' ? 'nonsense' : name;
                if (!told(one).includes(expected)) wrong.push([name, late, told(one)]);
            }
        }
        return wrong",
        &[],
    );
    assert_eq!(wrong, json!([]));
}

#[test]
fn a_property_that_was_set_before_the_element_was_defined_is_taken_over() {
    let page = open("en");
    let found = page.js(
        "const frame = document.createElement('iframe');
        document.body.append(frame);
        const { contentDocument: other, contentWindow } = frame;
        const early = other.createElement('irozuku-demo');
        Object.assign(early, { scene: 'forward', seed: 7, stop: 2, state: '#color=1.2.3' });
        other.body.append(early);
        const script = other.createElement('script');
        Object.assign(script, { type: 'module', src: new URL('/irozuku-demo.js', location.href).href });
        other.head.append(script);
        await contentWindow.customElements.whenDefined('irozuku-demo');
        const found = [early.scene, early.seed, early.stop, early.color, Object.keys(early)];
        frame.remove();
        return found",
        &[],
    );
    assert_eq!(found, json!(["forward", 7, 2, "#010203", []]));
}

#[test]
fn training_of_an_element_that_is_taken_out_of_its_page_is_rejected_with_a_reason() {
    let page = open("en");
    page.js(PUT, &[]);
    let answers = page.js(
        "const answers = [];
        for (const ask of [(one) => one.train(100_000), (one) => one.goto(100_000)]) {
            const one = await put({ lang: 'en' });
            const training = ask(one).then(() => 'done', (problem) => problem.message);
            while (one.step < 5) await new Promise((done) => setTimeout(done));
            one.remove();
            answers.push(await training);
        }
        // One that rests ends early and is content, and so is one that was never on a page.
        const one = await put({ lang: 'en' });
        const resting = one.train(100_000);
        while (one.step < 5) await new Promise((done) => setTimeout(done));
        one.rest();
        const { step } = await resting;
        const never = document.createElement('irozuku-demo');
        return [answers, step < 100_000, (await never.train(3)).step]",
        &[],
    );
    for answer in answers[0].as_array().expect("there are two") {
        let words = answer.as_str().unwrap_or_default();
        assert!(words.contains("was removed from its page") && words.contains("ended at step"), "{words}");
    }
    assert_eq!([&answers[1], &answers[2]], [&json!(true), &json!(3)]);
}
