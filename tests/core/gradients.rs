//! Every gradient against central differences in `f64`, and the `f32` gradients against those.

use crate::common::{converted, deviation, gradients, tape, wide};
use irozuku::address::Name;
use irozuku::data::{Input, Scaling, drawn, largest_channel};
use irozuku::init::Init;
use irozuku::layer::conv::{Convolution, Picture};
use irozuku::layer::pool::MaxPool;
use irozuku::layer::{Affine, Backward, Kept, Layer, Relu, Role, Spec, build, kinds};
use irozuku::network::Network;
use irozuku::random::{Stream, generator};
use irozuku::scalar::{Scalar, Tensor};
use irozuku::tape::Tape;
use ndarray::IxDyn;
use rand::seq::SliceRandom;
use rand::{Rng, RngExt};

/// How far a number is moved to either side. The difference then errs by about H² = 1e-12 for the
/// curvature that is left out, and by 1e-16 / H = 1e-10 for what rounding does to the two losses.
const H: f64 = 1e-6;

/// How far gradient and difference may lie apart, as [`deviation`] measures it. What is said of [`H`]
/// counts for more where a tensor's gradients nearly cancel: 2e-7 was seen. A wrong sign, factor or
/// operand is off by 1 or so.
const NEAR: f64 = 1e-6;

/// How far an `f32` gradient may lie from the same in `f64`. The sums have up to 240 terms and pass
/// through four layers, at 6e-8 for each rounding: 3e-6 was seen.
const F32_NEAR: f64 = 2e-5;

/// Uniform random numbers from `-1` to `1`.
fn noise(shape: &[usize], random: &mut impl Rng) -> Tensor<f64> {
    Tensor::from_shape_simple_fn(IxDyn(shape), || random.random_range(-1.0..1.0))
}

/// The generator of a case.
fn random(seed: u32) -> impl Rng {
    generator(seed, Stream::Weights)
}

/// The slope of `loss` along each number of the tensor `at`: the number is moved by [`H`] to either side.
fn slopes<S>(
    subject: &mut S,
    at: impl Fn(&mut S) -> &mut Tensor<f64>,
    loss: impl Fn(&mut S) -> f64,
) -> Vec<f64> {
    let moved = |subject: &mut S, i: usize, value: f64| {
        at(subject).as_slice_mut().expect("tensors are contiguous")[i] = value;
        loss(subject)
    };
    let here: Vec<f64> = at(subject).iter().copied().collect();
    let slope = |(i, &value): (usize, &f64)| {
        let (above, below) = (moved(subject, i, value + H), moved(subject, i, value - H));
        moved(subject, i, value);
        (above - below) / (2.0 * H)
    };
    here.iter().enumerate().map(slope).collect()
}

/// One layer with an input, teacher labels where it wants them, and what arrives from behind.
struct Bench {
    layer: Box<dyn Layer<f64>>,
    x: Tensor<f64>,
    labels: Tensor<f64>,
    dout: Tensor<f64>,
}

impl Bench {
    fn new(layer: Box<dyn Layer<f64>>, x: Tensor<f64>, random: &mut impl Rng) -> Self {
        let shape = layer.out_shape(x.shape());
        let mut labels = Tensor::zeros(IxDyn(&shape));
        if layer.kind().role == Role::Output {
            for mut row in labels.outer_iter_mut() {
                let label = random.random_range(0..row.len());
                row[label] = 1.0;
            }
        }
        Bench { layer, x, labels, dout: noise(&shape, random) }
    }

    /// The layer's output and what it kept.
    fn forward(&self) -> (Tensor<f64>, Kept<f64>) {
        let mut kept = Kept::default();
        if self.layer.kind().role == Role::Output {
            kept.slot(Name::T, self.labels.shape()).assign(&self.labels);
        }
        let mut out = Tensor::zeros(self.dout.raw_dim());
        self.layer.forward(&self.x, &mut out, &mut kept);
        (out, kept)
    }

    /// One number whose gradient with respect to `out` is `dout`: the mean loss for the loss layer, and
    /// `Σ out · dout` for any other.
    fn loss(&self) -> f64 {
        let (out, kept) = self.forward();
        match self.layer.kind().role {
            Role::Output => kept.get(Name::LOSS).unwrap().mean().unwrap(),
            _ => (out * &self.dout).sum(),
        }
    }

    /// `dx` and the gradient of each parameter, by name.
    fn backward(&self) -> Vec<(&'static str, Tensor<f64>)> {
        let (out, mut kept) = self.forward();
        let mut dx = Tensor::zeros(self.x.raw_dim());
        let io = Backward { x: &self.x, out: &out, dout: &self.dout, dx: &mut dx };
        self.layer.backward(io, &mut kept);
        let names = self.layer.params().into_iter().map(|param| param.gradient);
        let mut all: Vec<_> = names.map(|name| (name.as_str(), kept.get(name).unwrap().clone())).collect();
        all.push(("dx", dx));
        all
    }

    /// Compares every gradient with the slope.
    fn check(&mut self, case: &str) {
        for (k, (name, gradient)) in self.backward().into_iter().enumerate() {
            let params = self.layer.params().len();
            let slopes = if k < params {
                slopes(self, |bench| bench.layer.params_mut().swap_remove(k).tensor, |bench| bench.loss())
            } else {
                slopes(self, |bench| &mut bench.x, |bench| bench.loss())
            };
            let off = deviation(&wide(&gradient), &slopes);
            assert!(off < NEAR, "{case}: {name} is off by {off}");
        }
    }
}

/// Rows, inputs, outputs and seed of an Affine layer; the other layers have as many outputs as inputs.
const SHAPES: [(usize, usize, usize, u32); 5] =
    [(1, 1, 1, 1), (1, 3, 50, 2), (7, 5, 4, 3), (20, 50, 3, 4), (240, 3, 2, 5)];

#[test]
fn affine_gradients_are_the_slopes_of_its_sums() {
    for (n, inputs, outputs, seed) in SHAPES {
        let mut random = random(seed);
        let mut affine = Affine::new(inputs, outputs);
        for param in affine.params_mut() {
            let values = noise(param.tensor.shape(), &mut random);
            param.tensor.assign(&values);
        }
        let x = noise(&[n, inputs], &mut random);
        Bench::new(Box::new(affine), x, &mut random).check(&format!("affine ({n}, {inputs}) to {outputs}"));
    }
}

/// Pictures of several sizes, the last that of the miniature of VGG.
const PICTURES: [(usize, [usize; 3], usize, u32); 4] =
    [(1, [1, 1, 1], 1, 6), (3, [2, 5, 4], 3, 7), (2, [8, 6, 6], 12, 8), (2, [3, 12, 12], 8, 9)];

#[test]
fn convolution_gradients_are_the_slopes_of_its_sums() {
    for (n, [channels, height, width], outputs, seed) in PICTURES {
        let mut random = random(seed);
        let mut conv = Convolution::new(Picture { channels, outputs, height, width });
        for param in conv.params_mut() {
            let values = noise(param.tensor.shape(), &mut random);
            param.tensor.assign(&values);
        }
        let x = noise(&[n, channels, height, width], &mut random);
        let case = format!("conv ({n}, {channels}, {height}, {width}) to {outputs}");
        Bench::new(Box::new(conv), x, &mut random).check(&case);
    }
}

#[test]
fn the_gradient_of_max_pooling_is_its_slope_where_no_two_are_equal() {
    for (n, [channels, height, width], _, seed) in PICTURES {
        let mut random = random(seed);
        // All numbers lie further apart than a nudge reaches.
        let mut numbers: Vec<f64> = (0..n * channels * height * width).map(|i| i as f64 * 0.01).collect();
        numbers.shuffle(&mut random);
        let x = Tensor::from_shape_vec(IxDyn(&[n, channels, height, width]), numbers).unwrap();
        let case = format!("pool ({n}, {channels}, {height}, {width})");
        Bench::new(Box::new(MaxPool::new(height, width)), x, &mut random).check(&case);
    }
}

#[test]
fn the_relu_gradient_is_its_slope_on_either_side_of_the_kink() {
    for (n, inputs, _, seed) in SHAPES {
        let mut random = random(seed);
        // No input comes nearer to the kink than 0.1.
        let x = noise(&[n, inputs], &mut random).mapv(|x| x + 0.1_f64.copysign(x));
        Bench::new(Box::new(Relu), x, &mut random).check(&format!("relu ({n}, {inputs})"));
    }
}

#[test]
fn the_softmax_gradient_is_the_slope_of_the_mean_loss() {
    for (n, inputs, _, seed) in SHAPES {
        let mut random = random(seed);
        let x = noise(&[n, inputs], &mut random) * 3.0;
        // A network of one width is its loss alone.
        let layer = Network::dense(&[inputs]).layers()[0].layer.boxed_clone();
        Bench::new(layer, x, &mut random).check(&format!("softmax ({n}, {inputs})"));
    }
}

/// Of every kind that there is, also of one that has no test of its own here.
#[test]
fn the_gradients_of_every_kind_of_layer_are_its_slopes() {
    for kind in kinds() {
        for (n, inputs, outputs, seed) in SHAPES {
            let mut random = random(seed);
            let spec = if kind.sized { Spec::sized(kind, outputs) } else { Spec::of(kind) };
            let mut layer = build(&spec, &[inputs]).expect("it is registered");
            for param in layer.params_mut() {
                let values = noise(param.tensor.shape(), &mut random);
                param.tensor.assign(&values);
            }
            // No input comes nearer to a kink at 0 than 0.1.
            let x = noise(&[n, inputs], &mut random).mapv(|x| x + 0.1_f64.copysign(x));
            Bench::new(layer, x, &mut random).check(&format!("{} ({n}, {inputs})", kind.name));
        }
    }
}

/// A whole network: its widths, the rows, how large its inputs are, its weights and its seed.
struct Case {
    widths: &'static [usize],
    rows: usize,
    largest: f64,
    init: Init,
    seed: u32,
}

const NETWORKS: [Case; 7] = [
    Case { widths: &[3, 3], rows: 1, largest: 1.0, init: Init::He, seed: 1 },
    Case { widths: &[3, 2], rows: 5, largest: 1.0, init: Init::He, seed: 2 },
    Case { widths: &[3, 8, 3], rows: 1, largest: 1.0, init: Init::He, seed: 3 },
    Case { widths: &[2, 5, 7, 4], rows: 20, largest: 1.0, init: Init::He, seed: 4 },
    Case { widths: &[3, 6, 1, 6, 3], rows: 7, largest: 1.0, init: Init::He, seed: 5 },
    Case { widths: &[3, 10, 8, 3], rows: 4, largest: 255.0, init: Init::Gaussian { std: 0.1 }, seed: 6 },
    Case { widths: &[3, 50, 100, 50, 3], rows: 3, largest: 1.0, init: Init::He, seed: 7 },
];

/// What every ReLU layer blocks.
fn masks<F: Scalar>(tape: &Tape<F>) -> Vec<f64> {
    wide(tape.kept.iter().filter_map(|kept| kept.get(Name::new("mask"))).flatten())
}

#[test]
fn every_parameter_of_whole_networks_has_the_slope_of_the_loss_as_its_gradient() {
    for Case { widths, rows, largest, init, seed } in NETWORKS {
        let mut random = random(seed);
        let mut network = Network::<f64>::dense(widths);
        init.fill(&mut network, &mut random);
        // Biases too, which begin at 0: half of them open a ReLU and half close it.
        for named in network.layers_mut() {
            for param in named.layer.params_mut().into_iter().filter(|param| param.name.as_str() == "b") {
                let values = noise(param.tensor.shape(), &mut random) * 0.1;
                param.tensor.assign(&values);
            }
        }
        let mut tape = network.tape(rows);
        for n in 0..rows {
            let x: Vec<f64> = (0..widths[0]).map(|_| random.random_range(0.0..largest)).collect();
            tape.load(n, &x, random.random_range(0..widths[widths.len() - 1]));
        }
        network.forward(&mut tape);
        network.backward(&mut tape);
        let case = format!("{widths:?} with {rows} rows up to {largest}");
        assert!(tape.losses().iter().all(|&loss| loss < 16.0), "{case}: a loss at its floor has no slope");

        let (open, found) = (masks(&tape), gradients(&network, &tape));
        let check = |address: String, slopes: Vec<f64>| {
            let gradient = found.iter().find(|(name, _)| *name == address);
            let off = deviation(&gradient.expect(&address).1, &slopes);
            assert!(off < NEAR, "{case}: {address} is off by {off}");
        };
        let loss = |(network, tape): &mut (Network<f64>, Tape<f64>)| {
            network.forward(tape);
            assert_eq!(masks(tape), open, "{case}: a kink lies within H; choose another seed");
            tape.loss()
        };
        let names: Vec<String> = network.layers().iter().map(|named| named.name.clone()).collect();
        let mut subject = (network, tape);
        check(format!("{}.dx", names[0]), slopes(&mut subject, |(_, tape)| &mut tape.values[0], loss));
        for (i, name) in names.iter().enumerate() {
            let params = subject.0.layers()[i].layer.params();
            for (k, gradient) in params.iter().map(|param| param.gradient).enumerate().collect::<Vec<_>>() {
                let slopes = slopes(
                    &mut subject,
                    |(network, _)| network.layers_mut()[i].layer.params_mut().swap_remove(k).tensor,
                    loss,
                );
                check(format!("{name}.{gradient}"), slopes);
            }
        }
    }
}

#[test]
fn f32_gradients_of_the_lectures_network_on_240_colours_agree_with_f64() {
    let widths = [3, 50, 100, 50, 3];
    for (input, init) in [(Input::Raw, Init::Gaussian { std: 0.1 }), (Input::Scaled, Init::He)] {
        for seed in [1, 2, 3] {
            let colours = drawn(seed, 240, largest_channel);
            let scaling = Scaling::new(input, &colours);
            let mut network: Network = Network::dense(&widths);
            init.fill(&mut network, &mut random(seed));
            let shadow: Network<f64> = converted(&network, &widths);

            let (mut single, mut double) =
                (tape(&network, &colours, &scaling), tape(&shadow, &colours, &scaling));
            network.forward(&mut single);
            network.backward(&mut single);
            shadow.forward(&mut double);
            shadow.backward(&mut double);
            // A ReLU whose sum is within a rounding of 0 may open in one and stay closed in the other.
            assert_eq!(masks(&single), masks(&double), "a kink lies within a rounding; choose another seed");
            let pairs = gradients(&network, &single).into_iter().zip(gradients(&shadow, &double));
            for ((address, got), (_, want)) in pairs {
                let off = deviation(&got, &want);
                assert!(off < F32_NEAR, "{input:?} {init:?} seed {seed}: {address} is off by {off}");
            }
        }
    }
}
