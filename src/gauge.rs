//! What loss and accuracy are measured on where a forward of all colours would take too long: a sample of them.

use rand::seq::SliceRandom;

use crate::evaluation::Evaluation;
use crate::network::Network;
use crate::random::{Stream, generator};
use crate::tape::Tape;

/// A sample of the training colours and one of the test colours, the same for the same seed.
pub struct Gauge {
    train: Tape,
    test: Tape,
}

impl Gauge {
    /// How many multiplications measuring once may take: some 7 ms in a browser. The lecture's network has room for about
    /// 5,800 colours.
    pub const WORK: usize = 64_000_000;
    /// The fewest colours that are measured.
    pub const FEWEST: usize = 200;

    /// Samples of the rows of two loaded tapes, in proportion to their numbers; `None` where all rows may be measured.
    /// A tape that has a row keeps one at least.
    pub fn new(network: &Network, train: &Tape, test: &Tape, seed: u32) -> Option<Self> {
        let all = train.rows() + test.rows();
        let most = (Self::WORK / network.work().max(1)).max(Self::FEWEST);
        if all <= most {
            return None;
        }
        let mut random = generator(seed, Stream::Measured);
        let mut sample = |of: &Tape| {
            let rows = (of.rows() * most / all).max(usize::from(of.rows() > 0));
            let mut chosen: Vec<usize> = (0..of.rows()).collect();
            chosen.shuffle(&mut random);
            chosen.truncate(rows);
            let mut tape = network.tape(rows);
            tape.copy(of, &chosen);
            tape
        };
        Some(Gauge { train: sample(train), test: sample(test) })
    }

    /// Loss and accuracy over the sample of the training colours, then over that of the test colours.
    pub fn evaluate(&mut self, network: &Network) -> (Evaluation, Evaluation) {
        let [train, test] = [&mut self.train, &mut self.test].map(|tape| {
            network.forward(tape);
            Evaluation::of(tape)
        });
        (train, test)
    }

    /// How many training and how many test colours are measured.
    pub fn sizes(&self) -> [usize; 2] {
        [self.train.rows(), self.test.rows()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{Input, Sample, Scaling};

    /// A tape with so many colours, every third of class 1.
    fn tape(network: &Network, rows: usize) -> Tape {
        let samples: Vec<Sample> = (0..rows)
            .map(|i| Sample::colour([i as u8, (i / 256) as u8, 9], usize::from(i % 3 == 0)))
            .collect();
        let mut tape = network.tape(rows);
        tape.fill(&samples, &Scaling::new(Input::Scaled, &[]));
        tape
    }

    #[test]
    fn few_colours_are_all_measured() {
        let network = Network::dense(&[3, 50, 100, 50, 3]);
        assert!(Gauge::new(&network, &tape(&network, 4000), &tape(&network, 1000), 7).is_none());
    }

    #[test]
    fn of_many_a_sample_is_measured_that_the_seed_fixes() {
        let mut network = Network::dense(&[3, 256, 256, 2]);
        let weights: Vec<f32> = (0..network.size()).map(|i| ((i * 37 % 23) as f32 - 11.0) / 90.0).collect();
        network.load(&weights);
        let (train, test) = (tape(&network, 1600), tape(&network, 400));
        let of = |seed| Gauge::new(&network, &train, &test, seed).expect("all would take too long");
        let most = Gauge::WORK / network.work();
        assert_eq!(of(7).sizes(), [1600 * most / 2000, 400 * most / 2000]);
        assert_eq!(of(7).evaluate(&network), of(7).evaluate(&network));
        assert_ne!(of(7).evaluate(&network), of(8).evaluate(&network));
        // It is near what all colours give.
        let mut all = train.clone();
        network.forward(&mut all);
        let (sampled, whole) = (of(7).evaluate(&network).0, Evaluation::of(&all));
        assert!((sampled.loss - whole.loss).abs() < 0.1 * whole.loss, "{sampled:?} {whole:?}");
    }

    #[test]
    fn without_test_colours_there_is_no_sample_of_them() {
        let network = Network::dense(&[3, 256, 256, 2]);
        let mut gauge = Gauge::new(&network, &tape(&network, 2000), &tape(&network, 0), 7).expect("too many");
        assert_eq!(gauge.sizes()[1], 0);
        assert_eq!(gauge.evaluate(&network).1, Evaluation { loss: 0.0, accuracy: 0.0 });
    }
}
