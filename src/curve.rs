//! The course of a training run, as the chart draws it: bounded memory however long the run.

/// What was measured after some step.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// How many updates had been made.
    pub step: usize,
    /// Mean loss over all training colours.
    pub train_loss: f64,
    /// Mean loss over all test colours.
    pub test_loss: f64,
    /// Share of the training colours named right.
    pub train_accuracy: f64,
    /// Share of the test colours named right.
    pub test_accuracy: f64,
}

impl Point {
    /// Step, training loss, test loss, training accuracy, test accuracy.
    pub fn numbers(&self) -> [f64; 5] {
        [self.step as f64, self.train_loss, self.test_loss, self.train_accuracy, self.test_accuracy]
    }
}

/// Points at every `stride`-th step. When there are too many, every second one is let go and the
/// stride doubles.
#[derive(Clone, Debug)]
pub struct Curve {
    stride: usize,
    most: usize,
    points: Vec<Point>,
}

impl Curve {
    /// An empty curve of at most `most` points (at least 2).
    pub fn new(most: usize) -> Self {
        Curve { stride: 1, most: most.max(2), points: Vec::new() }
    }

    /// Whether a point at this step belongs on the curve.
    pub fn wants(&self, step: usize) -> bool {
        step.is_multiple_of(self.stride) && self.points.last().is_none_or(|last| last.step < step)
    }

    /// Adds a point; one that [`Curve::wants`] does not want is left out.
    pub fn push(&mut self, point: Point) {
        if !self.wants(point.step) {
            return;
        }
        self.points.push(point);
        if self.points.len() > self.most {
            self.stride *= 2;
            let stride = self.stride;
            self.points.retain(|point| point.step.is_multiple_of(stride));
        }
    }

    /// Drops what lies after `step`.
    pub fn forget_after(&mut self, step: usize) {
        self.points.retain(|point| point.step <= step);
    }

    /// The points in order of their steps.
    pub fn points(&self) -> &[Point] {
        &self.points
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_run_is_thinned_evenly_and_stays_bounded() {
        let mut curve = Curve::new(100);
        for step in 0..5000 {
            let (train_loss, test_loss) = (step as f64, 0.0);
            curve.push(Point { step, train_loss, test_loss, train_accuracy: 0.0, test_accuracy: 0.0 });
        }
        let steps: Vec<usize> = curve.points().iter().map(|point| point.step).collect();
        assert!(steps.len() <= 100 && steps.len() > 45, "{}", steps.len());
        assert!(steps.windows(2).all(|pair| pair[1] - pair[0] == steps[1]));
        assert_eq!(steps[0], 0);
    }
}
