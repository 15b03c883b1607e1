//! Everything that can be wrong with what a caller asked for, each with a sentence that says what to do.

use std::fmt;

/// What is wrong. `Display` gives the English sentence; `code` and `details` let the page say it in
/// the reader's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The text has not the form of an address.
    NotAnAddress {
        /// What was given, shortened.
        text: String,
    },
    /// The network has no layer of that name.
    NoSuchLayer {
        /// The name that was asked for.
        layer: String,
        /// The names there are, joined by commas.
        known: String,
    },
    /// The layer has no tensor of that name.
    NoSuchTensor {
        /// The layer.
        layer: String,
        /// The tensor that was asked for.
        tensor: String,
        /// The tensors there are, joined by commas.
        known: String,
    },
    /// The index lies outside the tensor, or has too many numbers.
    OutsideTensor {
        /// The address that was asked for.
        address: String,
        /// The tensor's shape, as in `(1, 50)`.
        shape: String,
    },
    /// The address names many numbers where one is needed.
    NotOneNumber {
        /// The address that was asked for.
        address: String,
        /// The shape of what it names.
        shape: String,
    },
    /// A setting is of the wrong kind or outside its range.
    Setting {
        /// The setting's name.
        field: String,
        /// What is allowed, as in `1 to 256`.
        allowed: String,
    },
    /// So many colours and nodes that the page may not get the memory for them.
    TooMuch {
        /// How many nodes the network has.
        nodes: usize,
        /// How many colours it can have with so many nodes.
        most: usize,
    },
    /// The bytes are not those of a data set's file.
    DataFile {
        /// The name of the file.
        file: String,
        /// How many bytes were given.
        bytes: usize,
    },
    /// First weights that are not as many as the network has.
    Weights {
        /// How many were given.
        found: usize,
        /// How many weights and biases the network has.
        wanted: usize,
    },
    /// A first weight that is not a finite number.
    NotFinite {
        /// The address of the first of them.
        address: String,
    },
    /// A class number that the data set has not.
    NoSuchClass {
        /// How many classes there are.
        classes: usize,
    },
    /// A step that has not been reached.
    NoSuchStep {
        /// The furthest step there is.
        furthest: usize,
    },
    /// The address is that of a number which is no gradient.
    NotAGradient {
        /// The address that was asked for.
        address: String,
    },
    /// A batch was asked for where there is no colour to learn from.
    NoColours,
    /// Something was asked of a pass before one was made.
    NoPass,
}

impl Problem {
    /// A short name of the kind of problem, by which the page finds its words.
    pub fn code(&self) -> &'static str {
        match self {
            Problem::NotAnAddress { .. } => "notAnAddress",
            Problem::NoSuchLayer { .. } => "noSuchLayer",
            Problem::NoSuchTensor { .. } => "noSuchTensor",
            Problem::OutsideTensor { .. } => "outsideTensor",
            Problem::NotOneNumber { .. } => "notOneNumber",
            Problem::Setting { .. } => "setting",
            Problem::TooMuch { .. } => "tooMuch",
            Problem::DataFile { .. } => "dataFile",
            Problem::Weights { .. } => "weights",
            Problem::NotFinite { .. } => "notFinite",
            Problem::NoSuchClass { .. } => "noSuchClass",
            Problem::NoSuchStep { .. } => "noSuchStep",
            Problem::NotAGradient { .. } => "notAGradient",
            Problem::NoColours => "noColours",
            Problem::NoPass => "noPass",
        }
    }

    /// What goes into the sentence, by name.
    pub fn details(&self) -> Vec<(&'static str, String)> {
        match self.clone() {
            Problem::NotAnAddress { text } => vec![("text", text)],
            Problem::NoSuchLayer { layer, known } => vec![("layer", layer), ("known", known)],
            Problem::NoSuchTensor { layer, tensor, known } => {
                vec![("layer", layer), ("tensor", tensor), ("known", known)]
            }
            Problem::OutsideTensor { address, shape } | Problem::NotOneNumber { address, shape } => {
                vec![("address", address), ("shape", shape)]
            }
            Problem::Setting { field, allowed } => vec![("field", field), ("allowed", allowed)],
            Problem::TooMuch { nodes, most } => {
                vec![("nodes", nodes.to_string()), ("most", most.to_string())]
            }
            Problem::DataFile { file, bytes } => vec![("file", file), ("bytes", bytes.to_string())],
            Problem::Weights { found, wanted } => {
                vec![("found", found.to_string()), ("wanted", wanted.to_string())]
            }
            Problem::NoSuchClass { classes } => vec![("classes", classes.to_string())],
            Problem::NoSuchStep { furthest } => vec![("furthest", furthest.to_string())],
            Problem::NotFinite { address } | Problem::NotAGradient { address } => vec![("address", address)],
            Problem::NoColours | Problem::NoPass => Vec::new(),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Problem::NotAnAddress { text } => {
                write!(f, "\"{text}\" is not an address; write layer.tensor[index], as in affine1.out[0,7]")
            }
            Problem::NoSuchLayer { layer, known } => {
                write!(f, "there is no layer \"{layer}\"; the layers are {known}")
            }
            Problem::NoSuchTensor { layer, tensor, known } => {
                write!(f, "{layer} has no tensor \"{tensor}\"; it has {known}")
            }
            Problem::OutsideTensor { address, shape } => {
                write!(f, "{address} lies outside its tensor, whose shape is {shape}; indices start at 0")
            }
            Problem::NotOneNumber { address, shape } => {
                write!(
                    f,
                    "{address} names a tensor of shape {shape}, not one number; add an index for each dimension"
                )
            }
            Problem::Setting { field, allowed } => write!(f, "{field} must be {allowed}"),
            Problem::TooMuch { nodes, most } => {
                write!(
                    f,
                    "with {nodes} nodes there can be {most} colours; choose fewer colours or fewer nodes"
                )
            }
            Problem::DataFile { file, bytes } => {
                write!(f, "these {bytes} bytes are not the file {file} of this data set; load it again")
            }
            Problem::Weights { found, wanted } => {
                write!(
                    f,
                    "{found} first weights were given, and the network has {wanted} weights and biases; give as many"
                )
            }
            Problem::NotFinite { address } => {
                write!(f, "{address} was given and is no finite number; give a number in its place")
            }
            Problem::NoSuchClass { classes } => {
                write!(f, "there are {classes} classes; give a class from 0 to {}", classes.saturating_sub(1))
            }
            Problem::NoSuchStep { furthest } => {
                write!(f, "training has reached step {furthest}; choose a step from 0 to {furthest}")
            }
            Problem::NotAGradient { address } => {
                write!(f, "{address} is no gradient; choose a number of dout, dx, dw or db")
            }
            Problem::NoColours => f.write_str("there is no colour to learn from yet; add some first"),
            Problem::NoPass => {
                f.write_str("no forward and backward has been recorded yet; make a pass first")
            }
        }
    }
}

impl std::error::Error for Problem {}
