//! How each number of a pass came about.

use std::borrow::Cow;

use super::Pass;
use crate::address::Address;
use crate::explain::{Explanation, Factor};
use crate::name::Name;
use crate::problem::Problem;
use crate::recipe::Ingredient::{Constant, Own};
use crate::recipe::{Ingredient, Operation, Recipe};
use crate::source::{Source, Statement};
use crate::{data, init, network, sgd, tape};

/// A recipe, the layer whose tensors it names, and the code.
struct Found {
    layer: String,
    recipe: Recipe,
    numpy: Cow<'static, str>,
    source: Source,
    /// The mark of the statement: the tensor that it sets, or another word (see [`crate::source`]).
    sets: &'static str,
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
        if layer == "data" && tensor == Name::OUT {
            let recipe = self.scaling.explain(&self.samples[at[0]].input, at[1]);
            return Found {
                layer: layer.into(),
                recipe,
                numpy: data::NUMPY.into(),
                source: data::SOURCE,
                sets: Name::X.as_str(),
            };
        }
        if layer == "loss" && tensor == Name::OUT {
            let recipe = tape::explain_loss(rows);
            return Found {
                layer: layer.into(),
                recipe,
                numpy: tape::NUMPY_LOSS.into(),
                source: tape::SOURCE,
                sets: Name::LOSS.as_str(),
            };
        }
        let i = layers.iter().position(|named| named.name == layer).unwrap_or(if layer == "loss" {
            last
        } else {
            0
        });
        // What comes from the neighbour is the neighbour's number under another name.
        let neighbour = match (layer, tensor) {
            ("data", Name::DOUT) => Some((layers[0].name.as_str(), Name::DX)),
            ("loss", Name::X) => Some((layers[last].name.as_str(), Name::OUT)),
            (_, Name::X) if i == 0 => Some(("data", Name::OUT)),
            (_, Name::X) => Some((layers[i - 1].name.as_str(), Name::OUT)),
            (_, Name::DOUT) => Some((layers[i + 1].name.as_str(), Name::DX)),
            _ => None,
        };
        if let Some((from, name)) = neighbour {
            let recipe = Recipe::of(Operation::Copy, [Own(name, at.to_vec())]);
            let numpy = if name == Name::OUT { network::NUMPY_FORWARD } else { network::NUMPY_BACKWARD };
            let (numpy, sets) = (numpy.into(), tensor.as_str());
            return Found { layer: from.into(), recipe, numpy, source: network::SOURCE, sets };
        }
        let (layer, of) = (layers[i].name.clone(), &layers[i].layer);
        let params = of.kind().params;
        if let Some(param) = params.iter().find(|param| param.name == tensor) {
            let (numpy, sets) = (init::numpy(param).into(), init::sets(param));
            return Found { layer, recipe: Recipe::given(), numpy, source: init::SOURCE, sets };
        }
        if let Some(param) = params.iter().find(|param| param.updated == tensor) {
            let recipe = sgd::explain(param, at, self.learning_rate);
            return Found {
                layer,
                recipe,
                numpy: sgd::numpy(param).into(),
                source: sgd::SOURCE,
                sets: sgd::SETS,
            };
        }
        let recipe = of.explain(tensor, at, rows).unwrap_or_else(Recipe::given);
        let source = if tensor == Name::T { tape::SOURCE } else { of.source() };
        Found { layer, recipe, numpy: of.numpy(tensor).into(), source, sets: tensor.as_str() }
    }
}
