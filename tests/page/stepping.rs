//! Walking a colour through the network: forward, backward, the update, and all the way back.

use serde_json::json;

use crate::moment::COLUMNS;
use crate::parts;
use crate::visit::{Visit, open};

/// How many steps lead from the opening to the update.
const TO_UPDATE: usize = 18;

#[test]
fn the_page_opens_with_a_colour_picked_and_the_first_question_asked() {
    let page = open("en");
    let moment = page.moment();
    assert_eq!(page.text(parts::HEX), "#7a425e");
    let shown =
        page.js("return args[0].map((css) => root.querySelector(css).value)", &[json!(parts::NUMBERS)]);
    assert_eq!(shown, json!(["122", "66", "94"]));
    assert_eq!(moment.title, "What colour is this?");
    assert!(moment.sentence.contains("learned nothing yet"), "{}", moment.sentence);
    // One button leads on, and one link beside it.
    assert!(page.text(parts::NEXT).starts_with("Teach it"));
    assert!(page.text(parts::OTHER).contains("step through it"));
    assert_eq!(moment.tensor("data.out"), [122.0, 66.0, 94.0]);
    // The colour has gone through the whole network, and no layer is spoken of yet.
    assert_eq!(moment.lit, COLUMNS.map(|column| (column.to_owned(), "forward".to_owned())));
    assert_eq!(moment.column, None);
    assert_eq!(moment.numbers.len(), 410);
    assert_eq!(moment.phase, "forward");
    assert_eq!(moment.step, "0");
}

#[test]
fn there_is_no_way_back_from_the_beginning() {
    let page = open("en");
    assert!(page.disabled(parts::BACK));
    let before = page.moment();
    page.keys("Shift+Space PageUp");
    assert_eq!(page.moment(), before);
    page.keys("Space");
    assert!(!page.disabled(parts::BACK));
    page.keys("Shift+Space");
    assert!(page.disabled(parts::BACK));
}

#[test]
fn space_walks_through_every_layer_to_the_loss_and_back_to_the_update() {
    let page = open("en");
    page.with_motion();
    let walk = page.moments("Space", TO_UPDATE + 1);
    let columns: Vec<_> = walk.iter().map(|moment| moment.column.as_deref()).collect();
    let forward = COLUMNS[1..].iter().copied().map(Some);
    let backward = COLUMNS[1..9].iter().rev().copied().map(Some);
    let expected: Vec<_> = forward.chain(backward).chain([None, Some("data")]).collect();
    assert_eq!(columns, expected);
    for (i, moment) in walk.iter().enumerate() {
        let (phase, step) = match i {
            0..8 => ("forward", "0"),
            8 => ("loss", "0"),
            9..17 => ("backward", "0"),
            17 => ("update", "1"),
            _ => ("forward", "1"),
        };
        assert_eq!((moment.phase.as_str(), moment.step.as_str()), (phase, step), "{}", moment.title);
        if let Some(column) = &moment.column {
            let title = moment.title.to_lowercase();
            assert!(title.contains(column.as_str()), "{title} is about {column}");
        }
    }
}

#[test]
fn a_column_shows_numbers_when_the_walk_has_reached_it_and_gradients_when_it_comes_back() {
    let page = open("en");
    for (i, moment) in page.moments("Space", TO_UPDATE - 1).iter().enumerate() {
        let reached = &COLUMNS[..COLUMNS.len().min(i + 2)];
        let lit: Vec<_> = moment.lit.iter().map(|(column, _)| column.as_str()).collect();
        assert_eq!(lit, reached, "{}", moment.title);
        for (place, (column, direction)) in moment.lit.iter().enumerate() {
            let returned = (1..9).contains(&place) && place + i >= 17;
            assert_eq!(
                direction,
                if returned { "backward" } else { "forward" },
                "{column} at {}",
                moment.title
            );
            let tensor = match column.as_str() {
                "softmax" if returned => "dx",
                _ if returned => "dout",
                _ => "out",
            };
            let width = [3, 50, 50, 100, 100, 50, 50, 3, 3][place.min(8)];
            if column != "loss" {
                assert_eq!(moment.tensor(&format!("{column}.{tensor}")).len(), width, "{column}");
            }
        }
    }
}

#[test]
fn shift_space_walks_back_to_the_opening_over_two_updates() {
    let page = open("en");
    there_and_back(&page, "Space", "Shift+Space", 2);
}

#[test]
fn a_presenter_remote_walks_the_same_way() {
    let page = open("ja");
    there_and_back(&page, "PageDown", "PageUp", 1);
}

/// Walks over so many updates and back, and looks whether everything is as it was on the way there.
#[track_caller]
fn there_and_back(page: &Visit, forth: &str, back: &str, updates: usize) {
    // At the opening all of forward is shown: the walk begins with the colour alone.
    page.keys(&format!("{forth} {back}"));
    let opening = page.moment();
    let parameters = page.parameters();
    let steps = updates * (TO_UPDATE + 1) + 3;
    let there = page.moments(forth, steps);
    assert_eq!(there[steps - 1].step, updates.to_string());
    assert_ne!(page.parameters(), parameters);
    let mut way_back = page.moments(back, steps);
    assert!(page.disabled(parts::BACK), "the beginning is reached");
    let end = way_back.pop().expect("there is a way back");
    way_back.reverse();
    assert_eq!(way_back, there[..steps - 1]);
    // The walk begins with the colour alone.
    assert_eq!((end.shares, end.step), (opening.shares, opening.step));
    assert_eq!((&end.numbers[..], end.lit.len()), (&opening.numbers[..3], 1));
    assert!(page.parameters() == parameters, "the weights are not those of the beginning");
}

#[test]
fn going_back_from_an_update_undoes_it_bit_for_bit() {
    let page = open("en");
    let before = page.moments("Space", TO_UPDATE - 1).pop();
    let parameters = page.parameters();
    page.keys("Space");
    assert_eq!(page.moment().phase, "update");
    assert_ne!(Some(page.moment().shares), before.as_ref().map(|moment| moment.shares.clone()));
    page.keys("Shift+Space");
    assert_eq!(Some(page.moment()), before);
    assert!(page.parameters() == parameters);
}

#[test]
fn the_buttons_walk_on_and_back_and_say_when_it_is_an_update() {
    let page = open("en");
    page.click(parts::OTHER);
    page.click(parts::BACK);
    let opening = page.moment();
    assert!(page.text(parts::NEXT).starts_with("Start"));
    page.click(parts::NEXT);
    let first = page.moment();
    assert_eq!(first.column.as_deref(), Some("affine1"));
    page.click(parts::NEXT);
    assert_eq!(page.moment().column.as_deref(), Some("relu1"));
    page.click(parts::BACK);
    assert_eq!(page.moment(), first);
    page.click(parts::BACK);
    assert_eq!(page.moment().numbers[..], opening.numbers[..3]);
    // After a click the space bar goes on walking.
    page.click(parts::NEXT);
    page.keys("Space");
    assert_eq!(page.moment().column.as_deref(), Some("relu1"));
    assert!(page.text(parts::NEXT).starts_with("Next"));
    page.click(&parts::phase("backward"));
    assert!(page.text(parts::NEXT).starts_with("Update"));
    page.click(parts::NEXT);
    assert_eq!(page.moment().phase, "update");
    assert!(page.text(parts::NEXT).starts_with("Next round"));
}

#[test]
fn any_stop_can_be_gone_to_and_the_update_is_made() {
    let page = open("en");
    let ends = [("forward", "softmax", "0"), ("loss", "loss", "0"), ("backward", "affine1", "0")];
    for (phase, column, step) in ends {
        page.click(&parts::phase(phase));
        let moment = page.moment();
        assert_eq!((moment.phase.as_str(), moment.column.as_deref()), (phase, Some(column)));
        assert_eq!(moment.step, step);
    }
    page.click(&parts::phase("update"));
    let updated = page.moment();
    assert_eq!((updated.phase.as_str(), updated.step.as_str()), ("update", "1"));
    // From there back into the pass is before the update, and another update is of another pass.
    page.click(&parts::phase("loss"));
    assert_eq!((page.moment().column.as_deref(), page.moment().step.as_str()), (Some("loss"), "0"));
    page.click(&parts::phase("update"));
    assert_eq!(page.moment(), updated);
    page.click(&parts::phase("update"));
    assert_eq!(page.moment().step, "2");
    page.click(&parts::stop("forward:relu2"));
    assert_eq!((page.moment().column.as_deref(), page.moment().step.as_str()), (Some("relu2"), "1"));
    assert_eq!(page.attribute(&parts::stop("forward:relu2"), "aria-current"), "step");
}

#[test]
fn the_sentences_carry_the_real_numbers() {
    let page = open("en");
    let walk = page.moments("Space", TO_UPDATE - 1);
    for (tensor, moment) in ["affine1", "affine2", "affine3", "affine4"].iter().zip([0, 2, 4, 6]) {
        let moment = &walk[moment];
        let values = moment.tensor(&format!("{tensor}.out"));
        let largest = values.iter().copied().fold(f64::MIN, f64::max);
        assert!(holds(&moment.sentence, largest), "{largest} in {}", moment.sentence);
    }
    for (tensor, moment) in ["relu1", "relu2", "relu3"].iter().zip([1, 3, 5]) {
        let moment = &walk[moment];
        let zeros = moment.tensor(&format!("{tensor}.out")).iter().filter(|&&value| value == 0.0).count();
        assert!(moment.sentence.contains(&format!("{zeros} became 0")), "{zeros} in {}", moment.sentence);
    }
    let softmax = &walk[7];
    for (name, share) in page.texts(parts::NAMES).iter().zip(&softmax.shares) {
        assert!(softmax.sentence.contains(&format!("{name} {share}")), "{}", softmax.sentence);
    }
    let value = page.js("return demo.value('loss.out').toFixed(3)", &[]);
    let value = value.as_str().unwrap_or_default();
    assert!(walk[8].sentence.contains(&format!("= {value}")), "{}", walk[8].sentence);
    // The colour is red.
    let share = walk[8].tensor("softmax.out")[0];
    assert!(holds(&walk[8].sentence, share), "{share} in {}", walk[8].sentence);
    for gradient in walk[9].tensor("softmax.dx") {
        assert!(holds(&walk[9].sentence, gradient), "{gradient} in {}", walk[9].sentence);
    }
    let stopped = page.js("return demo.tensor('relu3.mask[0]').data.filter((one) => one === 1).length", &[]);
    assert!(
        walk[11].sentence.contains(&format!("{stopped} of the 50 gates are shut")),
        "{}",
        walk[11].sentence
    );
    assert!(walk[12].sentence.contains(&format!("{stopped} wishes were stopped")), "{}", walk[12].sentence);
}

#[test]
fn an_update_lowers_the_picked_colours_loss() {
    let page = open("en");
    page.click(&parts::phase("loss"));
    let before = page.moment().loss().expect("the loss is shown");
    // All colours teach, unless this one is to teach alone.
    page.js("demo.state = { update: 'one' }", &[]);
    the_update_lowers_the_loss(&page, before);
}

#[test]
fn a_batch_walks_through_with_all_its_colours() {
    let page = open("en");
    page.with_motion();
    // At the opening nothing stands beside what leads on.
    page.keys("Space Shift+Space");
    page.click(parts::BATCH);
    assert_eq!(page.attribute(parts::BATCH, "aria-pressed"), "true");
    assert_eq!(page.text(parts::ROW), "colour 1 of 240");
    assert!(page.disabled(parts::ROW_BACK));
    page.click(&parts::phase("loss"));
    assert_eq!(page.js("return demo.tensor('softmax.out').shape", &[]), json!([240, 3]));
    let first = page.moment();
    assert!(first.numbers.iter().any(|(address, _)| address == "softmax.out[0,2]"));
    page.click(parts::ROW_NEXT);
    assert_eq!(page.text(parts::ROW), "colour 2 of 240");
    let second = page.moment();
    assert!(second.numbers.iter().any(|(address, _)| address == "softmax.out[1,2]"));
    let colour = page.js("return [...demo.tensor('data.out[1]').data].map(Number)", &[]);
    let colour: Vec<f64> =
        colour.as_array().expect("it is a row").iter().filter_map(|c| c.as_f64()).collect();
    assert_eq!(second.tensor("data.out"), colour);
    assert_ne!(first.tensor("data.out"), colour);
    // The loss is that of all, whichever is on display.
    assert_eq!(first.loss(), second.loss());
    page.click(parts::ROW_BACK);
    assert_eq!(page.moment().numbers, first.numbers);
}

#[test]
fn an_update_with_the_batch_lowers_the_mean_loss() {
    let page = open("en");
    // With a step that is small enough for the batch to go downhill.
    page.js("demo.state = { settings: { learningRate: 0.001 } }", &[]);
    page.keys("Space Shift+Space");
    page.click(parts::BATCH);
    page.click(&parts::phase("loss"));
    let mean = page.js(
        "const { data } = demo.tensor('loss.loss');
        return [data.length, data.reduce((sum, one) => sum + one, 0) / data.length]",
        &[],
    );
    let before = page.moment().loss().expect("the loss is shown");
    assert_eq!(mean[0], 240);
    assert!((mean[1].as_f64().unwrap_or_default() - before).abs() < 1e-4);
    the_update_lowers_the_loss(&page, before);
    page.click(parts::ONE_COLOUR);
    assert_eq!(page.js("return demo.tensor('softmax.out').shape", &[]), json!([1, 3]));
}

/// The update lowers the loss from what it was, and says so.
#[track_caller]
fn the_update_lowers_the_loss(page: &Visit, before: f64) {
    page.click(&parts::phase("update"));
    let told = page.moment().sentence;
    page.click(parts::NEXT);
    page.click(&parts::phase("loss"));
    let after = page.moment().loss().expect("the loss is shown");
    assert!(after < before, "{before} → {after}");
    assert!(tells(&told, before, after), "{before} → {after}: {told}");
}

/// Whether a sentence tells of a loss that went from one value to another.
fn tells(sentence: &str, before: f64, after: f64) -> bool {
    let is = |told: &str, value: f64| match told.strip_prefix("< ") {
        Some(bound) => bound.parse().is_ok_and(|bound: f64| value < bound),
        None => told.parse().is_ok_and(|told: f64| (told - value).abs() < 0.0006),
    };
    sentence.split_once('→').is_some_and(|(left, right)| {
        let right = right.split(". ").next().unwrap_or_default();
        is(left.split(": ").last().unwrap_or_default().trim(), before)
            && is(right.trim().trim_end_matches('.'), after)
    })
}

/// Whether a sentence holds a number, to the digits that it shows.
fn holds(sentence: &str, number: f64) -> bool {
    let plain = sentence.replace('−', "-");
    let words = plain.split(|c: char| !(c.is_ascii_digit() || "+-.e".contains(c)));
    words
        .filter_map(|word| word.trim_end_matches('.').parse::<f64>().ok())
        .any(|found| (found - number).abs() <= number.abs() * 6e-4)
}
