// The course of a training run, as the core gives it: flat, so many numbers a point.

/** Numbers that a point has: step, train loss, test loss, train accuracy, test accuracy. */
export const FIELDS = 5;
