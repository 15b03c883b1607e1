//! Windows of two by two pixels, four side by side: what max pooling does with each of them by itself.

use super::lanes::{LANES, Lanes, four, four_mut};

/// The pixels of four windows in a row.
const PIXELS: usize = 2 * LANES;

/// The first of each four windows of a row, of which the last four may overlap those before; none where it has fewer than four.
fn fours(windows: usize) -> impl Iterator<Item = usize> {
    let last = windows.checked_sub(LANES);
    (0..windows).step_by(LANES).filter_map(move |at| last.map(|last| at.min(last)))
}

/// The largest of each window of two rows and its place, 0 to 3, of equal ones the first. Returns how many windows it has done:
/// all, or none where there are fewer than four.
#[inline(never)]
pub fn largest(upper: &[f32], lower: &[f32], out: &mut [f32], place: &mut [f32]) -> usize {
    let number = [1.0, 2.0, 3.0].map(Lanes::splat);
    let mut done = 0;
    for at in fours(out.len()) {
        let ([a, b], [c, d]) = (pixels(upper, at), pixels(lower, at));
        let (mut largest, mut places) = (a, Lanes::splat(0.0));
        for (x, number) in [b, c, d].into_iter().zip(number) {
            places = x.where_larger(largest, number, places);
            largest = x.where_larger(largest, x, largest);
        }
        places.store(four_mut(place, at));
        largest.store(four_mut(out, at));
        done = at + LANES;
    }
    done
}

/// `dout` at the place of the largest of each window of two rows, 0 at the others. Returns how many windows it has done.
#[inline(never)]
pub fn give_back(dout: &[f32], place: &[f32], upper: &mut [f32], lower: &mut [f32]) -> usize {
    let number = [0.0, 1.0, 2.0, 3.0].map(Lanes::splat);
    let mut done = 0;
    for at in fours(dout.len()) {
        let (dout, place) = (Lanes::load(four(dout, at)), Lanes::load(four(place, at)));
        let [a, b, c, d] = number.map(|number| place.where_equal(number, dout, Lanes::splat(0.0)));
        for (row, pair) in [(&mut *upper, [a, b]), (&mut *lower, [c, d])] {
            let [first, second] = Lanes::in_turns(pair);
            first.store(four_mut(row, 2 * at));
            second.store(four_mut(row, 2 * at + LANES));
        }
        done = at + LANES;
    }
    done
}

/// The left and the right pixels of four windows in one of their rows.
#[inline(always)]
fn pixels(row: &[f32], at: usize) -> [Lanes; 2] {
    let row = &row[2 * at..2 * at + PIXELS];
    Lanes::apart([Lanes::load(four(row, 0)), Lanes::load(four(row, LANES))])
}
