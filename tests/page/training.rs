//! Training: it plays, pauses, learns, begins anew, and is drawn while it goes.

use serde_json::json;

use crate::parts;
use crate::visit::{Visit, open, strings};

#[test]
fn t_plays_and_pauses() {
    let page = open("en");
    assert!(page.text(parts::PLAY).contains("Train"));
    page.keys("t");
    assert!(page.text(parts::PLAY).contains("Pause"));
    assert_eq!(page.attribute(parts::PLAY, "aria-pressed"), "true");
    page.wait("some steps are made", &shown_step("> 5"));
    page.keys("t");
    assert!(page.text(parts::PLAY).contains("Train"));
    stands_still(&page);
}

#[test]
fn the_button_plays_and_a_step_of_the_walk_pauses() {
    let page = open("en");
    page.click(parts::PLAY);
    page.wait("some steps are made", &shown_step("> 2"));
    page.keys("Space");
    assert_eq!(page.attribute(parts::PLAY, "aria-pressed"), "false");
    stands_still(&page);
}

#[test]
fn after_500_steps_the_loss_is_below_a_tenth_and_the_lectures_colours_are_named() {
    let page = open("en");
    assert!(shown_loss(&page) > 1.0);
    let summary = page.train(500);
    assert_eq!(page.text(parts::STEP), "500");
    assert!(shown_loss(&page) < 0.1, "{summary}");
    assert!((summary["trainLoss"].as_f64().unwrap_or(9.0) - shown_loss(&page)).abs() < 0.0006);
    let colours =
        [([255, 0, 0], "red"), ([0, 255, 0], "green"), ([0, 0, 255], "blue"), ([233, 63, 127], "red")];
    for (rgb, name) in colours {
        page.click(&parts::swatch(rgb));
        assert_eq!(page.text("[data-column=softmax] .best b"), name);
        assert!(page.attribute(parts::label(name), "aria-pressed") == "true", "and that is right");
    }
}

#[test]
fn one_step_is_one_step() {
    let page = open("en");
    page.with_motion();
    let before = page.parameters();
    page.click(parts::ONE_STEP);
    assert_eq!(page.text(parts::STEP), "1");
    assert_ne!(page.parameters(), before);
    page.click(parts::ONE_STEP);
    assert_eq!(page.text(parts::STEP), "2");
    assert_eq!(page.attribute(parts::PLAY, "aria-pressed"), "false");
}

#[test]
fn starting_over_gives_the_same_numbers_again() {
    let page = open("en");
    let (opening, parameters) = (page.moment(), page.parameters());
    page.train(20);
    let (learned, trained) = (page.moment(), page.parameters());
    page.keys("r");
    assert_eq!(page.moment(), opening);
    assert!(page.parameters() == parameters);
    // And the same training leads to the same place.
    page.train(20);
    assert_eq!(page.moment(), learned);
    assert!(page.parameters() == trained);
    page.click(parts::MENU);
    page.click(parts::RESET);
    assert_eq!(page.moment(), opening);
}

#[test]
fn starting_over_by_mistake_can_be_undone() {
    let page = open("en");
    page.train(30);
    let (learned, trained) = (page.texts(parts::SHARES), page.parameters());
    page.keys("r");
    assert_eq!(page.text(parts::STEP), "0");
    page.click(parts::UNDO);
    assert_eq!(page.text(parts::STEP), "30");
    assert_eq!(page.texts(parts::SHARES), learned);
    assert!(page.parameters() == trained);
    // And the training goes on from there.
    page.train(1);
    assert_eq!(page.text(parts::STEP), "31");
}

#[test]
fn a_new_seed_is_shown_and_makes_other_weights_and_other_data() {
    let page = open("en");
    let colours = |page: &Visit| page.drawn(parts::TILES);
    let (parameters, data) = (page.parameters(), colours(&page));
    page.train(3);
    let first = page.texts(parts::SEED).concat();
    page.click(parts::MENU);
    page.click(parts::NEW_SEED);
    assert_ne!(page.texts(parts::SEED).concat(), first);
    assert_eq!(
        page.texts(parts::SEED).concat(),
        page.js("return String(demo.state.settings.seed)", &[]).as_str().unwrap_or_default()
    );
    assert_eq!(page.text(parts::STEP), "0");
    assert_ne!(page.parameters(), parameters);
    assert_ne!(colours(&page), data);
    let (own, seed) = (page.parameters(), page.texts(parts::SEED).concat());
    page.train(3);
    page.keys("r");
    assert_eq!(page.texts(parts::SEED).concat(), seed, "starting over keeps the seed");
    assert!(page.parameters() == own);
}

#[test]
fn the_speed_can_be_chosen() {
    let page = open("en");
    page.focus(parts::SPEED);
    page.keys("Home");
    assert_eq!(page.js("return demo.state.speed", &[]), "slow");
    page.focus(parts::SPEED);
    page.keys("End");
    assert_eq!(page.js("return demo.state.speed", &[]), "fast");
    // A select takes letters for itself.
    page.click(parts::PLAY);
    page.wait("it is fast", &shown_step("> 60"));
    page.click(parts::PLAY);
}

#[test]
fn the_pictures_and_the_answer_follow_while_it_trains() {
    let page = open("en");
    page.with_motion();
    let picture = |page: &Visit| {
        let read = "const canvas = root.querySelector(args[0]);
            return canvas.toDataURL()";
        ["affine1", "affine2", "affine3", "affine4"].map(|name| page.js(read, &[json!(parts::weights(name))]))
    };
    let look = |page: &Visit| (picture(page), page.texts(parts::SHARES), page.text(parts::SENTENCE));
    // The strips follow once a second, the rest in every frame.
    let strips = |page: &Visit| {
        page.js("window.strips = () => [...root.querySelectorAll('.weights .frame')].map((frame) => frame.querySelector('canvas').toDataURL()); window.before = strips()", &[]);
        page.wait("every strip has moved", "strips().every((strip, i) => strip !== before[i])");
    };
    let before = look(&page);
    page.keys("t");
    page.wait("some steps are made", &shown_step("> 3"));
    strips(&page);
    let soon = look(&page);
    page.wait("more steps are made", &shown_step(&format!("> {}", step(&page) + 10)));
    strips(&page);
    let later = look(&page);
    for (one, other) in [(&before, &soon), (&soon, &later)] {
        for (i, (a, b)) in one.0.iter().zip(&other.0).enumerate() {
            assert!(a != b, "the picture of affine{} has stood still", i + 1);
        }
        assert_ne!(one.1, other.1);
        assert_ne!(one.2, other.2);
    }
    // A colour can be picked meanwhile.
    page.click(&parts::swatch([0, 0, 255]));
    assert_eq!(page.text(parts::HEX), "#0000ff");
}

#[test]
fn the_chart_has_the_names_of_its_lines_and_a_switch_for_its_scale() {
    let page = open("en");
    page.train(200);
    let names = page.texts(".chart .titles");
    assert!(names[0].contains("Loss") && names[0].contains("test"), "{names:?}");
    assert!(names[1].contains("Accuracy"), "{names:?}");
    let linear = page.drawn(parts::LOSS_PLOT);
    page.click(parts::MENU);
    page.click(parts::LOG);
    assert_ne!(page.drawn(parts::LOSS_PLOT), linear);
    page.click(parts::LOG);
    assert_eq!(page.drawn(parts::LOSS_PLOT), linear);
}

#[test]
fn the_chart_tells_the_values_of_the_step_under_the_pointer() {
    let page = open("en");
    page.train(300);
    let latest = page.texts(parts::LOSS_VALUES);
    for x in [80, 150] {
        page.hover_at(parts::LOSS_PLOT, x, 20);
        let step = page.attribute(".chart > .titles", "data-step");
        let step: usize = step.as_str().and_then(|step| step.parse().ok()).expect("it is a number");
        assert!((1..300).contains(&step), "{step}");
        let told = page.texts(parts::LOSS_VALUES);
        assert_ne!(told, latest);
        // Back at that step, the page says the same.
        let there = page.js(
            "const state = demo.state;
            demo.state = { step: args[0] };
            const { trainLoss, testLoss } = await demo.train(0);
            const found = [trainLoss, testLoss].map((loss) => loss.toFixed(3));
            demo.state = { step: state.step };
            return found",
            &[json!(step)],
        );
        assert_eq!(told, strings(&there), "at step {step}");
    }
    page.hover_at(parts::HEX, 5, 5);
    assert_eq!(page.texts(parts::LOSS_VALUES), latest);
}

#[test]
fn a_training_that_diverges_says_so_and_keeps_numbers_that_are_numbers() {
    let page = open("en");
    for (language, sentence, rate) in [("en", "diverged", 1000), ("ja", "発散", 30)] {
        page.js("demo.state = { lang: args[0] }", &[json!(language)]);
        page.js(
            "demo.state = { settings: { ...demo.state.settings, learningRate: args[0] } }",
            &[json!(rate)],
        );
        page.keys("t");
        // The offer to undo the last beginning may still stand there.
        page.wait("it says so", &format!("root.querySelector('.message').innerText.includes('{sentence}')"));
        assert!(page.text(parts::MESSAGE).contains(sentence), "{}", page.text(parts::MESSAGE));
        assert_eq!(page.attribute(parts::PLAY, "aria-pressed"), "false");
        let finite = "return ['affine1', 'affine2', 'affine3', 'affine4']
            .every((name) => demo.tensor(`${name}.w`).data.every(Number.isFinite))";
        assert_eq!(page.js(finite, &[]), true);
        only_numbers(&page);
        // The learner can close the message, look around, and begin anew.
        page.click(parts::DISMISS);
        assert_eq!(page.js("return root.querySelector('.message').checkVisibility()", &[]), false);
        page.click(&parts::phase("backward"));
        only_numbers(&page);
        page.keys("r");
        assert_eq!(page.text(parts::STEP), "0");
    }
}

/// Nothing on the page reads as something that can't be computed with.
#[track_caller]
fn only_numbers(page: &Visit) {
    let broken = page
        .js("return root.querySelector('.app').innerText.match(/.*(NaN|∞|undefined).*/)?.[0] ?? null", &[]);
    assert_eq!(broken, json!(null));
}

/// An expression that compares the step on display.
fn shown_step(comparison: &str) -> String {
    format!("Number(root.querySelector('{}').textContent.replace(',', '')) {comparison}", parts::STEP)
}

#[track_caller]
fn step(page: &Visit) -> usize {
    page.text(parts::STEP).replace(',', "").parse().expect("the step is a number")
}

/// The training loss that the page shows.
#[track_caller]
fn shown_loss(page: &Visit) -> f64 {
    page.text(parts::LOSS_VALUES).parse().expect("the loss is a number")
}

/// At the fastest every frame makes a step: a training that goes on would have made some by the second frame.
#[track_caller]
fn stands_still(page: &Visit) {
    assert!(step(page) > 0);
    let made = page.js(
        "demo.state = { speed: 'fast' };
        const { step } = demo;
        for (const frame of [1, 2]) await new Promise(requestAnimationFrame);
        return demo.step - step",
        &[],
    );
    assert_eq!(made, 0);
}
