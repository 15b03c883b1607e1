//! The room of colours: what the data sets show, and the data one can see.

use serde_json::{Value, json};

use crate::parts;
use crate::visit::{Visit, open, strings};

/// The room of colours with a data set.
#[track_caller]
fn room(set: &str) -> Visit {
    let page = open("en");
    page.click("[data-room=colours]");
    page.click(&format!("[data-set={set}]"));
    page
}

fn share(summary: &Value, key: &str) -> f64 {
    summary[key].as_f64().expect("it was measured")
}

/// What the network says of every colour, and what is right: `[[label, answer], …]`.
#[track_caller]
fn judged(page: &Visit) -> Vec<(String, String)> {
    let pairs = page.js(
        "const data = demo.data;
        const answers = await demo.predict(data.map(({ r, g, b }) => [r, g, b]));
        return data.map(({ label }, i) => `${label} ${answers[i].label}`)",
        &[],
    );
    let split = |pair: String| pair.split_once(' ').map(|(a, b)| (a.to_owned(), b.to_owned()));
    strings(&pairs).into_iter().filter_map(split).collect()
}

#[test]
fn vivid_or_grey_begins_without_a_hidden_layer_and_a_button_gives_it_one() {
    let page = room("vivid");
    assert_eq!(page.js("return demo.state.settings.hidden", &[]), json!([]));
    page.train(20);
    page.click(".shape button:nth-child(2)");
    assert_eq!(page.js("return demo.state.settings.hidden", &[]), json!([16]));
    assert_eq!(page.text(parts::STEP), "0");
}

#[test]
fn the_share_of_the_network_is_told_beside_that_of_the_rule_and_a_named_colour_is_picked_by_keyboard() {
    let page = room("named");
    let network = share(&page.train(20), "testAccuracy");
    let note = page.text(".sets .about");
    let told: Vec<f64> = note
        .split(|sign: char| !sign.is_ascii_digit() && sign != '.')
        .filter_map(|word| word.trim_matches('.').parse().ok())
        .collect();
    assert!((told[1] - network * 100.0).abs() < 0.06, "{note}");
    page.focus(".swatch-list .tile");
    page.keys("ArrowRight ArrowRight Enter");
    let label = page.js("return root.activeElement.getAttribute('aria-label')", &[]);
    let name = page.text(".called");
    assert!(
        !name.is_empty() && label.as_str().is_some_and(|label| label.starts_with(&name)),
        "{label} {name}"
    );
}

#[test]
fn every_colour_is_a_swatch_and_exactly_the_wrong_ones_are_crossed() {
    let page = room("dominant");
    page.train(12);
    assert_eq!((page.count(".swatch-list .tile"), page.count(".swatch-list .tile.test")), (260, 20));
    let wrong = judged(&page).iter().filter(|(label, answer)| label != answer).count();
    assert!(wrong > 3);
    assert_eq!(page.count(".swatch-list .tile.miss"), wrong);
    let titles = page.texts(".groups h2").join(" ");
    let told: usize =
        titles.split("✕ ").skip(1).filter_map(|part| part.split(' ').next()?.parse::<usize>().ok()).sum();
    assert_eq!(told, wrong, "{titles}");
}

#[test]
fn the_confusion_matrix_counts_and_filters() {
    let page = room("dominant");
    page.train(12);
    let pairs = judged(&page);
    let classes = ["red", "green", "blue"];
    let counted: Vec<String> = classes
        .iter()
        .flat_map(|label| classes.iter().map(move |answer| (label, answer)))
        .map(|(label, answer)| pairs.iter().filter(|(a, b)| a == label && b == answer).count().to_string())
        .collect();
    assert_eq!(page.texts(".confusion td button"), counted);
    let cell = "tbody tr:nth-child(1) td:nth-of-type(1) button";
    page.click(&format!(".confusion {cell}"));
    assert_eq!(page.count(".swatch-list .tile").to_string(), counted[0]);
    assert_eq!(page.count(".swatch-list .tile.miss"), 0);
    page.click(&format!(".confusion {cell}"));
    assert_eq!(page.count(".swatch-list .tile"), 260);
}

#[test]
fn the_hardest_colours_come_first_when_asked_for() {
    let page = room("dominant");
    page.train(30);
    page.js(
        "const sort = root.querySelector('.judged .sort');
        sort.value = 'loss';
        sort.dispatchEvent(new Event('change', { bubbles: true }))",
        &[],
    );
    let losses = page.js(
        "return [...root.querySelectorAll('.swatch-list')].map((list) => [...list.children].map((tile) => Number(tile.title.split(' ').at(-1))))",
        &[],
    );
    for group in losses.as_array().expect("three groups") {
        let group: Vec<f64> = group.as_array().expect("a list").iter().filter_map(Value::as_f64).collect();
        assert!(group.len() > 50 && group.windows(2).all(|pair| pair[0] >= pair[1]), "{group:?}");
    }
}

#[test]
fn space_leads_from_the_room_of_colours_back_to_the_network() {
    let page = open("en");
    page.keys("c");
    assert_eq!(page.js("return demo.state.room", &[]), "colours");
    page.keys("Space");
    assert_eq!(page.js("return [demo.state.room, demo.state.at]", &[]), json!(["network", "forward:data"]));
    page.keys("Space");
    assert_eq!(page.js("return demo.state.at", &[]), "forward:affine1");
}

#[test]
fn the_decision_and_the_cube_follow_the_hand() {
    let page = room("dominant");
    page.train(200);
    let drawn = |css: &str| page.js("return root.querySelector(args[0]).toDataURL()", &[json!(css)]);
    let first = drawn(".cube canvas");
    page.focus(".cube canvas");
    page.keys("ArrowRight ArrowUp");
    assert_ne!(drawn(".cube canvas"), first);
    page.keys("Home");
    assert_eq!(drawn(".cube canvas"), first);

    let decision = drawn(".decision canvas");
    page.click_at(".decision canvas", 8, 90);
    let picked = page.js("return demo.state.color", &[]);
    assert!(picked[0].as_u64() > Some(200) && picked[2].as_u64() < Some(80), "a red was clicked: {picked}");
    page.focus(".slice input");
    page.keys("Home");
    assert_eq!(page.js("return demo.state.slice", &[]), 0);
    assert_ne!(drawn(".decision canvas"), decision);
}
