//! Seeded random numbers: one visible seed, and a separate stream for each use of it.

use rand::SeedableRng;
use rand::rngs::ChaCha8Rng;

/// What a stream of random numbers is for. Separate streams keep the data the same when only the
/// way the weights are drawn changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stream {
    /// Drawing the colours.
    Data,
    /// Drawing the initial weights.
    Weights,
    /// The order of the training colours in one epoch.
    Epoch(usize),
    /// Which colours are measured, where not all are.
    Measured,
}

/// The generator for one use of a seed: ChaCha with 8 rounds, the same numbers on every machine.
pub fn generator(seed: u32, stream: Stream) -> ChaCha8Rng {
    let mut generator = ChaCha8Rng::seed_from_u64(u64::from(seed));
    generator.set_stream(match stream {
        Stream::Data => 0,
        Stream::Weights => 1,
        Stream::Epoch(epoch) => 2 + epoch as u64,
        // No epoch comes so far.
        Stream::Measured => u64::MAX,
    });
    generator
}

/// A fresh seed out of 32 random bits, short enough to be read aloud: 0 to 999,999.
pub fn short_seed(bits: u32) -> u32 {
    bits % 1_000_000
}

#[cfg(test)]
mod tests {
    use rand::RngExt;

    use super::*;

    #[test]
    fn every_use_of_a_seed_has_random_numbers_of_its_own() {
        let drawn = |seed, stream| generator(seed, stream).random::<[u64; 4]>();
        let streams = [Stream::Data, Stream::Weights, Stream::Epoch(0), Stream::Epoch(1), Stream::Epoch(2)];
        for (i, one) in streams.into_iter().enumerate() {
            for other in &streams[i + 1..] {
                assert_ne!(drawn(7, one), drawn(7, *other), "{one:?} and {other:?}");
            }
            assert_ne!(drawn(7, one), drawn(8, one), "{one:?} under another seed");
        }
    }
}
