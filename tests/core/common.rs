//! What several test files share: laying out a lab, reading its weights, and measuring how near numbers are.

use irozuku::address::Name;
use irozuku::data::{CustomSet, Sample, Scaling};
use irozuku::lab::Lab;
use irozuku::network::Network;
use irozuku::scalar::Scalar;
use irozuku::settings::Settings;
use irozuku::tape::Tape;

/// A lab with these settings, which the test knows to be allowed.
pub fn lab(settings: Settings) -> Lab {
    Lab::new(settings, CustomSet::default()).expect("the settings of a test are allowed")
}

/// The lecture's settings under another seed.
pub fn seeded(seed: u32) -> Settings {
    Settings { seed, ..Settings::default() }
}

/// Makes `steps` updates, every one of which has to succeed.
pub fn train(lab: &mut Lab, steps: usize) {
    assert_eq!(lab.train(steps, || true), steps, "training stopped early: {:?}", lab.summary());
}

/// Every parameter of the lab's network.
pub fn weights(lab: &Lab) -> Vec<f32> {
    let mut flat = Vec::new();
    lab.trainer().network().save(&mut flat);
    flat
}

/// The parameters as bits: equal only where every digit is, `-0` and `0` being two.
pub fn bits(values: &[f32]) -> Vec<u32> {
    values.iter().map(|value| value.to_bits()).collect()
}

/// A copy of a network in another number type.
pub fn converted<A: Scalar, B: Scalar>(network: &Network<A>, widths: &[usize]) -> Network<B> {
    let flat: Vec<B> = network.params().flatten().map(|value| B::of(value.wide())).collect();
    let mut copy = Network::dense(widths);
    copy.load(&flat);
    copy
}

/// A tape filled with samples as the page's `f32` sees them, in any number type.
pub fn tape<F: Scalar>(network: &Network<F>, samples: &[Sample], scaling: &Scaling) -> Tape<F> {
    let mut tape = network.tape(samples.len());
    for (n, sample) in samples.iter().enumerate() {
        let x = scaling.apply::<f32>(&sample.input);
        let x: Vec<F> = x.into_iter().map(|x| F::of(x.wide())).collect();
        tape.load(n, &x, sample.label);
    }
    tape
}

/// The gradients that a backward left on the tape, by address: `dw` and `db` of every layer that has
/// them, and `dx` of all.
pub fn gradients<F: Scalar>(network: &Network<F>, tape: &Tape<F>) -> Vec<(String, Vec<f64>)> {
    let mut all = Vec::new();
    for (i, named) in network.layers().iter().enumerate() {
        for name in ["dw", "db"].map(Name::new) {
            if let Some(tensor) = tape.kept[i].get(name) {
                all.push((format!("{}.{name}", named.name), wide(tensor)));
            }
        }
        all.push((format!("{}.dx", named.name), wide(&tape.gradients[i])));
    }
    all
}

/// Numbers of any type as `f64`.
pub fn wide<'a, F: Scalar>(values: impl IntoIterator<Item = &'a F>) -> Vec<f64> {
    values.into_iter().map(|value| value.wide()).collect()
}

/// The root mean square of some numbers: how large they are as a whole.
pub fn rms(values: &[f64]) -> f64 {
    (values.iter().map(|value| value * value).sum::<f64>() / values.len() as f64).sqrt()
}

/// The largest relative difference between a tensor and what it should be.
///
/// Each difference is measured against the larger of the number itself and its tensor's root mean
/// square. Against the number alone, one that happens to lie near 0 would make any rounding look large:
/// what it is the sum of is not near 0.
pub fn deviation(got: &[f64], want: &[f64]) -> f64 {
    assert_eq!(got.len(), want.len(), "the tensors have not the same size");
    let scale = rms(want);
    let each = got.iter().zip(want).map(|(got, want)| {
        let difference = (got - want).abs();
        if difference == 0.0 { 0.0 } else { difference / want.abs().max(scale) }
    });
    each.fold(0.0, |worst, next| if next.is_nan() || next > worst { next } else { worst })
}
