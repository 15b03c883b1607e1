// The types of the element in templates of Vue and Svelte.
import type { SvelteHTMLElements } from 'svelte/elements';
import type { GlobalComponents } from 'vue';
import type {} from 'irozuku/svelte';
import type {} from 'irozuku/vue';

type InVue = InstanceType<GlobalComponents['irozuku-demo']>['$props'];
type InSvelte = SvelteHTMLElements['irozuku-demo'];

export const inVue: InVue = { scene: 'forward', step: 3, class: 'wide', onStatechange: (event) => console.log(event.detail.at) };
export const inSvelte: InSvelte = { scene: 'forward', step: 3, class: 'wide', onstatechange: (event) => console.log(event.detail.at) };
// @ts-expect-error: there is no such scene
export const wrongInVue: InVue = { scene: 'sideways' };
// @ts-expect-error: there is no such scene
export const wrongInSvelte: InSvelte = { scene: 'sideways' };
