//! The gradient check: whether the loss answers a nudge as backward says.

use serde_json::json;

use crate::equation::Shown;
use crate::parts;
use crate::visit::{Visit, open, strings};

const CHECK: &str = ".microscope .check";
const SUMMARY: &str = ".microscope .check summary";
const SLIDER: &str = ".microscope .check input[type=range]";
const NUDGE: &str = ".microscope .check code";
const WORDS: &str = ".microscope .check p";

/// What a check says, as it reads.
#[derive(Debug)]
struct Told {
    h: Shown,
    plus: Shown,
    minus: Shown,
    quotient: Shown,
    gradient: Shown,
    /// In percent.
    difference: Shown,
    /// Whether it says that the gradient is true.
    agrees: bool,
}

/// Reads the open check, and checks that its numbers go together and are of the open number.
#[track_caller]
fn told(page: &Visit) -> Told {
    page.wait("the check has answered", &format!("/\\d%/.test(root.querySelector('{WORDS}').innerText)"));
    let words = page.text(WORDS);
    let plain = words.replace('−', "-");
    let numbers: Vec<Shown> = plain
        .split(|c: char| !(c.is_ascii_digit() || "+-.e".contains(c)))
        .map(|word| word.trim_end_matches('.').trim_matches('e'))
        .filter(|word| word.contains(|c: char| c.is_ascii_digit()))
        // “2h” is none of them.
        .enumerate()
        .filter(|&(i, _)| i != 3)
        .map(|(_, word)| Shown::read(word))
        .collect();
    assert_eq!(numbers.len(), 6, "{words}");
    let told = Told {
        h: numbers[0],
        plus: numbers[1],
        minus: numbers[2],
        quotient: numbers[3],
        gradient: numbers[4],
        difference: numbers[5],
        agrees: words.contains("they agree"),
    };
    let nudge = page.text(NUDGE);
    assert!(Shown::read(&nudge).fits(told.h, 0.0), "{nudge} beside {words}");
    let value = page.js("return demo.value(demo.state.selected)", &[]).as_f64().expect("it is a number");
    assert!(told.gradient.is(value), "the gradient of the open number is {value}: {words}");
    // The losses are given to a slack of their own, which the division by 2h makes larger.
    let quotient = (told.plus.value - told.minus.value) / (2.0 * told.h.value);
    let noise = (told.plus.slack + told.minus.slack) / (2.0 * told.h.value)
        + quotient.abs() * told.h.slack / told.h.value;
    let from_losses = Shown { value: quotient, slack: noise };
    assert!(from_losses.fits(told.quotient, 0.0), "{quotient} ± {noise} from the losses: {words}");
    let (a, b) = (told.quotient, told.gradient);
    let size = a.value.abs().max(b.value.abs());
    let percent = Shown {
        value: 100.0 * (a.value - b.value).abs() / size,
        slack: 100.0 * (a.slack + b.slack) / size * 2.0,
    };
    assert!(percent.fits(told.difference, 0.0), "{percent:?} from what is shown: {words}");
    assert_eq!(told.agrees, told.difference.value < 1.0, "{words}");
    told
}

/// Opens a number and its check, as a learner does.
#[track_caller]
fn check(page: &Visit, address: &str) -> Told {
    // One that is open from before is closed first.
    if page.js(
        "const check = root.querySelector(args[0]); return check.open && check.checkVisibility()",
        &[json!(CHECK)],
    ) == true
    {
        page.click(SUMMARY);
    }
    page.js("demo.state = { selected: args[0] }", &[json!(address)]);
    page.click(SUMMARY);
    told(page)
}

/// Weights and biases of a layer whose gradient is at least a tenth of the largest, some of many. Either all
/// with a nudge of 0.01 that carries the node they lead to across the kink of its ReLU, or all without.
#[track_caller]
fn telling(page: &Visit, layer: &str, kink: bool) -> Vec<String> {
    let found = page.js(
        "const [layer, kink] = args;
        const [x, out] = ['x', 'out'].map((name) => demo.tensor(`${layer}.${name}`).data);
        return ['dw', 'db'].flatMap((name) => {
            const { shape, data } = demo.tensor(`${layer}.${name}`);
            const place = (i) => (shape.length > 1 ? [Math.floor(i / shape[1]), i % shape[1]] : [i]);
            const crosses = (i) => {
                const at = place(i);
                const moved = 0.01 * (at.length > 1 ? Math.abs(x[at[0]]) : 1);
                return layer !== 'affine4' && Math.abs(out[at.at(-1)]) <= moved;
            };
            const sizes = [...data].map(Math.abs);
            const most = Math.max(...sizes);
            const large = sizes.flatMap((size, i) => (size >= most / 10 && crosses(i) === kink ? [i] : []));
            large.sort((a, b) => sizes[b] - sizes[a]);
            const chosen = large.length > 0 ? [0, 1 / 3, 2 / 3, 1].map((share) => large[Math.round(share * (large.length - 1))]) : [];
            return [...new Set(chosen)].map((i) => `${layer}.${name}[${place(i).join(',')}]`);
        })",
        &[json!(layer), json!(kink)],
    );
    strings(&found)
}

#[test]
fn a_nudge_of_a_weight_moves_the_loss_as_its_gradient_says() {
    let page = open("en");
    let mut count = 0;
    for layer in ["affine2", "affine3", "affine4"] {
        for address in telling(&page, layer, false) {
            let told = check(&page, &address);
            assert!(told.h.is(0.01), "{address}: {told:?}");
            assert!(told.difference.value < 1.0 && told.agrees, "{address}: {told:?}");
            count += 1;
        }
    }
    assert!(count >= 12, "{count} gradients were checked");
}

#[test]
fn a_nudge_across_the_kink_of_a_relu_is_told_apart() {
    let page = open("en");
    // A seed whose first weights bring some nodes that close to 0.
    page.js("demo.state = { settings: { seed: 5 } }", &[]);
    let across = telling(&page, "affine2", true);
    assert!(!across.is_empty(), "some nodes are close to 0");
    let answers: Vec<Told> = across.iter().map(|address| check(&page, address)).collect();
    assert!(answers.iter().any(|told| !told.agrees && told.difference.value > 5.0), "{answers:?}");
    assert!(answers.iter().all(|told| told.h.is(0.01)), "{answers:?}");
    // A smaller nudge stays on one side.
    let told = check(&page, &across[0]);
    page.focus(SLIDER);
    page.keys("ArrowLeft ArrowLeft ArrowLeft ArrowLeft");
    let smaller = self::told(&page);
    assert!(smaller.h.is(1e-4) && smaller.agrees, "{told:?}, {smaller:?}");
}

#[test]
fn the_gradients_of_values_and_of_a_batch_can_be_checked_too() {
    let page = open("en");
    for address in ["softmax.dx[0,0]", "affine4.dout[0,2]", "affine4.db[1]"] {
        let told = check(&page, address);
        assert!(told.difference.value < 1.0 && told.agrees, "{address}: {told:?}");
    }
    page.js("demo.state = { scope: 'batch' }", &[]);
    let address = &telling(&page, "affine4", false)[0];
    let told = check(&page, address);
    assert!(told.difference.value < 1.0 && told.agrees, "{address}: {told:?}");
}

#[test]
fn a_large_nudge_breaks_the_agreement_and_a_tiny_one_runs_out_of_digits() {
    let page = open("en");
    let address = telling(&page, "affine2", false)[0].clone();
    let right = check(&page, &address);
    assert!(right.agrees && right.plus.value != right.minus.value, "{right:?}");
    page.focus(SLIDER);
    page.keys("End");
    let large = told(&page);
    assert!(large.h.is(100.0), "{large:?}");
    assert!(!large.agrees && large.difference.value > 5.0, "{large:?}");
    assert!(page.text(WORDS).contains("too large"), "it says why");
    // Of the eight digits shown of the losses hardly one differs; the losses themselves have more of them,
    // and their quotient still holds.
    page.keys(&["ArrowLeft"; 20].join(" "));
    let tiny = told(&page);
    assert!(tiny.h.is(1e-8), "{tiny:?}");
    let differ = (tiny.plus.value - tiny.minus.value).abs();
    assert!(differ <= 20.0 * tiny.plus.slack, "the digits of the losses have run out: {tiny:?}");
    assert!((right.plus.value - right.minus.value).abs() > 1000.0 * differ, "{right:?}, {tiny:?}");
    assert!(tiny.gradient.value == right.gradient.value && tiny.difference.value < 1.0, "{tiny:?}");
    // And back in the middle all is well again.
    page.keys(&["ArrowRight"; 12].join(" "));
    let again = told(&page);
    assert!(again.h.is(0.01) && again.quotient.value == right.quotient.value, "{again:?}");
}

#[test]
fn the_check_can_be_opened_by_keyboard() {
    let page = open("en");
    page.js("demo.state = { selected: 'affine4.db[0]' }", &[]);
    assert!(!page.text(SUMMARY).is_empty());
    page.focus(SUMMARY);
    page.keys("Enter");
    told(&page);
    page.keys("Tab ArrowLeft ArrowLeft");
    assert!(told(&page).h.is(0.001));
    page.focus(SUMMARY);
    // Space belongs to what has the focus here, and does not walk on.
    page.keys("Space");
    assert_eq!(
        page.js("return [root.querySelector(args[0]).open, demo.state.at]", &[json!(CHECK)]),
        json!([false, "forward:data"])
    );
}

#[test]
fn an_open_check_goes_with_the_arrow_keys_to_the_next_number() {
    let page = open("en");
    check(&page, "affine4.db[0]");
    page.focus(".microscope .heading");
    page.keys("ArrowRight");
    the_check_is_not_of_another(&page, "after an arrow key");
}

#[test]
fn an_open_check_follows_another_colour() {
    let page = open("en");
    check(&page, "affine4.db[0]");
    page.js("demo.state = { color: [3, 200, 120] }", &[]);
    the_check_is_not_of_another(&page, "after another colour");
}

#[test]
fn an_open_check_follows_the_training() {
    let page = open("en");
    check(&page, "affine4.db[0]");
    page.train(20);
    the_check_is_not_of_another(&page, "after training");
}

#[test]
fn a_number_opened_anew_says_nothing_of_the_one_before() {
    let page = open("en");
    check(&page, "affine4.db[0]");
    page.keys("Escape");
    page.js("demo.state = { selected: 'affine4.db[1]' }", &[]);
    the_check_is_not_of_another(&page, "after closing and opening another number");
    page.js("demo.state = { selected: 'affine4.w[0,0]' }", &[]);
    page.js("demo.state = { selected: 'affine4.db[2]' }", &[]);
    the_check_is_not_of_another(&page, "after a number without a check");
}

/// What the check says, if it says anything, has the gradient and the loss of now.
#[track_caller]
fn the_check_is_not_of_another(page: &Visit, when: &str) {
    // What has opened or closed says so later, in turn: one that opens now is the last to say it.
    page.js(
        "const last = document.body.appendChild(document.createElement('details'));
        const told = new Promise((done) => last.addEventListener('toggle', done));
        last.open = true;
        await told;
        last.remove()",
        &[],
    );
    let seen = page.js(
        "const words = root.querySelector(args[0]);
        return [words.checkVisibility() ? words.innerText : '', demo.value(demo.state.selected), demo.value('loss.out')]",
        &[json!(WORDS)],
    );
    let words = seen[0].as_str().unwrap_or_default().replace('−', "-");
    if words.is_empty() {
        return;
    }
    let said = words.split("backward said ").nth(1).and_then(|rest| rest.split(". ").next());
    let said = Shown::read(said.unwrap_or_else(|| panic!("{when}: {words}")));
    let gradient = seen[1].as_f64().unwrap_or(f64::NAN);
    assert!(said.is(gradient), "{when} the gradient is {gradient}, but it still says: {words}");
    let plus = words.split("the loss is ").nth(1).and_then(|rest| rest.split(',').next());
    let plus: f64 = plus.and_then(|plus| plus.parse().ok()).unwrap_or(f64::NAN);
    let loss = seen[2].as_f64().unwrap_or(f64::NAN);
    assert!(
        (plus - loss).abs() <= 0.011 * gradient.abs().max(1.0),
        "{when} the loss is {loss}, but it still says: {words}"
    );
}

#[test]
fn a_check_of_a_small_loss_reads_like_all_other_numbers() {
    let page = open("en");
    page.train(400);
    page.js("demo.state = { color: [255, 0, 0] }", &[]);
    let address = telling(&page, "affine4", false)[0].clone();
    check(&page, &address);
    assert!(!page.text(WORDS).contains('-'), "a minus is no hyphen: {}", page.text(WORDS));
}

#[test]
fn only_gradients_offer_a_check() {
    let page = open("en");
    let offered = |address: &str| {
        page.js(
            "demo.state = { selected: args[0] }; return root.querySelector(args[1]).checkVisibility()",
            &[json!(address), json!(CHECK)],
        ) == true
    };
    for address in [
        "affine2.dw[1,2]",
        "affine3.w[1,2]",
        "affine3.db[2]",
        "affine3.b[2]",
        "relu2.dx[0,5]",
        "relu2.out[0,5]",
        "affine4.dout[0,1]",
        "softmax.dx[0,1]",
        "softmax.out[0,1]",
        "softmax.t[0,1]",
        "relu1.mask[0,3]",
        "data.out[0,0]",
        "data.dout[0,0]",
        "affine1.w_new[0,0]",
        "affine1.b_new[0]",
        "affine1.x[0,0]",
        "loss.loss[0]",
        "loss.out",
    ] {
        let gradient = [".dw", ".db", ".dx", ".dout"].iter().any(|tensor| address.contains(tensor));
        assert_eq!(offered(address), gradient, "{address}");
    }
}

#[test]
fn the_check_speaks_the_readers_language() {
    let page = open("ja");
    page.js("demo.state = { selected: 'affine4.db[0]' }", &[]);
    page.click(SUMMARY);
    page.wait("the check has answered", &format!("/\\d%/.test(root.querySelector('{WORDS}').innerText)"));
    let japanese = page.text(WORDS);
    assert!(japanese.contains("損失") && japanese.contains("勾配"), "{japanese}");
    page.click(parts::ENGLISH);
    let english = page.text(WORDS);
    assert!(english.contains("backward said") && !english.contains("損失"), "{english}");
}
