//! What is wrong with a network, told by its numbers: dead nodes, gradients that fade or grow, answers that are
//! too sure.

use serde::Serialize;

use crate::layer::Role;
use crate::name::Name;
use crate::network::Network;
use crate::scalar::{flat, row_len, rows};
use crate::tape::Tape;

/// What the numbers of one forward and backward over all training colours say.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Diagnosis {
    /// The nodes of each ReLU layer (and of any other whose nodes can die) that put out 0 for every colour: nothing
    /// flows through them any more.
    pub dead: Vec<Dead>,
    /// The mean size of the gradient of each weighted layer's weights, in forward order.
    pub gradients: Vec<Gradient>,
    /// The share of the colours whose answer has a probability above [`SURE`], 0 to 1.
    pub sure: f64,
    /// The share of the colours that are answered so surely, and wrong.
    pub wrongly: f64,
    /// The weighted layers before the last whose nodes all have the same weights.
    pub alike: Vec<String>,
}

/// The dead nodes of a layer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Dead {
    /// The layer.
    pub layer: String,
    /// How many nodes it has.
    pub of: usize,
    /// Which of them are dead.
    pub nodes: Vec<usize>,
}

/// The gradients of a layer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Gradient {
    /// The layer.
    pub layer: String,
    /// The mean of |dw|.
    pub mean: f64,
}

/// From this probability on an answer is called sure: the softmax is saturated, and hardly any gradient is left.
pub const SURE: f32 = 0.999;

impl Diagnosis {
    /// Reads a tape after its forward and backward through `network`. Without rows nothing is dead or sure.
    pub fn of(network: &Network, tape: &Tape) -> Self {
        let samples = tape.rows();
        let (mut dead, mut gradients, mut alike) = (Vec::new(), Vec::new(), Vec::new());
        for (i, named) in network.layers().iter().enumerate() {
            let layer = named.name.clone();
            let kind = named.layer.kind();
            if kind.dies {
                let out = &tape.values[i + 1];
                let of = row_len(out);
                let silent = |node: &usize| samples > 0 && rows(out).all(|row| row[*node] == 0.0);
                dead.push(Dead { layer: layer.clone(), of, nodes: (0..of).filter(silent).collect() });
            }
            if let Some(weights) = kind.weights() {
                let gradient = tape.kept[i].get(weights.gradient).map_or(&[][..], flat);
                let sum: f64 = gradient.iter().map(|&value| f64::from(value.abs())).sum();
                gradients.push(Gradient { layer: layer.clone(), mean: sum / gradient.len().max(1) as f64 });
                let mut params = named.layer.params().into_iter();
                let same = params.find(|param| param.name == weights.name).is_some_and(|param| {
                    rows(param.tensor).all(|row| row.iter().all(|&value| value == row[0]))
                });
                let next = network.layers().get(i + 1);
                let hidden = next.is_some_and(|next| next.layer.kind().role != Role::Output);
                if hidden && same {
                    alike.push(layer);
                }
            }
        }
        let answers = rows(tape.probabilities());
        let labels = tape.kept.last().and_then(|kept| kept.get(Name::T));
        let (mut sure, mut wrongly) = (0, 0);
        for (n, row) in answers.enumerate() {
            let Some((class, _)) = row.iter().enumerate().find(|(_, value)| **value > SURE) else { continue };
            sure += 1;
            wrongly += usize::from(labels.is_some_and(|t| rows(t).nth(n).is_some_and(|t| t[class] == 0.0)));
        }
        let share = |count: usize| count as f64 / samples.max(1) as f64;
        Diagnosis { dead, gradients, sure: share(sure), wrongly: share(wrongly), alike }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{Input, Sample, Scaling};

    /// A network of two hidden nodes, of which the second never fires, after a forward and backward of two colours.
    fn diagnosed(flat: &[f32]) -> Diagnosis {
        let mut network = Network::dense(&[3, 2, 2]);
        network.load(flat);
        let samples = [Sample::colour([255, 0, 0], 0), Sample::colour([0, 0, 255], 0)];
        let mut tape = network.tape(2);
        tape.fill(&samples, &Scaling::new(Input::Scaled, &samples));
        network.forward(&mut tape);
        network.backward(&mut tape);
        Diagnosis::of(&network, &tape)
    }

    #[test]
    fn dead_nodes_sure_answers_and_gradients_are_counted() {
        // The first hidden node is red; the scores are 40·red and 20.
        let found = diagnosed(&[1.0, -1.0, 0.0, -1.0, 0.0, -1.0, 0.0, 0.0, 40.0, 0.0, 0.0, 0.0, 0.0, 20.0]);
        assert_eq!(found.dead, [Dead { layer: "relu1".to_owned(), of: 2, nodes: vec![1] }]);
        assert_eq!((found.sure, found.wrongly), (1.0, 0.5), "red is right, blue is wrong, both are sure");
        assert!(found.alike.is_empty());
        // Of blue dx is (−1, 1)/2 at the scores, and no hidden node fires: no dw anywhere.
        assert!(found.gradients.iter().all(|gradient| gradient.mean < 1e-6), "{:?}", found.gradients);
    }

    #[test]
    fn nodes_that_all_have_the_same_weights_are_alike() {
        assert_eq!(diagnosed(&[0.0; 14]).alike, ["affine1"]);
        assert_eq!(diagnosed(&[0.5; 14]).alike, ["affine1"]);
    }

    #[test]
    fn the_size_of_a_gradient_is_the_mean_over_all_weights_of_the_layer() {
        // Both scores are 0, so of red, label 0, the scores want (−1, 1)/2, and of blue the same; each counts half.
        // The first hidden node puts out 1 for red and 0 for blue, the second nothing.
        let found = diagnosed(&[1.0, -1.0, 0.0, -1.0, 0.0, -1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]);
        assert_eq!(
            found.gradients,
            [
                Gradient { layer: "affine1".to_owned(), mean: 0.0 },
                // dw is (−1/4, 1/4) for the first node's weights and (0, 0) for the second's.
                Gradient { layer: "affine2".to_owned(), mean: 0.125 },
            ]
        );
    }
}
