//! Following the blame: from the loss to a weight by keyboard alone, and back.

use serde_json::json;

use crate::equation::*;
use crate::parts;
use crate::visit::{Visit, open};

/// By keyboard alone: from the loss down to a weight of the first layer, and the same way back.
#[track_caller]
fn down_to_a_weight_and_back(page: &Visit) -> Vec<Open> {
    nothing_is_open(page);
    page.keys("b");
    let mut way = vec![the_arithmetic_is_right(page)];
    assert_eq!(way[0].address, "loss.out");
    loop {
        let here = way.last().expect("the way has begun");
        if here.address.starts_with("affine1.w[") {
            break;
        }
        assert!(way.len() < FAR, "it does not come to a weight: {way:?}");
        let (address, operands) = (here.address.clone(), here.operands.clone());
        page.keys("b");
        let next = the_arithmetic_is_right(page);
        // What is taken over unchanged goes by the name that it has where it comes from.
        let source = |operand: &String| page.js("return demo.explain(args[0]).from", &[json!(operand)]);
        assert!(
            operands
                .iter()
                .any(|operand| *operand == next.address || source(operand) == next.address.as_str()),
            "{address} is made of {}",
            next.address
        );
        way.push(next);
    }
    // There is no further.
    page.keys("b");
    let end = way.last().expect("there is an end").address.clone();
    assert_eq!(the_arithmetic_is_right(page).address, end);
    for stop in way.iter().rev().skip(1) {
        page.keys("Backspace");
        let here = the_arithmetic_is_right(page);
        assert_eq!((here.address, here.equation), (stop.address.clone(), stop.equation.clone()));
    }
    assert_eq!(page.texts(CRUMBS), Vec::<String>::new());
    page.keys("Backspace");
    nothing_is_open(page);
    way
}

#[test]
fn blame_leads_from_the_loss_to_a_weight_and_backspace_leads_back() {
    let page = open("en");
    let way = down_to_a_weight_and_back(&page);
    let layers: Vec<&str> = way.iter().filter_map(|stop| stop.address.split('.').next()).collect();
    for layer in ["softmax", "affine4", "relu3", "affine3", "relu2", "affine2", "relu1"] {
        assert!(layers.contains(&layer), "the way leads through {layer}: {layers:?}");
    }
    assert_eq!(way.iter().filter(|stop| stop.folded == "47 more").count(), 2);
    assert_eq!(way.iter().filter(|stop| stop.folded == "97 more").count(), 1);
    page.train(50);
    let learned = down_to_a_weight_and_back(&page);
    assert_ne!(learned[0].equation, way[0].equation);
}

#[test]
fn blame_in_a_batch_goes_to_the_worst_colour_and_down_to_a_weight() {
    let page = open("en");
    page.keys("Space");
    page.click(parts::BATCH);
    let way = down_to_a_weight_and_back(&page);
    assert_eq!(way[0].folded, "236 more");
    let worst = page.js(
        "const { data } = demo.tensor('loss.loss'); return `loss.loss[${data.indexOf(Math.max(...data))}]`",
        &[],
    );
    assert_eq!(worst, way[1].address.as_str());
    page.train(50);
    down_to_a_weight_and_back(&page);
    // A gradient of the batch is a sum over its colours.
    select(&page, "affine2.dw[1,99]");
    assert_eq!(the_arithmetic_is_right(&page).folded, "236 more");
    select(&page, "affine3.db[7]");
    assert_eq!(the_arithmetic_is_right(&page).folded, "236 more");
}

#[test]
fn the_logarithm_of_a_hopeless_probability_is_shown_as_it_was_computed() {
    let page = open("en");
    page.js("demo.state = { color: [255, 255, 240], settings: { init: { kind: 'gaussian', std: 1 } } }", &[]);
    let worst =
        page.js("const { data } = demo.tensor('softmax.out'); return data.indexOf(Math.min(...data))", &[]);
    page.js("demo.state = { label: args[0], selected: 'loss.loss[0]' }", &[worst]);
    let read = page.js(READ, &[]);
    let floor = read["explained"]["floor"].as_f64().expect("the explanation knows the least");
    let equation = read["equation"].as_str().unwrap_or_default().replace('−', "-");
    assert!(read["value"].as_f64().is_some_and(|value| (value + floor.ln()).abs() < 1e-3), "{equation}");
    assert!(
        equation.contains("1.00e-7"),
        "whoever computes with what is shown must come to the result: {equation}"
    );
}
