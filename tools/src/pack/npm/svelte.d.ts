// <irozuku-demo> in Svelte 5: import type {} from 'irozuku/svelte';
import type { HTMLAttributes } from 'svelte/elements';
import type { IrozukuDemo, IrozukuDemoAttributes, State } from './irozuku.js';

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'irozuku-demo': Omit<HTMLAttributes<IrozukuDemo>, keyof IrozukuDemoAttributes> &
      IrozukuDemoAttributes & { onstatechange?: (event: CustomEvent<State>) => void };
  }
}
