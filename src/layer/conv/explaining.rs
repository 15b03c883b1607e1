//! How the numbers of a Convolution are made. By plain loops, for one number type is as good as another here.

use super::picture::grid;
use super::{B, DB, DW, Picture, SIDE, W};
use crate::name::Name;
use crate::recipe::Ingredient::{Constant, Own};
use crate::recipe::{Ingredient, Recipe};

/// The recipe of a number of any of its tensors but `x` and `dout`; beyond the border the number is called `padding`.
pub fn explain(picture: Picture, tensor: Name, at: &[usize], rows: usize) -> Option<Recipe> {
    let Picture { channels, outputs, height, width } = picture;
    let mut terms = Vec::new();
    match (tensor, at) {
        (Name::OUT, &[n, o, i, j]) => {
            for c in 0..channels {
                for (k, l) in grid(SIDE, SIDE) {
                    let x = picture.pixel((i, j), (k, l)).map_or(Constant("padding", 0.0), |at| x(n, c, at));
                    terms.push(vec![x, w(o, c, (k, l))]);
                }
            }
            terms.push(vec![Own(B, vec![o])]);
        }
        (Name::DX, &[n, c, i, j]) => {
            for (k, l) in grid(SIDE, SIDE) {
                if let Some(window) = picture.window((i, j), (k, l)) {
                    terms.extend((0..outputs).map(|o| vec![dout(n, o, window), w(o, c, (k, l))]));
                }
            }
        }
        (DW, &[o, c, k, l]) => {
            for n in 0..rows {
                for place in grid(height, width) {
                    if let Some(pixel) = picture.pixel(place, (k, l)) {
                        terms.push(vec![x(n, c, pixel), dout(n, o, place)]);
                    }
                }
            }
        }
        (DB, &[o]) => {
            for n in 0..rows {
                terms.extend(grid(height, width).map(|place| vec![dout(n, o, place)]));
            }
        }
        _ => return None,
    }
    Some(Recipe::sum(terms))
}

fn x(n: usize, c: usize, (i, j): (usize, usize)) -> Ingredient {
    Own(Name::X, vec![n, c, i, j])
}

fn w(o: usize, c: usize, (k, l): (usize, usize)) -> Ingredient {
    Own(W, vec![o, c, k, l])
}

fn dout(n: usize, o: usize, (i, j): (usize, usize)) -> Ingredient {
    Own(Name::DOUT, vec![n, o, i, j])
}
