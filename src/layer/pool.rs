//! Max pooling: of every two by two pixels the largest goes through, so that a picture is half as high and half as wide.

use super::{Backward, Kept, Kind, Layer, Role};
use crate::name::Name;
use crate::recipe::Ingredient::Own;
use crate::recipe::{Operation, Recipe};
use crate::scalar::{Scalar, Tensor, flat, flat_mut};
use crate::source::Source;

/// Max pooling layers.
pub const KIND: Kind = Kind {
    name: "pool",
    role: Role::Pooling,
    sized: false,
    pictures: true,
    map: None,
    dies: false,
    params: &[],
    kept: &[PLACE],
};

/// The side of a window, in pixels; windows do not overlap.
pub const SIDE: usize = 2;

/// The place of the largest in its window, row by row: 0 to 3, `(N, C, H/2, W/2)`.
const PLACE: Name = Name::new("place");

/// A max pooling layer for pictures `(C, H, W)`; a dimension that is missing is 1.
pub fn build<F: Scalar>(x: &[usize], _nodes: usize) -> Box<dyn Layer<F>> {
    let side = |at| x.get(at).copied().unwrap_or(1);
    Box::new(MaxPool::new(side(1), side(2)))
}

/// `out[n,c,i,j]` is the largest of `x[n,c,2i..2i+2,2j..2j+2]`, with `x` `(N, C, H, W)`, `out` `(N, C, H/2, W/2)`. Of equal
/// ones the first is taken. A last row or column that fills no window is left out; its gradient is 0. A NaN is taken where it
/// comes first.
#[derive(Clone, Debug)]
pub struct MaxPool {
    height: usize,
    width: usize,
}

impl MaxPool {
    /// Max pooling of channels of this size.
    pub fn new(height: usize, width: usize) -> Self {
        MaxPool { height, width }
    }

    /// How many numbers a channel of `x` has, and how many a row of `out`; at least 1.
    fn steps(&self) -> (usize, usize) {
        ((self.height * self.width).max(1), (self.width / SIDE).max(1))
    }

    /// The two rows of each row of windows in a channel of `x`. Without columns there are none.
    fn pairs<'a, F>(&self, x: &'a [F]) -> impl Iterator<Item = (&'a [F], &'a [F])> {
        x.chunks_exact((SIDE * self.width).max(1)).map(|pair| pair.split_at(pair.len() / SIDE))
    }
}

impl<F: Scalar> Layer<F> for MaxPool {
    fn kind(&self) -> &'static Kind {
        &KIND
    }

    fn out_shape(&self, x: &[usize]) -> Vec<usize> {
        x.iter().enumerate().map(|(at, &side)| if at < 2 { side } else { side / SIDE }).collect()
    }

    /// `out` is the largest of its window, `place` where it stands there.
    fn forward(&self, x: &Tensor<F>, out: &mut Tensor<F>, kept: &mut Kept<F>) {
        let (channel, width) = self.steps();
        let number = [0, 1, 2, 3].map(|place| F::of(f64::from(place)));
        let places = flat_mut(kept.slot(PLACE, out.shape())).chunks_exact_mut(width);
        let rows = flat(x).chunks_exact(channel).flat_map(|x| self.pairs(x));
        for (((upper, lower), out), places) in rows.zip(flat_mut(out).chunks_exact_mut(width)).zip(places) {
            let done = F::largest(upper, lower, out, places);
            let windows = upper.as_chunks::<SIDE>().0.iter().zip(lower.as_chunks::<SIDE>().0);
            for ((out, place), (&[a, b], &[c, d])) in out.iter_mut().zip(places).zip(windows).skip(done) {
                let (mut largest, mut at) = (a, number[0]);
                for (x, number) in [(b, number[1]), (c, number[2]), (d, number[3])] {
                    let larger = x > largest;
                    largest = if larger { x } else { largest };
                    at = if larger { number } else { at };
                }
                *place = at; // sets place
                *out = largest; // sets out
            }
        }
    }

    /// `dx` is `dout` at the place of the largest, and 0 elsewhere.
    fn backward(&self, io: Backward<'_, F>, kept: &mut Kept<F>) {
        let (channel, width) = self.steps();
        let number = [0, 1, 2, 3].map(|place| F::of(f64::from(place)));
        let places = flat(kept.slot(PLACE, io.out.shape())).chunks_exact(width);
        let dx = flat_mut(io.dx);
        if !self.height.is_multiple_of(SIDE) || !self.width.is_multiple_of(SIDE) {
            // What lies in no window is not written below.
            dx.fill(F::zero());
        }
        let rows = dx.chunks_exact_mut(channel).flat_map(|dx| {
            let pairs = dx.chunks_exact_mut((SIDE * self.width).max(1));
            pairs.map(|pair| pair.split_at_mut(pair.len() / SIDE))
        });
        for (((upper, lower), dout), places) in rows.zip(flat(io.dout).chunks_exact(width)).zip(places) {
            let done = F::give_back(dout, places, upper, lower);
            let windows = upper.as_chunks_mut::<SIDE>().0.iter_mut().zip(lower.as_chunks_mut::<SIDE>().0);
            for ((&dout, &place), (upper, lower)) in dout.iter().zip(places).zip(windows).skip(done) {
                let [a, b, c, d] = number.map(|number| if place == number { dout } else { F::zero() });
                [*upper, *lower] = [[a, b], [c, d]]; // sets dx
            }
        }
    }

    fn explain(&self, tensor: Name, at: &[usize], _rows: usize) -> Option<Recipe> {
        explain(self, tensor, at)
    }

    fn numpy(&self, tensor: Name) -> &'static str {
        match tensor {
            PLACE => "place = windows(x).argmax(axis=-1)",
            Name::OUT => "out = windows(x).max(axis=-1)",
            Name::DX => "dx = unwindow(np.where(np.arange(4) == place[..., None], dout[..., None], 0))",
            _ => "",
        }
    }

    fn source(&self, _tensor: Name) -> Source {
        Source { file: "src/layer/pool.rs", stands_for: Some("src/kernel/windows.rs") }
    }

    fn wide(&self) -> Box<dyn Layer<f64>> {
        Box::new(self.clone())
    }

    fn boxed_clone(&self) -> Box<dyn Layer<F>> {
        Box::new(self.clone())
    }
}

/// How its numbers are made: the same for every number type.
fn explain(layer: &MaxPool, tensor: Name, at: &[usize]) -> Option<Recipe> {
    let &[n, c, i, j] = at else { return None };
    let four = || [(0, 0), (0, 1), (1, 0), (1, 1)];
    let x = |(k, l)| Own(Name::X, vec![n, c, SIDE * i + k, SIDE * j + l]);
    Some(match tensor {
        Name::OUT => Recipe::of(Operation::Max, four().map(x)),
        PLACE => Recipe::of(Operation::Place, four().map(x)),
        // A pixel that no window has.
        Name::DX if i / SIDE >= layer.height / SIDE || j / SIDE >= layer.width / SIDE => Recipe::sum([]),
        Name::DX => {
            let window = vec![n, c, i / SIDE, j / SIDE];
            let place = i % SIDE * SIDE + j % SIDE;
            Recipe::of(Operation::At { place }, [Own(Name::DOUT, window.clone()), Own(PLACE, window)])
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::{IxDyn, array};

    /// `out`, `place` and `dx` of a layer.
    fn run<F: Scalar>(layer: &MaxPool, x: Tensor<F>, dout: Tensor<F>) -> [Tensor<F>; 3] {
        let shape = Layer::<F>::out_shape(layer, x.shape());
        let (mut out, mut dx, mut kept) =
            (Tensor::zeros(IxDyn(&shape)), Tensor::ones(x.raw_dim()), Kept::default());
        layer.forward(&x, &mut out, &mut kept);
        layer.backward(Backward { x: &x, out: &out, dout: &dout, dx: &mut dx }, &mut kept);
        [out, kept.get(PLACE).unwrap().clone(), dx]
    }

    /// What a layer makes of one channel, and what it passes back of `dout`.
    fn both(x: Tensor, dout: Tensor) -> (Tensor, Tensor, Tensor) {
        let [out, place, dx] = run(&MaxPool::new(x.shape()[2], x.shape()[3]), x, dout);
        (out, place, dx)
    }

    #[test]
    fn the_largest_of_four_goes_through_and_its_gradient_goes_back_to_it_alone() {
        let x = array![[[[1.0, 5.0, 0.0, -1.0], [2.0, 3.0, -2.0, -3.0]]]].into_dyn();
        let (out, place, dx) = both(x, array![[[[10.0, 20.0]]]].into_dyn());
        assert_eq!(out, array![[[[5.0, 0.0]]]].into_dyn());
        assert_eq!(place, array![[[[1.0, 0.0]]]].into_dyn());
        assert_eq!(dx, array![[[[0.0, 10.0, 20.0, 0.0], [0.0, 0.0, 0.0, 0.0]]]].into_dyn());
    }

    #[test]
    fn of_equal_numbers_the_first_is_taken() {
        let (_, place, dx) = both(Tensor::zeros(IxDyn(&[1, 1, 2, 2])), Tensor::ones(IxDyn(&[1, 1, 1, 1])));
        assert_eq!(place.sum(), 0.0);
        assert_eq!(dx, array![[[[1.0, 0.0], [0.0, 0.0]]]].into_dyn());
    }

    #[test]
    fn windows_side_by_side_have_the_bits_of_each_by_itself() {
        let (zero, nan) = (0.0_f32, f32::NAN);
        let numbers = [1.5, -0.0, zero, nan, 2.5, 2.5, -1.0, f32::INFINITY, -3.0, 1.5, zero];
        for width in 1..=23 {
            let x = Tensor::from_shape_fn(IxDyn(&[2, 3, 4, width]), |at| {
                numbers[(at[1] * 31 + at[2] * 7 + at[3] * 5 + at[3] / 4) % numbers.len()]
            });
            let dout =
                Tensor::from_shape_fn(IxDyn(&[2, 3, 2, width / 2]), |at| (at[2] * 13 + at[3]) as f32 + 1.0);
            let wide = (x.mapv(f64::from), dout.mapv(f64::from));
            let layer = MaxPool::new(4, width);
            let (fast, plain) = (run(&layer, x, dout), run(&layer, wide.0, wide.1));
            let bits = |tensor: &Tensor| tensor.iter().map(|n| n.to_bits()).collect::<Vec<_>>();
            for (fast, plain) in fast.iter().zip(&plain) {
                assert_eq!(bits(fast), bits(&plain.mapv(|n| n as f32)), "rows of {width} pixels");
            }
        }
    }

    #[test]
    fn a_row_and_a_column_that_fill_no_window_are_left_out_with_gradient_0() {
        let x = Tensor::from_shape_fn(IxDyn(&[2, 3, 3, 5]), |at| (at[2] * 5 + at[3]) as f32);
        let (out, _, dx) = both(x, Tensor::ones(IxDyn(&[2, 3, 1, 2])));
        assert_eq!(out.shape(), [2, 3, 1, 2]);
        assert_eq!(dx.sum(), 12.0);
        assert_eq!(dx[[1, 2, 2, 4]], 0.0);
    }
}
