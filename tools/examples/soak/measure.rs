//! What the page uses, in a state that is the same each time: what is larger then is a leak, and no larger view.

use std::time::Duration;

use irozuku_tools::check::health::Health;

use crate::browser::Page;

/// Goes back to the first state, and shows each room in it, also those that are out of sight later: else they would still
/// have what they showed last. `soak.first` is the state at the beginning.
const SETTLE: &str = "
    const drawn = async () => {
        for (let i = 0; i < 3; i += 1) await new Promise((done) => requestAnimationFrame(done));
    };
    demo.rest();
    for (const open of root.querySelectorAll('dialog[open]')) open.close();
    root.activeElement?.blur();
    const { step, moves, ...first } = soak.first;
    const none = Object.fromEntries(Object.keys(demo.state.drawn).map((set) => [set, '']));
    const all = { ...first, drawn: none };
    const { CHAPTERS } = await import('/lesson/index.js');
    // One step of the lesson for each way in which one is shown.
    const ways = new Map(CHAPTERS.flatMap(({ steps }) => steps.map((step) => [`${step.stage} ${step.kind}`, step.id])));
    const lessons = [...ways.values()].map((lesson) => ({ lesson }));
    for (const change of [...lessons, { settings: { ...first.settings, data: 'patterns' }, room: 'colours' }, { room: 'colours' }, { room: 'experiments' }, {}]) {
        demo.state = { ...all, ...change };
        await drawn();
    }
    demo.reset();
    await demo.train(60);
    demo.state = { color: [10, 20, 200] };
    await drawn();
    demo.state = all;
    await drawn();
    scrollTo(0, 0);
    return null";

/// Measures, so long after the beginning and after so many actions.
pub fn measure(page: &Page, since: Duration, actions: usize) -> Health {
    page.resize(1280, 720);
    page.js(SETTLE, &[]);
    page.health(since.as_secs_f64() / 60.0, actions)
}
