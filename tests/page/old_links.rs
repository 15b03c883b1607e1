//! Links of every kind that were made by an earlier release of the page still open at the same values.
//!
//! The corpus `old_links.json` was made by driving that release in a browser: each link was taken from `demo.link()`, or
//! written by hand as the README shows it, and what it opened was read by [`OPENED`]. An entry is never made anew for a
//! link that is there already. To add one, write `{ "link": "…" }` at the end of the corpus: the test fails and prints
//! the entry with what its link opens; read it through before you put it in.

use serde_json::{Value, json};

use crate::visit::{Visit, open};

/// The corpus, one link a line.
const CORPUS: &str = include_str!("old_links.json");

/// Where the page stands before each link, for what a link leaves alone: the language, and how it is embedded.
const BEFORE: &str = "demo.state = { lang: 'en', scene: 'whole', controls: 'full' }";

/// Follows a link in the open page; the element has heard of it when this ends.
const FOLLOW: &str =
    "const heard = new Promise((done) => addEventListener('hashchange', done, { once: true }));
    location.hash = args[0];
    await heard";

/// What a link has opened, as an entry of the corpus has it: the state, some numbers of the pass in full, and checksums of
/// all weights (before and after the update of the pass) and of all colours. Of the state the keys that a link leaves
/// alone are there only where it names them. `told` are the values that the page says it has not understood.
const OPENED: &str = "const [link] = args;
    const { fetchWords, textFor } = await import('/text/index.js');
    const { own, ...state } = demo.state;
    if (/(^|&)own=/.test(link)) state.own = own;
    const affines = Array.from({ length: state.settings.hidden.length + 1 }, (_, i) => `affine${i + 1}`);
    const numbers = {};
    for (const address of [`data.out[${state.row}]`, `affine1.out[${state.row},0]`, 'affine1.dw[0,0]', `${affines.at(-1)}.db`, `softmax.out[${state.row}]`, 'loss.out', state.selected]) {
        if (address) numbers[address] = [...demo.tensor(address).data];
    }
    const sum = async (bytes) => [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).slice(0, 12)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    const tensors = affines.flatMap((name) => ['w', 'b', 'w_new', 'b_new'].map((tensor) => demo.tensor(`${name}.${tensor}`).data));
    const weights = await sum(await new Blob(tensors).arrayBuffer());
    const data = await sum(new TextEncoder().encode(JSON.stringify(demo.data)));
    await fetchWords(state.lang);
    const { problems } = textFor(state.lang, [3]);
    const message = root.querySelector('.message');
    const words = message.hidden ? '' : message.querySelector('p').textContent;
    const [first, last] = problems.badState({ keys: '|' }).split('|');
    const keys = words.startsWith(first) && words.endsWith(last) ? words.slice(first.length, -last.length).split(', ').sort().join(', ') : '';
    const told = words === problems.diverged({ step: String(state.step) }) ? 'diverged' : keys;
    return { state, numbers, weights, data, told }";

/// What has differed from the corpus so far.
#[derive(Default)]
struct Differences(Vec<String>);

impl Differences {
    /// Compares what the page shows with an entry, in everything that the entry has.
    #[track_caller]
    fn look(&mut self, page: &Visit, entry: &Value, how: &str) {
        let link = &entry["link"];
        // The state is whole as soon as the way to its step has been made.
        let step = entry["opened"]["state"]["step"].as_u64().unwrap_or_else(|| step_of(link));
        page.wait(&format!("{link} has led to step {step}"), &format!("demo.step === {step}"));
        page.wait("it is drawn", "await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))");
        let opened = page.js(OPENED, std::slice::from_ref(link));
        let expected = &entry["opened"];
        if expected.is_null() {
            return self.0.push(json!({ "link": link, "opened": opened }).to_string());
        }
        compare(expected, &opened, &format!("{link} {how}"), &mut self.0);
    }
}

/// The step that a link names; 0 where it names none.
fn step_of(link: &Value) -> u64 {
    let mut words = link.as_str().unwrap_or_default().split(['#', '&']);
    words.find_map(|word| word.strip_prefix("step=")?.parse().ok()).unwrap_or_default()
}

/// Notes where two values differ. Keys that only the second has came into the page later.
fn compare(expected: &Value, found: &Value, place: &str, differences: &mut Vec<String>) {
    match expected.as_object() {
        Some(all) => all
            .iter()
            .for_each(|(key, value)| compare(value, &found[key], &format!("{place} {key}"), differences)),
        None if expected != found => differences.push(format!("{place}: {found} for {expected}")),
        None => {}
    }
}

#[test]
fn links_of_an_earlier_release_open_at_the_same_values() {
    let corpus: Vec<Value> = serde_json::from_str(CORPUS).expect("the corpus can be read");
    let page = open("en");
    let mut differences = Differences::default();
    for entry in &corpus {
        page.js(BEFORE, &[]);
        page.js(FOLLOW, &[entry["link"].clone()]);
        differences.look(&page, entry, "in the open page");
    }
    for entry in corpus.iter().filter(|entry| entry["fresh"] == true) {
        page.go("about:blank");
        page.visit(&format!("#{}", entry["link"].as_str().expect("a link is a text")));
        differences.look(&page, entry, "in a page that it has loaded");
    }
    assert!(differences.0.is_empty(), "{}", differences.0.join("\n"));
}
