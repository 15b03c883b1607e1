// A learner in the lesson, without a page: what is asked, how an answer is judged, and in which words.
import { present } from '../../www/app/present.js';
import { TEXT } from './words.js';
import { verdictOf, wordsOf } from '../../www/view/lesson/verdict.js';
import { learner } from './learner.js';

export function pupil() {
  const one = learner();
  const { session } = one;
  const text = () => TEXT[session.state.lang];
  /** Judges how the page stands, as a page does whenever it is drawn. */
  const look = () => present(session, { dark: false }).lesson;
  session.subscribe(look);

  function lesson() {
    const shown = look();
    if (!shown) throw new Error('no step of the lesson is open');
    return shown;
  }

  return {
    ...one,
    lesson,
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
