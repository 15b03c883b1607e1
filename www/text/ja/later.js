// 最初の画面には要らない言葉：レッスンの問い、ノートブック、実験。キーは ../en/ と同じです。
import { stage } from './backward-by-hand.js';
import { stage as pictures } from './cnn.js';
import { steps } from './lesson.js';
import { notebook } from './notebook.js';
import { stage as planes } from './planes.js';
import { trials } from './trials.js';

export const later = { ...trials, ...planes, ...stage, ...pictures, lessonSteps: steps, notebook };
