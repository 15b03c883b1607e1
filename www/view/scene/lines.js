// Lines in the scene from the selected number to exactly the operands it was made from: thicker for a larger
// part, orange and solid for a positive one, violet and dashed for a negative one.
import { key, spot } from '../../explain/spot.js';
import { svg } from '../dom.js';

/** The most lines that are drawn, the largest: enough for the widest layer's values, weights and bias. */
const MOST = 600;

export function createLines() {
  const paths = svg('g');
  const element = svg('svg', { class: 'lines', 'aria-hidden': 'true' }, paths);

  /**
   * @param {import('../../app/view-model.js').Model} model
   * @param {(spot: import('../../explain/spot.js').Spot) => { x: number, y: number, reach: number } | null} centreOf where the middle of a spot is in the scene, and how far to its sides lines
   * end
   * @returns {Set<string>} the spots that belong to the number, as `key` writes them
   */
  function update({ columns, selected, explanation, playing }, centreOf) {
    const from = selected && !playing ? spot(selected.address, columns) : null;
    if (!from || !explanation) {
      paths.replaceChildren();
      return new Set();
    }
    /** @type {Map<string, { to: import('../../explain/spot.js').Spot, part: number }>} */
    const ends = new Map();
    for (const { part, factors } of explanation.terms) {
      for (const { address } of factors) {
        const to = address ? spot(address, columns) : null;
        if (!to) continue;
        const end = ends.get(key(to)) ?? { to, part: 0 };
        end.part += part;
        ends.set(key(to), end);
      }
    }
    ends.delete(key(from));
    const largest = Math.max(...[...ends.values()].map((end) => Math.abs(end.part)), 1e-30);
    const sorted = [...ends.values()].sort((a, b) => Math.abs(b.part) - Math.abs(a.part)).slice(0, MOST);
    const start = centreOf(from);
    paths.replaceChildren(
      ...sorted.reverse().flatMap(({ to, part }) => {
        const end = centreOf(to);
        if (!start || !end) return [];
        const way = Math.sign(end.x - start.x);
        const [left, right] = [start.x + way * start.reach, end.x - way * end.reach];
        const bend = (left + right) / 2;
        const d = `M${left} ${start.y}C${bend} ${start.y} ${bend} ${end.y} ${right} ${end.y}`;
        const width = 0.75 + 3.25 * (Math.abs(part) / largest);
        return [svg('path', { d, class: `${part < 0 ? 'minus' : 'plus'}${to.kind === 'dot' ? ' far' : ''}`, 'stroke-width': width.toFixed(2) })];
      }),
    );
    return new Set([key(from), ...ends.keys()]);
  }

  return { element, update };
}
