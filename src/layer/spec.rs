//! The layers of a network as the settings say them: kind and number of nodes.

use serde::{Deserialize, Serialize};

use super::{Kind, Role, affine, kinds, relu, softmax_with_loss};

/// One layer: `{ kind: "affine", nodes: 50 }`, `{ kind: "relu" }`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spec {
    /// The spelling of its kind.
    pub kind: String,
    /// How many nodes it has, for a kind that has a number of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nodes: Option<usize>,
}

impl Spec {
    /// A layer of a kind that has as many nodes as its input.
    pub fn of(kind: &Kind) -> Self {
        Spec { kind: kind.name.to_owned(), nodes: None }
    }

    /// A layer of a kind with a number of nodes of its own.
    pub fn sized(kind: &Kind, nodes: usize) -> Self {
        Spec { nodes: Some(nodes), ..Spec::of(kind) }
    }

    /// The short form of hidden layers: for each width an Affine and a ReLU.
    pub fn hidden(widths: &[usize]) -> Vec<Self> {
        widths.iter().flat_map(|&width| [Spec::sized(&affine::KIND, width), Spec::of(&relu::KIND)]).collect()
    }

    /// A whole network: hidden layers, an Affine with a node for each class, and the softmax.
    pub fn classifier(mut hidden: Vec<Self>, classes: usize) -> Vec<Self> {
        hidden.extend([Spec::sized(&affine::KIND, classes), Spec::of(&softmax_with_loss::KIND)]);
        hidden
    }

    /// Whether it can be a hidden layer: of a kind for hidden layers, with 1 to `most` nodes where the kind has a
    /// number of its own, and else without.
    pub fn is_hidden(&self, most: usize) -> bool {
        hidden_kinds().any(|kind| {
            kind.name == self.kind
                && self.nodes.map_or(!kind.sized, |n| kind.sized && (1..=most).contains(&n))
        })
    }

    /// Every form of a hidden layer in words, as in `affine with 1 to 256 nodes or relu without nodes`.
    pub fn hidden_forms(most: usize) -> String {
        let form = |kind: &Kind| match kind.sized {
            true => format!("{} with 1 to {most} nodes", kind.name),
            false => format!("{} without nodes", kind.name),
        };
        hidden_kinds().map(form).collect::<Vec<_>>().join(" or ")
    }
}

/// The kinds that hidden layers can have: all but those that make the network's answer.
fn hidden_kinds() -> impl Iterator<Item = &'static Kind> {
    kinds().filter(|kind| kind.role != Role::Output)
}
