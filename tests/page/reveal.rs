//! Scenes in a real deck of reveal.js, led by the deck's own keys; see www/slides.js. The deck is reveal.html.

use std::sync::OnceLock;

use axum::Router;
use axum::response::Html;
use axum::routing::get;
use irozuku_tools::workspace;
use serde_json::{Value, json};
use tower_http::services::ServeDir;

use crate::browser::server;
use crate::visit::{Visit, open};

/// Opens the deck: `"?view=print"`, `"#/two"`.
#[track_caller]
fn deck(path: &str) -> Visit {
    let page = open("en");
    go(&page, path);
    page
}

#[track_caller]
fn go(page: &Visit, path: &str) {
    static PORT: OnceLock<u16> = OnceLock::new();
    let port = *PORT.get_or_init(|| {
        let reveal = workspace::tests().join("node_modules/reveal.js/dist");
        server::also(
            Router::new()
                .route("/", get(async || Html(include_str!("reveal.html"))))
                .route("/blank", get(async || Html("<!doctype html><link rel=icon href=data:,>")))
                .nest_service("/reveal", ServeDir::new(reveal))
                .nest_service("/www", ServeDir::new(workspace::page())),
        )
    });
    // The address could differ in its last part only, and nothing would be loaded.
    page.visit_elsewhere(&format!("http://127.0.0.1:{port}"), "blank");
    page.visit_elsewhere(&format!("http://127.0.0.1:{port}"), path);
    page.wait("the deck is ready", "window.deck?.isReady()");
}

/// Where the deck stands, and in it the scenes of the slide.
#[track_caller]
fn standing(page: &Visit) -> Value {
    page.js(
        "const slide = deck.getCurrentSlide();
        return [slide.id, ...[...slide.querySelectorAll('irozuku-demo')].map((one) => one.stop)]",
        &[],
    )
}

/// How many stops a scene has.
#[track_caller]
fn stops(page: &Visit, css: &str) -> u64 {
    let stops = page.js("return document.querySelector(args[0]).stops", &[json!(css)]);
    stops.as_u64().expect("it is a number")
}

#[test]
fn a_deck_leads_through_a_forward_and_a_backward_scene_and_back_to_the_first_slide() {
    let page = deck("");
    let (forward, backward) = (stops(&page, "#forward irozuku-demo"), stops(&page, "#backward irozuku-demo"));
    let way: Vec<Value> = [json!(["first"])]
        .into_iter()
        .chain((0..forward).map(|stop| json!(["forward", stop])))
        .chain((0..backward).map(|stop| json!(["backward", stop])))
        .chain([json!(["two", 0, 0])])
        .collect();
    for place in &way {
        assert_eq!(standing(&page), *place);
        page.keys("ArrowRight");
    }
    page.keys("ArrowLeft");
    for place in way.iter().rev() {
        assert_eq!(standing(&page), *place);
        page.keys("ArrowLeft");
    }
    assert_eq!(standing(&page), way[0]);

    // What the scene shows is what the deck says.
    page.keys("ArrowRight ArrowRight ArrowRight ArrowRight ArrowLeft");
    page.wait("it is shown", "await demo.ready, demo.state.at === 'forward:relu1'");
    // A remote, and the address.
    page.keys("PageDown");
    page.wait("it is shown", "demo.state.at === 'forward:affine2' && location.hash === '#/forward/2'");

    // It is drawn as large as its place on the slide, whatever the deck makes of it.
    let width =
        page.js("return root.querySelector('.app').getBoundingClientRect().width / deck.getScale()", &[]);
    assert!(width.as_f64().is_some_and(|width| (width - 900.0).abs() < 2.0), "{width}");
}

#[test]
fn scenes_of_a_slide_have_their_turns_and_stay_independent() {
    let page = deck("#/two");
    let (above, below) = (
        stops(&page, "#two :nth-child(1 of irozuku-demo)"),
        stops(&page, "#two :nth-child(2 of irozuku-demo)"),
    );
    page.wait(
        "both are ready",
        "await Promise.all([...document.querySelectorAll('#two irozuku-demo')].map((one) => one.ready)), true",
    );
    for stop in 0..above {
        assert_eq!(standing(&page), json!(["two", stop, 0]));
        page.keys("ArrowRight");
    }
    for stop in 1..below {
        assert_eq!(standing(&page), json!(["two", above - 1, stop]));
        page.keys("ArrowRight");
    }
    assert_eq!(standing(&page), json!(["above"]));
    page.keys("ArrowLeft");
    assert_eq!(standing(&page), json!(["two", above - 1, below - 1]));
    let both = page.js(
        "return [...document.querySelectorAll('#two irozuku-demo')].map(({ state }) => [state.settings.seed, state.color.join()])",
        &[],
    );
    assert_eq!(both, json!([[10616, "122,66,94"], [7, "0,255,0"]]));
    // The audience goes where it likes, in one of them; the deck's next key leads back to the walk.
    page.js("document.querySelectorAll('#two irozuku-demo')[1].stop = 2", &[]);
    assert_eq!(standing(&page), json!(["two", above - 1, 2]));
    page.keys("ArrowLeft");
    assert_eq!(standing(&page), json!(["two", above - 1, below - 2]));

    // Slides under one another.
    page.js("deck.slide(4, 0)", &[]);
    let milestones = stops(&page, "#below irozuku-demo");
    for stop in 0..milestones {
        page.keys("Space");
        // It has to learn for it.
        page.wait("it is there", &format!("document.querySelector('#below irozuku-demo').stop === {stop}"));
        assert_eq!(standing(&page), json!(["below", stop]));
    }
    page.keys("Space");

    // One that is left to the audience: no stops of the deck's; it rests when the slide is left.
    assert_eq!(standing(&page), json!(["free", 0]));
    page.js(
        "const free = document.querySelector('#free irozuku-demo');
        await free.ready;
        window.learning = free.train(1e6)",
        &[],
    );
    page.wait("it learns", "document.querySelector('#free irozuku-demo').state.step > 2");
    page.keys("ArrowRight");
    assert_eq!(standing(&page), json!(["framed"]));
    let rests = page.js(
        "await learning;
        const { step } = document.querySelector('#free irozuku-demo');
        await new Promise((done) => setTimeout(done, 300));
        return document.querySelector('#free irozuku-demo').step === step",
        &[],
    );
    assert_eq!(rests, true);

    // A key that a control of the element needs is not the deck's.
    page.keys("ArrowLeft");
    page.js(
        "document.querySelector('#free irozuku-demo').shadowRoot.querySelector('input[type=range]').focus()",
        &[],
    );
    page.keys("ArrowRight");
    assert_eq!(standing(&page)[0], "free");
}

#[test]
fn a_deck_goes_on_from_the_ends_of_a_scene_in_a_frame_that_was_clicked() {
    let page = deck("#/framed");
    page.js(
        "window.stop = 0;
        addEventListener('message', ({ data }) => { if (data?.state) window.stop = data.stop; if (data?.event === 'ready') window.ready = true; });
        document.querySelector('#framed iframe').contentWindow.postMessage({ irozuku: 1, command: 'state' }, '*')",
        &[],
    );
    let click = || {
        page.wait("the frame is there", "document.querySelector('#framed iframe').contentDocument?.querySelector('irozuku-demo')?.shadowRoot?.querySelector('.column')");
        let place = page.js(
            "const { x, y, width, height } = document.querySelector('#framed iframe').getBoundingClientRect();
            return [Math.round(x + width / 2), Math.round(y + height * 0.9)]",
            &[],
        );
        page.click_in_window(place[0].as_i64().unwrap_or_default(), place[1].as_i64().unwrap_or_default());
        page.wait("it has the keys", "document.activeElement.matches('iframe')");
    };
    click();
    for stop in 1..10 {
        page.keys("PageDown");
        page.wait("it is one on", &format!("window.stop === {stop}"));
        assert_eq!(standing(&page), json!(["framed"]));
    }
    page.keys("PageDown");
    page.wait("the deck goes on", "deck.getCurrentSlide().id === 'end'");
    page.js("deck.prev()", &[]);
    assert_eq!(standing(&page), json!(["framed"]));
    // Keys that the frame does not use are the deck's: the black screen, and the arrows.
    click();
    page.keys(".");
    page.wait("it is black", "deck.isPaused()");
    page.keys(".");
    page.wait("it is seen again", "!deck.isPaused()");
    page.keys("ArrowLeft");
    page.wait("the deck goes back", "deck.getCurrentSlide().id === 'free'");
}

#[test]
fn a_deck_finds_its_scenes_from_behind_in_the_overview_in_the_speaker_view_and_when_it_begins_again() {
    // From behind: everything before has been shown.
    let page = deck("#/above");
    let (forward, backward) = (stops(&page, "#forward irozuku-demo"), stops(&page, "#backward irozuku-demo"));
    page.js("deck.slide(2)", &[]);
    assert_eq!(standing(&page), json!(["backward", backward - 1]));
    // An address with a step.
    page.js("location.hash = '#/forward/3'", &[]);
    page.wait("it is there", "deck.getCurrentSlide().id === 'forward' && demo.stop === 4");
    assert_eq!(page.js("return document.querySelector('#backward irozuku-demo').stop", &[]), 0);

    // The overview: slides are passed over whole, and scenes keep their places.
    page.keys("Escape");
    page.wait("all are seen", "deck.isOverview()");
    assert_eq!(standing(&page), json!(["forward", 4]));
    page.keys("ArrowRight");
    assert_eq!(standing(&page), json!(["backward", 0]));
    page.keys("ArrowLeft Escape");
    assert_eq!(standing(&page), json!(["forward", forward - 1]));

    // What the window of the speaker says to that of the audience.
    page.js(
        "const args = [{ indexh: 2, indexv: 0, indexf: 4, paused: false, overview: false }];
        window.postMessage(JSON.stringify({ method: 'setState', args }), '*')",
        &[],
    );
    page.wait("it is there", "deck.getCurrentSlide().id === 'backward'");
    assert_eq!(standing(&page), json!(["backward", 5]));

    // A deck that ends leaves no trace, and can begin again.
    let traces = page.js(
        "const count = () => document.querySelectorAll('[data-irozuku]').length;
        const before = count();
        deck.destroy();
        const between = count();
        window.deck = new Reveal({ transition: 'none', plugins: [plugin] });
        await deck.initialize();
        return [before > 0, between, count() === before]",
        &[],
    );
    assert_eq!(traces, json!([true, 0, true]));

    // Where a deck has no fragments, its scenes stand at their end.
    go(&page, "?fragments=false#/forward");
    page.wait("it is there", "demo.stop === demo.stops - 1");
    page.keys("ArrowRight");
    assert_eq!(standing(&page), json!(["backward", backward - 1]));
}

#[test]
fn on_paper_every_scene_stands_still_at_its_last_stop() {
    let page = deck("?view=print");
    page.wait("the pages are laid out", "window.laid");
    // While the scenes were made ready, the page said so; the deck has waited for them.
    let waited = page.js("return [window.signs, document.body.querySelector(':scope > [role=status]')]", &[]);
    assert_eq!(waited, json!([["Loading…"], null]));
    let scenes = page.js(
        "await new Promise((done) => setTimeout(done, 500));
        const scenes = [...document.querySelectorAll('.pdf-page irozuku-demo')];
        return {
            traces: document.querySelectorAll('[data-irozuku]').length,
            count: scenes.length,
            stops: scenes.filter((one) => one.stop !== one.stops - 1).map((one) => [one.getAttribute('scene'), one.stop]),
            dark: scenes.filter((one) => one.state.theme !== 'light').length,
            controls: scenes.filter((one) => one.getAttribute('controls') !== 'none').length,
            // Laid out with the room there is, and drawn, although nobody has seen it.
            flat: scenes.filter((one) => one.clientHeight > 400)
                .flatMap((one) => [...one.shadowRoot.querySelectorAll('.stage .live')].filter((cell) => cell.checkVisibility()))
                .filter(({ offsetWidth, offsetHeight }) => offsetWidth < 4 || Math.abs(offsetWidth - offsetHeight) > 2).length,
            blank: scenes.flatMap((one) => [...one.shadowRoot.querySelectorAll('.picture > canvas')]).filter((canvas) => {
                if (!canvas.checkVisibility()) return false;
                const context = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d');
                context.drawImage(canvas, 0, 0);
                return !context.getImageData(0, 0, canvas.width, canvas.height).data.some((part) => part > 0);
            }).length,
            loading: scenes.filter((one) => one.shadowRoot.querySelector('.loading') || one.shadowRoot.querySelector('.app').clientHeight < 200).length,
        }",
        &[],
    );
    assert_eq!(
        scenes,
        json!({ "traces": 0, "count": 6, "stops": [], "dark": 0, "controls": 0, "flat": 0, "blank": 0, "loading": 0 })
    );
    let printed =
        page.devtools("Page.printToPDF", json!({ "preferCSSPageSize": true, "printBackground": true }));
    let length = printed["data"].as_str().expect("it is a file").len();
    assert!(length > 100_000, "the file has {length} letters");
}
