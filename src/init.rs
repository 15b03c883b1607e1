//! The first weights of a network.

use rand::Rng;
use rand_distr::{Distribution, StandardNormal};
use serde::{Deserialize, Serialize};

use crate::address::Name;
use crate::network::Network;
use crate::scalar::{Scalar, flat_mut};
use crate::source::Source;

/// How the first weights are drawn. Biases begin at 0.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Init {
    /// All weights 0: every node of a layer stays equal to its neighbours for ever.
    Zeros,
    /// Gaussian with mean 0 and standard deviation `std`.
    Gaussian {
        /// The standard deviation.
        std: f64,
    },
    /// Gaussian with standard deviation √(2 / inputs), made for ReLU (He et al. 2015, arXiv:1502.01852).
    He,
}

impl Init {
    /// The standard deviation for a layer whose nodes add up `fan_in` inputs; 0 where there are none.
    pub fn std(self, fan_in: usize) -> f64 {
        match self {
            Init::Zeros => 0.0,
            Init::Gaussian { std } => std,
            Init::He if fan_in == 0 => 0.0,
            Init::He => (2.0 / fan_in as f64).sqrt(),
        }
    }

    /// Sets every weight of the network anew, layer by layer in the order of memory, and every bias to 0.
    pub fn fill<F: Scalar>(self, network: &mut Network<F>, random: &mut impl Rng) {
        for named in network.layers_mut() {
            let std = self.std(named.layer.fan_in());
            for param in named.layer.params_mut() {
                let drawn = param.name == Name::W && std != 0.0; // sets b
                for value in flat_mut(param.tensor) {
                    let normal: f64 = if drawn { StandardNormal.sample(random) } else { 0.0 };
                    *value = F::of(normal * std); // sets w
                }
            }
        }
    }
}

/// The first weights and biases in NumPy.
pub fn numpy(tensor: Name) -> &'static str {
    if tensor == Name::W { "w = std * rng.standard_normal(w.shape)" } else { "b = np.zeros(b.shape)" }
}

/// This file.
pub const SOURCE: Source = Source { file: "src/init.rs", text: include_str!("init.rs") };
