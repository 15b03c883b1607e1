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

/// Up to this step there is a point at every step.
const DENSE: usize = 64;

/// Points at steps that are chosen by their number alone, and one where training stands.
///
/// At first there is a point at every step, then about one for each sixteenth of the steps so far, until measuring takes a
/// tenth as long as the updates between two points; see [`Curve::wants`]. When there are too many points, every second one
/// is let go, and those that follow lie twice as far apart. So a run that is made again has the same points.
#[derive(Clone, Debug)]
pub struct Curve {
    stride: usize,
    most: usize,
    points: Vec<Point>,
    /// Whether the last point is only where training stood.
    stands: bool,
}

impl Curve {
    /// An empty curve of at most `most` points (at least 2), and one more.
    pub fn new(most: usize) -> Self {
        Curve { stride: 1, most: most.max(2), points: Vec::new(), stands: false }
    }

    /// Whether a point at this step belongs on the curve. `cost` says how many updates take as long as measuring once: where
    /// the steps have gone far enough, points are at least ten times as many steps apart.
    pub fn wants(&self, step: usize, cost: f64) -> bool {
        let thinned = if step < DENSE { 1 } else { step / 16 };
        let gap = thinned.min((10.0 * cost).ceil() as usize).max(1);
        // A power of two, so that the points of a wider gap are among those of a narrower one.
        let gap = gap.next_power_of_two().max(self.stride);
        step.is_multiple_of(gap) && self.chosen().last().is_none_or(|last| last.step < step)
    }

    /// Adds a point at a step that [`Curve::wants`].
    pub fn push(&mut self, point: Point) {
        self.points.truncate(self.chosen().len());
        self.stands = false;
        self.points.push(point);
        if self.points.len() > self.most {
            self.stride *= 2;
            let stride = self.stride;
            self.points.retain(|point| point.step.is_multiple_of(stride));
        }
    }

    /// Adds the point where training stands, which is there until another comes; none within the curve.
    pub fn stand(&mut self, point: Point) {
        if self.points.last().is_none_or(|last| last.step < point.step) {
            self.points.truncate(self.chosen().len());
            self.points.push(point);
            self.stands = true;
        }
    }

    /// Drops what lies after `step`.
    pub fn forget_after(&mut self, step: usize) {
        self.stands &= self.points.last().is_some_and(|last| last.step <= step);
        self.points.retain(|point| point.step <= step);
    }

    /// The points in order of their steps.
    pub fn points(&self) -> &[Point] {
        &self.points
    }

    /// The points without the one where training only stood.
    fn chosen(&self) -> &[Point] {
        &self.points[..self.points.len() - usize::from(self.stands)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(step: usize) -> Point {
        let (train_loss, test_loss) = (step as f64, 0.0);
        Point { step, train_loss, test_loss, train_accuracy: 0.0, test_accuracy: 0.0 }
    }

    /// The steps on a curve after so many steps of a cost.
    fn steps(curve: &mut Curve, range: std::ops::Range<usize>, cost: f64) -> Vec<usize> {
        for step in range {
            if curve.wants(step, cost) {
                curve.push(point(step));
            }
        }
        curve.points().iter().map(|point| point.step).collect()
    }

    #[test]
    fn a_long_run_is_thinned_evenly_and_stays_bounded() {
        let steps = steps(&mut Curve::new(100), 0..5000, 0.1);
        assert!(steps.len() <= 100 && steps.len() > 45, "{}", steps.len());
        assert!(steps.windows(2).all(|pair| pair[1] - pair[0] == steps[1]));
        assert_eq!(steps[0], 0);
    }

    #[test]
    fn where_measuring_is_cheap_every_step_has_a_point() {
        assert_eq!(steps(&mut Curve::new(4096), 0..1000, 0.03), (0..1000).collect::<Vec<_>>());
    }

    #[test]
    fn where_measuring_is_dear_points_get_rarer_until_they_take_a_tenth_of_the_time() {
        let steps = steps(&mut Curve::new(4096), 0..200_000, 90.0);
        assert_eq!(steps[..DENSE], (0..DENSE).collect::<Vec<_>>());
        let gaps: Vec<usize> = steps.windows(2).map(|pair| pair[1] - pair[0]).collect();
        assert!(gaps.is_sorted() && gaps[gaps.len() - 1] == 1024, "{gaps:?}");
        assert!(steps.windows(2).all(|pair| pair[1] - pair[0] <= 1.max(pair[1] / 8)), "{steps:?}");
    }

    #[test]
    fn where_training_stood_on_the_way_leaves_nothing_on_the_curve() {
        let mut curve = Curve::new(4096);
        steps(&mut curve, 0..1001, 90.0);
        curve.stand(point(1000));
        assert_eq!(curve.points().last().unwrap().step, 1000);
        curve.stand(point(500));
        assert_eq!(curve.points().last().unwrap().step, 1000, "within the curve there is none");
        let with_a_stop = steps(&mut curve, 1001..3000, 90.0);
        assert_eq!(with_a_stop, steps(&mut Curve::new(4096), 0..3000, 90.0));
        curve.stand(point(2999));
        curve.forget_after(2998);
        assert_eq!(curve.points().iter().map(|point| point.step).collect::<Vec<_>>(), with_a_stop);
    }
}
