// How the room looks. A module and not a stylesheet, so that it comes with the room and weighs nothing where there is none.

/** Of the page around the element and the room. */
export const AROUND = `
.with-room { --room-line: clamp(34px, 4.6vh, 60px); }
.with-room > irozuku-demo { height: calc(100dvh - var(--room-line)); min-height: 0; }
.with-room > irozuku-demo[inert] { filter: grayscale(0.5) opacity(0.55); }
@media (max-width: 900px) {
  .with-room { --room-line: 56px; }
  .with-room > irozuku-demo { height: auto; min-height: calc(100dvh - var(--room-line)); scroll-margin-top: var(--room-line); --above: var(--room-line); }
}
@media print {
  .with-room > .room-place:not(.printing) { display: none; }
  .with-room:has(> .printing) > irozuku-demo { display: none; }
}
`;

/** Of the room itself, after the page's own stylesheets. */
export const STYLE = `
:host { display: block; height: var(--room-line); container: none; position: sticky; top: 0; z-index: 5; }
.room {
  --small: max(12px, 0.86em);
  height: 100%;
  color: var(--ink);
  font: 400 clamp(12px, min(1.1vw, 1.95vh), 40px) / 1.5 system-ui, -apple-system, 'Segoe UI', 'Hiragino Sans', 'Hiragino Kaku Gothic ProN', 'Yu Gothic UI', Meiryo, 'Noto Sans CJK JP', 'Noto Sans JP', sans-serif;
  font-variant-numeric: tabular-nums;
  word-break: auto-phrase;
}
.room[data-theme='light'], .room[data-theme='projector'] { color-scheme: light; }
.room[data-theme='dark'] { color-scheme: dark; }
.room[data-theme='projector'] { --paper: #fff; --surface: #fff; --sunken: #f1f1ee; --ink: #000; --soft: #333840; --line: #9a9a94; --hair: #777; --edge: #555; --forward: #0b3fae; }

.room-line { display: flex; align-items: center; gap: 0.6em; height: 100%; padding: 0 1.4em; border-bottom: 1px solid var(--line); background: var(--sunken); white-space: nowrap; }
.room-line .where { color: var(--ink); font-weight: 600; overflow: hidden; text-overflow: ellipsis; }
.room-line .line-note { flex: 1; min-width: 0; color: var(--soft); overflow: hidden; text-overflow: ellipsis; }
.room-line .line-note[hidden] ~ :nth-child(3), .room-line .where:has(+ .line-note[hidden]) { margin-right: auto; }
.room-line button { min-height: max(26px, 2em); padding: 0 0.8em; }
.room-line[data-stance='apart'] .where::before, .room-line[data-stance='own'] .where::before { content: '○ '; }
.room-line[data-stance='following'] .where::before, .room-line[data-stance='leading'] .where::before { content: '● '; }
.room-line[data-stance='paused'] { border-color: var(--ink); background: var(--ink); color: var(--paper); }
.room-line[data-stance='paused'] :is(.where, .line-note, .crowd) { color: var(--paper); }
.room-line[data-stance='paused'] button { color: var(--ink); }
.desk .crowd { margin-left: auto; padding-right: 0.6em; color: var(--ink); }
.desk .where { color: var(--soft); font-weight: 400; }
.desk [aria-pressed='true'], .desk [aria-expanded='true'] { border-color: var(--ink); box-shadow: inset 0 0 0 1px var(--ink); }

.card-room { position: fixed; right: 1.2em; bottom: 1.2em; z-index: 6; display: grid; gap: 0.7em; width: min(26em, calc(100vw - 2.4em)); max-height: calc(100dvh - var(--room-line) - 2.4em); overflow: auto; padding: 1em 1.2em; border: 1px solid var(--hair); border-radius: 0.75em; background: var(--surface); box-shadow: 0 0.4em 1.8em #0004; }
.card-room h2, .pouring h2, .pad-room h2 { color: var(--ink); font-size: 1.28em; letter-spacing: 0; }
.card-room .tools { justify-content: end; }
.lecture .card-room { font-size: 1.15em; }
.room-bars { display: grid; gap: 0.35em; margin: 0; padding: 0; list-style: none; }
.room-bars li { display: grid; grid-template-columns: 1.3em minmax(3em, max-content) minmax(4em, 1fr) 6em; align-items: center; gap: 0.4em; min-height: 1.9em; padding: 0.1em 0.4em; border: 2px solid transparent; border-radius: 0.4em; }
.room-bars .is-right { border-color: var(--ink); font-weight: 700; }
.room-bars .bar-name { overflow-wrap: anywhere; line-height: 1.3; }
.room-bars i { height: 1.1em; background: var(--sunken); box-shadow: inset 0 -1px 0 var(--hair); }
.room-bars s { display: block; height: 100%; background: var(--soft); text-decoration: none; transition: width 0.3s; }
.room-bars .is-right s { background: var(--ink); }
.room-bars .bar-figure { text-align: right; white-space: nowrap; }

.class-shape { width: 1em; height: 1em; flex: none; fill: currentColor; vertical-align: -0.12em; }
.pad-room { position: fixed; inset: var(--room-line) 0 0; z-index: 5; display: flex; flex-direction: column; gap: 0.7em; padding: 1em max(1.2em, calc(50vw - 22em)); overflow: auto; background: var(--paper); }
.pad-room h2:focus, .pouring h2:focus { outline: none; }
.pad-place, .pad-told { color: var(--soft); }
.pad-told { min-height: 1.5em; }
.pad-swatch { flex: 1 1 8em; min-height: 6em; border: 1px solid var(--hair); border-radius: 1em; }
.pad-choices { display: grid; grid-template-columns: repeat(auto-fit, minmax(8em, 1fr)); gap: 0.6em; }
.pad-choices button { display: flex; align-items: center; justify-content: center; gap: 0.6em; min-height: max(52px, 3.4em); border-color: var(--edge); font-size: 1.25em; font-weight: 600; white-space: normal; overflow-wrap: anywhere; line-height: 1.25; }
.pad-choices [aria-pressed='true'] { border-color: var(--ink); box-shadow: inset 0 0 0 2px var(--ink); }
.pad-room .tools button { min-height: 44px; }
.pad-room .space { flex: 1; }

.pouring { position: fixed; inset: var(--room-line) 0 0; z-index: 5; display: flex; flex-direction: column; gap: 0.8em; padding: 1em 1.6em 1.2em; overflow: auto; background: var(--paper); }
.pouring-head { display: flex; align-items: center; gap: 1em; }
.pouring-head h2 { flex: 1; }
.round-form { display: grid; grid-template-columns: auto minmax(0, 24em); align-items: center; gap: 0.8em; justify-content: start; font-size: 1.1em; }
.round-form :is(input, select) { min-height: 2.4em; padding: 0 0.6em; border: 1px solid var(--edge); border-radius: 0.5em; background: var(--surface); }
.round-form select { justify-self: start; }
.round-form :is(button, .warning) { grid-column: 2; justify-self: start; min-height: 2.4em; }
.round-form .warning:empty { display: none; }
.round-open { flex: 1; min-height: 0; display: grid; grid-template: auto minmax(0, 1fr) / minmax(0, 1fr) 22em; grid-template-areas: 'told legend' 'grid side'; gap: 0.8em 1.6em; }
.round-open .where, .round-open > .result-line { grid-area: told; font-size: 1.15em; }
.classes-key { grid-area: legend; display: flex; flex-wrap: wrap; gap: 0.2em 1em; margin: 0; padding: 0; list-style: none; font-weight: 600; }
.classes-key li { display: flex; align-items: center; gap: 0.35em; }
.pour { grid-area: grid; display: grid; grid-template-columns: repeat(var(--columns), minmax(0, 1fr)); grid-auto-rows: minmax(3em, 9em); gap: 0.5em; margin: 0; padding: 0; list-style: none; overflow: auto; align-content: stretch; }
.pour li { position: relative; display: grid; grid-template-rows: minmax(0, 1fr) 0.55em; overflow: hidden; border: 1px solid var(--hair); border-radius: 0.5em; background: var(--swatch); }
.pour .empty { border-style: dashed; background: linear-gradient(var(--surface), var(--surface)) content-box, var(--swatch); padding: 0.5em; }
.pour .split { outline: 2px dashed var(--ink); outline-offset: -1px; }
.pour .pour-mark { place-self: center; display: grid; place-items: center; min-width: 1.9em; min-height: 1.9em; border-radius: 50%; background: var(--paper); color: var(--ink); }
.pour .pour-mark:empty { visibility: hidden; }
.pour .parts { display: flex; background: var(--paper); border-top: 1px solid var(--paper); }
.pour s { height: 100%; transition: width 0.3s; background: var(--ink); border-right: 1px solid var(--paper); }
.pour s[data-label='1'] { background: repeating-linear-gradient(45deg, var(--ink) 0 2px, var(--paper) 2px 5px); }
.pour s[data-label='2'] { background: var(--soft); opacity: 0.55; }
.pour s[data-label='3'] { background: repeating-linear-gradient(90deg, var(--ink) 0 1px, var(--paper) 1px 4px); }
.pour s[data-label='4'] { background: repeating-linear-gradient(-45deg, var(--soft) 0 3px, var(--paper) 3px 4px); }
.pour s[data-label='5'] { background: var(--paper); box-shadow: inset 0 0 0 1px var(--ink); }
.round-side { grid-area: side; display: grid; align-content: start; gap: 0.8em; min-height: 0; overflow: auto; }
.disputed { display: grid; gap: 0.4em; margin: 0; padding: 0; list-style: none; }
.disputed li { display: flex; flex-wrap: wrap; align-items: center; gap: 0.4em; }
.disputed .colour-dot { width: 1.6em; height: 1.6em; border: 1px solid var(--hair); border-radius: 50%; }
.round-side .tools button { min-height: 2.4em; }

dialog.room-sheet { background: var(--surface); color: var(--ink); border: 1px solid var(--line); border-radius: 0.8em; padding: 1.4em; margin: auto; }
.room-sheet .sheet-content section { break-inside: avoid; }
.checklist-columns, .handout-columns { columns: 2 20em; column-gap: 2em; }
.room-sheet ul { margin: 0.2em 0 0.8em; padding: 0 0 0 1.2em; }
.room-sheet .boxes { padding: 0; list-style: none; }
.room-sheet .boxes li { display: grid; grid-template-columns: 1.5em minmax(0, 1fr); padding: 0.12em 0; }
.room-sheet .boxes li::before { content: ''; width: 0.85em; height: 0.85em; margin-top: 0.33em; border: 1px solid currentColor; border-radius: 0.15em; }
.room-sheet .lead { font-size: 1.15em; }
.room-sheet .joining { display: flex; align-items: center; gap: 1.6em; margin-top: 0.4em; }
.room-sheet .code-picture { width: 11em; flex: none; }
.room-sheet .address { font-size: 1.7em; font-weight: 700; overflow-wrap: anywhere; }
.room-sheet .blank span { display: inline-block; width: 14em; border-bottom: 1px solid currentColor; }
.room-sheet .handout-notes { min-height: 14em; }

@media (max-width: 900px) {
  .room { font-size: 15px; }
  .room-line:not(.desk) { display: grid; grid: auto auto / minmax(0, 1fr); grid-auto-columns: auto; grid-auto-flow: column; align-content: center; row-gap: 2px; }
  .room-line { gap: 0.4em; padding: 0 0.8em; }
  .room-line:not(.desk) > button { grid-row: 1 / 3; }
  .room-line .where { grid-area: 1 / 1; white-space: normal; line-height: 1.2; font-size: 13px; }
  .room-line .where:has(+ .line-note[hidden]) { grid-row: 1 / 3; align-self: center; }
  .room-line .line-note { grid-area: 2 / 1; white-space: normal; max-height: 2.4em; font-size: 12px; line-height: 1.2; }
  .room-line button { min-height: 44px; padding: 0 0.6em; font-size: 13px; }
  .desk { overflow-x: auto; }
  .desk .where { display: none; }
  .room-line.desk[data-stance='other'] .where, .room-line.desk[data-stance='nobody'] .where { display: block; min-width: 9em; }
  .card-room { left: 0.6em; right: 0.6em; bottom: 0.6em; width: auto; padding: 0.8em; }
  .card-room .tools button { min-height: 44px; }
  .room-bars li { grid-template-columns: 1.2em minmax(3em, 8em) minmax(2em, 1fr) 5em; }
  .round-open { grid-template: auto auto auto auto / minmax(0, 1fr); grid-template-areas: 'told' 'legend' 'grid' 'side'; }
  .round-form { grid-template-columns: minmax(0, 1fr); }
  .round-form :is(button, .warning) { grid-column: 1; }
  .pour { grid-template-columns: repeat(auto-fill, minmax(4.4em, 1fr)); grid-auto-rows: 4em; }
}

@media (prefers-reduced-motion: reduce) {
  .room-bars s, .pour s { transition: none; }
}

@media (forced-colors: active) {
  .pad-swatch, .pour li, .colour-dot { forced-color-adjust: none; }
}

@media print {
  :host { position: static; height: auto; }
  .room { height: auto; color-scheme: light; font-size: 11px; color: #000; }
  .room > :not(.room-sheet) { display: none; }
  dialog.room-sheet[open] { position: static; width: auto; max-width: none; max-height: none; overflow: visible; border: 0; border-radius: 0; padding: 0; margin: 0; background: #fff; color: #000; font-size: 13.5px; line-height: 1.5; }
  dialog.room-sheet > h2 { color: #000; font-size: 1.7em; }
  .room-sheet h3 { font-size: 1.1em; }
  .room-sheet[data-kind='handout'] { font-size: 14.5px; }
  .room-sheet .handout-notes { margin-top: 0.6em; border-top: 1px solid #888; }
}
`;
