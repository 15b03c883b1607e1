// A learner in the lesson, without a page: what is asked, how an answer is judged, and in which words.
import { createClassroom } from '../../www/lesson/controller.js';
import { TEXT } from '../../www/text/index.js';
import { verdictOf, wordsOf } from '../../www/view/lesson/verdict.js';
import { bindings } from './core.js';
import { learner } from './learner.js';

/** @typedef {import('../../www/app/view-model.js').Model} Model */

export function pupil() {
  /** @type {import('../../www/lesson/controller.js').Classroom | null} */
  let classroom = null;
  const one = learner({}, look);
  const text = () => TEXT[one.journey.state.lang];

  /** Has the classroom take in how the page stands, as the element does whenever it shows it. */
  function look() {
    if (!classroom) return null;
    const model = /** @type {Model} */ ({ ...one.moment(), text: text(), playing: false, lesson: null, neuron: null, written: {} });
    classroom.attend(model);
    return model.lesson;
  }

  function lesson() {
    const shown = look();
    if (!shown) throw new Error('no step of the lesson is open');
    return shown;
  }

  classroom = createClassroom({
    open: () => one.journey,
    do: one.act,
    stop: one.stop,
    travel: one.travel,
    refresh: look,
    acts: one.acts,
    train: one.train,
    bindings,
    storage: null,
    lost() {},
    notebook: () => '',
  });

  return {
    ...one,
    lesson,
    acts: { ...one.acts, ...classroom.lesson },
    /** The words of the open step: its title, what it asks, what can be chosen, and what it tells in the end. */
    words() {
      const { step, told } = lesson();
      const { title, ask, choices, tell } = wordsOf(text(), step);
      return [title, ask(told), ...(choices?.(told) ?? []), tell(told)];
    },
    /**
     * Goes to a step, as a link does.
     * @param {string} step
     */
    enter(step) {
      one.put({ lesson: step });
      lesson();
    },
    /** What is said about the answer. */
    verdict() {
      const { mark, lines } = verdictOf(text(), lesson());
      return { mark, said: lines.join('\n') };
    },
  };
}
