//! What the page has to know of the core before the core has loaded. The build writes it into a JavaScript module.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::data::{COLOUR, CustomSet, SETS, Set};
use crate::layer::{MapScale, ParamKind, Role, kinds};
use crate::settings::Settings;

/// The limits of what a caller may ask for.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Limits {
    /// The most hidden layers.
    pub most_layers: usize,
    /// The most nodes in a hidden layer.
    pub most_nodes: usize,
    /// The most colours to learn from, to test with, and of the learner's own.
    pub most_colours: usize,
    /// The fewest classes of the learner's own colours.
    pub fewest_classes: usize,
    /// The most classes.
    pub most_classes: usize,
    /// The most drawings in a set of pictures.
    pub most_drawings: usize,
    /// The most weights and biases that a file of them may have.
    pub most_weights: usize,
    /// The largest learning rate.
    pub largest_learning_rate: f64,
    /// The largest standard deviation of the first weights.
    pub largest_std: f64,
    /// The largest seed.
    pub largest_seed: u32,
}

impl Limits {
    /// The limits that the core checks.
    pub const ALL: Limits = Limits {
        most_layers: Settings::LAYERS,
        most_nodes: Settings::NODES,
        most_colours: Settings::COLOURS,
        fewest_classes: CustomSet::FEWEST,
        most_classes: CustomSet::MOST,
        most_drawings: CustomSet::PICTURES,
        most_weights: Settings::WEIGHTS,
        largest_learning_rate: Settings::LARGEST,
        largest_std: Settings::LARGEST,
        largest_seed: u32::MAX,
    };
}

/// The names of all data sets, in the order in which the page offers them.
pub fn set_names() -> Vec<&'static str> {
    SETS.into_iter().map(Set::name).collect()
}

/// The shapes of the inputs of the data sets of pictures, `[C, H, W]`, by their names.
pub fn picture_shapes() -> BTreeMap<&'static str, &'static [usize]> {
    let shapes = SETS.into_iter().map(|set| (set.name(), set.get().shape()));
    shapes.filter(|(_, shape)| *shape != COLOUR).collect()
}

/// The files of the data sets that have one, by the sets' names.
pub fn set_files() -> BTreeMap<&'static str, &'static str> {
    SETS.into_iter().filter_map(|set| Some((set.name(), set.get().file()?))).collect()
}

/// A kind of layer, as the page has to know it before there is a network.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct KindFacts {
    /// The spelling at the beginning of a layer's name.
    pub name: &'static str,
    /// What its layers are for.
    pub role: Role,
    /// How the map of a node is scaled; `None` where the nodes have no maps.
    pub map: Option<MapScale>,
    /// The tensors that learning changes.
    pub params: &'static [ParamKind],
}

/// All kinds of layers that a network can have.
pub fn layer_kinds() -> Vec<KindFacts> {
    kinds()
        .map(|kind| KindFacts { name: kind.name, role: kind.role, map: kind.map, params: kind.params })
        .collect()
}
