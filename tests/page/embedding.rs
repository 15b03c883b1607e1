//! The element as an embedder meets it: its defaults, its promises, more than one of it on a page.

use serde_json::json;

use crate::parts;
use crate::visit::open;

#[test]
fn the_pages_settings_are_the_cores_defaults() {
    let page = open("en");
    let both = page.js(
        "const { initial } = await import('/state/schema.js');
        const { SETTINGS } = await import('/core/facts.js');
        const { defaultSettings } = await import('/wasm/irozuku.js');
        // The core draws the weights unless some are given; the page's settings say that none are.
        const drawn = ({ weights, ...settings }) => (weights === '' ? settings : null);
        return [defaultSettings(), drawn(SETTINGS), drawn(initial().settings), drawn(demo.state.settings)]",
        &[],
    );
    assert_eq!(both[0]["hidden"], json!([50, 100, 50]));
    for settings in 1..4 {
        assert_eq!(both[settings], both[0]);
    }
}

#[test]
fn training_takes_any_finite_number_of_steps() {
    let page = open("en");
    for (steps, expected) in [("0", 0), ("-1", 0), ("1.5", 1), ("3", 4)] {
        let summary = page.js(&format!("return await demo.train({steps})"), &[]);
        assert_eq!(summary["step"], expected, "train({steps})");
        assert_eq!(page.text(parts::STEP), expected.to_string());
    }
    for steps in ["NaN", "Infinity", "undefined", "null", "'many'", "{}"] {
        let refused = page.try_js(&format!("await demo.train({steps})"), &[]);
        assert!(refused.is_err_and(|sentence| sentence.contains("number of steps")), "train({steps})");
        assert_eq!(page.text(parts::STEP), "4");
    }
    assert!(page.js("return (await demo.train(1)).trainLoss", &[]).is_f64());
    // Whoever does not train stays where they are.
    page.keys("Space");
    let before = page.moment();
    page.js("await demo.train(0)", &[]);
    assert_eq!(page.moment(), before);
}

#[test]
fn a_training_breathes_and_can_be_broken_off_by_starting_over() {
    let page = open("en");
    let seen = page.js(
        "const frames = [];
        const training = demo.train(400);
        let going = true;
        training.then(() => { going = false; });
        while (going) {
            await new Promise(requestAnimationFrame);
            frames.push(demo.state.step);
        }
        return new Set(frames).size",
        &[],
    );
    assert!(seen.as_u64() >= Some(3), "the page was drawn at {seen} steps on the way to 400");
}

#[test]
fn two_elements_on_a_page_are_independent() {
    let page = open("en");
    let found = page.js(
        "const other = document.createElement('irozuku-demo');
        document.body.append(other);
        await other.ready;
        other.state = { lang: 'ja', color: [0, 255, 0], settings: { ...other.state.settings, seed: 7 } };
        const first = demo.tensor('affine1.w').data[0];
        demo.forward();
        await other.train(5);
        other.forward();
        const inOther = (css) => other.shadowRoot.querySelector(css).textContent;
        const inDemo = (css) => root.querySelector(css).textContent;
        return {
            steps: [demo.state.step, other.state.step],
            colours: [demo.state.color, other.state.color],
            brands: [inDemo('h1'), inOther('h1')],
            page: document.documentElement.lang,
            places: [demo.state.at, other.state.at],
            kept: demo.tensor('affine1.w').data[0] === first,
            differs: other.tensor('affine1.w').data[0] !== first,
            size: [other.clientWidth > 500, other.clientHeight > 300],
        }",
        &[],
    );
    assert_eq!(
        found,
        json!({
            "steps": [0, 5],
            "colours": [[122, 66, 94], [0, 255, 0]],
            "brands": ["Irozuku", "色づく"],
            "page": "en",
            "places": ["forward:affine1", "forward:data"],
            "kept": true,
            "differs": true,
            "size": [true, true],
        })
    );
    // A key inside the other one is for the other one.
    page.js(
        "const other = document.querySelectorAll('irozuku-demo')[1];
        other.scrollIntoView();
        other.shadowRoot.querySelector('.cell[data-address]').focus()",
        &[],
    );
    page.keys("Space");
    let places =
        page.js("return [...document.querySelectorAll('irozuku-demo')].map((one) => one.state.at)", &[]);
    assert_eq!(places, json!(["forward:affine1", "forward:affine1"]));
}

#[test]
fn an_element_taken_out_stops_and_can_come_back() {
    let page = open("en");
    // At the fastest every frame makes a step.
    page.js("demo.state = { speed: 'fast' }", &[]);
    page.keys("t");
    page.wait("some steps are made", "demo.state.step > 2");
    let step = page.js(
        "const parent = demo.parentNode;
        demo.remove();
        const step = demo.state.step;
        for (const frame of [1, 2]) await new Promise(requestAnimationFrame);
        parent.append(demo);
        return [demo.state.step - step]",
        &[],
    );
    assert_eq!(step, json!([0]));
    page.keys("Space");
    page.keys("t");
    assert!(page.text(parts::PLAY).contains("Pause"));
    page.keys("t");
}

#[test]
fn the_script_of_the_readme_does_what_it_says() {
    let page = open("en");
    let readme = include_str!("../../README.md");
    let script =
        readme.split("```js\n").nth(1).and_then(|rest| rest.split("```").next()).expect("it is there");
    let found = page.js(
        &format!(
            "{script}
            const [answer] = await demo.predict([[250, 80, 20]]);
            return [answer.label, answer.probabilities.length, demo.step, demo.data.length, demo.link().includes('#')]"
        ),
        &[],
    );
    assert_eq!(found, json!(["warm", 2, 100, 2, true]));
}
