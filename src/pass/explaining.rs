//! How each number of a pass came about.

use super::Pass;
use crate::address::{Address, Name};
use crate::explain::Ingredient::{Constant, Own};
use crate::explain::{Explanation, Factor, Ingredient, Operation, Recipe};
use crate::problem::Problem;
use crate::source::{Source, Statement};
use crate::{data, init, network, sgd, tape};

/// A recipe, the layer whose tensors it names, and the code.
struct Found {
    layer: String,
    recipe: Recipe,
    numpy: &'static str,
    source: Source,
    /// The tensor that the statement sets.
    sets: Name,
}

impl Pass {
    /// How the number at an address came about.
    pub fn explain(&self, address: &Address) -> Result<Explanation, Problem> {
        let value = self.value(address)?;
        let found = self.find_recipe(address);
        let statement = found.source.statement(found.sets).unwrap_or_else(|| Statement::none(found.source.0));
        let factors = found.recipe.terms.into_iter().map(|term| {
            term.into_iter().map(|ingredient| self.factor(&found.layer, ingredient)).collect::<Result<_, _>>()
        });
        let factors = factors.collect::<Result<Vec<Vec<Factor>>, Problem>>()?;
        let code = (found.numpy, statement);
        Ok(Explanation::new((address.clone(), value), found.recipe.operation, factors, code))
    }

    /// An ingredient with its address and value.
    fn factor(&self, layer: &str, ingredient: Ingredient) -> Result<Factor, Problem> {
        match ingredient {
            Constant(name, value) => Ok(Factor { address: None, name, value }),
            Own(tensor, index) => {
                let address = Address { layer: layer.to_owned(), tensor, index };
                let value = f64::from(self.value(&address)?);
                Ok(Factor { address: Some(address), name: "", value })
            }
        }
    }

    /// The recipe of a number that is in the pass: of the layer itself, of the update, of the loss, or of
    /// the way from layer to layer.
    fn find_recipe(&self, address: &Address) -> Found {
        let (layer, tensor, at) = (address.layer.as_str(), address.tensor, address.index.as_slice());
        let rows = self.samples.len();
        let layers = self.network.layers();
        let last = layers.len() - 1;
        if layer == "data" && tensor == Name::Out {
            let recipe = self.scaling.explain(&self.samples[at[0]].input, at[1]);
            return Found {
                layer: layer.into(),
                recipe,
                numpy: data::NUMPY,
                source: data::SOURCE,
                sets: Name::X,
            };
        }
        if layer == "loss" && tensor == Name::Out {
            let recipe = tape::explain_loss(rows);
            return Found {
                layer: layer.into(),
                recipe,
                numpy: tape::NUMPY_LOSS,
                source: tape::SOURCE,
                sets: Name::Loss,
            };
        }
        let i = layers.iter().position(|named| named.name == layer).unwrap_or(if layer == "loss" {
            last
        } else {
            0
        });
        // What comes from the neighbour is the neighbour's number under another name.
        let neighbour = match (layer, tensor) {
            ("data", Name::Dout) => Some((layers[0].name.as_str(), Name::Dx)),
            ("loss", Name::X) => Some((layers[last].name.as_str(), Name::Out)),
            (_, Name::X) if i == 0 => Some(("data", Name::Out)),
            (_, Name::X) => Some((layers[i - 1].name.as_str(), Name::Out)),
            (_, Name::Dout) => Some((layers[i + 1].name.as_str(), Name::Dx)),
            _ => None,
        };
        if let Some((from, name)) = neighbour {
            let recipe = Recipe::of(Operation::Copy, [Own(name, at.to_vec())]);
            let numpy = if name == Name::Out { network::NUMPY_FORWARD } else { network::NUMPY_BACKWARD };
            return Found { layer: from.into(), recipe, numpy, source: network::SOURCE, sets: tensor };
        }
        let layer = layers[i].name.clone();
        let given = |numpy, source| (Recipe::given(), numpy, source, tensor);
        let (recipe, numpy, source, sets) = match tensor {
            Name::W | Name::B => given(init::numpy(tensor), init::SOURCE),
            Name::T => given(layers[i].layer.numpy(tensor), tape::SOURCE),
            Name::WNew => (
                sgd::explain(Name::W, Name::Dw, at, self.learning_rate),
                sgd::NUMPY_W,
                sgd::SOURCE,
                Name::WNew,
            ),
            Name::BNew => (
                sgd::explain(Name::B, Name::Db, at, self.learning_rate),
                sgd::NUMPY_B,
                sgd::SOURCE,
                Name::WNew,
            ),
            _ => {
                let of = &layers[i].layer;
                let recipe = of.explain(tensor, at, rows).unwrap_or_else(Recipe::given);
                (recipe, of.numpy(tensor), of.source(), tensor)
            }
        };
        Found { layer, recipe, numpy, source, sets }
    }
}
