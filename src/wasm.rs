//! The edge to the browser: the only file that knows wasm-bindgen.
//!
//! One opaque handle, `Lab`. Settings go in and small results come out as plain objects; tensors come
//! out as typed arrays. Nothing panics across this line: every failure is a JavaScript `Error` with a
//! sentence, a `code` and `details`, by which the page can say it in the reader's language.

use js_sys::{Error, Float32Array, Float64Array, Object, Reflect, Uint8Array};
use ndarray::ArrayViewD;
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::address::Address;
use crate::batch::{self, Batch};
use crate::curve::Point;
use crate::data::{self, CustomSet, Sample};
use crate::deadline::Deadline;
use crate::lab;
use crate::maps::{self, HEIGHT, WIDTH};
use crate::neuron::{self, Fired};
use crate::problem::Problem;
use crate::scope::Scope;
use crate::settings::Settings;
use crate::wheel::Grid;
use crate::{qr, random};

type Answer<T> = Result<T, JsValue>;

/// A network, its data and its training.
#[wasm_bindgen]
pub struct Lab(lab::Lab);

/// The colours, as the page gets them.
#[derive(Serialize)]
struct DataOut<'a> {
    classes: &'a [String],
    train: &'a [Sample],
    test: &'a [Sample],
    names: &'a [&'static str],
    rule: Option<f64>,
    shape: &'a [usize],
}

#[wasm_bindgen]
impl Lab {
    /// A lab laid out by a settings object; what it leaves out is the lecture's. `own` are the learner's
    /// colours: `{ classes: [name, …], samples: [{ rgb, label }, …], pictures: [{ rgb, label }, …] }`, or `undefined`;
    /// each may be left out. `file` are the bytes of the data set's file, where it has one.
    #[wasm_bindgen(constructor)]
    pub fn new(settings: JsValue, own: JsValue, file: Option<Box<[u8]>>) -> Answer<Lab> {
        let settings: Settings = read(settings, "settings")?;
        let own: CustomSet = read(own, "own")?;
        lab::Lab::with_file(settings, own, &file.unwrap_or_default()).map(Lab).map_err(error)
    }

    /// The settings in force.
    pub fn settings(&self) -> Answer<JsValue> {
        write(self.0.settings())
    }

    /// Changes learning rate and batch size without beginning anew.
    pub fn tune(&mut self, learning_rate: f64, batch: JsValue) -> Answer<()> {
        let batch: Batch = read(batch, "batch")?;
        self.0.tune(learning_rate, batch).map_err(error)
    }

    /// The colours: `{ classes, train, test, names, rule, shape }`, each sample `{ rgb, label }`, where `rgb` is an array of
    /// three channels, of a picture the bytes of its `shape`, `[C, H, W]`. `names` are those of
    /// the training, then of the test colours, where they have any; `rule` is the share of the test colours
    /// that the rule "the largest channel" gets right, where that can be asked.
    pub fn data(&self) -> Answer<JsValue> {
        let data = self.0.data();
        write(&DataOut {
            classes: &data.classes,
            train: &data.train,
            test: &data.test,
            names: &data.names,
            rule: data.rule_accuracy(),
            shape: data.shape(),
        })
    }

    /// The right class of an input, and why: `{ label, why: { kind: "rule" | "tie" | "like" | "nobody", index } }`.
    pub fn teacher(&self, input: &[u8]) -> Answer<JsValue> {
        write(&self.0.data().teacher(input))
    }

    /// Up to `steps` updates within about `milliseconds`; at least one. Returns how many were made.
    pub fn train(&mut self, steps: usize, milliseconds: f64) -> usize {
        self.0.train(steps, within(milliseconds))
    }

    /// The same without measuring where it stops; that is made up for by `stand`.
    pub fn advance(&mut self, steps: usize, milliseconds: f64) {
        self.0.advance(steps, within(milliseconds));
    }

    /// Measures where training stands; at divergence it goes back to the last step that can be computed with.
    pub fn stand(&mut self) {
        self.0.stand();
    }

    /// Where training stands.
    pub fn summary(&mut self) -> Answer<JsValue> {
        write(&self.0.summary())
    }

    /// Goes to any step of this run, bit for bit.
    pub fn goto(&mut self, step: usize) -> Answer<()> {
        self.0.goto(step).map_err(error)
    }

    /// Takes over the recorded run of another lab with the same settings, but for learning rate and batch, and the same
    /// colours. Returns whether it did.
    pub fn adopt(&mut self, other: &Lab) -> bool {
        self.0.adopt(&other.0)
    }

    /// The last step of the recorded run.
    pub fn furthest(&self) -> usize {
        self.0.furthest()
    }

    /// How the last step of the recorded run was reached: `[{ steps, feed, learningRate }, …]`, each feed `{ batch }` (a number
    /// or `"full"`) or `{ colour: { rgb, label } }`.
    pub fn moves(&self) -> Answer<JsValue> {
        write(&self.0.moves())
    }

    /// Whether an update would fork from the recorded run, and so forget its steps after the present one: the update
    /// of the pass, or, not `by_pass`, one with the batch.
    pub fn forks(&self, by_pass: bool) -> bool {
        self.0.forks(by_pass)
    }

    /// How the update from `step` was made, as a stretch of one move (see `moves`); `undefined` where none was made
    /// from it.
    pub fn how(&self, step: usize) -> Answer<JsValue> {
        write(&self.0.how(step))
    }

    /// How many updates have been made.
    pub fn step(&self) -> usize {
        self.0.step()
    }

    /// Records a pass of `{ kind: "colour", rgb, label }` or `{ kind: "batch" }` with the present weights.
    #[wasm_bindgen(js_name = makePass)]
    pub fn make_pass(&mut self, scope: JsValue) -> Answer<()> {
        let scope: Scope = read(scope, "scope")?;
        self.0.make_pass(scope).map(|_| ()).map_err(error)
    }

    /// The columns of the pass: `[{ name, kind, role, width, tensors: [[name, shape], …], params: [{ name, gradient,
    /// updated }, …] }, …]`. `role` is `input`, `weighted`, `activation`, `output` or `loss`.
    pub fn columns(&self) -> Answer<JsValue> {
        write(&self.0.pass().map_err(error)?.columns())
    }

    /// The samples of the pass, `[{ rgb, label }, …]`, in the order of its rows.
    pub fn samples(&self) -> Answer<JsValue> {
        write(self.0.pass().map_err(error)?.samples())
    }

    /// The numbers at an address of the pass, in the order of memory.
    pub fn tensor(&self, address: &str) -> Answer<Float32Array> {
        Ok(Float32Array::from(flat(self.view(address)?).as_slice()))
    }

    /// The shape of what is at an address of the pass; empty for one number.
    pub fn shape(&self, address: &str) -> Answer<Vec<usize>> {
        Ok(self.view(address)?.shape().to_vec())
    }

    /// The one number at an address of the pass.
    pub fn value(&self, address: &str) -> Answer<f32> {
        let address: Address = address.parse().map_err(error)?;
        self.0.pass().and_then(|pass| pass.value(&address)).map_err(error)
    }

    /// How the number at an address came about: `{ address, from, value, mean, operation: { kind, … }, terms:
    /// [{ part, factors: [{ address, name, value }] }], numpy, rust: { file, line, text, first, function } }`. `from` is
    /// where a number that is taken over unchanged was taken from; the rest is then of that one.
    /// `mean` is `{ rows, own }` for a mean over colours, one term each; `own` is the term of the pass's own colour.
    pub fn explain(&self, address: &str) -> Answer<JsValue> {
        let address: Address = address.parse().map_err(error)?;
        let explanation = self.0.pass().and_then(|pass| pass.explain(&address)).map_err(error)?;
        write(&explanation)
    }

    /// The gradient at an address against a nudge of `h`: `{ gradient, plus, minus, quotient, difference }`.
    #[wasm_bindgen(js_name = checkGradient)]
    pub fn check_gradient(&self, address: &str, h: f64) -> Answer<JsValue> {
        let address: Address = address.parse().map_err(error)?;
        let check = self.0.pass().and_then(|pass| pass.check_gradient(&address, h)).map_err(error)?;
        write(&check)
    }

    /// Makes the update that the pass leads to that of the batch, while the pass stays of its own colour: from then on
    /// the gradients of the parameters and their updated values are the batch's.
    #[wasm_bindgen(js_name = learnFromBatch)]
    pub fn learn_from_batch(&mut self) -> Answer<()> {
        self.0.learn_from_batch().map_err(error)
    }

    /// Makes the update that the pass leads to that of its own samples again.
    #[wasm_bindgen(js_name = learnFromPass)]
    pub fn learn_from_pass(&mut self) -> Answer<()> {
        self.0.learn_from_pass().map_err(error)
    }

    /// The samples that the update learns from, `[{ rgb, label }, …]`: those of the pass, or of the batch.
    #[wasm_bindgen(js_name = learnedFrom)]
    pub fn learned_from(&self) -> Answer<JsValue> {
        write(self.0.pass().map_err(error)?.learned_from())
    }

    /// Makes the update that the pass leads to: `{ before, after, trainBefore, trainAfter }`, or `null`
    /// where it would have diverged.
    pub fn update(&mut self) -> Answer<JsValue> {
        match self.0.update().map_err(error)? {
            Some(effect) => write(&effect),
            None => Ok(JsValue::NULL),
        }
    }

    /// Probabilities for inputs given one after the other, of colours as `r, g, b, r, g, b, …`; row after row.
    pub fn predict(&self, inputs: &[u8]) -> Float32Array {
        Float32Array::from(self.0.predict(inputs).as_slice())
    }

    /// The class given to every training colour, then to every test colour.
    pub fn answers(&mut self) -> Uint8Array {
        let answers: Vec<u8> = self.0.answers().into_iter().map(|class| class as u8).collect();
        Uint8Array::from(answers.as_slice())
    }

    /// The loss of every training colour, then of every test colour.
    pub fn losses(&mut self) -> Float32Array {
        Float32Array::from(self.0.losses().as_slice())
    }

    /// What is wrong with the network as it is now: `{ dead: [{ layer, of, nodes }], gradients: [{ layer, mean }],
    /// sure, wrongly, alike: [layer] }`.
    pub fn diagnose(&mut self) -> Answer<JsValue> {
        write(&self.0.diagnose())
    }

    /// For each channel of the first Convolution where in the training pictures it is largest: `[{ picture, row, column,
    /// value }, …]`; empty for another network.
    pub fn patches(&mut self) -> Answer<JsValue> {
        write(&self.0.patches())
    }

    /// Draws what each node sees, a slice through the colours of one saturation, 0 to 1, on a backdrop
    /// `r, g, b`. Returns whether anything has changed since it was last drawn.
    pub fn look(&mut self, saturation: f64, r: u8, g: u8, b: u8) -> bool {
        self.0.look(saturation, [r, g, b])
    }

    /// Where in the memory the pictures of a layer's nodes begin, and how many bytes they take: RGBA, one
    /// picture under another. They stay there until the next `look`. Without pictures, 0 bytes.
    pub fn maps(&self, layer: &str) -> Vec<usize> {
        let pixels = self.0.layer_maps(layer);
        vec![pixels.as_ptr() as usize, pixels.len()]
    }

    /// The probability of each class over the grid of the pictures, row after row, as last drawn.
    pub fn decision(&self) -> Float32Array {
        Float32Array::from(self.0.maps().probabilities())
    }

    /// Draws the wheel of a brightness, 0 to 1, finely or for a frame of the training. Returns whether anything has
    /// changed since it was last drawn.
    #[wasm_bindgen(js_name = drawWheel)]
    pub fn draw_wheel(&mut self, brightness: f64, fine: bool) -> bool {
        self.0.draw_wheel(brightness, if fine { Grid::Fine } else { Grid::Coarse })
    }

    /// How many points the wheel's grid has along each edge; then where in the memory their classes begin (one byte
    /// each, 255 outside the disc), and where their scores (`f32`, one for each class). They stay there until the next
    /// `drawWheel`.
    pub fn wheel(&self) -> Vec<usize> {
        let wheel = self.0.wheel();
        vec![wheel.side(), wheel.classes().as_ptr() as usize, wheel.scores().as_ptr() as usize]
    }

    /// The course of the run: step, training loss, test loss, training accuracy, test accuracy; again
    /// and again.
    pub fn curve(&self) -> Float64Array {
        let numbers: Vec<f64> = self.0.curve().iter().flat_map(Point::numbers).collect();
        Float64Array::from(numbers.as_slice())
    }
}

impl Lab {
    /// What is at an address of the pass.
    fn view(&self, address: &str) -> Answer<ArrayViewD<'_, f32>> {
        let address: Address = address.parse().map_err(error)?;
        self.0.pass().and_then(|pass| pass.read(&address)).map_err(error)
    }
}

/// The lecture's settings.
#[wasm_bindgen(js_name = defaultSettings)]
pub fn default_settings() -> Answer<JsValue> {
    write(&Settings::default())
}

/// One neuron with weights `w_R, w_G, w_B` and a bias, for colours given as `r, g, b, r, g, b, …`: for each of them five
/// numbers, the three products, their sum with the bias, and what ReLU lets through. A weight that is missing is 0.
#[wasm_bindgen]
pub fn fire(weights: &[f32], bias: f32, colours: &[u8]) -> Float32Array {
    let w = [0, 1, 2].map(|channel| weights.get(channel).copied().unwrap_or_default());
    let fired = neuron::fire(w, bias, &data::colours(colours));
    let numbers: Vec<f32> = fired.iter().flat_map(Fired::numbers).collect();
    Float32Array::from(numbers.as_slice())
}

/// A text as a QR code: 1 for each dark module, 0 for each light one, row after row of a square. Empty where the
/// text is too long for one.
#[wasm_bindgen(js_name = qrCode)]
pub fn qr_code(text: &str) -> Uint8Array {
    Uint8Array::from(qr::modules(text).as_slice())
}

/// How many colours the pictures of the nodes have, across and down.
#[wasm_bindgen(js_name = mapSize)]
pub fn map_size() -> Vec<usize> {
    vec![WIDTH, HEIGHT]
}

/// The colours of the pictures in one saturation, 0 to 1: `r, g, b, r, g, b, …`, row after row.
#[wasm_bindgen(js_name = mapColours)]
pub fn map_colours(saturation: f64) -> Uint8Array {
    Uint8Array::from(maps::colours(saturation).concat().as_slice())
}

/// Which of `n` training samples the batches of `steps` updates hold, from step `first` on under a seed: their numbers, batch
/// after batch. The last batch of an epoch is smaller where `size` does not divide `n`.
#[wasm_bindgen(js_name = batchRows)]
pub fn batch_rows(seed: u32, n: usize, size: usize, first: usize, steps: usize) -> Vec<usize> {
    batch::rows_of(seed, n, size, first, steps)
}

/// A fresh seed, short enough to be read aloud: 0 to 999,999.
#[wasm_bindgen(js_name = freshSeed)]
pub fn fresh_seed() -> Answer<u32> {
    let bits = getrandom::u32();
    bits.map(random::short_seed)
        .map_err(|_| Error::new("the browser gave no random number; type a seed of your own instead").into())
}

/// The numbers of a view in row order.
fn flat(view: ArrayViewD<'_, f32>) -> Vec<f32> {
    view.as_slice().expect("a part of a tensor lies in row order").to_vec()
}

/// Whether there is time left of so many milliseconds from now on.
fn within(milliseconds: f64) -> impl FnMut() -> bool {
    let clock = clock();
    let now = move || clock.as_ref().map_or(0.0, web_sys::Performance::now);
    let mut deadline = Deadline::new(now(), milliseconds);
    move || deadline.go_on(&now)
}

/// The browser's clock, in a window or a worker.
fn clock() -> Option<web_sys::Performance> {
    Reflect::get(&js_sys::global(), &"performance".into()).ok()?.dyn_into().ok()
}

/// A plain JavaScript value as one of ours.
fn read<T: serde::de::DeserializeOwned>(value: JsValue, field: &str) -> Answer<T> {
    let value = if value.is_undefined() { Object::new().into() } else { value };
    serde_wasm_bindgen::from_value(value).map_err(|problem| {
        error(Problem::Setting { field: field.to_owned(), allowed: format!("of another form ({problem})") })
    })
}

/// One of our values as a plain JavaScript value.
fn write<T: Serialize + ?Sized>(value: &T) -> Answer<JsValue> {
    serde_wasm_bindgen::to_value(value).map_err(Into::into)
}

/// A problem as a JavaScript `Error` with `code` and `details`.
fn error(problem: Problem) -> JsValue {
    let error = Error::new(&problem.to_string());
    let details = Object::new();
    for (name, value) in problem.details() {
        // Setting a property of a fresh object can't fail.
        let _ = Reflect::set(&details, &name.into(), &value.into());
    }
    let _ = Reflect::set(&error, &"code".into(), &problem.code().into());
    let _ = Reflect::set(&error, &"details".into(), &details);
    error.into()
}
