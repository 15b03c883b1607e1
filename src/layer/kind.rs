//! A kind of layer: what is the same for all its layers. Each kind says it once, in its own file.

use serde::Serialize;

use crate::name::Name;

/// What is the same for all layers of a kind.
#[derive(Debug)]
pub struct Kind {
    /// The spelling in the settings, and at the beginning of a layer's name: `affine`, `relu`, `softmax`.
    pub name: &'static str,
    /// What its layers are for.
    pub role: Role,
    /// Whether the settings say how many nodes a layer has; else it has as many as its input.
    pub sized: bool,
    /// Whether it works on pictures alone, `(C, H, W)`.
    pub pictures: bool,
    /// How strongly the map of a node shows an output; `None` where the nodes have no maps.
    pub map: Option<MapScale>,
    /// Whether no gradient flows back through a number that it puts out as 0. Then a node that puts out 0 for every sample
    /// is dead.
    pub dies: bool,
    /// The tensors that learning changes, in their order; empty where there is nothing to learn.
    pub params: &'static [ParamKind],
    /// The tensors that a layer keeps from forward for backward.
    pub kept: &'static [Name],
}

impl Kind {
    /// The names of all tensors that a layer of this kind can have, in the order in which a pass computes them. (The
    /// last layer of a network has no `dout`.)
    pub fn tensors(&self) -> Vec<Name> {
        let mut all = vec![Name::X];
        all.extend(self.params.iter().map(|param| param.name));
        all.push(Name::OUT);
        all.extend(self.kept);
        all.extend([Name::DOUT, Name::DX]);
        all.extend(self.params.iter().map(|param| param.gradient));
        all.extend(self.params.iter().map(|param| param.updated));
        all
    }

    /// The parameters of one layer: its tensors, in the order of [`Kind::params`], with their names.
    pub fn with<T>(&self, tensors: impl IntoIterator<Item = T>) -> Vec<Param<T>> {
        let params = self.params.iter().zip(tensors);
        let param = |(&ParamKind { name, gradient, updated, start }, tensor)| Param {
            name,
            gradient,
            updated,
            start,
            tensor,
        };
        params.map(param).collect()
    }

    /// The parameter that holds the weights: the first that is drawn at random. `None` where there are no weights.
    pub fn weights(&self) -> Option<&ParamKind> {
        self.params.iter().find(|param| param.start == Start::Drawn)
    }
}

/// What a column of a pass is for, whatever its kind: how the page shows it follows from this.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// What goes into the network.
    Input,
    /// It mixes all inputs by parameters that are learned.
    Weighted,
    /// It changes each number by itself, so that a node fires or does not.
    Activation,
    /// It keeps one number out of several, and learns nothing.
    Pooling,
    /// It makes the network's answer: a probability for each class. A network has one such layer, its last.
    Output,
    /// It says how wrong the answer is.
    Loss,
}

/// How strongly the map of a node shows a colour, 0 to 1. An output of 0 or less does not show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum MapScale {
    /// The square root of the output's share of the node's largest output on the map.
    Relative,
    /// The output itself, at most 1.
    Absolute,
}

/// A tensor that learning changes: its names, and its first values.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct ParamKind {
    /// The parameter's own name: `w`, `b`.
    pub name: Name,
    /// Its gradient's name: `dw`, `db`.
    pub gradient: Name,
    /// The name of its value after an update: `w_new`, `b_new`.
    pub updated: Name,
    /// Its first values.
    #[serde(skip)]
    pub start: Start,
}

/// The first values of a parameter.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Start {
    /// Drawn at random, as the settings say (see [`Init`](crate::init::Init)).
    Drawn,
    /// All the same.
    Constant(f64),
}

/// A parameter of one layer: see [`ParamKind`] for its names.
pub struct Param<T> {
    /// The parameter's own name.
    pub name: Name,
    /// Its gradient's name.
    pub gradient: Name,
    /// The name of its value after an update.
    pub updated: Name,
    /// Its first values.
    pub start: Start,
    /// The tensor.
    pub tensor: T,
}
