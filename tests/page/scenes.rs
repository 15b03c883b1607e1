//! Scenes of the page by themselves: by attribute and by address, their stops, and their rest.

use serde_json::{Value, json};

use crate::parts;
use crate::visit::{open, open_sized};

/// Puts an element with such attributes on the page in place of the one that fills it, 800×450 for a scene, and waits for it.
const PUT: &str = "window.put = async (attributes) => {
        const one = document.createElement('irozuku-demo');
        Object.entries(attributes).forEach(([name, value]) => one.setAttribute(name, value));
        // With less room the whole page is that of a phone.
        Object.assign(one.style, attributes.scene ? { width: '800px', height: '450px' } : { width: '1100px', height: '619px' });
        document.querySelector('main').replaceChildren(one);
        await one.ready;
        return one;
    };
    window.seen = (one, css) => [...one.shadowRoot.querySelectorAll(css)].filter((part) => part.checkVisibility()).length;";

#[test]
fn every_scene_shows_its_part_and_nothing_else() {
    let page = open("en");
    page.js(PUT, &[]);
    let parts = |attributes: Value| {
        page.js(
            "const one = await put(args[0]); await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
            const all = ['.head', '.stops', '.column', '.card', '.picker', '.plot', '.play', '.decision', '.cube canvas', '.neuron', '.stepper', '.message'];
            return all.filter((css) => seen(one, css) > 0).join(' ')",
            &[attributes],
        )
    };
    let network = ".stops .column .card";
    for (attributes, expected) in [
        (json!({}), ".head .stops .column .card .picker .plot .play"),
        (json!({ "scene": "whole", "controls": "step" }), network),
        (json!({ "scene": "whole", "controls": "none" }), ".column"),
        (json!({ "scene": "forward", "controls": "step" }), network),
        (json!({ "scene": "backward", "controls": "step" }), network),
        (json!({ "scene": "backward" }), ".stops .column .card .picker"),
        (json!({ "scene": "one layer", "at": "relu2", "controls": "step" }), ".column .card"),
        (json!({ "scene": "kernel", "controls": "step" }), ".column .card .stepper"),
        (json!({ "scene": "kernel", "at": "conv2.out[0,3,2,1]", "controls": "none" }), ".column"),
        (json!({ "scene": "colours", "controls": "step" }), ".decision .stepper"),
        (json!({ "scene": "loss", "controls": "step" }), ".plot .stepper"),
        (json!({ "scene": "loss" }), ".plot .play .stepper"),
        (json!({ "scene": "neuron", "controls": "step" }), ".neuron"),
        (json!({ "scene": "cube", "controls": "none" }), ".cube canvas"),
    ] {
        assert_eq!(parts(attributes.clone()), expected, "{attributes}");
    }
    let columns = page
        .js("return seen(await put({ scene: 'one-layer', at: 'relu2', controls: 'step' }), '.column')", &[]);
    assert_eq!(columns, 2, "the layer and what comes into it");
    // Nothing of a scene is cut off.
    let cut = page.js(
        "const cut = [];
        for (const scene of ['whole', 'forward', 'backward', 'one-layer', 'kernel', 'colours', 'loss', 'cube']) {
            const one = await put({ scene, controls: 'step' });
            await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
            const { right, bottom } = one.getBoundingClientRect();
            const parts = [...one.shadowRoot.querySelectorAll('.cell, .live, .picture > canvas, .next, .back, .sentence, .plot canvas')].filter((part) => part.checkVisibility());
            if (parts.some((part) => part.getBoundingClientRect().right > right + 1 || part.getBoundingClientRect().bottom > bottom + 1)) cut.push(scene);
        }
        return cut",
        &[],
    );
    assert_eq!(cut, json!([]));
}

#[test]
fn a_kernel_goes_over_a_row_of_the_picture_with_the_arithmetic_of_each_place() {
    let page = open("en");
    page.js(PUT, &[]);
    let told = page.js(
        "const one = await put({ at: 'conv1.out[0,3,5,10]', scene: 'kernel', controls: 'step', lang: 'en' });
        const draw = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        const told = [];
        const tell = async () => {
            await draw();
            const sum = one.shadowRoot.querySelector('.microscope .result').textContent;
            told.push([one.state.selected, one.stop, sum !== '' && Math.abs(one.value(one.state.selected) - one.explain(one.state.selected).value) === 0]);
        };
        await tell();
        one.shadowRoot.querySelector('.stepper .next').click();
        await tell();
        one.back();
        one.back();
        await tell();
        return { told, stops: one.stops, data: one.state.settings.data, columns: seen(one, '.column'), messages: seen(one, '.message') }",
        &[],
    );
    let place = |column: usize| json!([format!("conv1.out[0,3,5,{column}]"), column, true]);
    assert_eq!(told["told"], json!([place(10), place(11), place(9)]));
    assert_eq!([&told["stops"], &told["data"]], [&json!(12), &json!("patterns")]);
    assert_eq!([&told["columns"], &told["messages"]], [&json!(2), &json!(0)], "whatever is given first");
}

#[test]
fn attributes_say_where_it_stands_and_can_be_changed_later() {
    let page = open("en");
    page.js(PUT, &[]);
    let told = page.js(
        "const one = await put({ lang: 'ja', color: '#e93f7f', seed: '7', step: '20', at: 'affine1.dw[0,3]', theme: 'dark', scene: 'backward', controls: 'step' });
        const { lang, color, at, selected, step, theme, scene, controls, settings } = one.state;
        const first = { lang, color, at, selected, step, theme, scene, controls, seed: settings.seed };
        one.setAttribute('color', '0, 255, 0');
        one.setAttribute('scene', 'cube');
        one.setAttribute('seed', '8');
        const later = [one.state.color, one.state.scene, one.state.room, one.state.settings.seed, one.state.step];
        one.removeAttribute('scene');
        const { state } = await put({ state: 'https://example.org/#at=backward:relu3&seed=9&color=1.2.3', color: '#fff' });
        const chapter = await put({ chapter: 'forward.softmax', lang: 'en' });
        return { first, later, whole: one.state.scene, link: [state.at, state.settings.seed, state.color], chapter: [chapter.state.lesson, seen(chapter, '.lesson')] }",
        &[],
    );
    assert_eq!(
        told,
        json!({
            "first": { "lang": "ja", "color": [233, 63, 127], "at": "backward:affine1", "selected": "affine1.dw[0,3]",
                "step": 20, "theme": "dark", "scene": "backward", "controls": "step", "seed": 7 },
            "later": [[0, 255, 0], "cube", "colours", 8, 0],
            "whole": "whole",
            "link": ["backward:relu3", 9, [255, 255, 255]],
            "chapter": ["forward.softmax", 1],
        })
    );
    // What can't be is told in the reader's language, and the rest holds.
    let wrong = page.js(
        "const one = await put({ lang: 'en', scene: 'sideways', color: 'reddish', seed: '3' });
        return [one.shadowRoot.querySelector('.message').textContent, one.state.settings.seed, one.state.scene]",
        &[],
    );
    let message = wrong[0].as_str().unwrap_or_default();
    assert!(message.contains("color") && message.contains("scene"), "{message}");
    assert_eq!([&wrong[1], &wrong[2]], [&json!(3), &json!("whole")]);
    // An element speaks the language of the text around it.
    let spoken = page.js(
        "document.querySelector('main').lang = 'ja';
        const inherited = (await put({})).state.lang;
        return [inherited, (await put({ lang: 'en' })).state.lang]",
        &[],
    );
    assert_eq!(spoken, json!(["ja", "en"]));
}

#[test]
fn a_scene_stands_in_its_room_and_on_its_walk_however_it_was_asked_for() {
    let page = open("en");
    page.js(PUT, &[]);
    let found = page.js(
        "const told = ({ state: { scene, room, at, layer } }) => [scene, room, at, layer].join(' ');
        const link = await put({ scene: 'colours', state: '#color=1.2.3' });
        const cube = await put({ controls: 'step' });
        cube.state = { scene: 'cube' };
        const first = told(cube);
        cube.state = { scene: 'backward' };
        const second = told(cube);
        const layer = await put({ scene: 'one-layer', at: 'backward:relu3' });
        const dark = await put({ theme: 'dark', state: 'seed=3' });
        dark.setAttribute('state', 'seed=4');
        const early = document.createElement('irozuku-demo');
        early.setAttribute('color', 'nothing');
        early.setAttribute('color', '#e93f7f');
        early.state = { color: [1, 2, 3] };
        early.setAttribute('theme', 'dark');
        early.setAttribute('scene', 'forward');
        early.stop = 3;
        document.querySelector('main').replaceChildren(early);
        await early.ready;
        const missing = await put({ scene: 'one-layer', state: 'hidden=5', at: 'relu3' });
        return {
            link: told(link), first, second, layer: [told(layer), layer.stop],
            dark: [dark.state.theme, dark.state.settings.seed],
            early: [early.state.color, early.stop, seen(early, '.message')],
            missing: missing.shadowRoot.querySelector('.message p').textContent,
        }",
        &[],
    );
    assert_eq!(
        [&found["link"], &found["first"], &found["second"]],
        [
            &json!("colours colours forward:data affine1"),
            &json!("cube colours forward:data affine1"),
            &json!("backward network forward:loss affine1"),
        ]
    );
    assert_eq!(found["layer"], json!(["one-layer network backward:relu3 relu3", 2]));
    assert_eq!(found["dark"], json!(["dark", 4]));
    assert_eq!(found["early"], json!([[1, 2, 3], 3, 0]));
    assert!(found["missing"].as_str().is_some_and(|words| words.contains("(at)")), "{}", found["missing"]);
}

#[test]
fn an_element_is_at_home_in_any_page() {
    let page = open("en");
    page.js(PUT, &[]);
    let found = page.js(
        "const main = document.querySelector('main');
        // What is set around it does not change how it looks.
        Object.assign(main.style, { letterSpacing: '1em', textTransform: 'uppercase', direction: 'rtl', textAlign: 'right' });
        const one = await put({ scene: 'forward', controls: 'step' });
        const style = getComputedStyle(one.shadowRoot.querySelector('.sentence'));
        const looks = [style.letterSpacing, style.textTransform, style.direction];
        // One that is moved while it works goes on.
        const training = one.train(400);
        const other = document.createElement('div');
        main.append(other);
        other.append(one);
        const { step } = await training;
        // Where there is nothing to press, nothing can be reached.
        const still = await put({ scene: 'forward', controls: 'none' });
        still.shadowRoot.querySelector('.cell[data-address]').focus();
        const reached = still.shadowRoot.activeElement !== null;
        // At the end of a scene the focus goes to what can still be pressed.
        const loss = await put({ scene: 'loss', controls: 'step' });
        loss.stop = 1;
        loss.shadowRoot.querySelector('.stepper .back').focus();
        loss.stop = 0;
        return { looks, step, reached, held: loss.shadowRoot.activeElement?.className }",
        &[],
    );
    assert_eq!(
        found,
        json!({ "looks": ["normal", "none", "ltr"], "step": 400, "reached": false, "held": "next" })
    );
}

#[test]
fn the_stops_of_a_scene_lead_there_and_back_exactly() {
    let page = open("en");
    page.js(PUT, &[]);
    for (scene, stops) in [("forward", 10), ("backward", 9), ("whole", 19), ("one-layer", 4), ("neuron", 1)] {
        let walk = page.js(
            "const bare = document.createElement('irozuku-demo');
            bare.setAttribute('scene', args[0]);
            const before = bare.stops;
            const one = await put({ scene: args[0], controls: 'step' });
            const values = ({ shadowRoot }) => [...shadowRoot.querySelectorAll('.stage [data-value]')].map(({ dataset }) => [dataset.address, dataset.value]);
            const moment = () => [one.state.at, one.state.step, one.shadowRoot.querySelector('.stage').textContent, values(one), one.stop];
            const on = [], back = [];
            for (let i = 0; i < one.stops; i += 1) { one.stop = i; on.push(moment()); }
            for (let i = one.stops - 1; i >= 0; i -= 1) { one.stop = i; back.unshift(moment()); }
            const jump = (one.stop = one.stops - 1, moment());
            return { before, stops: one.stops, on, back, jump }",
            &[json!(scene)],
        );
        assert_eq!([&walk["before"], &walk["stops"]], [&json!(stops), &json!(stops)], "{scene}");
        assert_eq!(walk["on"], walk["back"], "{scene}");
        assert_eq!(walk["jump"], walk["on"][stops - 1], "{scene}");
        for i in 0..stops {
            assert_eq!(walk["on"][i][4], i, "{scene}");
        }
    }
    // A scene that learns: exactly the same after so many updates, in whatever order they are visited.
    let learned = page.js(
        "const one = await put({ scene: 'loss', controls: 'step' });
        const settled = (stop) => { one.stop = stop; return one.goto(one.state.step).then(() => one.explain('loss.out').value); };
        const visit = async (order) => {
            const losses = [];
            for (const stop of order) {
                one.stop = stop;
                while (one.state.step !== [0, 1, 10, 30, 100, 300, 1000][stop]) await new Promise((done) => setTimeout(done, 20));
                losses[stop] = one.value('loss.out');
            }
            return losses;
        };
        return [await visit([0, 1, 2, 3, 4]), await visit([4, 2, 3, 0, 1])]",
        &[],
    );
    assert_eq!(learned[0], learned[1]);
    // A stop that is asked for before there is a network is where it begins.
    let early = page.js(
        "const one = document.createElement('irozuku-demo');
        one.setAttribute('scene', 'backward');
        one.stop = 3;
        const before = one.stop;
        document.querySelector('main').replaceChildren(one);
        await one.ready;
        return [before, one.stop, one.state.at]",
        &[],
    );
    assert_eq!(early, json!([3, 3, "backward:relu3"]));
}

#[test]
fn a_scene_is_walked_by_its_buttons_and_keys_and_begins_again() {
    let page = open_sized(960, 540, "en", false);
    page.visit("#scene=backward&controls=step&lang=en");
    assert_eq!(page.js("return [demo.state.at, demo.stop, demo.stops]", &[]), json!(["forward:loss", 0, 9]));
    for _ in 0..8 {
        page.click(parts::NEXT);
    }
    assert_eq!(page.js("return demo.state.at", &[]), "backward:affine1");
    assert!(page.text(parts::NEXT).contains("Again from the start"));
    page.click(parts::NEXT);
    assert_eq!(page.js("return demo.stop", &[]), 0);
    page.keys("Space Space Shift+Space PageDown");
    assert_eq!(page.js("return demo.stop", &[]), 2);
    // Keys for what is not there do nothing.
    page.keys("t c l m");
    assert_eq!(
        page.js("return [demo.stop, demo.state.room, demo.state.lesson, demo.state.maps]", &[]),
        json!([2, "network", "", false])
    );
    // A link from a scene opens the whole page at the same moment.
    assert!(!page.js("return demo.link()", &[]).as_str().unwrap_or("scene").contains("scene"));
}

#[test]
fn the_line_for_a_slide_opens_that_scene_at_that_moment() {
    let page = open("en");
    page.js("demo.state = { color: [233, 63, 127], settings: { seed: 7 } }", &[]);
    page.click(".link-button");
    let address = page.js(
        "const choice = root.querySelector('.embed select');
        choice.value = 'backward';
        choice.dispatchEvent(new Event('change'));
        const frame = new DOMParser().parseFromString(root.querySelector('.frame-code').value, 'text/html').querySelector('iframe');
        return new URL(frame.src).hash",
        &[],
    );
    page.visit(address.as_str().expect("it is an address"));
    let state = page.js(
        "const { scene, controls, at, color, settings } = demo.state; return [scene, controls, at, color, settings.seed]",
        &[],
    );
    assert_eq!(state, json!(["backward", "step", "forward:loss", [233, 63, 127], 7]));
}

#[test]
fn the_line_for_a_slide_keeps_the_scene_of_the_room_it_was_made_in() {
    let page = open("en");
    let chosen = |keys: &str| {
        page.keys(keys);
        page.click(".link-button");
        let lines = page.js(
            "const frame = new DOMParser().parseFromString(root.querySelector('.frame-code').value, 'text/html').querySelector('iframe');
            return [root.querySelector('.embed select').value, new URLSearchParams(new URL(frame.src).hash.slice(1)).get('scene')]",
            &[],
        );
        page.keys("Escape");
        lines
    };
    assert_eq!(chosen("Space"), json!(["whole", "whole"]));
    assert_eq!(chosen("c"), json!(["colours", "colours"]));
    assert_eq!(chosen("c"), json!(["whole", "whole"]));
}

#[test]
fn a_deck_around_gets_the_keys_that_the_element_does_not_use() {
    let page = open("en");
    page.js(PUT, &[]);
    page.js(
        "window.heard = [];
        document.addEventListener('keydown', ({ key }) => heard.push(key));
        const one = await put({ scene: 'loss' });
        one.shadowRoot.querySelector('.speed').focus()",
        &[],
    );
    // A menu in focus keeps its arrows; a remote and Escape lead the deck.
    page.keys("ArrowDown PageDown Escape");
    assert_eq!(page.js("return heard.splice(0)", &[]), json!(["PageDown", "Escape"]));
    page.js("(await put({ scene: 'forward' })).shadowRoot.querySelector('.cell[data-address]').focus()", &[]);
    page.keys("Space PageDown n");
    let (heard, stop) = (
        page.js("return heard.splice(0)", &[]),
        page.js("return document.querySelector('irozuku-demo').stop", &[]),
    );
    assert_eq!((heard, stop), (json!(["PageDown", "n"]), json!(1)));
}

#[test]
fn three_elements_out_of_sight_use_less_than_one_percent_of_a_processor() {
    let page = open("en");
    let before = page.js(
        "const main = document.querySelector('main');
        const space = document.createElement('div');
        space.style.height = '3000px';
        const three = ['whole', 'loss', 'colours'].map((scene) => {
            const one = document.createElement('irozuku-demo');
            one.setAttribute('scene', scene);
            return one;
        });
        main.replaceChildren(space, ...three);
        window.three = three;
        await new Promise((done) => setTimeout(done, 300));
        return three.map((one) => one.shadowRoot.querySelectorAll('.cell').length)",
        &[],
    );
    assert_eq!(before, json!([0, 0, 0]), "they begin on their first view");
    for i in 0..3 {
        page.js("three[args[0]].scrollIntoView(); await three[args[0]].ready", &[json!(i)]);
        page.js(
            "three[args[0]].shadowRoot.querySelector(['.play', '.play', '.learn'][args[0]]).click()",
            &[json!(i)],
        );
    }
    page.js("scrollTo(0, 0); await new Promise((done) => setTimeout(done, 500))", &[]);
    page.devtools("Performance.enable", json!({}));
    let steps = "return three.map((one) => one.state.step)";
    let (first, began) = (busy(&page), page.js(steps, &[]));
    page.js("await new Promise((done) => setTimeout(done, 5000))", &[]);
    let share = (busy(&page) - first) / 5.0;
    assert_eq!(page.js(steps, &[]), began, "what plays rests");
    println!("{:.2} % of a processor", share * 100.0);
    assert!(share < 0.01, "{share}");
    // Back in sight it plays on.
    page.js("three[1].scrollIntoView()", &[]);
    page.wait("it plays on", &format!("three[1].state.step > {}", began[1]));
}

/// For how many seconds the page's main thread has worked.
fn busy(page: &crate::browser::Page) -> f64 {
    let metrics = page.devtools("Performance.getMetrics", json!({}));
    let all = metrics["metrics"].as_array().cloned().unwrap_or_default();
    all.iter()
        .find(|one| one["name"] == "TaskDuration")
        .and_then(|one| one["value"].as_f64())
        .expect("it is measured")
}

#[test]
fn no_scene_of_ones_own_colours_shows_a_number_that_is_none_before_there_are_any() {
    let page = open("en");
    page.js(PUT, &[]);
    let told = page.js(
        "const told = [];
        const places = ['whole', 'forward', 'colours', 'loss', 'neuron', 'cube'].map((scene) => ({ scene, state: 'data=own' }));
        for (const room of ['network', 'colours', 'experiments']) places.push({ state: `data=own&room=${room}` });
        for (const place of places) {
            const one = await put({ ...place, lang: 'en' });
            await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
            const { shadowRoot } = one;
            const words = [shadowRoot.querySelector('.app').textContent, ...[...shadowRoot.querySelectorAll('[aria-label]')].map((part) => part.ariaLabel)];
            told.push(...words.join(' ').match(/NaN|undefined|Infinity|∞|loss 0\\.000/g) ?? []);
        }
        const neuron = await put({ scene: 'neuron', state: 'data=own', lang: 'en' });
        return [told, neuron.shadowRoot.querySelector('.result-line').textContent]",
        &[],
    );
    assert_eq!(told, json!([[], "There are no training colours yet that it could tell apart."]));
}
