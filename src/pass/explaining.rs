//! How each number of a pass came about.

use std::borrow::Cow;

use super::Pass;
use crate::address::Address;
use crate::explain::{Explanation, Factor, Mean};
use crate::name::Name;
use crate::problem::Problem;
use crate::recipe::Ingredient::{Constant, Own};
use crate::recipe::{Ingredient, Recipe};
use crate::scalar::flat_index;
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
    /// How the number at an address came about. A number that is taken over unchanged came about as the one that it was
    /// taken from, which the explanation names beside it.
    pub fn explain(&self, address: &Address) -> Result<Explanation, Problem> {
        let value = self.value(address)?;
        let mut from = None;
        while let Some(source) = self.taken_from(from.as_ref().unwrap_or(address)) {
            from = Some(source);
        }
        let (of, rows) = (from.as_ref().unwrap_or(address), self.learned_from().len());
        let mut found = self.find_recipe(of);
        let mut mean = (rows > 1 && self.is_mean(of) && found.recipe.terms.len() == rows)
            .then_some(Mean { rows, own: None });
        if let Some(batch) = self.batch_of(&of.layer, of.tensor)
            && self.is_mean(of)
        {
            let own = self.own_row(batch);
            found.recipe = self.mean(batch, own, &found);
            mean = Some(Mean { rows, own });
        }
        let statement =
            found.source.statement(found.sets).unwrap_or_else(|| Statement::none(found.source.file));
        let factors = found.recipe.terms.into_iter().map(|term| {
            term.into_iter().map(|ingredient| self.factor(&found.layer, ingredient)).collect::<Result<_, _>>()
        });
        let factors = factors.collect::<Result<Vec<Vec<Factor>>, Problem>>()?;
        let code = (found.numpy, statement);
        let told = Explanation::new((address.clone(), from, value), found.recipe.operation, factors, code);
        Ok(Explanation { mean, ..told })
    }

    /// Whether a number is a mean over the rows that the update learns from: the loss, or the gradient of a parameter.
    fn is_mean(&self, address: &Address) -> bool {
        let named = self.network.layers().iter().find(|named| named.name == address.layer);
        let mut params = named.into_iter().flat_map(|named| named.layer.kind().params);
        (address.layer == "loss" && address.tensor == Name::OUT)
            || params.any(|param| param.gradient == address.tensor)
    }

    /// The row of a batch that this pass is of; `None` where it is of another sample, or of several.
    fn own_row(&self, batch: &Pass) -> Option<usize> {
        let [sample] = &self.samples[..] else { return None };
        batch.samples.iter().position(|other| other == sample)
    }

    /// The gradient of a parameter as the mean of what each row of a batch alone would give, in the order of the rows.
    /// That of the row `own` is made of this pass's own numbers, where it is one product; any other is a number without
    /// an address.
    fn mean(&self, batch: &Pass, own: Option<usize>, found: &Found) -> Recipe {
        let rows = batch.samples.len();
        let share = Constant("1/N", 1.0 / rows as f64);
        let mut sums = vec![0.0; rows];
        let mut products = vec![Vec::new(); rows];
        for term in &found.recipe.terms {
            let row = self.row_of(&found.layer, term);
            let values =
                term.iter().map(|one| batch.factor(&found.layer, one.clone()).map_or(0.0, |f| f.value));
            sums[row] += values.product::<f64>();
            products[row].push(term);
        }
        let terms = (0..rows).map(|row| match products[row][..] {
            [product] if own == Some(row) => {
                let here = product.iter().map(|one| match one {
                    Own(tensor, index) if self.has_rows(&found.layer, *tensor) => {
                        Own(*tensor, [&[0], &index[1..]].concat())
                    }
                    one => one.clone(),
                });
                here.chain([share.clone()]).collect()
            }
            _ => vec![Constant("gradient", sums[row] * rows as f64), share.clone()],
        });
        Recipe::sum(terms)
    }

    /// The row of a batch that a term of a parameter's gradient belongs to.
    fn row_of(&self, layer: &str, term: &[Ingredient]) -> usize {
        let rows = term.iter().filter_map(|one| match one {
            Own(tensor, index) if self.has_rows(layer, *tensor) => index.first().copied(),
            _ => None,
        });
        rows.min().unwrap_or(0)
    }

    /// Whether a tensor of a layer has a row for each sample: all have but the parameters and theirs.
    fn has_rows(&self, layer: &str, tensor: Name) -> bool {
        let named = self.network.layers().iter().find(|named| named.name == layer);
        let mut params = named.into_iter().flat_map(|named| named.layer.kind().params);
        !params.any(|param| [param.name, param.gradient, param.updated].contains(&tensor))
    }

    /// Where the number at an address of this pass is taken over from, unchanged: from the layer beside it, or from
    /// another tensor of its own layer; `None` where it is computed or given.
    fn taken_from(&self, address: &Address) -> Option<Address> {
        let layers = self.network.layers();
        // The mean of one loss is that loss.
        if address.layer == "loss" && address.tensor == Name::OUT && self.samples.len() == 1 {
            return Some(Address { tensor: Name::LOSS, index: vec![0], ..address.clone() });
        }
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
        let batch = self.batch_of(&address.layer, address.tensor);
        let rows = batch.unwrap_or(self).samples.len();
        let layers = self.network.layers();
        let last = layers.len() - 1;
        if layer == "data" && tensor == Name::OUT {
            let place = flat_index(self.network.inputs(), &at[1..]);
            let recipe = self.scaling.explain(&self.samples[at[0]].input, place);
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
            if self.network.is_given() {
                let numpy = format!("{0} = weights[\"{layer}.{0}\"]", param.name.as_str()).into();
                return Found {
                    layer,
                    recipe: Recipe::given(),
                    numpy,
                    source: network::SOURCE,
                    sets: network::SETS,
                };
            }
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
        let source = if tensor == Name::T { tape::SOURCE } else { of.source(tensor) };
        Found { layer, recipe, numpy: of.numpy(tensor).into(), source, sets: tensor.as_str() }
    }
}
