//! The core's training step at sizes that the page doesn't offer, for `cargo run -- bench growth`: an example of the
//! library, compiled for the browser like the page's own WebAssembly.

use irozuku::batch::Batch;
use irozuku::data::{CustomSet, Dataset, Input, Scaling};
use irozuku::history::{Feed, Move};
use irozuku::init::Init;
use irozuku::layer::Spec;
use irozuku::network::Network;
use irozuku::random::{Stream, generator};
use irozuku::settings::Settings;
use irozuku::trainer::Trainer;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen::prelude::wasm_bindgen;

/// A network that learns from all its colours at each update, and is measured by nobody meanwhile.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen)]
pub struct Growing(Trainer);

#[cfg_attr(target_arch = "wasm32", wasm_bindgen)]
impl Growing {
    /// The lecture's kind of network with these hidden widths, of any size, on so many colours of its data set.
    #[cfg_attr(target_arch = "wasm32", wasm_bindgen(constructor))]
    pub fn new(hidden: &[usize], colours: usize) -> Growing {
        let Settings { data, seed, .. } = Settings::default();
        let data = Dataset::new(data, &CustomSet::default(), seed, colours, 0);
        let layers = Spec::classifier(Spec::hidden(hidden), data.classes.len());
        let mut network = Network::build(data.shape(), &layers).expect("the lecture's layers are known");
        Init::He.fill(&mut network, &mut generator(seed, Stream::Weights));
        let scaling = Scaling::of_shape(Input::Standardised, data.shape(), &data.train);
        Growing(Trainer::new(network, data.train, scaling, seed))
    }

    /// Makes so many updates.
    pub fn train(&mut self, steps: usize) {
        for _ in 0..steps {
            let made = Move { feed: Feed::Batch(Batch::FULL), learning_rate: 0.01 };
            self.0.update(made).expect("standardised colours at this learning rate do not diverge");
        }
    }

    /// The loss over all colours.
    pub fn loss(&mut self) -> f64 {
        self.0.evaluate().loss
    }
}
