// The course of a training run, as the core returns it: a flat array, FIELDS numbers a point.

/** The numbers of a point: step, train loss, test loss, train accuracy, test accuracy. */
export const FIELDS = 5;
