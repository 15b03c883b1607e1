// The words that the first screen doesn't need: the questions of the lesson, the notebook, the experiments. Same keys as in ../ja/.
import { stage } from './backward-by-hand.js';
import { stage as pictures } from './cnn.js';
import { steps } from './lesson.js';
import { notebook } from './notebook.js';
import { stage as planes } from './planes.js';
import { trials } from './trials.js';

/** @type {typeof import('../ja/later.js').later} */
export const later = { ...trials, ...planes, ...stage, ...pictures, lessonSteps: steps, notebook };
