//! How soon the packed site is ready, at 1280×720 with an empty cache, beside a page that only fetches and compiles the same
//! files; and what it weighs on the wire.

use std::fs;
use std::path::{Path, PathBuf};

use axum::Router;
use irozuku_tools::bench::figures::{median, quartiles, ratios, spread, three};
use irozuku_tools::bench::table::Table;
use irozuku_tools::pack::{self, single, site};
use irozuku_tools::workspace;
use serde_json::{Value, json};
use tower_http::services::ServeDir;

use crate::browser::{Page, server};
use crate::contender::number;

/// How often each page is loaded.
const ROUNDS: usize = 15;
/// The page that only fetches and compiles, in the folder of the site.
const REFERENCE: &str = "reference.html";

/// Notes when the page is ready and when the next frame has been drawn, and what has been loaded until then.
const WATCH: &str = "
    window.readiness = new Promise((done) => {
        const end = async (ready) => {
            const files = performance.getEntriesByType('resource').map(({ name }) => name.split('/').pop());
            await new Promise((drawn) => requestAnimationFrame(() => {
                // A message comes after the frame, a microtask before it.
                const { port1, port2 } = new MessageChannel();
                port1.onmessage = drawn;
                port2.postMessage(null);
            }));
            done({ ready, frame: performance.now(), files });
        };
        window.endOfReference = end;
        document.addEventListener('DOMContentLoaded', async () => {
            const demo = document.querySelector('irozuku-demo');
            if (!demo) return;
            await customElements.whenDefined('irozuku-demo');
            await demo.ready;
            await end(performance.now());
        });
    });";

/// Measures, and says it in tables.
pub fn measure() -> String {
    let packed = workspace::bench_built().join("packed");
    pack::write(&packed).expect("the page can be packed");
    let folder = packed.join(site::FOLDER);
    let port = server::also(Router::new().fallback_service(ServeDir::new(&folder)));
    let home = format!("http://127.0.0.1:{port}/");
    let needed = load(&home).files;
    fs::write(folder.join(REFERENCE), reference(&needed)).expect("the folder of the bench can be written to");
    let (mut page, mut frame, mut other) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let loaded = load(&home);
        page.push(loaded.ready);
        frame.push(loaded.frame);
        other.push(load(&format!("{home}{REFERENCE}")).ready);
    }
    let mut times = Table::new(["from the request on, ms", "median", "× reference", "target"]);
    let mut line = |what: &str, times_of: &[f64], target: &str| {
        times.row([what, &three(median(times_of)), &spread(quartiles(&ratios(times_of, &other))), target]);
    };
    line("ready", &page, "300, 1.3");
    line("its frame drawn", &frame, "");
    line("reference", &other, "");
    let [first, all] = [needed, code(&folder)].map(|files| on_the_wire(&folder, &files));
    let single = fs::metadata(packed.join(single::FILE)).map_or(0, |about| about.len() as usize);
    let mut weights = Table::new(["kB on the wire", "", "target"]);
    for (what, bytes, target) in [
        ("first screen, Brotli", first, "110"),
        ("all but the digits, Brotli", all, "300"),
        ("the one file, as it is", single, "400"),
    ] {
        weights.row([what.to_owned(), three(bytes as f64 / 1000.0), target.to_owned()]);
    }
    format!("The packed site without compression, 1280×720, an empty cache.\n\n{times}\n{weights}")
}

/// When a page was ready, and what it had loaded by then.
struct Loaded {
    ready: f64,
    frame: f64,
    files: Vec<String>,
}

/// Loads a page in a window of its own.
fn load(url: &str) -> Loaded {
    let page = Page::open_unpacked("en");
    page.devtools("Emulation.setFocusEmulationEnabled", json!({ "enabled": true }));
    page.devtools("Network.enable", json!({}));
    page.devtools("Network.setCacheDisabled", json!({ "cacheDisabled": true }));
    page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH }));
    page.go(url);
    let told = page.js("return await readiness", &[]);
    let files = told["files"].as_array().cloned().unwrap_or_default();
    Loaded {
        ready: number(&told["ready"]),
        frame: number(&told["frame"]),
        files: files.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
    }
}

/// A page that fetches and compiles the same scripts and WebAssembly, and fetches the same styles, and does nothing with them.
fn reference(needed: &[String]) -> String {
    let of = |end: &str| needed.iter().filter(|name| name.ends_with(end)).collect::<Vec<_>>();
    format!(
        "<!doctype html><meta charset=utf-8><title>reference</title><script type=module>
const compiled = (name) => new Promise((done, failed) => {{
    const link = Object.assign(document.createElement('link'), {{ rel: 'modulepreload', href: name, onload: done, onerror: failed }});
    document.head.append(link);
}});
await Promise.all([
    ...{}.map((name) => WebAssembly.compileStreaming(fetch(name))),
    ...{}.map(async (name) => new CSSStyleSheet().replace(await (await fetch(name)).text())),
    ...{}.map(compiled),
]);
endOfReference(performance.now());
</script>",
        json!(of(".wasm")),
        json!(of(".css")),
        json!(of(".js"))
    )
}

/// The names of all files of the site that a learner may come to need, without the pictures and the data of the sets.
fn code(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).expect("the site is there").flatten().map(|entry| entry.file_name());
    let names = names.filter_map(|name| name.into_string().ok());
    names
        .filter(|name| {
            [".html", ".js", ".css", ".wasm"].iter().any(|end| name.ends_with(end)) && name != REFERENCE
        })
        .collect()
}

/// How many bytes files of the site are when they are sent compressed, with the page itself.
fn on_the_wire(folder: &Path, files: &[String]) -> usize {
    let size = |path: PathBuf| fs::metadata(path).map_or(0, |about| about.len() as usize);
    let mut names: Vec<&str> = files.iter().map(String::as_str).chain(["index.html"]).collect();
    names.sort_unstable();
    names.dedup();
    names.iter().map(|name| size(folder.join(format!("{name}.br")))).sum()
}
