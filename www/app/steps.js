// Step by step: one place on or back in the walk through the layers, over the update and to the next pass.
import { endOf, indexOf } from '../core/pass-positions.js';

/**
 * @param {import('./stand.js').Stand} stand
 * @param {import('./run-history.js').Past} past
 */
export function createSteps(stand, past) {
  /** The index of the present place in the walk. */
  const here = () => indexOf(stand.bench.walk, stand.state.at);
  /** The last place before the update. */
  const lastAt = () => stand.bench.walk[stand.bench.walk.length - 2].at;

  /** One place on: the next layer, the update, and then the next pass. */
  function forward() {
    if (stand.mood === 'trained') {
      stand.go('forward:data');
      return;
    }
    const next = stand.bench.walk[here() + 1];
    if (!next) {
      stand.pass();
      stand.go('forward:data');
    } else if (next.phase === 'update') update();
    else stand.go(next.at);
  }

  /** One place back; from the beginning of a pass, to the end of the one before it. */
  function back() {
    const index = here();
    if (index === 0 || stand.mood === 'trained') {
      if (stand.state.step > 0) standOnUpdate();
      return;
    }
    stand.bench.takeBack();
    stand.go(stand.bench.walk[index - 1].at);
  }

  /** Whether there is anything to go back to. */
  function canGoBack() {
    return here() > 0 || stand.state.step > 0;
  }

  /** Whether the next step on would change the weights. */
  function nextUpdates() {
    return stand.mood !== 'trained' && stand.bench.walk[here() + 1]?.phase === 'update';
  }

  /**
   * Goes to the end of a phase of the present pass; to the update by making it, and from an update to the
   * next one by another pass.
   * @param {import('../core/pass-positions.js').Phase} phase
   */
  function phase(phase) {
    if (phase !== 'update') {
      stand.bench.takeBack();
      stand.go(stand.bench.walk[endOf(stand.bench.walk, phase)].at);
      return;
    }
    if (stand.bench.effect) stand.pass();
    update();
  }

  /** Makes the update that the pass leads to, and stands on it. */
  function update() {
    if (stand.lab.forks(true)) past.record();
    stand.bench.update();
    const { effect } = stand.bench;
    if (effect) stand.go('update');
    else {
      stand.pass();
      stand.go(lastAt());
    }
    stand.notice(effect === null);
  }

  /** Stands on the update that led to the present step, with the pass it was made from, as it was made. */
  function standOnUpdate() {
    const { bench, state, lab } = stand;
    const before = state.step - 1;
    const how = before < 0 ? undefined : lab.how(before);
    if (!how) {
      stand.go(lastAt());
      return;
    }
    const { batch, colour } = how.feed;
    lab.goto(before);
    if (colour) {
      Object.assign(state, { scope: 'one', color: colour.rgb, label: null });
      if (bench.teacher(colour.rgb).label !== colour.label) state.label = colour.label;
    } else state.scope = 'batch';
    // The settings may be others by now; the update is that of its time.
    lab.tune(how.learningRate, batch ?? state.settings.batch);
    stand.pass();
    lab.tune(state.settings.learningRate, state.settings.batch);
    update();
  }

  return { forward, back, canGoBack, nextUpdates, phase, standOnUpdate };
}

/** @typedef {ReturnType<typeof createSteps>} Steps */
