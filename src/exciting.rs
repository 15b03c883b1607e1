//! What a channel sees: the place in the training pictures at which a channel of the first Convolution is largest.

use serde::Serialize;

use crate::network::Network;
use crate::scalar::{flat, rows};
use crate::tape::Tape;

/// A place in a picture, and what a channel puts out there.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Patch {
    /// Which training picture it is in.
    pub picture: usize,
    /// The row of the window's middle.
    pub row: usize,
    /// The column of the window's middle.
    pub column: usize,
    /// The channel's output there.
    pub value: f32,
}

/// For each channel of the first layer the place with its largest output, the first of equals, read from a tape of the training
/// pictures after its forward through `network`. Empty without pictures, and where the first layer is one that does not look
/// through windows with weights of its own (a dense network, or one that begins with pooling).
///
/// A NaN is never the largest; where a channel puts out nothing else, its patch is the first place with a NaN.
pub fn patches(network: &Network, tape: &Tape) -> Vec<Patch> {
    let first = network.layers().first().map(|named| named.layer.kind());
    let looks = first.is_some_and(|kind| kind.pictures && kind.weights().is_some());
    let Some(out) = tape.values.get(1).filter(|_| looks) else { return Vec::new() };
    let &[pictures, channels, height, width] = out.shape() else { return Vec::new() };
    if pictures == 0 || height * width == 0 {
        return Vec::new();
    }
    let values = flat(out);
    let begins =
        |channel: usize| Patch { picture: 0, row: 0, column: 0, value: values[channel * height * width] };
    let mut found: Vec<Patch> = (0..channels).map(begins).collect();
    for (picture, row) in rows(out).enumerate() {
        for (best, places) in found.iter_mut().zip(row.chunks_exact(height * width)) {
            for (at, &value) in places.iter().enumerate() {
                if value > best.value || (best.value.is_nan() && !value.is_nan()) {
                    *best = Patch { picture, row: at / width, column: at % width, value };
                }
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{Input, Sample, Scaling, patterns};
    use crate::layer::{Spec, conv, pool};

    const SIDE: usize = patterns::SIDE;

    /// A black picture with one white pixel in a channel.
    fn spark(channel: usize, row: usize, column: usize) -> Sample {
        let white = (channel * SIDE + row) * SIDE + column;
        Sample { input: (0..3 * SIDE * SIDE).map(|at| if at == white { 255 } else { 0 }).collect(), label: 0 }
    }

    /// The patches of a network with two kernels, of which the first takes green from the middle of its window, the second
    /// blue from one pixel to the left.
    fn found(pictures: &[Sample]) -> Vec<Patch> {
        let specs = Spec::classifier(vec![Spec::sized(&conv::KIND, 2)], 2);
        let mut network = Network::build(&[3, SIDE, SIDE], &specs).unwrap();
        let mut weights = vec![0.0; network.size()];
        weights[9 + 4] = 1.0;
        weights[27 + 18 + 3] = 2.0;
        network.load(&weights);
        let mut tape = network.tape(pictures.len());
        tape.fill(pictures, &Scaling::new(Input::Scaled, pictures));
        network.forward(&mut tape);
        patches(&network, &tape)
    }

    #[test]
    fn the_patch_of_a_channel_is_where_its_output_is_largest() {
        let pictures = [spark(0, 1, 1), spark(1, 2, 5), spark(2, 7, 3)];
        let want = [
            Patch { picture: 1, row: 2, column: 5, value: 1.0 },
            // The pixel lies to the left of the window's middle.
            Patch { picture: 2, row: 7, column: 4, value: 2.0 },
        ];
        assert_eq!(found(&pictures), want);
    }

    #[test]
    fn of_equal_places_the_first_is_taken() {
        let [green, blue] = found(&[spark(0, 3, 3), spark(1, 6, 6), spark(1, 6, 6)])[..] else { panic!() };
        assert_eq!((green.picture, green.row, green.column), (1, 6, 6));
        // No picture has any blue.
        assert_eq!(blue, Patch { picture: 0, row: 0, column: 0, value: 0.0 });
    }

    #[test]
    fn without_pictures_and_without_a_convolution_first_there_are_no_patches() {
        assert_eq!(found(&[]), []);
        for hidden in [Spec::hidden(&[5]), vec![Spec::of(&pool::KIND), Spec::sized(&conv::KIND, 2)]] {
            let specs = Spec::classifier(hidden, 2);
            let network: Network = Network::build(&[3, SIDE, SIDE], &specs).unwrap();
            assert_eq!(patches(&network, &network.tape(2)), []);
        }
    }
}
