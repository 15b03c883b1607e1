//! What the page shows at one moment of the walk, as a reader has it before their eyes.

use serde_json::{Value, json};

use crate::parts;
use crate::visit::{Visit, strings};

/// The columns of the stage, left to right.
pub const COLUMNS: [&str; 10] =
    ["data", "affine1", "relu1", "affine2", "relu2", "affine3", "relu3", "affine4", "softmax", "loss"];

/// Reads it.
const READ: &str = "
    const read = () => {
        const [title, sentence, shares, step] = args[0];
        const text = (css) => root.querySelector(css).textContent;
        const columns = [...root.querySelectorAll('[data-column]')];
        // A column in ink has one live cell: it says which tensor is shown, and the others are of the same.
        const numbers = (column) => [...column.querySelectorAll('.cells [data-value]')].flatMap((cell) => {
            const { address, value, node } = cell.dataset;
            if (node === undefined) return [[address, value]];
            const row = address.replace(/,[^,]*$/, ']');
            const all = [...demo.tensor(row).data].map((one, i) => [row.replace(']', `,${i}]`), String(one)]);
            if (all[node].join() !== [address, value].join()) throw new Error(`the live cell says ${address} is ${value}, and not ${all[node]}`);
            return all;
        });
        return {
            phase: root.querySelector('[data-phase][aria-current=step]').dataset.phase,
            title: text(title),
            sentence: text(sentence),
            column: columns.find((column) => column.dataset.current)?.dataset.column ?? null,
            lit: columns.filter((column) => column.dataset.lit)
                .map((column) => [column.dataset.column, column.dataset.lit]),
            numbers: columns.flatMap(numbers),
            shares: [...root.querySelectorAll(shares)].map((share) => share.textContent),
            step: text(step),
        };
    };";

fn names() -> Value {
    json!([parts::TITLE, parts::SENTENCE, parts::SHARES, parts::STEP])
}

/// One moment. Two that look the same are equal.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment {
    /// The lit part of the phase strip.
    pub phase: String,
    pub title: String,
    pub sentence: String,
    /// The framed column; none at an update.
    pub column: Option<String>,
    /// The columns that show numbers, with the direction.
    pub lit: Vec<(String, String)>,
    /// Every number on display: where it is and what it is.
    pub numbers: Vec<(String, String)>,
    /// The answer's percentages.
    pub shares: Vec<String>,
    pub step: String,
}

impl Visit {
    /// What is on the page now.
    #[track_caller]
    pub fn moment(&self) -> Moment {
        Moment::new(&self.js(&format!("{READ} return read()"), &[names()]))
    }

    /// What is on the page after each of so many presses of a key.
    #[track_caller]
    pub fn moments(&self, key: &str, count: usize) -> Vec<Moment> {
        let listen = format!(
            "{READ}
            window.moments = [];
            window.listener = () => moments.push(read());
            demo.addEventListener('statechange', listener)"
        );
        self.js(&listen, &[names()]);
        self.keys(&vec![key; count].join(" "));
        let moments = self.js("demo.removeEventListener('statechange', listener); return moments", &[]);
        let moments: Vec<_> = moments.as_array().into_iter().flatten().map(Moment::new).collect();
        assert_eq!(moments.len(), count, "each {key} is one step");
        moments
    }

    /// All weights and biases of the pass, bit for bit.
    #[track_caller]
    pub fn parameters(&self) -> Value {
        self.js(
            "const names = ['affine1', 'affine2', 'affine3', 'affine4'];
            const tensors = names.flatMap((name) => [demo.tensor(`${name}.w`), demo.tensor(`${name}.b`)]);
            return tensors.map(({ data }) => [...new Uint32Array(data.buffer)].join(' '))",
            &[],
        )
    }
}

impl Moment {
    #[track_caller]
    fn new(moment: &Value) -> Self {
        Moment {
            phase: text(&moment["phase"]),
            title: text(&moment["title"]),
            sentence: text(&moment["sentence"]),
            column: moment["column"].as_str().map(str::to_owned),
            lit: pairs(&moment["lit"]),
            numbers: pairs(&moment["numbers"]),
            shares: strings(&moment["shares"]),
            step: text(&moment["step"]),
        }
    }

    /// The loss that the page shows, if the walk has come that far.
    pub fn loss(&self) -> Option<f64> {
        let (_, value) = self.numbers.iter().find(|(address, _)| address == "loss.out")?;
        value.parse().ok()
    }

    /// The answer's percentages as numbers.
    pub fn percentages(&self) -> Vec<f64> {
        let number = |share: &String| share.trim_end_matches('%').trim_end().parse();
        self.shares.iter().map(|share| number(share).expect("it is a percentage")).collect()
    }

    /// The numbers of one tensor on display.
    pub fn tensor(&self, name: &str) -> Vec<f64> {
        let start = format!("{name}[");
        let of_it = self.numbers.iter().filter(|(address, _)| address.starts_with(&start));
        of_it.map(|(_, value)| value.parse().expect("a number is shown")).collect()
    }
}

#[track_caller]
fn text(value: &Value) -> String {
    value.as_str().expect("it is a text").to_owned()
}

#[track_caller]
fn pairs(value: &Value) -> Vec<(String, String)> {
    let list = value.as_array().expect("it is a list");
    list.iter().map(|pair| (text(&pair[0]), text(&pair[1]))).collect()
}
