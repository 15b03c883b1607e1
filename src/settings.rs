//! How a lab is laid out: everything that is chosen and not learned.

use serde::{Deserialize, Serialize};

use crate::batch::Batch;
use crate::data::{Input, Set, dominant};
use crate::init::Init;
use crate::layer::{self, Spec};
use crate::problem::Problem;

/// The hyperparameters, the data and the seed. The default is the lecture's program.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Settings {
    /// Nodes in each hidden layer; none makes a perceptron.
    pub hidden: Vec<usize>,
    /// The hidden layers one by one; where there are none, they are as `hidden` says.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub layers: Vec<Spec>,
    /// How far a weight moves for a gradient of 1.
    pub learning_rate: f64,
    /// How many training colours one update looks at.
    pub batch: Batch,
    /// How the first weights are drawn.
    pub init: Init,
    /// What is done to the channels before they enter.
    pub input: Input,
    /// The seed of everything random. The default shows every row of the lecture's table of what happens:
    /// raw inputs with Gaussian weights learn, with He weights die at ln 3, one colour at a time diverges.
    pub seed: u32,
    /// Which colours to learn from.
    pub data: Set,
    /// How many of them to learn from; of one's own all are used.
    pub train: usize,
    /// How many of them to test with.
    pub test: usize,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            hidden: vec![50, 100, 50],
            layers: Vec::new(),
            learning_rate: 0.01,
            batch: Batch::FULL,
            init: Init::Gaussian { std: 0.1 },
            input: Input::Raw,
            seed: 10616,
            data: dominant::SET,
            train: 240,
            test: 20,
        }
    }
}

impl Settings {
    /// The most hidden layers.
    pub const LAYERS: usize = 6;
    /// The most nodes in a hidden layer.
    pub const NODES: usize = 256;
    /// The most hidden layers in a list: as many weighted ones as above, each with its activation.
    pub const LISTED: usize = 2 * Self::LAYERS;
    /// The most colours in a data set.
    pub const COLOURS: usize = 10_000;
    /// The most weights and biases that are given in the place of drawn ones: more than any network of Affine layers has.
    pub const WEIGHTS: usize = 500_000;
    /// The largest learning rate and the largest standard deviation.
    pub const LARGEST: f64 = 1e6;

    /// The settings if every one of them is in its range; else the first that is not.
    pub fn checked(self) -> Result<Self, Problem> {
        let wrong = |field: &str, allowed: String| Err(Problem::Setting { field: field.to_owned(), allowed });
        let nodes = 1..=Self::NODES;
        if self.hidden.len() > Self::LAYERS || !self.hidden.iter().all(|width| nodes.contains(width)) {
            let allowed = format!("at most {} layers of 1 to {} nodes", Self::LAYERS, Self::NODES);
            return wrong("hidden", allowed);
        }
        if self.layers.len() > Self::LISTED || !self.layers.iter().all(|spec| spec.is_hidden(Self::NODES)) {
            let forms = Spec::hidden_forms(Self::NODES);
            return wrong("layers", format!("at most {} layers, each {forms}", Self::LISTED));
        }
        self.check_pictures()?;
        check_learning_rate(self.learning_rate)?;
        check_batch(self.batch)?;
        if let Init::Gaussian { std } = self.init
            && !(0.0..=Self::LARGEST).contains(&std)
        {
            return wrong("init", format!("a standard deviation from 0 to {}", Self::LARGEST));
        }
        if !(1..=Self::COLOURS).contains(&self.train) {
            return wrong("train", format!("1 to {}", Self::COLOURS));
        }
        if self.test > Self::COLOURS {
            return wrong("test", format!("0 to {}", Self::COLOURS));
        }
        Ok(self)
    }

    /// What works on pictures alone has to get pictures, and of every picture something has to be left.
    fn check_pictures(&self) -> Result<(), Problem> {
        let mut shape = [&[1], self.data.get().shape()].concat();
        for spec in &self.layers {
            let pictures = layer::kinds().any(|kind| kind.pictures && kind.name == spec.kind);
            let layer = layer::build::<f32>(spec, &shape[1..]).filter(|_| !pictures || shape.len() == 4);
            shape = layer.map_or_else(Vec::new, |layer| layer.out_shape(&shape));
            if shape.is_empty() || shape.contains(&0) {
                let kinds = layer::kinds().filter(|kind| kind.pictures).map(|kind| kind.name);
                let kinds = kinds.collect::<Vec<_>>().join(" and ");
                let allowed = format!("such that {kinds} get pictures, large enough to be made smaller");
                return Err(Problem::Setting { field: "layers".to_owned(), allowed });
            }
        }
        Ok(())
    }

    /// All layers of the network: the hidden ones, an Affine with a node for each class, and the softmax.
    pub fn network(&self, classes: usize) -> Vec<Spec> {
        let listed = !self.layers.is_empty();
        let hidden = if listed { self.layers.clone() } else { Spec::hidden(&self.hidden) };
        Spec::classifier(hidden, classes)
    }
}

/// A learning rate has to be a positive number that is not absurd.
pub fn check_learning_rate(learning_rate: f64) -> Result<(), Problem> {
    // What is computed with has fewer digits, and must not be 0 either.
    if learning_rate as f32 > 0.0 && learning_rate <= Settings::LARGEST {
        return Ok(());
    }
    let allowed = format!("more than 0 and at most {}", Settings::LARGEST);
    Err(Problem::Setting { field: "learningRate".to_owned(), allowed })
}

/// A batch holds at least one colour.
pub fn check_batch(batch: Batch) -> Result<(), Problem> {
    if batch == Batch::Size(0) {
        return Err(Problem::Setting {
            field: "batch".to_owned(),
            allowed: "\"full\" or at least 1".to_owned(),
        });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::patterns;

    #[test]
    fn the_default_is_the_lectures_program_and_is_allowed() {
        assert_eq!(Settings::default().checked(), Ok(Settings::default()));
    }

    #[test]
    fn what_is_out_of_range_is_refused_by_name() {
        let base = Settings::default();
        let cases = [
            ("hidden", Settings { hidden: vec![0], ..base.clone() }),
            ("hidden", Settings { hidden: vec![5; 7], ..base.clone() }),
            ("layers", Settings { layers: Spec::hidden(&[5; 7]), ..base.clone() }),
            ("learningRate", Settings { learning_rate: f64::NAN, ..base.clone() }),
            ("learningRate", Settings { learning_rate: -1.0, ..base.clone() }),
            ("batch", Settings { batch: Batch::Size(0), ..base.clone() }),
            ("init", Settings { init: Init::Gaussian { std: f64::INFINITY }, ..base.clone() }),
            ("train", Settings { train: 0, ..base.clone() }),
            ("test", Settings { test: 10_001, ..base }),
        ];
        for (name, settings) in cases {
            match settings.checked() {
                Err(Problem::Setting { field, .. }) => assert_eq!(field, name),
                other => panic!("{name}: {other:?}"),
            }
        }
    }

    #[test]
    fn settings_left_out_are_the_lectures() {
        let settings: Settings =
            serde_json::from_str(r#"{"seed": 7, "batch": 20, "init": {"kind": "he"}}"#).unwrap();
        let want = Settings { seed: 7, batch: Batch::Size(20), init: Init::He, ..Settings::default() };
        assert_eq!(settings, want);
    }

    /// Settings with a list of layers.
    fn listed(layers: &str) -> Settings {
        serde_json::from_str(&format!(r#"{{"layers": {layers}}}"#)).unwrap()
    }

    #[test]
    fn a_list_of_layers_is_read_as_it_is_written_and_an_empty_one_is_not_written() {
        let text = r#"[{"kind":"affine","nodes":50},{"kind":"relu"}]"#;
        let settings = listed(text);
        assert_eq!(settings.layers, Spec::hidden(&[50]));
        assert!(serde_json::to_string(&settings).unwrap().contains(&format!(r#""layers":{text}"#)));
        assert!(!serde_json::to_string(&Settings::default()).unwrap().contains("layers"));
    }

    #[test]
    fn a_list_of_layers_stands_for_the_hidden_widths() {
        let short = Settings { hidden: vec![7, 5], ..Settings::default() };
        let list = Settings { layers: Spec::hidden(&[7, 5]), ..Settings::default() };
        assert_eq!(list.network(3), short.network(3));
        let kinds: Vec<String> = short.network(3).into_iter().map(|spec| spec.kind).collect();
        assert_eq!(kinds, ["affine", "relu", "affine", "relu", "affine", "softmax"]);
    }

    #[test]
    fn layers_for_pictures_are_refused_where_there_are_none() {
        let pictures = |layers: &str| Settings { data: patterns::SET, ..listed(layers) };
        let (conv, pool) = (r#"{"kind":"conv","nodes":8}"#, r#"{"kind":"pool"}"#);
        let affine = r#"{"kind":"affine","nodes":5}"#;
        for settings in [
            listed(&format!("[{conv}]")),
            listed(&format!("[{pool}]")),
            pictures(&format!("[{affine},{conv}]")),
            pictures(&format!("[{pool},{pool},{pool},{pool}]")),
        ] {
            let problem = settings.checked().unwrap_err().to_string();
            assert!(problem.starts_with("layers must be such that conv and pool get pictures"), "{problem}");
        }
        for layers in [format!("[{conv},{pool},{conv},{pool},{affine}]"), format!("[{pool},{pool},{pool}]")] {
            assert!(pictures(&layers).checked().is_ok(), "{layers}");
        }
    }

    #[test]
    fn a_list_of_layers_that_is_wrong_is_refused_with_a_sentence() {
        let too_many = format!("[{}]", [r#"{"kind":"relu"}"#; Settings::LISTED + 1].join(","));
        for layers in [
            r#"[{"kind":"nose"}]"#,
            r#"[{"kind":"softmax"}]"#,
            r#"[{"kind":"affine"}]"#,
            r#"[{"kind":"affine","nodes":0}]"#,
            r#"[{"kind":"affine","nodes":257}]"#,
            r#"[{"kind":"relu","nodes":5}]"#,
            &too_many,
        ] {
            let problem = listed(layers).checked().expect_err(layers).to_string();
            assert!(problem.starts_with("layers must be at most 12 layers, each "), "{layers}: {problem}");
            assert!(
                problem.contains("affine with 1 to 256 nodes or relu without nodes"),
                "{layers}: {problem}"
            );
        }
    }
}
