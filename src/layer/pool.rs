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

    /// The four numbers of each window of all channels, in row order, by their place in memory.
    fn windows(&self, channels: usize) -> impl Iterator<Item = [usize; SIDE * SIDE]> {
        let &MaxPool { height, width } = self;
        (0..channels).flat_map(move |c| {
            (0..height / SIDE).flat_map(move |i| {
                (0..width / SIDE).map(move |j| {
                    let first = (c * height + SIDE * i) * width + SIDE * j;
                    [first, first + 1, first + width, first + width + 1]
                })
            })
        })
    }
}

/// How many channels all rows of an `x` have.
fn channels(x: &[usize]) -> usize {
    x.iter().take(2).product()
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
        let windows = self.windows(channels(x.shape()));
        let (x, places) = (flat(x), flat_mut(kept.slot(PLACE, out.shape())));
        for ((out, place), at) in flat_mut(out).iter_mut().zip(places).zip(windows) {
            let largest = (1..at.len()).fold(0, |best, k| if x[at[k]] > x[at[best]] { k } else { best });
            *place = F::of(largest as f64); // sets place
            *out = x[at[largest]]; // sets out
        }
    }

    /// `dx` is `dout` at the place of the largest, and 0 elsewhere.
    fn backward(&self, io: Backward<'_, F>, kept: &mut Kept<F>) {
        let windows = self.windows(channels(io.x.shape()));
        let (dx, places) = (flat_mut(io.dx), flat(kept.slot(PLACE, io.out.shape())));
        dx.fill(F::zero());
        for ((&dout, &place), at) in flat(io.dout).iter().zip(places).zip(windows) {
            for (k, at) in at.into_iter().enumerate() {
                dx[at] = if place == F::of(k as f64) { dout } else { F::zero() }; // sets dx
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
        Source::of("src/layer/pool.rs")
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

    /// What a layer makes of one channel, and what it passes back of `dout`.
    fn both(x: Tensor, dout: Tensor) -> (Tensor, Tensor, Tensor) {
        let layer = MaxPool::new(x.shape()[2], x.shape()[3]);
        let shape = Layer::<f32>::out_shape(&layer, x.shape());
        let (mut out, mut dx, mut kept) =
            (Tensor::zeros(IxDyn(&shape)), Tensor::ones(x.raw_dim()), Kept::default());
        layer.forward(&x, &mut out, &mut kept);
        layer.backward(Backward { x: &x, out: &out, dout: &dout, dx: &mut dx }, &mut kept);
        (out, kept.get(PLACE).unwrap().clone(), dx)
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
    fn a_row_and_a_column_that_fill_no_window_are_left_out_with_gradient_0() {
        let x = Tensor::from_shape_fn(IxDyn(&[2, 3, 3, 5]), |at| (at[2] * 5 + at[3]) as f32);
        let (out, _, dx) = both(x, Tensor::ones(IxDyn(&[2, 3, 1, 2])));
        assert_eq!(out.shape(), [2, 3, 1, 2]);
        assert_eq!(dx.sum(), 12.0);
        assert_eq!(dx[[1, 2, 2, 4]], 0.0);
    }
}
