// The votes of many colours on one number: a bar for each, above the line for more, below it for less, and their mean.
import { votesOf } from '../../explain/votes.js';
import { attribute, h, lengthOf, style, svg } from '../dom.js';

/** The half of the picture's height, and the least of a bar that is not 0, in its own units. */
const [TALL, LEAST] = [50, 1.2];

export function createVotes() {
  const paths = /** @type {const} */ (['up', 'down', 'own', 'line', 'mean']).map((name) => svg('path', { class: name }));
  const [up, down, own, line, mean] = paths;
  const picture = svg('svg', { preserveAspectRatio: 'none', 'aria-hidden': 'true' }, ...paths);
  const names = h('div', { class: 'names', 'aria-hidden': 'true' });
  const element = h('div', { class: 'votes', role: 'img' }, picture, names);
  let drawn = '';

  /**
   * @param {import('../../app/view-model.js').Model} model
   * @param {import('../../explain/terms.js').Contributions} contributions
   * @param {boolean} wish whether they are gradients
   * @returns {string} the same in words
   */
  function update({ text, classNames, samples, taught }, contributions, wish) {
    const { votes, groups, places, mean: middle, ...counts } = votesOf(contributions, taught?.samples ?? samples, wish);
    const words = wish ? text.closely.votes(counts.up, counts.down) : text.closely.losses(contributions.rows);
    attribute(element, 'aria-label', words);
    const now = JSON.stringify([contributions, wish, text.closely.title, classNames]);
    if (now === drawn) return words;
    drawn = now;
    // No room is kept where nobody has voted.
    const [high, low] = [1, -1].map((side) => TALL * Math.max(0.05, ...votes.map(({ height }) => side * height)));
    attribute(picture, 'viewBox', `0 ${-high} ${places} ${high + low}`);
    const bar = (/** @type {import('../../explain/votes.js').Vote} */ { place, height }, wide = 0.8) => {
      const tall = Math.sign(height) * Math.max(LEAST, Math.abs(height) * TALL);
      return height === 0 ? '' : `M${place + 0.5 - wide / 2} 0h${wide}v${(-tall).toFixed(2)}h${-wide}z`;
    };
    const all = (/** @type {(vote: import('../../explain/votes.js').Vote) => boolean} */ which, wide = 0.8) => votes.filter(which).map((vote) => bar(vote, wide)).join('');
    attribute(up, 'd', all((vote) => !vote.own && vote.height > 0));
    attribute(down, 'd', all((vote) => !vote.own && vote.height < 0));
    attribute(own, 'd', all((vote) => vote.own, Math.max(2, places / 120)));
    attribute(line, 'd', `M0 0H${places}`);
    attribute(mean, 'd', `M0 ${(-middle * TALL).toFixed(2)}H${places}`);
    names.replaceChildren(
      ...groups.map(({ label, from, count }) => {
        const name = h('span', {}, classNames[label]);
        style(name, 'left', lengthOf(from / places));
        style(name, 'width', lengthOf(count / places));
        return name;
      }),
    );
    return words;
  }

  return { element, update };
}
