//! The page in a frame of another page, led by messages; see www/frame/.

use std::sync::OnceLock;

use axum::Router;
use axum::response::Html;
use axum::routing::get;
use serde_json::{Value, json};

use crate::browser::server;
use crate::visit::{Visit, empty, open_at};

/// A page with a frame, which keeps all that it is told.
const AROUND: &str = "<!doctype html><meta charset=utf-8><title>around</title><link rel=icon href=data:,>
<style>html, body { margin: 0 } iframe { display: block; width: 100%; height: 600px; border: 0 }</style>
<script>
    window.told = [];
    addEventListener('message', ({ origin, data, source }) => {
        if (source === window.inside?.contentWindow) told.push({ origin, ...data });
    });
    window.say = (message) => inside.contentWindow.postMessage(message, '*');
    window.last = (event) => told.findLast((one) => one.event === event);
</script>";

/// Opens a page of another server, with the page in a frame of it.
#[track_caller]
fn around(path: &str) -> Visit {
    static PORT: OnceLock<u16> = OnceLock::new();
    let port = *PORT.get_or_init(|| server::also(Router::new().route("/", get(async || Html(AROUND)))));
    let page = empty("en");
    page.visit_elsewhere(&format!("http://127.0.0.1:{port}"), "");
    frame(&page, path);
    page
}

/// Puts a frame into the page around, in the place of the one before.
#[track_caller]
fn frame(page: &Visit, path: &str) {
    page.js(
        "window.inside?.remove();
        told.length = 0;
        window.inside = document.createElement('iframe');
        inside.src = args[0];
        document.body.append(inside)",
        &[json!(format!("{}/{path}", server::origin()))],
    );
}

/// The last that was told of a kind.
#[track_caller]
fn last(page: &Visit, event: &str) -> Value {
    page.js("return last(args[0])", &[json!(event)])
}

#[test]
fn the_page_around_leads_the_one_in_its_frame_and_is_told_what_becomes_of_it() {
    let page = around("#lang=en&scene=forward&seed=7");
    page.wait("it is ready", "last('ready') && last('size')");
    let ready = last(&page, "ready");
    assert_eq!(ready["origin"], server::origin());
    assert_eq!([&ready["irozuku"], &ready["stop"]], [1, 0]);
    assert_eq!(ready["state"]["settings"]["seed"], 7);
    let stops = ready["stops"].as_u64().expect("it is a number");
    assert!(stops > 8, "the walk has {stops} stops");

    // One on, one back, to any stop.
    page.js("say({ irozuku: 1, command: 'step' }); say({ irozuku: 1, command: 'step' })", &[]);
    page.wait("it is two on", "last('statechange')?.stop === 2");
    page.js("say({ irozuku: 1, command: 'back' })", &[]);
    page.wait("it is back", "last('statechange').stop === 1");
    page.js("say({ irozuku: 1, command: 'stop', to: last('ready').stops - 1 })", &[]);
    page.wait("it is at the last stop", "last('statechange').stop === last('ready').stops - 1");

    // A part of a state; the text of a link; training.
    page.js("say({ irozuku: 1, command: 'set', state: { color: [0, 255, 0] } })", &[]);
    page.wait("the colour is green", "last('statechange').state.color.join() === '0,255,0'");
    page.js("say({ irozuku: 1, command: 'set', state: 'lang=ja&scene=backward&seed=8' })", &[]);
    page.wait(
        "the link is followed",
        "last('statechange').state.lang === 'ja' && last('statechange').state.settings.seed === 8",
    );
    page.js("say({ irozuku: 1, command: 'train', steps: 5 })", &[]);
    page.wait("it has learned", "last('statechange').state.step === 5");
    page.js("say({ irozuku: 1, command: 'goto', step: 3 })", &[]);
    page.wait("it is where it was", "last('statechange').state.step === 3");

    // It can be asked, too.
    let answers = page.js(
        "const count = () => told.filter(({ event }) => event === 'statechange').length;
        await new Promise((done) => setTimeout(done, 200));
        const before = count();
        say({ irozuku: 1, command: 'state' });
        await new Promise((done) => setTimeout(done, 300));
        return count() - before",
        &[],
    );
    assert_eq!(answers, 1);

    // What is asked for before it is ready is done then.
    page.js(
        "inside.remove();
        told.length = 0;
        document.body.append(inside);
        await new Promise((done) => inside.addEventListener('load', done));
        say({ irozuku: 1, command: 'train', steps: 2 });",
        &[],
    );
    page.wait("it has learned", "(last('statechange') ?? last('ready'))?.state.step === 2");
}

#[test]
fn what_comes_from_another_origin_with_another_version_or_malformed_is_not_obeyed() {
    let page = around("#lang=en&scene=forward&allow-origin=https://example.org");
    // It may speak to no other, so that its being ready is told by the browser alone: it did not give the message to us.
    page.wait_for_problem("example.org");
    page.js(
        "say({ irozuku: 1, command: 'step' });
        say({ irozuku: 1, command: 'state' });
        say({ irozuku: 2, command: 'step' });
        await new Promise((done) => setTimeout(done, 500))",
        &[],
    );
    assert_eq!(page.js("return told", &[]), json!([]), "a page of another origin is told nothing");
    // The browser itself says each time to whom it did not give the message.
    let silenced = page.console_problems();
    assert!(silenced.iter().all(|line| line.contains("example.org")), "{silenced:?}");
    page.forgive();

    // The origin that is named may do it.
    let own = page.js("return location.origin", &[]);
    frame(&page, &format!("#lang=en&scene=forward&allow-origin={}", own.as_str().expect("it is a text")));
    page.wait("it is ready", "last('ready')");
    page.js("say({ irozuku: 1, command: 'step' })", &[]);
    page.wait("it is one on", "last('statechange')?.stop === 1");

    // Another window than the one around.
    let before = last(&page, "statechange");
    page.js(
        "const stranger = document.createElement('iframe');
        stranger.srcdoc = '<p>stranger';
        document.body.append(stranger);
        await new Promise((done) => stranger.addEventListener('load', done));
        const script = stranger.contentDocument.createElement('script');
        script.textContent = `parent.inside.contentWindow.postMessage({ irozuku: 1, command: 'step' }, '*')`;
        stranger.contentDocument.body.append(script)",
        &[],
    );

    // Addressed to somebody else, or to nobody: silence.
    let told = page.js(
        "const before = told.length;
        const round = { command: 'step' };
        round.round = round;
        for (const one of [null, undefined, 0, NaN, '', 'step', '{\"irozuku\":1}', [], [1, 'step'], {}, round,
            { command: 'step' }, { version: 1, command: 'step' }, new Map([['irozuku', 1]]), new Uint8Array(9), new Date()]) say(one);
        await new Promise((done) => setTimeout(done, 300));
        return told.slice(before)",
        &[],
    );
    assert_eq!(told, json!([]));

    // Addressed to it, and wrong: it says in which way.
    let refused = page.js(
        "const deep = (levels) => levels === 0 ? 1 : { color: deep(levels - 1) };
        const round = {};
        round.settings = round;
        const wrong = {
            version: [{ irozuku: 2, command: 'step' }, { irozuku: '1', command: 'step' }, { irozuku: null }, { irozuku: 1.5 }],
            command: [{ irozuku: 1 }, { irozuku: 1, command: 'eval' }, { irozuku: 1, command: 'constructor' }, { irozuku: 1, command: ['step'] }],
            value: [
                { irozuku: 1, command: 'train', steps: 1e12 }, { irozuku: 1, command: 'train', steps: NaN },
                { irozuku: 1, command: 'train', steps: '5' }, { irozuku: 1, command: 'train' },
                { irozuku: 1, command: 'goto', step: -1 }, { irozuku: 1, command: 'goto', step: 1.5 },
                { irozuku: 1, command: 'stop', to: 99 }, { irozuku: 1, command: 'stop', to: -1 },
                { irozuku: 1, command: 'set' }, { irozuku: 1, command: 'set', state: null }, { irozuku: 1, command: 'set', state: '' },
                { irozuku: 1, command: 'set', state: [] }, { irozuku: 1, command: 'set', state: round },
                { irozuku: 1, command: 'set', state: deep(1000) }, { irozuku: 1, command: 'set', state: 'x'.repeat(1e7) },
                { irozuku: 1, command: 'set', state: { at: 'x'.repeat(1e7) } }, { irozuku: 1, command: 'set', state: { color: new Uint8Array(1e7) } },
                { irozuku: 1, command: 'set', state: { color: new Array(1e8) } },
                { irozuku: 1, command: 'set', state: Object.fromEntries(Array.from({ length: 1e5 }, (_, i) => [i, i])) },
            ],
        };
        const answers = {};
        for (const [reason, messages] of Object.entries(wrong)) {
            answers[reason] = [];
            for (const message of messages) {
                const before = told.length;
                say(message);
                // So many refusals a second are told.
                await new Promise((done) => setTimeout(done, 150));
                const answer = told.slice(before).map((one) => one.reason ?? one.event).join();
                if (answer !== reason) answers[reason].push([Object.keys(message).join(), String(message.steps ?? message.to), answer]);
            }
        }
        return answers",
        &[],
    );
    assert_eq!(refused, json!({ "version": [], "command": [], "value": [] }));

    // A state of the wrong types is cleaned like any other, and harms nothing.
    let after = page.js(
        "say({ irozuku: 1, command: 'set', state: { color: 'red', step: NaN, at: 7, lang: {}, settings: 4, __proto__: 1, constructor: 2 } });
        say({ irozuku: 1, command: 'state' });
        await new Promise((done) => setTimeout(done, 500));
        return last('statechange')",
        &[],
    );
    assert_eq!([&after["stop"], &after["state"]], [&before["stop"], &before["state"]], "nothing was obeyed");
}

/// The keys that the page around was told of since the last time.
#[track_caller]
fn keys_told(page: &Visit) -> Value {
    page.js(
        "const keys = told.filter(({ event }) => event === 'key').map(({ key }) => key);
        window.told = told.filter(({ event }) => event !== 'key');
        return keys",
        &[],
    )
}

#[test]
fn a_frame_hands_up_the_keys_at_the_ends_of_its_scene_and_those_that_it_does_not_use() {
    for (scene, last) in [("forward", 9), ("backward", 8), ("whole", 18), ("one-layer", 3), ("neuron", 0)] {
        let page = around(&format!("#lang=en&scene={scene}&controls=step"));
        page.wait("it is ready", "last('ready')");
        page.click_in_window(640, 300);
        page.wait("it has the keys", "document.activeElement === inside");
        let stop = |to: i64| {
            page.wait(
                &format!("{scene} is at {to}"),
                &format!("(last('statechange') ?? last('ready')).stop === {to}"),
            );
        };
        // Back from the first stop; then on to the last, and beyond it.
        page.keys("PageUp");
        page.wait("it is told", "last('key')");
        assert_eq!(keys_told(&page), json!(["PageUp"]), "{scene}");
        for to in 1..=last {
            page.keys("PageDown");
            stop(to);
        }
        assert_eq!(keys_told(&page), json!([]), "{scene}");
        page.keys("PageDown Space ArrowRight ArrowLeft x Escape");
        page.wait("the last is told", "last('key')?.key === 'Escape'");
        assert_eq!(
            keys_told(&page),
            json!(["PageDown", " ", "ArrowRight", "ArrowLeft", "x", "Escape"]),
            "{scene}"
        );
        stop(last);
    }
}

#[test]
fn a_frame_keeps_the_keys_that_it_uses_and_those_that_only_change_others() {
    let page = around("#lang=en&scene=forward&controls=full");
    page.wait("it is ready", "last('ready')");
    page.click_in_window(640, 560);
    page.wait("it has the keys", "document.activeElement === inside");
    page.keys("Space Shift+Space Tab Control+x m");
    page.wait("it is used", "last('statechange')?.state.maps === true");
    page.keys("y");
    page.wait("the last is told", "last('key')?.key === 'y'");
    assert_eq!(keys_told(&page), json!(["y"]));
    // Where there is nothing to press, all are for the page around.
    frame(&page, "#lang=en&scene=forward&controls=none");
    page.wait("it is ready", "last('ready')");
    page.click_in_window(640, 300);
    page.keys("PageDown Space b");
    page.wait("the last is told", "last('key')?.key === 'b'");
    assert_eq!(keys_told(&page), json!(["PageDown", " ", "b"]));
    assert_eq!(page.js("return (last('statechange') ?? last('ready')).stop", &[]), 0);
    // A page of another origin than the one that is named hears of no key: see the messages above.
}

#[test]
fn a_remote_never_leads_a_scene_from_its_end_to_its_beginning() {
    let page = open_at("#scene=backward&controls=step&lang=en", "en");
    page.js("demo.stop = demo.stops - 1", &[]);
    page.keys("PageDown PageDown");
    assert_eq!(page.js("return demo.stop", &[]), 8);
    // The space bar of somebody who sits before it does, as the button says.
    page.keys("Space");
    assert_eq!(page.js("return demo.stop", &[]), 0);
    page.keys("PageUp");
    assert_eq!(page.js("return demo.stop", &[]), 0);
}

#[test]
fn ten_thousand_messages_in_a_second_break_nothing() {
    let page = around("#lang=en&scene=forward");
    page.wait("it is ready", "last('ready')");
    let seen = page.js(
        "const start = performance.now();
        for (let i = 0; i < 10_000; i += 1) {
            say([{ irozuku: 1, command: i % 3 === 0 ? 'back' : 'step' }, { irozuku: 9 }, { noise: i }, { irozuku: 1, command: 'train', steps: NaN }][i % 4]);
        }
        // It answers as soon as it has read them, if it may.
        await new Promise((done) => setTimeout(done, 1500));
        const flood = told.length;
        const asked = performance.now();
        const before = told.length;
        say({ irozuku: 1, command: 'state' });
        while (told.length === before) await new Promise((done) => setTimeout(done, 5));
        return { answered: performance.now() - asked, changes: told.filter(({ event }) => event === 'statechange').length,
            refused: told.filter(({ event }) => event === 'refused').length, all: flood }",
        &[],
    );
    assert!(seen["answered"].as_f64() < Some(1000.0), "{seen}");
    // One command in a turn at most, and those of a second or two; ten refusals a second.
    assert!(seen["changes"].as_u64() < Some(150), "{seen}");
    assert!((1..60).contains(&seen["refused"].as_u64().expect("it is counted")), "{seen}");
    // It can be led as before.
    page.js("say({ irozuku: 1, command: 'stop', to: 4 })", &[]);
    page.wait("it is there", "last('statechange').stop === 4");
}
