//! A network: named layers, walked in order for forward and in reverse for backward.

use crate::layer::{self, Layer, Role, Spec};
use crate::problem::Problem;
use crate::scalar::{Scalar, Tensor, flat, flat_mut, unflat};
use crate::source::Source;
use crate::tape::Tape;

/// A layer and its name in addresses: `affine1`, `relu1`, …, `softmax`.
pub struct Named<F> {
    /// The name.
    pub name: String,
    /// The layer.
    pub layer: Box<dyn Layer<F>>,
}

impl<F: Scalar> Clone for Named<F> {
    fn clone(&self) -> Self {
        Named { name: self.name.clone(), layer: self.layer.boxed_clone() }
    }
}

/// Layers in order; the last is the softmax with its loss.
#[derive(Clone)]
pub struct Network<F: Scalar = f32> {
    inputs: Vec<usize>,
    layers: Vec<Named<F>>,
    /// Whether its first parameters were given, and not drawn.
    given: bool,
}

/// This file.
pub const SOURCE: Source = Source::of("src/network.rs");

/// The mark of the statement that sets parameters that were given.
pub const SETS: &str = "given";

impl<F: Scalar> Network<F> {
    /// Layers in order, for an input of the given shape without its rows (`[3]` for a colour).
    ///
    /// Each is named by its kind and how many of that kind came before it: `affine1`, `relu1`, `affine2`, …; the
    /// output, of which there is one, by its kind alone: `softmax`.
    pub fn new(inputs: &[usize], layers: Vec<Box<dyn Layer<F>>>) -> Self {
        let mut named: Vec<Named<F>> = Vec::with_capacity(layers.len());
        for layer in layers {
            let kind = layer.kind();
            let before = named.iter().filter(|named| named.layer.kind().name == kind.name).count();
            let name = match kind.role {
                Role::Output => kind.name.to_owned(),
                _ => format!("{}{}", kind.name, before + 1),
            };
            named.push(Named { name, layer });
        }
        Network { inputs: inputs.to_vec(), layers: named, given: false }
    }

    /// The layers of these specs in order, all parameters 0, for an input of the given shape without its rows. An
    /// error for a kind of layer that there is not.
    pub fn build(inputs: &[usize], specs: &[Spec]) -> Result<Self, Problem> {
        let (mut shape, mut layers) = ([&[1], inputs].concat(), Vec::new());
        for spec in specs {
            let layer = layer::build::<F>(spec, &shape[1..]).ok_or_else(|| Problem::Setting {
                field: "layers".to_owned(),
                allowed: layer::kinds().map(|kind| kind.name).collect::<Vec<_>>().join(" or "),
            })?;
            shape = layer.out_shape(&shape);
            layers.push(layer);
        }
        Ok(Network::new(inputs, layers))
    }

    /// The lecture's kind of network, all weights 0: Affine and ReLU for each hidden width, then Affine
    /// and Softmax. `widths` is input, hidden widths, classes: `[3, 50, 100, 50, 3]`. With no hidden
    /// width it is a perceptron. Fewer than two widths make a network without Affine.
    pub fn dense(widths: &[usize]) -> Self {
        let specs = match widths {
            [_, hidden @ .., classes] => Spec::classifier(Spec::hidden(hidden), *classes),
            _ => Spec::classifier(Vec::new(), 0).split_off(1),
        };
        let network = Network::build(&widths[..widths.len().min(1)], &specs);
        network.expect("the lecture's kinds of layers are registered")
    }

    /// How many nodes the network has, its inputs among them. A weighted layer and the activation or the softmax after
    /// it share their nodes; any other layer has nodes of its own.
    pub fn nodes(&self) -> usize {
        let mut shape = [&[1], self.inputs()].concat();
        let (mut total, mut shared) = (shape.iter().product(), false);
        for named in &self.layers {
            shape = named.layer.out_shape(&shape);
            let weighted = named.layer.kind().role == Role::Weighted;
            if weighted || !shared {
                total += shape.iter().product::<usize>();
            }
            shared = weighted;
        }
        total
    }

    /// The shape of one input, without the rows.
    pub fn inputs(&self) -> &[usize] {
        &self.inputs
    }

    /// The layers in forward order.
    pub fn layers(&self) -> &[Named<F>] {
        &self.layers
    }

    /// The layers in forward order, to be changed.
    pub fn layers_mut(&mut self) -> &mut [Named<F>] {
        &mut self.layers
    }

    /// A tape for `n` rows through this network.
    pub fn tape(&self, n: usize) -> Tape<F> {
        let mut shapes = vec![[&[n], self.inputs.as_slice()].concat()];
        for named in &self.layers {
            shapes.push(named.layer.out_shape(&shapes[shapes.len() - 1]));
        }
        Tape::new(&shapes)
    }

    /// Forward through all layers: fills `out` of each, and the loss. The tape must have been made
    /// for this network.
    pub fn forward(&self, tape: &mut Tape<F>) {
        self.forward_from(0, tape);
    }

    /// The same from layer `first` on, with what stands on the tape before it.
    pub fn forward_from(&self, first: usize, tape: &mut Tape<F>) {
        for (i, named) in self.layers.iter().enumerate().skip(first) {
            let (before, after) = tape.values.split_at_mut(i + 1);
            named.layer.forward(&before[i], &mut after[0], &mut tape.kept[i]);
        }
    }

    /// Backward through all layers, last to first: fills every gradient. Needs a forward before it.
    pub fn backward(&self, tape: &mut Tape<F>) {
        for (i, named) in self.layers.iter().enumerate().rev() {
            let (io, kept) = tape.around(i);
            named.layer.backward(io, kept);
        }
    }

    /// The same network in `f64`.
    pub fn wide(&self) -> Network<f64> {
        let layers = self.layers.iter();
        let wide = layers.map(|named| Named { name: named.name.clone(), layer: named.layer.wide() });
        Network { inputs: self.inputs.clone(), layers: wide.collect(), given: self.given }
    }

    /// Every parameter, layer by layer in their order: `w` before `b`.
    pub fn params(&self) -> impl Iterator<Item = &Tensor<F>> {
        self.layers.iter().flat_map(|named| named.layer.params()).map(|param| param.tensor)
    }

    /// How many numbers the network learns.
    pub fn size(&self) -> usize {
        self.params().map(|tensor| tensor.len()).sum()
    }

    /// How many multiplications and additions of a bias a forward of one sample takes. Of a dense network they are as many as
    /// [`Network::size`]; a Convolution uses its weights at every place of a picture.
    pub fn work(&self) -> usize {
        let mut shape = [&[1], self.inputs()].concat();
        let mut total = 0;
        for named in &self.layers {
            shape = named.layer.out_shape(&shape);
            if named.layer.kind().role == Role::Weighted {
                total += shape.iter().product::<usize>() * (named.layer.fan_in() + 1);
            }
        }
        total
    }

    /// Whether every parameter is a finite number.
    pub fn is_finite(&self) -> bool {
        self.params().all(|tensor| flat(tensor).iter().all(|value| value.is_finite()))
    }

    /// Writes all parameters into `flat`, layer by layer in their order (`w` before `b`), in the order of memory.
    pub fn save(&self, flat: &mut Vec<F>) {
        flat.clear();
        for tensor in self.params() {
            flat.extend_from_slice(self::flat(tensor));
        }
    }

    /// Sets all parameters from what [`Network::save`] wrote. Values that are missing leave theirs as it is.
    pub fn load(&mut self, flat: &[F]) {
        let mut values = flat.iter().copied();
        for named in &mut self.layers {
            for param in named.layer.params_mut() {
                flat_mut(param.tensor).iter_mut().zip(&mut values).for_each(|(to, from)| *to = from); // sets given
            }
        }
    }

    /// Makes these its first parameters, in the order in which [`Network::save`] writes them. An error, and nothing changed,
    /// where they are not as many as it has, or one is not a finite number.
    pub fn begin_with(&mut self, weights: &[F]) -> Result<(), Problem> {
        if weights.len() != self.size() {
            return Err(Problem::Weights { found: weights.len(), wanted: self.size() });
        }
        if let Some(place) = weights.iter().position(|weight| !weight.is_finite()) {
            return Err(Problem::NotFinite { address: self.place(place) });
        }
        self.load(weights);
        self.given = true;
        Ok(())
    }

    /// Whether its first parameters were given ([`Network::begin_with`]), and not drawn.
    pub fn is_given(&self) -> bool {
        self.given
    }

    /// The address of a parameter by its place among all, as in `affine1.w[0,3]`; empty beyond the last.
    fn place(&self, mut place: usize) -> String {
        for named in &self.layers {
            for param in named.layer.params() {
                if place < param.tensor.len() {
                    let index = unflat(param.tensor.shape(), place);
                    let index = index.iter().map(usize::to_string).collect::<Vec<_>>().join(",");
                    return format!("{}.{}[{index}]", named.name, param.name.as_str());
                }
                place -= param.tensor.len();
            }
        }
        String::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lectures_network_has_its_layers_in_the_lectures_order() {
        let network: Network = Network::dense(&[3, 50, 100, 50, 3]);
        let names: Vec<&str> = network.layers().iter().map(|named| named.name.as_str()).collect();
        assert_eq!(names, ["affine1", "relu1", "affine2", "relu2", "affine3", "relu3", "affine4", "softmax"]);
        assert_eq!(network.size(), 3 * 50 + 50 + 50 * 100 + 100 + 100 * 50 + 50 + 50 * 3 + 3);
    }

    #[test]
    fn with_no_hidden_layer_it_is_a_perceptron() {
        let network: Network = Network::dense(&[3, 2]);
        let names: Vec<&str> = network.layers().iter().map(|named| named.name.as_str()).collect();
        assert_eq!(names, ["affine1", "softmax"]);
    }

    #[test]
    fn an_activation_has_the_nodes_of_the_weighted_layer_before_it() {
        assert_eq!(Network::<f32>::dense(&[3, 50, 100, 50, 3]).nodes(), 3 + 50 + 100 + 50 + 3);
        let [affine, relu] = &Spec::hidden(&[4])[..] else { panic!("an Affine and a ReLU") };
        let twice = [affine.clone(), relu.clone(), relu.clone()];
        assert_eq!(Network::<f32>::build(&[3], &twice).unwrap().nodes(), 3 + 4 + 4);
    }

    #[test]
    fn a_kind_of_layer_that_there_is_not_is_refused_with_those_there_are() {
        let nose = Spec { kind: "nose".to_owned(), nodes: None };
        let problem = Network::<f32>::build(&[3], &[nose]).err().expect("there is no such kind");
        assert!(problem.to_string().starts_with("layers must be affine or relu or "), "{problem}");
    }

    #[test]
    fn parameters_load_back_as_they_were_saved() {
        let mut network: Network = Network::dense(&[2, 3, 2]);
        let flat: Vec<f32> = (0..network.size()).map(|i| i as f32).collect();
        network.load(&flat);
        let mut saved = Vec::new();
        network.save(&mut saved);
        assert_eq!(saved, flat);
    }

    #[test]
    fn first_parameters_that_can_not_be_its_own_are_refused_and_change_nothing() {
        let mut network: Network = Network::dense(&[2, 3, 2]);
        let mut flat = vec![0.5; network.size()];
        let problem = network.begin_with(&flat[1..]).unwrap_err();
        assert_eq!(problem, Problem::Weights { found: 16, wanted: 17 });
        flat[2 * 3 + 3 + 4] = f32::NAN;
        let problem = network.begin_with(&flat).unwrap_err();
        assert_eq!(problem, Problem::NotFinite { address: "affine2.w[2,0]".to_owned() });
        assert!(!network.is_given() && network.params().all(|tensor| tensor.sum() == 0.0));
        flat[2 * 3 + 3 + 4] = 0.25;
        network.begin_with(&flat).unwrap();
        assert!(network.is_given());
    }
}
