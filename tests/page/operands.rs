//! Walking from number to number, and what stands there for each kind of them.

use std::fs;

use irozuku_tools::workspace;
use serde_json::{Value, json};

use crate::equation::*;
use crate::parts;
use crate::visit::{Visit, open};

#[test]
fn tab_reaches_an_operand_enter_opens_it_and_backspace_returns() {
    let page = open("en");
    page.keys("b b b");
    let here = the_arithmetic_is_right(&page);
    assert_eq!(here.address.split('[').next(), Some("affine4.out"));
    let mut reached = Value::Null;
    for _ in 0..30 {
        page.keys("Tab Tab Tab Tab Tab Tab");
        reached = focused_operand(&page);
        if reached != Value::Null {
            break;
        }
    }
    let reached = reached.as_str().expect("the keyboard reaches the operands").to_owned();
    assert!(here.operands.contains(&reached));
    page.keys("Enter");
    assert_eq!(the_arithmetic_is_right(&page).address, reached);
    assert_eq!(page.js("return root.activeElement === root.querySelector(args[0])", &[json!(HEADING)]), true);
    assert_eq!(page.texts(CRUMBS).last(), Some(&here.address));
    page.keys("Backspace");
    assert_eq!(the_arithmetic_is_right(&page).equation, here.equation);
    // From the heading, the next stop after the code of the path is the first operand.
    page.focus(HEADING);
    page.keys("Tab");
    assert_eq!(focused_operand(&page), here.operands[0].as_str());
    page.keys("Tab Tab Enter");
    assert_eq!(the_arithmetic_is_right(&page).address, here.operands[2]);
    page.keys("Backspace");
    assert_eq!(the_arithmetic_is_right(&page).address, here.address);
    // A hand does the same.
    page.click(&operand(&here.operands[1]));
    assert_eq!(the_arithmetic_is_right(&page).address, here.operands[1]);
    page.click(".crumbs li:last-child button");
    assert_eq!(the_arithmetic_is_right(&page).address, here.address);
}

/// The address of the operand that has the focus.
#[track_caller]
fn focused_operand(page: &Visit) -> Value {
    page.js("return root.activeElement?.closest('.operand')?.dataset.address ?? null", &[])
}

#[test]
fn arrow_keys_move_inside_the_tensor_and_stop_at_its_edges() {
    let page = open("en");
    select(&page, "affine1.out[0,7]");
    page.focus(HEADING);
    for (keys, address) in [
        ("ArrowRight", "affine1.out[0,8]"),
        ("ArrowLeft ArrowLeft", "affine1.out[0,6]"),
        ("ArrowDown", "affine1.out[0,6]"),
        ("ArrowUp", "affine1.out[0,6]"),
    ] {
        page.keys(keys);
        assert_eq!(the_arithmetic_is_right(&page).address, address, "{keys}");
    }
    // At the edge nothing was added to the way: it leads back over 7 and 8.
    page.keys("Backspace");
    assert_eq!(the_arithmetic_is_right(&page).address, "affine1.out[0,7]");
    page.keys("Backspace Backspace");
    assert_eq!(the_arithmetic_is_right(&page).address, "affine1.out[0,7]");
    page.keys("Backspace");
    nothing_is_open(&page);
    for (from, keys, address) in [
        ("affine1.out[0,49]", "ArrowRight", "affine1.out[0,49]"),
        ("affine1.out[0,0]", "ArrowLeft", "affine1.out[0,0]"),
        ("affine2.w[48,98]", "ArrowDown ArrowDown ArrowRight ArrowRight", "affine2.w[49,99]"),
        ("affine2.w[1,1]", "ArrowUp ArrowUp ArrowLeft ArrowLeft", "affine2.w[0,0]"),
        ("affine3.db[3]", "ArrowRight", "affine3.db[4]"),
        ("loss.out", "ArrowRight ArrowDown", "loss.out"),
    ] {
        select(&page, from);
        page.focus(HEADING);
        page.keys(keys);
        assert_eq!(the_arithmetic_is_right(&page).address, address, "{keys} from {from}");
    }
}

#[test]
fn escape_closes_and_the_story_is_back() {
    let page = open("en");
    page.click(&parts::phase("loss"));
    let before = page.moment();
    page.focus_cell("affine1", 7);
    page.keys("Enter");
    assert_eq!(the_arithmetic_is_right(&page).address, "affine1.out[0,7]");
    assert_eq!(in_sight(&page), [true, false]);
    page.keys("b b");
    assert_eq!(the_arithmetic_is_right(&page).address.split('[').next(), Some("affine1.w"));
    page.keys("Escape");
    nothing_is_open(&page);
    assert_eq!(page.moment().sentence, before.sentence);
    // The way begins anew: nothing lies behind the next number.
    page.keys("b");
    assert_eq!(the_arithmetic_is_right(&page).address, "loss.out");
    page.keys("Backspace");
    nothing_is_open(&page);
    // And the space bar goes on walking.
    page.keys("Space");
    assert_eq!(page.moment().phase, "backward");
}

#[test]
fn forward_backward_and_update_numbers_open_with_equation_meaning_and_code() {
    let page = open("en");
    let kinds = [
        ("data.out[0,1]", "src/data/scaling.rs", "(rgb - offset)"),
        ("affine2.x[0,1]", "src/layer/relu.rs", "out = "),
        ("affine2.w[1,2]", "src/init.rs", "w = "),
        ("affine2.b[1]", "src/init.rs", "b = "),
        ("affine2.out[0,7]", "src/kernel/plain.rs", "x.dot(w) + b"),
        ("relu1.x[0,1]", "src/kernel/plain.rs", "x.dot(w) + b"),
        ("relu1.mask[0,1]", "src/layer/relu.rs", "x <= 0"),
        ("relu1.mask[0,0]", "src/layer/relu.rs", "x <= 0"),
        ("relu1.out[0,1]", "src/layer/relu.rs", "out = "),
        ("relu1.out[0,0]", "src/layer/relu.rs", "out = "),
        ("softmax.x[0,1]", "src/kernel/plain.rs", "x.dot(w) + b"),
        ("softmax.out[0,1]", "src/layer/softmax_with_loss.rs", "np.exp"),
        ("softmax.t[0,1]", "src/tape.rs", "t = "),
        ("loss.loss[0]", "src/layer/softmax_with_loss.rs", "-np.log"),
        ("softmax.dx[0,1]", "src/layer/softmax_with_loss.rs", "(out - t) / len(t)"),
        ("affine2.dout[0,1]", "src/layer/relu.rs", "dx = "),
        ("affine2.dx[0,1]", "src/kernel/plain.rs", "dout.dot(w.T)"),
        ("affine2.dw[1,2]", "src/kernel/plain.rs", "x.T.dot(dout)"),
        ("affine2.db[1]", "src/layer/affine.rs", "dout.sum(axis=0)"),
        ("relu1.dx[0,1]", "src/layer/relu.rs", "dx = "),
        ("relu1.dx[0,0]", "src/layer/relu.rs", "dx = "),
        ("data.dout[0,1]", "src/kernel/plain.rs", "dout.dot(w.T)"),
        ("affine2.w_new[1,2]", "src/sgd.rs", "w - learning_rate * dw"),
        ("affine2.b_new[1]", "src/sgd.rs", "b - learning_rate * db"),
    ];
    // The mean of one loss is that loss.
    let losses = [
        ("one", ("loss.out", "src/layer/softmax_with_loss.rs", "-np.log")),
        ("batch", ("loss.out", "src/tape.rs", "mean()")),
    ];
    for (scope, loss) in losses {
        page.js("demo.state = { scope: args[0] }", &[json!(scope)]);
        for (address, file, numpy) in kinds.into_iter().chain([loss]) {
            select(&page, address);
            assert_eq!(the_arithmetic_is_right(&page).address, address);
            let shown = page.text(NUMPY);
            assert!(shown.contains(numpy), "{address}: {shown}");
            assert_eq!(the_statement_stands_in_its_file(&page), file, "{address}");
        }
    }
}

#[test]
fn the_statement_that_ran_is_in_sight_in_its_function() {
    let page = open("en");
    for address in [
        "affine2.out[0,7]",
        "affine2.dw[1,2]",
        "softmax.out[0,1]",
        "loss.loss[0]",
        "loss.out",
        "affine2.w_new[1,2]",
    ] {
        select(&page, address);
        let seen = page.js(
            "const [mark, frame] = ['.code .rust mark', '.code .rust'].map((css) => root.querySelector(css).getBoundingClientRect());
            return mark.top >= frame.top - 1 && mark.bottom <= frame.bottom + 1",
            &[],
        );
        assert_eq!(seen, true, "the marked statement of {address} can be read without scrolling");
    }
}

/// The marked statement is that line of that file. Gives back the file.
#[track_caller]
fn the_statement_stands_in_its_file(page: &Visit) -> String {
    let title = page.text(RUST_TITLE);
    let (file, line) = title.trim_start_matches("Rust · ").split_once(':').expect("it says where it is");
    let line: usize = line.parse().expect("it says in which line");
    let marks = page.texts(".code .rust mark");
    assert_eq!(marks.len(), 1, "{title}");
    let source = fs::read_to_string(workspace::root().join(file)).expect("there is such a file");
    let there = source.lines().nth(line - 1).unwrap_or_default();
    let code = there.split("// sets").next().unwrap_or_default().trim();
    assert!(!marks[0].is_empty() && code == marks[0], "{title}: {code} / {}", marks[0]);
    file.to_owned()
}

#[test]
fn a_long_sum_folds_its_small_terms_and_opens_them() {
    let page = open("en");
    select(&page, "affine3.out[0,3]");
    let folded = the_arithmetic_is_right(&page);
    assert_eq!((folded.parts.len(), folded.folded.as_str()), (5, "97 more"));
    page.click(FOLDED);
    let opened = the_arithmetic_is_right(&page);
    assert_eq!((opened.parts.len(), opened.folded.as_str()), (101, ""));
    assert_eq!(page.count(FOLDED), 0);
    assert_eq!(opened.operands[..8], folded.operands[..8], "the largest stay in front");
    let sizes: Vec<f64> = opened.parts.iter().map(|part| part.value.abs()).collect();
    assert!(sizes.windows(2).all(|pair| pair[0] >= pair[1]), "{sizes:?}");
    // Even the last of them can be reached and opened.
    let last = opened.operands.last().expect("there are operands");
    page.click(&operand(last));
    assert_eq!(the_arithmetic_is_right(&page).address, *last);
    page.keys("Escape");
    // By keyboard, and in a batch.
    page.js("demo.state = { scope: 'batch' }", &[]);
    select(&page, "loss.out");
    assert_eq!(the_arithmetic_is_right(&page).folded, "236 more");
    page.focus(FOLDED);
    page.keys("Enter");
    assert_eq!(the_arithmetic_is_right(&page).parts.len(), 240);
    assert_eq!(page.js("return root.activeElement === root.querySelector(args[0])", &[json!(HEADING)]), true);
    // Five terms need no folding.
    select(&page, "affine1.out[0,3]");
    assert_eq!(the_arithmetic_is_right(&page).parts.len(), 4);
}
