//! The page in a room: with `--lan` the phones get it in a few requests, and every link of it leads them there.

use std::io::{Read, Write};
use std::net::TcpStream;

use serde_json::json;

use crate::axe;
use crate::browser::Page;
use crate::browser::server::{self, ROOM};
use crate::packed::{packed, url};
use crate::parts;
use crate::running::{Running, read_code};
use crate::visit::{Visit, open, open_url};

/// Opens the page of a server that tells of a room.
#[track_caller]
fn open_told(language: &str) -> Visit {
    open_url(&format!("{}/", server::inviting()), language)
}

/// The text of a QR code of the page.
#[track_caller]
fn read(page: &Page, css: &str) -> String {
    let found = page.js(
        "const picture = root.querySelector(args[0]);
        const { x, width } = picture.viewBox.baseVal;
        const dark = [...picture.querySelector('path').getAttribute('d').matchAll(/M(\\d+) (\\d+)h1v1h-1z/g)].map(([, x, y]) => [Number(x), Number(y)]);
        return [width + 2 * x, dark]",
        &[json!(css)],
    );
    let number = |value: &serde_json::Value| value.as_u64().map(|value| value as usize);
    let side = number(&found[0]).expect("it is a number");
    let dark: Vec<[usize; 2]> = found[1]
        .as_array()
        .expect("it is a list")
        .iter()
        .filter_map(|at| Some([number(&at[0])?, number(&at[1])?]))
        .collect();
    read_code(side, side, |x, y| dark.contains(&[x, y]))
}

/// What a server answers at an address.
fn get(address: &str) -> String {
    let host = address.trim_start_matches("http://").split('/').next().expect("it has a host");
    let mut stream = TcpStream::connect(host).expect("somebody answers there");
    write!(stream, "GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").expect("it is taken");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("it is text");
    answer
}

#[test]
fn a_phone_gets_the_page_in_under_ten_requests_and_the_code_on_the_lecturers_screen_leads_there() {
    let running = Running::start();
    let Some(room) = running.room() else { return };

    let phone = open_url(room, "ja");
    phone.keys("Space");
    assert_eq!(phone.js("return demo.state.at", &[]), "forward:affine1");
    let mut asked = phone.requests();
    asked.retain(|request| !request.starts_with("data:") && !request.starts_with("blob:"));
    assert!((4..10).contains(&asked.len()), "{asked:?}");
    // Where it can be reached by others, its links stay as they are.
    phone.click(parts::LINK);
    assert_eq!(
        read(&phone, ".code-picture"),
        phone.js("return demo.link()", &[]).as_str().unwrap_or_default()
    );
    drop(phone);

    let lecturer = open_url(running.here(), "en");
    lecturer.click(parts::LINK);
    let code = read(&lecturer, ".code-picture");
    let state = lecturer.js("return demo.link().split('#')[1]", &[]);
    assert_eq!(code, format!("{room}#{}", state.as_str().unwrap_or_default()));
    assert!(get(&code).starts_with("HTTP/1.1 200"));
    // Nothing of it stays behind in the browser when the page is served at this address without `--lan`.
    let workers = lecturer.js("return (await navigator.serviceWorker.getRegistrations()).length", &[]);
    assert_eq!(workers, 0);
}

#[test]
fn every_link_to_share_begins_with_the_address_of_the_room() {
    let page = open_told("en");
    page.click(parts::LINK);
    let links = page.js("return [...root.querySelectorAll('.sharing input')].map(({ value }) => value)", &[]);
    assert_eq!(links[0], format!("{ROOM}#lang=en"));
    assert!(
        links[1].as_str().is_some_and(|line| line.starts_with(&format!("<iframe src=\"{ROOM}#"))),
        "{links}"
    );
    assert_eq!(read(&page, ".code-picture"), format!("{ROOM}#lang=en"));
    page.keys("Escape l");
    page.wait("the lesson is open", "demo.state.lesson !== ''");
    page.click(".plan");
    let plan = page.js("return root.querySelector('.plan-link input').value", &[]);
    assert!(plan.as_str().is_some_and(|link| link.starts_with(&format!("{ROOM}#lang=en&lesson="))), "{plan}");
    assert_eq!(page.count(".plan-link ~ .note"), 0);
    // The page itself goes on where it is.
    assert!(page.js("return demo.link().startsWith(location.origin)", &[]) == true);
}

#[test]
fn the_code_fills_the_window_for_a_hall_until_escape() {
    for (language, width, height) in [("ja", 1280, 720), ("en", 390, 844)] {
        let page = open_told(language);
        axe::load(&page);
        page.js("demo.state = { theme: 'dark' }", &[]);
        page.click(parts::LINK);
        page.resize(width, height);
        page.click(".enlarge");
        let text = read(&page, ".hall svg");
        let seen = page.js(
            "const hall = root.querySelector('.hall');
            const [box, code, words] = [hall, hall.querySelector('svg'), hall.querySelector('p')].map((one) => one.getBoundingClientRect());
            getSelection().selectAllChildren(hall.querySelector('p'));
            return {
                fills: box.width === innerWidth && box.height === innerHeight,
                large: Math.min(code.width, code.height) / Math.min(innerWidth, innerHeight),
                below: words.top >= code.bottom && words.bottom <= innerHeight,
                text: String(getSelection()),
                colours: [getComputedStyle(hall).color, getComputedStyle(hall).backgroundColor],
            }",
            &[],
        );
        assert_eq!(
            (&seen["fills"], &seen["below"], &seen["colours"]),
            (&json!(true), &json!(true), &json!(["rgb(0, 0, 0)", "rgb(255, 255, 255)"])),
            "{seen}"
        );
        assert!(seen["large"].as_f64() > Some(0.75), "{seen}");
        assert_eq!(seen["text"], text);
        assert!(text.starts_with(ROOM), "{text}");
        let mut complaints = axe::complaints(&page, "before a hall", &["dark"]);
        complaints.retain(|complaint| complaint.contains(".hall"));
        assert_eq!(complaints, Vec::<String>::new());
        page.keys("Escape");
        let open = "return ['.hall', '.sharing'].map((name) => root.querySelector(name).open)";
        assert_eq!(page.js(open, &[]), json!([false, true]), "only the code is closed");
    }
}

#[test]
fn an_address_that_opens_nothing_elsewhere_has_no_code_but_says_what_to_do() {
    let shown = |page: &Visit| {
        page.click(parts::LINK);
        let there = page.js(
            "return ['.code-picture', '.enlarge'].map((name) => root.querySelector(name).checkVisibility())",
            &[],
        );
        assert_eq!(there, json!([false, false]));
        page.text(".scan")
    };
    let page = open("en");
    let words = shown(&page);
    assert!(words.contains("Only this computer") && words.contains("cargo run -- --lan"), "{words}");
    page.keys("Escape l");
    page.wait("the lesson is open", "demo.state.lesson !== ''");
    page.click(".plan");
    assert_eq!(page.text(".plan-link ~ .note"), words);
    drop(page);
    let words = shown(&open("ja"));
    assert!(words.contains("このパソコンでしか") && words.contains("cargo run -- --lan"), "{words}");
    let file = url(&packed().join(irozuku_tools::pack::single::FILE));
    let words = shown(&open_url(&file, "en"));
    assert!(words.contains("opened from a file") && words.contains("Pass on the file"), "{words}");
    let words = shown(&open_url(&file, "ja"));
    assert!(words.contains("ファイルをそのまま"), "{words}");
}

#[test]
fn a_link_too_long_for_a_code_says_so() {
    let page = open_told("en");
    page.js(
        "demo.data = Array.from({ length: 900 }, (_, i) => ({ r: i % 256, g: (i * 7) % 256, b: (i * 13) % 256, label: i % 2 ? 'a' : 'b' }))",
        &[],
    );
    page.click(parts::LINK);
    assert!(page.text(".scan").contains("too much data"));
    assert_eq!(page.js("return root.querySelector('.code-picture').checkVisibility()", &[]), false);
}
