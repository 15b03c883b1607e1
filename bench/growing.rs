//! The core's training step at sizes that the page doesn't offer, for `cargo run -- bench growth`: an example of the
//! library, compiled for the browser like the page's own WebAssembly.

use irozuku::batch::Batch;
use irozuku::data::{CustomSet, Dataset, Input, Scaling, Set, patterns};
use irozuku::history::{Feed, Move};
use irozuku::init::Init;
use irozuku::layer::{Spec, conv, pool};
use irozuku::network::Network;
use irozuku::random::{Stream, generator};
use irozuku::scalar::flat;
use irozuku::settings::Settings;
use irozuku::trainer::Trainer;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen::prelude::wasm_bindgen;

/// With small steps nobody's rounding grows until the losses differ.
const LEARNING_RATE: f32 = 0.01;

/// A network that learns from all its samples at each update, and is measured by nobody meanwhile.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen)]
pub struct Growing(Trainer);

#[cfg_attr(target_arch = "wasm32", wasm_bindgen)]
impl Growing {
    /// The lecture's kind of network with these hidden widths, of any size, on so many colours of its data set.
    #[cfg_attr(target_arch = "wasm32", wasm_bindgen(constructor))]
    pub fn new(hidden: &[usize], colours: usize) -> Growing {
        Growing::of(Settings::default().data, Spec::hidden(hidden), colours)
    }

    /// A Convolution of so many channels, ReLU and max pooling, as often as there are `channels`, on so many pictures of the
    /// patterns.
    pub fn cnn(channels: &[usize], pictures: usize) -> Growing {
        let stage = |&n: &usize| {
            let relu = Spec { kind: "relu".to_owned(), nodes: None };
            [Spec::sized(&conv::KIND, n), relu, Spec::of(&pool::KIND)]
        };
        Growing::of(patterns::SET, channels.iter().flat_map(stage).collect(), pictures)
    }

    fn of(data: Set, hidden: Vec<Spec>, samples: usize) -> Growing {
        let seed = Settings::default().seed;
        let data = Dataset::new(data, &CustomSet::default(), seed, samples, 0);
        let layers = Spec::classifier(hidden, data.classes.len());
        let mut network = Network::build(data.shape(), &layers).expect("the layers are known");
        Init::He.fill(&mut network, &mut generator(seed, Stream::Weights));
        let scaling = Scaling::of_shape(Input::Standardised, data.shape(), &data.train);
        Growing(Trainer::new(network, data.train, scaling, seed))
    }

    /// All samples as the network gets them, one after the other.
    pub fn inputs(&self) -> Vec<f32> {
        flat(&self.0.loaded().values[0]).to_vec()
    }

    /// Their classes.
    pub fn labels(&self) -> Vec<usize> {
        self.0.samples().iter().map(|sample| sample.label).collect()
    }

    /// All parameters, layer by layer, `w` before `b`.
    pub fn params(&self) -> Vec<f32> {
        let mut params = Vec::new();
        self.0.network().save(&mut params);
        params
    }

    /// The learning rate.
    #[cfg_attr(target_arch = "wasm32", wasm_bindgen(js_name = learningRate))]
    pub fn learning_rate(&self) -> f32 {
        LEARNING_RATE
    }

    /// Makes so many updates.
    pub fn train(&mut self, steps: usize) {
        for _ in 0..steps {
            let made = Move { feed: Feed::Batch(Batch::FULL), learning_rate: LEARNING_RATE };
            self.0.update(made).expect("standardised samples at this learning rate do not diverge");
        }
    }

    /// The loss over all samples.
    pub fn loss(&mut self) -> f64 {
        self.0.evaluate().loss
    }
}
