//! Is a colour vivid or greyish? A question that no flat cut through the colours answers.

use super::{DataSet, Dataset, Labelled, Request, Rgb, Set, Teacher, Why};

/// Random colours, vivid or greyish: not linearly separable.
pub const SET: Set = Set(&VividSet);

struct VividSet;

impl DataSet for VividSet {
    fn name(&self) -> &'static str {
        "vivid"
    }

    fn make(&self, request: &Request) -> Labelled {
        Labelled::drawn(request, &["vivid", "grey"], |rgb| Some(vividness(rgb)))
    }

    fn teacher(&self, input: &[u8], _data: &Dataset) -> Teacher {
        let rule = |rgb| Teacher { label: vividness(rgb), why: Why::Rule };
        Rgb::try_from(input).map_or(Teacher::NOBODY, rule)
    }
}

/// From this distance between the largest and the smallest channel on, a colour counts as vivid. Half of
/// all colours do.
pub const VIVID: u8 = 128;

/// The class of a colour: 0 vivid, 1 grey.
///
/// The greyish colours lie around the line from black to white, and the vivid ones on all sides of them:
/// not linearly separable.
pub fn vividness(rgb: Rgb) -> usize {
    let [r, g, b] = rgb;
    let span = r.max(g).max(b) - r.min(g).min(b);
    usize::from(span < VIVID)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pure_colours_are_vivid_and_greys_are_not() {
        for rgb in [[255, 0, 0], [0, 255, 255], [255, 0, 255], [128, 0, 0]] {
            assert_eq!(vividness(rgb), 0, "{rgb:?}");
        }
        for rgb in [[0, 0, 0], [255, 255, 255], [90, 120, 100], [127, 0, 0]] {
            assert_eq!(vividness(rgb), 1, "{rgb:?}");
        }
    }
}
