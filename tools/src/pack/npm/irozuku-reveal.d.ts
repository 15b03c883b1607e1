// The types of the plugin for reveal.js.

/** Makes the plugin for a deck: `Reveal.initialize({ plugins: [IrozukuReveal] })`. */
export default function IrozukuReveal(): {
  id: string;
  // reveal.js has no types of its own for a deck in all of its versions.
  init(deck: any): void | Promise<void>;
  destroy?(): void;
};
