//! The room in real browsers: a lecturer's page and those of participants, at the server that `--lan` starts.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;

use base64::Engine;
use base64::prelude::BASE64_STANDARD as BASE64;
use irozuku_tools::room;
use serde_json::{Value, json};

use crate::axe;
use crate::visit::{Visit, open, open_url};

const KEY: &str = "thelecturerskey";

/// The room's server. It ends with this, or with the test.
struct Server {
    port: u16,
    child: Child,
}

impl Server {
    #[track_caller]
    fn start() -> Self {
        let free = TcpListener::bind("0.0.0.0:0").expect("there is a free port");
        let port = free.local_addr().expect("a listener has an address").port();
        drop(free);
        Self { port, child: run(port) }
    }

    /// Ends it. Another one at its place knows nothing of the room.
    fn stop(&mut self) {
        drop(self.child.stdin.take());
        let _ = self.child.wait();
    }

    #[track_caller]
    fn start_again(&mut self) {
        self.child = run(self.port);
    }

    #[track_caller]
    fn lecturer(&self, language: &str) -> Visit {
        let page = open_url(&format!("http://127.0.0.1:{}/#lead={KEY}", self.port), language);
        waits(&page, "it leads", "at('.desk').dataset.stance === 'leading'");
        page
    }

    #[track_caller]
    fn participant(&self, language: &str) -> Visit {
        let page = open_url(&format!("http://127.0.0.1:{}/", self.port), language);
        waits(&page, "it follows", "demo.hasAttribute('follows')");
        page
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}

#[track_caller]
fn run(port: u16) -> Child {
    static PARTS: OnceLock<(PathBuf, PathBuf)> = OnceLock::new();
    let (program, folder) = PARTS
        .get_or_init(|| (room::compile(&["--quiet"], &[]).expect("the server compiles"), room::folder()));
    let mut child = Command::new(env!("CARGO_BIN_EXE_irozuku"))
        .args(["hold", "--"])
        .arg(program)
        .args(["--no-open", "--key", KEY, "--port", &port.to_string(), "--folder"])
        .arg(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("it can be started");
    let output = BufReader::new(child.stdout.take().expect("it is piped"));
    let told: Vec<String> = output
        .lines()
        .map(|line| line.expect("it prints text"))
        .take_while(|line| !line.starts_with("Press Ctrl+C"))
        .collect();
    let here = format!("127.0.0.1:{port}/");
    assert!(told.iter().any(|line| line.contains(&here)), "it serves at another port: {told:?}");
    child
}

/// What is before each script: `at` looks in the room's own views.
const ROOM: &str = "const place = document.querySelector('.room-place'); \
    const at = (css) => place.shadowRoot.querySelector(css); \
    const shown = (css) => [...place.shadowRoot.querySelectorAll(css)].some((one) => one.checkVisibility());";

#[track_caller]
fn js(page: &Visit, body: &str) -> Value {
    page.js(&format!("{ROOM} {body}"), &[])
}

#[track_caller]
fn waits(page: &Visit, description: &str, condition: &str) {
    page.wait(description, &format!("(() => {{ {ROOM} return {condition}; }})()"));
}

#[track_caller]
fn words(page: &Visit, css: &str) -> String {
    js(page, &format!("return at('{css}').textContent")).as_str().expect("it is text").to_owned()
}

/// Goes to a control of the room by the keyboard alone, and presses it.
#[track_caller]
fn press(page: &Visit, css: &str) {
    for _ in 0..120 {
        if js(page, &format!("return place.shadowRoot.activeElement?.matches('{css}') ?? false")) == true {
            page.keys("Enter");
            return;
        }
        page.keys("Tab");
    }
    panic!("the keyboard does not come to {css}");
}

/// Waits until a page stands where another stands.
#[track_caller]
fn stands(page: &Visit, state: &Value) {
    page.wait(
        &format!("it stands at {state}"),
        &format!(
            "JSON.stringify([demo.state.at, demo.state.step, demo.state.color, demo.state.lesson]) === {}",
            json!(state.to_string())
        ),
    );
}

#[track_caller]
fn moment(page: &Visit) -> Value {
    page.js("return [demo.state.at, demo.state.step, demo.state.color, demo.state.lesson]", &[])
}

#[test]
fn participants_follow_leave_and_come_back_and_keep_what_they_had() {
    let server = Server::start();
    let lecturer = server.lecturer("en");
    assert_eq!(lecturer.js("return location.href.includes('lead')", &[]), false, "nobody reads the key");

    let phone = server.participant("ja");
    phone.resize(390, 844);
    let desk = server.participant("en");
    let own = server.participant("en");
    press(&own, ".leave");
    waits(&own, "it is its own page", "!demo.hasAttribute('follows')");
    own.js("demo.state = { color: [1, 2, 3] }", &[]);
    own.train(7);
    let mine = moment(&own);

    lecturer.keys("Space Space");
    let now = moment(&lecturer);
    for page in [&phone, &desk] {
        stands(page, &now);
    }
    assert_eq!(moment(&own), mine, "who is on their own stays there");
    waits(&lecturer, "one is on their own", "at('.crowd').textContent.includes('1 on their own')");
    lecturer.js("demo.state = { color: [20, 200, 40] }", &[]);
    lecturer.train(30);
    let now = moment(&lecturer);
    for page in [&phone, &desk] {
        stands(page, &now);
    }
    // A late phone, and one that is loaded again, arrive at the present moment.
    phone.reload();
    waits(&phone, "it follows again", "demo.hasAttribute('follows')");
    stands(&phone, &now);

    // Whoever does something goes on from there, and the line says so.
    desk.keys("Space");
    waits(&desk, "it says so", "at('.room-line').dataset.stance === 'apart'");
    assert_eq!(
        words(&desk, ".line-note"),
        "You did something yourself, so this page no longer follows the lecturer."
    );
    assert_eq!(desk.js("return demo.state.at", &[]), "backward:softmax", "the key did what it does");
    lecturer.keys("Shift+Space");
    let now = moment(&lecturer);
    stands(&phone, &now);
    assert_ne!(moment(&desk), now);
    press(&desk, ".follow");
    stands(&desk, &now);

    // Also where the lecturer has not moved meanwhile, and to one's own page.
    js(&desk, "place.shadowRoot.activeElement.blur()");
    desk.keys("Space Space");
    waits(&desk, "it has left", "at('.room-line').dataset.stance === 'apart'");
    press(&desk, ".follow");
    stands(&desk, &now);
    js(&desk, "place.shadowRoot.activeElement.blur()");
    desk.keys("Space");
    press(&desk, ".leave");
    waits(&desk, "it is its own page", "!demo.hasAttribute('follows')");

    // One press there and back, and all is as it was; nothing of the lecturer's was kept.
    press(&own, ".follow");
    stands(&own, &now);
    press(&own, ".leave");
    stands(&own, &mine);
    own.reload();
    waits(&own, "it is on its own after a reload, too", "at('.room-line').dataset.stance === 'own'");
    stands(&own, &mine);
}

#[test]
fn the_question_on_the_screen_is_answered_by_the_room_and_revealed_to_it() {
    let server = Server::start();
    let lecturer = server.lecturer("en");
    lecturer.js("demo.state = { lesson: 'colour.name', present: true }", &[]);
    let [one, two] = ["en", "ja"].map(|language| server.participant(language));
    for page in [&one, &two] {
        page.wait(
            "the question is there",
            "demo.state.lesson === 'colour.name' && root.querySelector('.options button') !== null",
        );
    }
    let kept =
        "return JSON.stringify(Object.entries(localStorage).filter(([key]) => key.includes('lesson')))";
    let before = one.js(kept, &[]);
    // By the keyboard, in the lesson's own panel; the last answer counts.
    one.focus(".options button:nth-child(2)");
    one.keys("Enter");
    one.focus(".options button:nth-child(1)");
    one.keys("Enter");
    two.focus(".options button:nth-child(3)");
    two.keys("Enter");
    waits(
        &one,
        "it has arrived",
        "at('.line-note').textContent.startsWith('Your answer: red. The lecturer')",
    );
    waits(&lecturer, "both are counted", "at('.crowd').textContent === '2 here · 2 answered'");
    assert_eq!(js(&lecturer, "return shown('.results')"), false, "nothing is shown before it is revealed");
    assert_eq!(one.text(".verdicts"), "", "nor judged");

    lecturer.keys("PageDown");
    for page in [&lecturer, &one, &two] {
        waits(page, "the answers are shown", "shown('.results')");
        let bars = js(
            page,
            "return [...place.shadowRoot.querySelectorAll('.room-bars li')].map((row) => [row.classList.contains('is-right'), row.querySelector('.bar-figure').textContent])",
        );
        assert_eq!(bars, json!([[true, "1 · 50.0%"], [false, "0 · 0.0%"], [false, "1 · 50.0%"]]));
    }
    one.wait("it is judged", "root.querySelector('.verdicts').textContent.startsWith('✓')");
    two.wait("it is shown", "root.querySelector('.verdicts').textContent.startsWith('→')");
    assert_eq!(one.js(kept, &[]), before, "one's own progress is one's own");
    assert!(js(&one, "return at('.room-bars .is-mine .bar-name').textContent") == "red ◂");

    // A number.
    lecturer.js("demo.state = { lesson: 'neuron.sum' }", &[]);
    for (page, typed) in [(&one, "54.1"), (&two, "53")] {
        page.wait(
            "it asks for a number",
            "demo.state.lesson === 'neuron.sum' && root.querySelector('#lesson-number').checkVisibility()",
        );
        page.write("#lesson-number", typed);
        page.keys("Enter");
    }
    waits(&lecturer, "both are counted", "at('.crowd').textContent === '2 here · 2 answered'");
    lecturer.keys("PageDown");
    waits(&two, "the histogram is shown", "shown('.results') && at('.room-bars').children.length === 2");
    assert_eq!(words(&two, ".room-bars .is-right .bar-name"), "54.10");

    // A round has the place of the answers, on the screen and on the phones.
    press(&lecturer, ".show-colours");
    waits(&lecturer, "it asks for the classes", "shown('.round-form') && !shown('.results')");
    lecturer.keys("Enter");
    waits(&two, "only the colours are there", "shown('.pad-swatch') && !shown('.results')");
    press(&lecturer, ".show-answers");
    waits(&lecturer, "the answers are back", "shown('.results') && !shown('.round-open')");

    // Paused, all hold still.
    press(&lecturer, ".pause");
    waits(&one, "it says so", "at('.room-line').dataset.stance === 'paused'");
    let before = moment(&one);
    one.keys("Space l c");
    assert_eq!(moment(&one), before);
    press(&lecturer, ".pause");
    waits(&one, "it goes on", "at('.room-line').dataset.stance === 'following'");
}

#[test]
fn what_a_participant_writes_while_following_stays_theirs() {
    let server = Server::start();
    let lecturer = server.lecturer("en");
    let page = server.participant("en");
    lecturer.js("demo.state = { lesson: 'forward.relu' }", &[]);
    page.wait("the exercise is there", "root.querySelector('.written textarea')?.checkVisibility() ?? false");
    page.write(".written textarea", "return x.map((value) => Math.max(0, value));");
    page.click(".run");
    page.wait("it is right", "root.querySelector('.verdicts').textContent.startsWith('✓')");
    assert_eq!(js(&page, "return at('.room-line').dataset.stance"), "following", "to write is to take part");
    press(&page, ".leave");
    page.wait("it is its own page", "!demo.hasAttribute('follows')");
    page.js("demo.state = { lesson: 'forward.relu' }", &[]);
    page.wait(
        "it is there",
        "root.querySelector('.written textarea')?.value === 'return x.map((value) => Math.max(0, value));'",
    );
    let results =
        page.js("return Object.keys(localStorage).filter((key) => key.includes('lesson/steps'))", &[]);
    assert_eq!(results, json!([]), "the result is the room's");
}

/// Names all colours of the round by their largest channel, by the keyboard.
#[track_caller]
fn name_colours(page: &Visit, count: usize) {
    for _ in 0..count {
        let channel = js(
            page,
            "const rgb = getComputedStyle(at('.pad-swatch')).backgroundColor.match(/\\d+/g).map(Number);
            return rgb.indexOf(Math.max(...rgb)) + 1",
        );
        page.keys(&channel.to_string());
    }
}

#[test]
fn the_room_names_colours_through_a_restart_of_the_server_and_the_network_learns_them() {
    let mut server = Server::start();
    let lecturer = server.lecturer("en");
    let phone = server.participant("ja");
    phone.resize(390, 844);
    let desk = server.participant("en");
    press(&lecturer, ".show-colours");
    waits(&lecturer, "it asks for the classes", "shown('.round-form')");
    assert_eq!(js(&lecturer, "return at('#room-classes').value"), "red, green, blue");
    lecturer.keys("Enter");
    for page in [&phone, &desk] {
        waits(page, "the colours are there", "shown('.pad-swatch')");
    }
    let small = js(
        &phone,
        "return [...place.shadowRoot.querySelectorAll('.pad-room button')].map((one) => one.getBoundingClientRect()).filter(({ width, height }) => Math.min(width, height) < 44).length",
    );
    assert_eq!(small, 0);
    name_colours(&phone, 10);
    name_colours(&desk, 4);
    waits(
        &lecturer,
        "they pour in",
        "at('.round-open .result-line').textContent.startsWith('2 people · 14 answers')",
    );

    // The server ends, and another is started; meanwhile the phones go on.
    server.stop();
    waits(&phone, "it is lost", "at('.where').textContent.startsWith('接続が切れました')");
    name_colours(&phone, 14);
    server.start_again();
    waits(
        &lecturer,
        "nothing is lost",
        "at('.round-open .result-line').textContent.startsWith('2 people · 28 answers')",
    );
    // One sees another colour in it.
    desk.keys("Backspace 1");
    for page in [&lecturer, &phone, &desk] {
        page.forgive();
    }

    press(&lecturer, ".teach");
    lecturer.wait("it has learned", "demo.state.settings.data === 'own' && demo.state.step > 20 && !root.querySelector('.play')?.matches('[aria-pressed=true]')");
    for page in [&phone, &desk] {
        page.wait("it follows", "demo.hasAttribute('follows') && demo.state.settings.data === 'own'");
        waits(page, "the colours are gone", "!shown('.pad-room')");
    }
    let names = phone.js("return demo.state.own.classes", &[]);
    assert_eq!(names, json!(["red", "green", "blue"]));
    lecturer.wait("it rests", "(await new Promise((done) => { const step = demo.step; setTimeout(() => done(demo.step === step), 400); }))");
    let now = moment(&lecturer);
    for page in [&phone, &desk] {
        stands(page, &now);
    }
    let parameters = "return [...demo.tensor('affine1.w').data].slice(0, 20)";
    assert_eq!(desk.js(parameters, &[]), lecturer.js(parameters, &[]), "it is the same network");
    // A colour of one's own: the network of the room names it.
    desk.js("root.querySelector('.wheel')?.focus()", &[]);
    let answers =
        desk.js("return (await demo.predict([[250, 10, 10], [10, 10, 250]])).map(({ label }) => label)", &[]);
    assert_eq!(answers, json!(["red", "blue"]));
    // The room's colours are the lecturer's own now, as any set.
    assert!(lecturer.js("return demo.data.length", &[]).as_u64() > Some(20));
    assert_eq!(
        desk.js("return Object.keys(localStorage).filter((key) => /own|set/.test(key))", &[]),
        json!([]),
        "and not the participant's"
    );
}

#[test]
fn a_second_lecturers_page_is_asked_before_it_takes_over() {
    let server = Server::start();
    let first = server.lecturer("en");
    let page = server.participant("en");
    let second = open_url(&format!("http://127.0.0.1:{}/#lead={KEY}", server.port), "en");
    waits(&second, "it is asked", "at('.desk').dataset.stance === 'other' && shown('.take')");
    second.js("demo.state = { color: [9, 9, 9] }", &[]);
    first.keys("Space");
    let now = moment(&first);
    stands(&page, &now);
    press(&second, ".take");
    waits(&first, "it is told", "at('.desk').dataset.stance === 'other'");
    stands(&page, &moment(&second));
}

#[test]
fn where_sockets_are_not_let_through_the_pages_poll() {
    let server = Server::start();
    let lecturer = server.lecturer("en");
    let page = server.participant("en");
    for (page, forbids) in [
        (&lecturer, "window.WebSocket = class { constructor() { throw new Error('forbidden'); } };"),
        (
            &page,
            "const Socket = WebSocket; window.WebSocket = class extends Socket { constructor() { super('ws://127.0.0.1:9/'); } };",
        ),
    ] {
        page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": forbids }));
        page.reload();
    }
    waits(&lecturer, "it leads", "at('.desk').dataset.stance === 'leading'");
    waits(&page, "it follows", "demo.hasAttribute('follows')");
    let polls = "return performance.getEntriesByType('resource').filter(({ name }) => name.includes('/room/poll')).length";
    lecturer.keys("Space Space Space");
    let now = moment(&lecturer);
    stands(&page, &now);
    assert!(page.js(polls, &[]).as_u64() > Some(0));
    lecturer.js("demo.state = { lesson: 'colour.name' }", &[]);
    page.wait(
        "the question is there",
        "demo.state.lesson === 'colour.name' && root.querySelector('.options button') !== null",
    );
    page.focus(".options button");
    page.keys("Enter");
    waits(&lecturer, "it is counted", "at('.crowd').textContent.includes('1 answered')");
    for page in [&lecturer, &page] {
        page.forgive();
    }
}

#[test]
fn a_page_with_a_wrong_key_is_a_participants() {
    let server = Server::start();
    let _lecturer = server.lecturer("en");
    let page = open_url(&format!("http://127.0.0.1:{}/#lead=notthekey", server.port), "en");
    waits(&page, "it follows", "demo.hasAttribute('follows') && at('.desk') === null");
}

#[test]
fn a_checker_of_accessibility_finds_nothing_in_the_room() {
    let server = Server::start();
    let themes = ["light", "dark", "projector"];
    let lecturer = server.lecturer("en");
    axe::load(&lecturer);
    let phone = server.participant("ja");
    phone.resize(390, 844);
    axe::load(&phone);
    waits(&phone, "it follows", "demo.hasAttribute('follows')");
    // The page itself has a test of its own.
    let of_room = |page: &Visit, moment: &str| {
        let mut found = axe::complaints(page, moment, &themes);
        found.retain(|complaint| complaint.contains("room-place"));
        found
    };
    let look = |page: &Visit, moment: &str| assert_eq!(of_room(page, moment), Vec::<String>::new());
    js(&lecturer, "at('.desk').append(document.createElement('button'))");
    assert_ne!(
        of_room(&lecturer, "with a button without a name"),
        Vec::<String>::new(),
        "it looks into the room"
    );
    js(&lecturer, "at('.desk').lastElementChild.remove()");
    look(&lecturer, "leading");
    look(&phone, "following");
    lecturer.js("demo.state = { lesson: 'colour.name' }", &[]);
    phone.wait(
        "the question is there",
        "demo.state.lesson === 'colour.name' && root.querySelector('.options button') !== null",
    );
    phone.focus(".options button");
    phone.keys("Enter");
    waits(&lecturer, "it is counted", "at('.crowd').textContent.includes('1 answered')");
    lecturer.click(".skip");
    for page in [&lecturer, &phone] {
        waits(page, "the answers are shown", "shown('.results')");
        look(page, "with answers");
    }
    press(&lecturer, ".show-colours");
    look(&lecturer, "before a round");
    js(&lecturer, "at('.round-form button').click()");
    waits(&phone, "the colours are there", "shown('.pad-swatch')");
    name_colours(&phone, 5);
    waits(&lecturer, "they pour in", "at('.round-open .result-line').textContent.includes('5 answers')");
    look(&phone, "naming colours");
    look(&lecturer, "with colours");
    lecturer.keys("Escape");
    press(&lecturer, ".print-room");
    look(&lecturer, "with the checklist");
    js(&lecturer, "at('[data-sheet=handout]').click()");
    look(&lecturer, "with the handout");
}

#[test]
fn the_sheets_of_the_room_fit_a_page_of_paper_each() {
    for language in ["en", "ja"] {
        let server = Server::start();
        let page = server.lecturer(language);
        press(&page, ".print-room");
        for sheet in ["checklist", "handout"] {
            js(&page, &format!("at('[data-sheet={sheet}]').click()"));
            let file = page.devtools(
                "Page.printToPDF",
                json!({ "paperWidth": 8.27, "paperHeight": 11.69, "printBackground": true }),
            );
            let bytes = BASE64.decode(file["data"].as_str().unwrap_or_default()).expect("it is base64");
            let text = String::from_utf8_lossy(&bytes);
            let pages = text.matches("/Type /Page").count() - text.matches("/Type /Pages").count();
            assert_eq!(pages, 1, "{language} {sheet}");
        }
    }
}

#[test]
fn where_the_server_has_no_room_nothing_of_it_is_shown_or_asked_for() {
    let page = open("en");
    page.keys("Space");
    assert_eq!(page.js("return document.querySelector('.room-place') === null", &[]), true);
    assert_eq!(page.requests().iter().filter(|url| url.contains("room/")).count(), 0);
}
