//! How each number of a pass came about.

use std::borrow::Cow;

use super::Pass;
use crate::address::Address;
use crate::explain::{Explanation, Factor};
use crate::name::Name;
use crate::problem::Problem;
use crate::recipe::Ingredient::{Constant, Own};
use crate::recipe::{Ingredient, Recipe};
use crate::source::{Source, Statement};
use crate::{data, init, sgd, tape};

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
    /// How the number at an address came about. A number that is taken over unchanged came about as the one that it was
    /// taken from, which the explanation names beside it.
    pub fn explain(&self, address: &Address) -> Result<Explanation, Problem> {
        let value = self.value(address)?;
        let mut from = None;
        while let Some(source) = self.taken_from(from.as_ref().unwrap_or(address)) {
            from = Some(source);
        }
        let found = self.find_recipe(from.as_ref().unwrap_or(address));
        let statement = found.source.statement(found.sets).unwrap_or_else(|| Statement::none(found.source.0));
        let factors = found.recipe.terms.into_iter().map(|term| {
            term.into_iter().map(|ingredient| self.factor(&found.layer, ingredient)).collect::<Result<_, _>>()
        });
        let factors = factors.collect::<Result<Vec<Vec<Factor>>, Problem>>()?;
        let code = (found.numpy, statement);
        Ok(Explanation::new((address.clone(), from, value), found.recipe.operation, factors, code))
    }

    /// Where the number at an address of this pass is taken over from, unchanged: from the layer beside it, or from
    /// another tensor of its own layer; `None` where it is computed or given.
    fn taken_from(&self, address: &Address) -> Option<Address> {
        let layers = self.network.layers();
        let i = layers.iter().position(|named| named.name == address.layer);
        let beside = match (i, address.tensor) {
            (None, Name::DOUT) => (layers[0].name.as_str(), Name::DX),
            (None, Name::X) => (layers[layers.len() - 1].name.as_str(), Name::OUT),
            (Some(0), Name::X) => ("data", Name::OUT),
            (Some(i), Name::X) => (layers[i - 1].name.as_str(), Name::OUT),
            (Some(i), Name::DOUT) => (layers[i + 1].name.as_str(), Name::DX),
            (Some(i), tensor) => {
                let recipe = layers[i].layer.explain(tensor, &address.index, self.samples.len())?;
                let Some(Own(tensor, index)) = recipe.copied() else { return None };
                return Some(Address { layer: address.layer.clone(), tensor: *tensor, index: index.clone() });
            }
            (None, _) => return None,
        };
        let (layer, tensor) = (beside.0.to_owned(), beside.1);
        Some(Address { layer, tensor, index: address.index.clone() })
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

    /// The recipe of a number that is in the pass and not taken over: of the layer itself, of the update, of the input, or
    /// of the loss.
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
