//! The parts of the bench, each of which can be asked for by itself.

use clap::ValueEnum;

/// What is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Part {
    /// A training step, beside the limit and beside other programs that train the same network
    Step,
    /// The same for a CNN on pictures
    Cnn,
    /// How the time of a step grows with the batch and with the network
    Growth,
    /// What the page costs while it trains
    Frames,
    /// How soon the packed page is ready, and what it weighs
    Ready,
    /// How soon the page answers while it trains
    Answers,
    /// What the page holds while it trains for minutes and its slider is moved
    Memory,
}

impl Part {
    /// All of them, in their order in the report.
    pub const ALL: [Part; 7] =
        [Part::Step, Part::Cnn, Part::Growth, Part::Frames, Part::Ready, Part::Answers, Part::Memory];

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Part::Step => "step",
            Part::Cnn => "cnn",
            Part::Growth => "growth",
            Part::Frames => "frames",
            Part::Ready => "ready",
            Part::Answers => "answers",
            Part::Memory => "memory",
        }
    }

    /// Its heading in the report.
    pub fn title(self) -> &'static str {
        match self {
            Part::Step => "A training step",
            Part::Cnn => "A training step of a CNN",
            Part::Growth => "Growth",
            Part::Frames => "Frames",
            Part::Ready => "Ready",
            Part::Answers => "Answers",
            Part::Memory => "Memory",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_part_is_asked_for_by_its_name() {
        for part in Part::ALL {
            assert_eq!(Part::from_str(part.name(), false), Ok(part));
        }
        assert_eq!(Part::value_variants(), Part::ALL);
    }
}
