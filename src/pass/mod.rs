//! A pass: the finished record of one forward, backward and update, every number of it by address.

mod checking;
mod explaining;

use ndarray::{ArrayViewD, Axis, IxDyn};

use serde::Serialize;

pub use checking::Check;

use crate::address::Address;
use crate::data::{Sample, Scaling};
use crate::layer::{Kind, ParamKind, Role};
use crate::name::Name;
use crate::network::Network;
use crate::problem::Problem;
use crate::scalar::Tensor;
use crate::sgd;
use crate::tape::Tape;

/// Computed whole, and never changed: *where the learner stands* in it is the page's business.
///
/// The columns are `data`, the network's layers, and `loss`, which shows the second half of the
/// softmax-with-loss layer under its own name.
pub struct Pass {
    samples: Vec<Sample>,
    scaling: Scaling,
    learning_rate: f32,
    network: Network,
    updated: Network,
    tape: Tape,
    loss: Tensor,
    /// The pass of a batch that the update can learn from instead of the pass's own samples.
    batch: Option<Box<Pass>>,
    /// Whether it does.
    by_batch: bool,
}

/// One column of the scene: what a layer is, and its tensors.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Column {
    /// The name in addresses: `data`, `affine1`, …, `softmax`, `loss`.
    pub name: String,
    /// The kind of the layer: `affine`, `relu`, `softmax`; `data` and `loss` are kinds of their own.
    pub kind: &'static str,
    /// What it is for.
    pub role: Role,
    /// How many nodes it has: the width of one row of `out`.
    pub width: usize,
    /// The tensors it has, with their shapes, in the order in which a pass computes them.
    pub tensors: Vec<(Name, Vec<usize>)>,
    /// The tensors that learning changes, in their order; empty where there is nothing to learn.
    pub params: &'static [ParamKind],
}

impl Pass {
    /// Forward, backward and update of `samples` through a copy of `network`, which stays as it is.
    pub fn new(network: &Network, samples: Vec<Sample>, scaling: &Scaling, learning_rate: f32) -> Self {
        let mut tape = network.tape(samples.len());
        tape.fill(&samples, scaling);
        network.forward(&mut tape);
        network.backward(&mut tape);
        let mut updated = network.clone();
        sgd::descend(&mut updated, &tape, learning_rate);
        let loss = Tensor::from_elem(IxDyn(&[]), tape.loss());
        Pass {
            samples,
            scaling: scaling.clone(),
            learning_rate,
            network: network.clone(),
            updated,
            tape,
            loss,
            batch: None,
            by_batch: false,
        }
    }

    /// Makes the update that of a batch with the same weights: the gradients of the parameters and their updated values
    /// are from then on the batch's; all other numbers stay those of the pass's own samples.
    pub fn learn_from(&mut self, batch: Pass) {
        self.batch = Some(Box::new(batch));
        self.by_batch = true;
    }

    /// Makes the update that of the pass's own samples again, or, `by_batch`, that of the batch that it was before.
    /// Returns whether it is that of a batch.
    pub fn learn_by_batch(&mut self, by_batch: bool) -> bool {
        self.by_batch = by_batch && self.batch.is_some();
        self.by_batch
    }

    /// The samples that the update learns from.
    pub fn learned_from(&self) -> &[Sample] {
        self.learned_batch().map_or(&self.samples, |batch| &batch.samples)
    }

    /// The pass of the batch that the update learns from; `None` where it learns from the pass's own samples.
    pub fn learned_batch(&self) -> Option<&Pass> {
        self.batch.as_deref().filter(|_| self.by_batch)
    }

    /// The pass of the batch that a number is of; `None` where it is of the pass's own samples.
    fn batch_of(&self, layer: &str, tensor: Name) -> Option<&Pass> {
        let batch = self.learned_batch()?;
        let named = self.network.layers().iter().find(|named| named.name == layer)?;
        let mut params = named.layer.kind().params.iter();
        params.any(|param| param.gradient == tensor || param.updated == tensor).then_some(batch)
    }

    /// The colours that went through, with their labels, in the order of the rows.
    pub fn samples(&self) -> &[Sample] {
        &self.samples
    }

    /// The learning rate of the update that the pass leads to.
    pub fn learning_rate(&self) -> f32 {
        self.learning_rate
    }

    /// The mean loss of the rows.
    pub fn loss(&self) -> f32 {
        self.loss[IxDyn(&[])]
    }

    /// The columns from `data` to `loss`.
    pub fn columns(&self) -> Vec<Column> {
        let names = self.names();
        names.into_iter().map(|name| self.column(name)).collect()
    }

    /// The numbers at an address: a whole tensor, or the part that its index leaves.
    pub fn read(&self, address: &Address) -> Result<ArrayViewD<'_, f32>, Problem> {
        let tensor = self.tensor(address)?;
        let outside =
            || Problem::OutsideTensor { address: address.to_string(), shape: shape_text(tensor.shape()) };
        if address.index.len() > tensor.ndim() {
            return Err(outside());
        }
        let mut view = tensor.view();
        for &i in &address.index {
            if i >= view.shape()[0] {
                return Err(outside());
            }
            view = view.index_axis_move(Axis(0), i);
        }
        Ok(view)
    }

    /// The one number at an address.
    pub fn value(&self, address: &Address) -> Result<f32, Problem> {
        let view = self.read(address)?;
        match (view.ndim(), view.first()) {
            (0, Some(&value)) => Ok(value),
            _ => Err(Problem::NotOneNumber { address: address.to_string(), shape: shape_text(view.shape()) }),
        }
    }

    /// The names of all columns, in order.
    fn names(&self) -> Vec<String> {
        let layers = self.network.layers().iter().map(|named| named.name.clone());
        std::iter::once("data".to_owned()).chain(layers).chain(std::iter::once("loss".to_owned())).collect()
    }

    /// One column by its name.
    fn column(&self, name: String) -> Column {
        let layer = self.network.layers().iter().find(|named| named.name == name);
        let layer = layer.map(|named| named.layer.kind());
        let (kind, role, params) = match (layer, name.as_str()) {
            (Some(Kind { name, role, params, .. }), _) => (*name, *role, *params),
            (None, "loss") => ("loss", Role::Loss, &[][..]),
            (None, _) => ("data", Role::Input, &[][..]),
        };
        let candidates: Vec<Name> = match role {
            Role::Input => vec![Name::OUT, Name::DOUT],
            Role::Loss => vec![Name::X, Name::OUT, Name::T, Name::LOSS],
            _ => layer.map_or(Vec::new(), Kind::tensors),
        };
        let find = |tensor: Name| self.find(&name, tensor).map(|found| (tensor, found.shape().to_vec()));
        let tensors: Vec<(Name, Vec<usize>)> = candidates.into_iter().filter_map(find).collect();
        let out = tensors.iter().find(|(tensor, _)| *tensor == Name::OUT);
        let width = out.map_or(0, |(_, shape)| shape.iter().skip(1).product());
        Column { name, kind, role, width, tensors, params }
    }

    /// The whole tensor that an address lies in.
    fn tensor(&self, address: &Address) -> Result<&Tensor, Problem> {
        let known = self.names();
        if !known.contains(&address.layer) {
            return Err(Problem::NoSuchLayer { layer: address.layer.clone(), known: known.join(", ") });
        }
        self.find(&address.layer, address.tensor).ok_or_else(|| {
            let column = self.column(address.layer.clone());
            let known: Vec<&str> = column.tensors.iter().map(|(name, _)| name.as_str()).collect();
            Problem::NoSuchTensor {
                layer: address.layer.clone(),
                tensor: address.tensor.to_string(),
                known: known.join(", "),
            }
        })
    }

    /// Where a tensor is stored, if there is one of that name.
    fn find<'a>(&'a self, layer: &str, name: Name) -> Option<&'a Tensor> {
        if let Some(batch) = self.batch_of(layer, name) {
            return batch.find(layer, name);
        }
        let (values, gradients) = (&self.tape.values, &self.tape.gradients);
        let last = self.network.layers().len().checked_sub(1)?;
        match (layer, name) {
            ("data", Name::OUT) => return values.first(),
            ("data", Name::DOUT) => return gradients.first(),
            ("loss", Name::X) => return values.last(),
            ("loss", Name::OUT) => return Some(&self.loss),
            ("loss", Name::T | Name::LOSS) => return self.tape.kept[last].get(name),
            _ => {}
        }
        let i = self.network.layers().iter().position(|named| named.name == layer)?;
        let params = |network: &'a Network| network.layers()[i].layer.params().into_iter();
        match name {
            Name::X => Some(&values[i]),
            Name::OUT => Some(&values[i + 1]),
            Name::DX => Some(&gradients[i]),
            Name::DOUT => gradients.get(i + 1).filter(|_| i < last),
            _ => {
                let param = params(&self.network).find(|param| param.name == name);
                let param = param.or_else(|| params(&self.updated).find(|param| param.updated == name));
                param.map(|param| param.tensor).or_else(|| self.tape.kept[i].get(name))
            }
        }
    }
}

/// A shape as NumPy prints it: `(240, 50)`, `(3,)`, `()`.
fn shape_text(shape: &[usize]) -> String {
    let sizes: Vec<String> = shape.iter().map(usize::to_string).collect();
    if sizes.len() == 1 { format!("({},)", sizes[0]) } else { format!("({})", sizes.join(", ")) }
}
