//! Reads the equation of the microscope off the page, and checks it against the truth.

use serde_json::{Value, json};

use crate::parts;
use crate::visit::{Visit, strings};

/// The microscope, and what stands there while no number is open.
pub const MICROSCOPE: &str = ".microscope";
pub const TOLD: &str = ".told";
/// The number's address and meaning; it takes the focus.
pub const HEADING: &str = ".microscope .heading";
/// The line that stands for the terms that are folded away.
pub const FOLDED: &str = ".microscope .term .link";
/// The numbers that the learner came by.
pub const CRUMBS: &str = ".crumbs button";
pub const NUMPY: &str = ".code .numpy";
pub const RUST_TITLE: &str = ".code div > h2";

/// The most steps from the loss to a weight.
pub const FAR: usize = 40;
/// How far a sum in single precision may be from the exact one, of the sum of its terms' sizes.
pub const SINGLE: f64 = 1e-6;

/// Reads the equation that is on the page, what the element says of the same number, and the truth.
pub const READ: &str = "
    const seen = (css, within = root) => [...within.querySelectorAll(css)].filter((one) => one.checkVisibility());
    const said = (css, within) => seen(css, within)[0]?.textContent ?? '';
    const address = said('.microscope .heading code');
    return {
        address,
        meaning: said('.microscope .meaning'),
        result: said('.microscope .result'),
        equation: said('.microscope .sum'),
        right: address && seen('.microscope .result')[0].dataset.value === String(demo.value(address)),
        terms: seen('.microscope .term').map((term) => ({
            factors: seen('.operand, .constant', term).map((factor) => factor.textContent),
            part: said('.part', term),
            folded: said('.link', term),
        })),
        operands: seen('.microscope .operand').map((operand) => ({
            address: operand.dataset.address,
            text: operand.textContent,
            label: operand.getAttribute('aria-label'),
            value: demo.value(operand.dataset.address),
            right: operand.dataset.value === String(demo.value(operand.dataset.address)),
        })),
        signs: seen('.microscope .sum > .sign').map((sign) => sign.textContent),
        explained: address ? demo.explain(address) : null,
        value: address ? demo.value(address) : null,
        selected: demo.state.selected,
        message: said('.message p'),
    }";

/// A number as it reads: what it says, and by how much the number meant may differ from it.
#[derive(Clone, Copy, Debug)]
pub struct Shown {
    pub value: f64,
    pub slack: f64,
}

impl Shown {
    /// Reads `(−0.01823)` or `1.20e−7`.
    #[track_caller]
    pub fn read(text: &str) -> Self {
        let plain = text.trim().trim_start_matches('(').trim_end_matches(')').replace('−', "-");
        let value: f64 = plain.parse().unwrap_or_else(|_| panic!("“{text}” is no number"));
        let (digits, exponent) = plain.split_once('e').unwrap_or((&plain, "0"));
        let places = digits.split_once('.').map_or(0, |(_, behind)| behind.len() as i32);
        let exponent: i32 = exponent.parse().expect("it is a whole number");
        // What is written as a small whole number is one.
        let whole = places == 0 && exponent == 0 && value.abs() < 1000.0;
        let slack = if whole { 0.0 } else { 0.5001 * 10_f64.powi(exponent - places) };
        Shown { value, slack }
    }

    /// Whether a number reads like this.
    pub fn is(self, value: f64) -> bool {
        (self.value - value).abs() <= self.slack
    }

    /// Whether two readings can be of the same number, up to a difference.
    pub fn fits(self, other: Shown, more: f64) -> bool {
        (self.value - other.value).abs() <= self.slack + other.slack + more
    }

    pub fn times(self, other: Shown) -> Shown {
        let most = (self.value.abs() + self.slack) * (other.value.abs() + other.slack);
        let value = self.value * other.value;
        Shown { value, slack: most - value.abs() }
    }

    pub fn plus(self, other: Shown) -> Shown {
        Shown { value: self.value + other.value, slack: self.slack + other.slack }
    }

    /// Through a function that only rises or only falls.
    pub fn through(self, function: impl Fn(f64) -> f64) -> Shown {
        let ends = [self.value - self.slack, self.value + self.slack].map(function);
        Shown { value: (ends[0] + ends[1]) / 2.0, slack: (ends[0] - ends[1]).abs() / 2.0 + 1e-9 }
    }
}

/// The open number as it is on the page; where one is open, everything shown of it has been checked.
#[derive(Debug)]
pub struct Open {
    pub address: String,
    /// The text of the whole equation.
    pub equation: String,
    /// The addresses of the operands, as they stand.
    pub operands: Vec<String>,
    /// The terms' parts as they read, the folded one included.
    pub parts: Vec<Shown>,
    /// What stands for the folded terms; empty where there are none.
    pub folded: String,
}

/// Reads the open number, and checks that its arithmetic is right and adds up to the digits shown.
#[track_caller]
pub fn the_arithmetic_is_right(page: &Visit) -> Open {
    let read = page.js(READ, &[]);
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let (address, equation) = (text(&read["address"]), text(&read["equation"]));
    let place = format!("{address}: {equation}");
    assert_ne!(address, "", "a number is open");
    assert_eq!(read["selected"], address.as_str());
    assert_eq!(read["message"], "", "{place}");
    assert!(text(&read["meaning"]).len() > 5, "{place} says what it is");
    assert_eq!(read["right"], true, "the result carries the very number: {place}");
    let explained = &read["explained"];
    let result = Shown::read(&text(&read["result"]));
    assert!(result.is(read["value"].as_f64().expect("it is a number")), "{place}");
    for operand in list(&read["operands"]) {
        let (name, shown) = (text(&operand["address"]), text(&operand["text"]));
        assert_eq!(operand["right"], true, "{name} carries the very number: {place}");
        assert!(Shown::read(&shown).is(operand["value"].as_f64().unwrap_or(f64::NAN)), "{name} in {place}");
        let heard = format!("{name} = {}", shown.trim_matches(['(', ')']));
        assert_eq!(text(&operand["label"]), heard, "{place}");
    }
    let operands: Vec<String> =
        list(&read["operands"]).iter().map(|operand| text(&operand["address"])).collect();
    let known: Vec<(Vec<&str>, f64)> = list(&explained["terms"])
        .iter()
        .map(|term| {
            let factors = list(&term["factors"]).iter().filter_map(|factor| factor["address"].as_str());
            (factors.collect(), term["part"].as_f64().expect("every term has its part"))
        })
        .collect();
    let terms = list(&read["terms"]);
    let parts: Vec<Shown> = terms
        .iter()
        .map(|term| match text(&term["part"]).as_str() {
            "" => Shown::read(&text(&term["factors"][0])),
            part => Shown::read(part),
        })
        .collect();
    let sum = parts.iter().fold(Shown { value: 0.0, slack: 0.0 }, |sum, &part| sum.plus(part));
    let noise = SINGLE * known.iter().map(|(_, part)| part.abs()).sum::<f64>();
    let kind = text(&explained["operation"]);
    let values: Vec<Shown> =
        list(&read["operands"]).iter().map(|operand| Shown::read(&text(&operand["text"]))).collect();
    let mut folded = String::new();
    match kind.as_str() {
        "given" => assert!(operands.is_empty() && terms.is_empty(), "{place}"),
        "sum" | "minusLog" => {
            for (term, part) in terms.iter().zip(&parts) {
                let factors = strings(&term["factors"]);
                if factors.is_empty() {
                    folded = text(&term["folded"]);
                    continue;
                }
                let one = Shown { value: 1.0, slack: 0.0 };
                let product = factors.iter().fold(one, |product, factor| product.times(Shown::read(factor)));
                assert!(product.fits(*part, 0.0), "{factors:?} make {part:?} in {place}");
            }
            let kept = terms.iter().filter(|term| text(&term["folded"]).is_empty()).count();
            if kind == "minusLog" {
                // A probability below the floor counts as the floor, and the equation says so.
                let floor = if equation.contains("max(") { 1e-7 } else { 0.0 };
                let logarithm = sum.through(|probability| -probability.max(floor).ln());
                assert!(result.fits(logarithm, SINGLE), "{place}");
            } else {
                assert!(result.fits(sum, noise), "{sum:?} is not {result:?}: {place}");
            }
            // What is not shown is exactly what the folded line says.
            let shown: Vec<&str> = operands.iter().map(String::as_str).collect();
            let hidden: Vec<f64> = known
                .iter()
                .filter(|(factors, _)| !factors.is_empty() && !factors.iter().all(|one| shown.contains(one)))
                .map(|(_, part)| *part)
                .collect();
            assert_eq!(known.len() - kept, hidden.len(), "{place}");
            if folded.is_empty() {
                assert!(hidden.is_empty(), "{place}");
            } else {
                assert!(folded.contains(&hidden.len().to_string()), "{} folded: {place}", hidden.len());
                let rest = parts.last().expect("there is a folded line");
                let bottom = hidden.iter().fold(0.0_f64, |most, part| most.max(part.abs()));
                assert!(rest.fits(Shown { value: hidden.iter().sum(), slack: 0.0 }, noise), "{place}");
                for pair in parts[..kept].windows(2) {
                    let next = pair[1].value.abs();
                    assert!(pair[0].value.abs() >= next, "the largest come first: {place}");
                    // The colour on display is shown in a mean, however little it gives.
                    let mean = !explained["mean"].is_null();
                    assert!(mean || next + pair[1].slack >= bottom, "the largest are shown: {place}");
                }
            }
        }
        "softmax" => {
            let most = known.iter().zip(&values).map(|(_, value)| value.value).fold(f64::MIN, f64::max);
            for (value, part) in values.iter().zip(&parts) {
                // The largest score is shown in four digits too.
                let less = Shown { value: value.value - most, slack: value.slack + most.abs() * 5e-4 };
                assert!(less.through(f64::exp).fits(*part, SINGLE), "exp of {less:?} in {place}");
            }
            let signs = strings(&read["signs"]);
            let top = signs.iter().find_map(|sign| sign.split_once('÷')).expect("it is a division").0;
            let top = Shown::read(top);
            let index = explained["index"].as_u64().expect("it says which") as usize;
            assert!(top.fits(parts[index], 0.0), "{place}");
            let ends =
                [-1.0, 1.0].map(|side| (top.value + side * top.slack) / (sum.value - side * sum.slack));
            assert!(
                result.value + result.slack + SINGLE >= ends[0]
                    && result.value - result.slack - SINGLE <= ends[1],
                "{place}"
            );
        }
        "gate" => {
            let (first, mask) = (values[0].value, known[1].1);
            assert!(mask == 0.0 || mask == 1.0, "{place}");
            assert_eq!(result.value, if mask == 0.0 { first } else { 0.0 }, "{place}");
        }
        "atMostZero" => {
            assert_eq!(result.value, if values[0].value <= 0.0 { 1.0 } else { 0.0 }, "{place}");
        }
        other => panic!("{other} is a kind that this test does not know: {place}"),
    }
    assert_eq!(list(&explained["terms"]).is_empty(), kind == "given", "{place}");
    Open { address, equation, operands, parts, folded }
}

#[track_caller]
pub fn list(value: &Value) -> &Vec<Value> {
    value.as_array().expect("it is a list")
}

/// Nothing is open, and the story is back.
#[track_caller]
pub fn nothing_is_open(page: &Visit) {
    assert_eq!(in_sight(page), [false, true], "the story is there, and no number");
    assert_ne!(page.text(parts::SENTENCE), "");
    assert_eq!(page.js("return demo.state.selected", &[]), Value::Null);
    no_message(page);
}

/// Whether the microscope and the story are in sight.
#[track_caller]
pub fn in_sight(page: &Visit) -> [bool; 2] {
    let seen = page.js(
        "return args.map((css) => root.querySelector(css).checkVisibility())",
        &[json!(MICROSCOPE), json!(TOLD)],
    );
    [0, 1].map(|i| seen[i] == true)
}

#[track_caller]
pub fn no_message(page: &Visit) {
    let message = page.js(
        "const message = root.querySelector(args[0]); return message?.checkVisibility() ? message.textContent : ''",
        &[json!(parts::MESSAGE)],
    );
    assert_eq!(message, "");
}

#[track_caller]
pub fn select(page: &Visit, address: &str) {
    page.js("demo.state = { selected: args[0] }", &[json!(address)]);
}

/// Where an operand of the equation is, by its address.
pub fn operand(address: &str) -> String {
    format!(".microscope .operand[data-address='{address}']")
}
