//! The first weights of a network.

use rand::Rng;
use rand_distr::{Distribution, StandardNormal};
use serde::{Deserialize, Serialize};

use crate::layer::{ParamKind, Start};
use crate::network::Network;
use crate::scalar::{Scalar, flat_mut};
use crate::source::Source;

/// How the first weights are drawn. Other parameters, such as biases, begin at a constant (see [`Start`]).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase", try_from = "Form")]
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

/// How an [`Init`] is written. Read by its kind alone, `serde` would first keep a copy of anything it may hold,
/// at the cost of much code.
#[derive(Deserialize)]
#[serde(expecting = "internally tagged enum Init")]
struct Form {
    kind: FormKind,
    std: Option<f64>,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum FormKind {
    Zeros,
    Gaussian,
    He,
}

impl TryFrom<Form> for Init {
    type Error = &'static str;

    fn try_from(form: Form) -> Result<Self, Self::Error> {
        match form.kind {
            FormKind::Zeros => Ok(Init::Zeros),
            FormKind::Gaussian => Ok(Init::Gaussian { std: form.std.ok_or("missing field `std`")? }),
            FormKind::He => Ok(Init::He),
        }
    }
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

    /// Sets every parameter of the network anew, layer by layer in the order of memory.
    pub fn fill<F: Scalar>(self, network: &mut Network<F>, random: &mut impl Rng) {
        for named in network.layers_mut() {
            let std = self.std(named.layer.fan_in());
            for param in named.layer.params_mut() {
                let values = flat_mut(param.tensor);
                if let Start::Constant(constant) = param.start {
                    values.fill(F::of(constant)); // sets constant
                } else {
                    draw(values, std, random);
                }
            }
        }
    }
}

/// Draws numbers with mean 0 and standard deviation `std`. Where that is 0, no random number is used up.
///
/// A function of its own: inlined into all that lays out a lab, its loop makes a browser optimise all of that (20 kB,
/// 150 ms of a processor each time the page is opened).
#[inline(never)]
fn draw<F: Scalar>(values: &mut [F], std: f64, random: &mut impl Rng) {
    for value in values {
        let normal: f64 = if std == 0.0 { 0.0 } else { StandardNormal.sample(random) };
        *value = F::of(normal * std); // sets drawn
    }
}

/// The first values of a parameter in NumPy.
pub fn numpy(param: &ParamKind) -> String {
    let name = param.name;
    match param.start {
        Start::Drawn => format!("{name} = std * rng.standard_normal({name}.shape)"),
        Start::Constant(0.0) => format!("{name} = np.zeros({name}.shape)"),
        Start::Constant(value) => format!("{name} = np.full({name}.shape, {value})"),
    }
}

/// The mark of the statement that sets the first values of a parameter.
pub fn sets(param: &ParamKind) -> &'static str {
    match param.start {
        Start::Drawn => "drawn",
        Start::Constant(_) => "constant",
    }
}

/// This file.
pub const SOURCE: Source = Source::of("src/init.rs");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_kinds_are_read_as_they_are_written() {
        for (text, init) in [
            (r#"{"kind":"zeros"}"#, Init::Zeros),
            (r#"{"kind":"gaussian","std":0.5}"#, Init::Gaussian { std: 0.5 }),
            (r#"{"kind":"he"}"#, Init::He),
        ] {
            assert_eq!(serde_json::from_str::<Init>(text).unwrap(), init);
            assert_eq!(serde_json::to_string(&init).unwrap(), text);
        }
    }

    #[test]
    fn what_is_no_kind_is_refused_with_the_reason() {
        for (text, reason) in [
            (r#"{"kind":"gaussian"}"#, "missing field `std`"),
            (r#"{"std":1}"#, "missing field `kind`"),
            (r#"{"kind":"one"}"#, "unknown variant `one`, expected one of `zeros`, `gaussian`, `he`"),
            ("3", "expected internally tagged enum Init"),
        ] {
            let problem = serde_json::from_str::<Init>(text).unwrap_err().to_string();
            assert!(problem.contains(reason), "{text}: {problem}");
        }
    }
}
