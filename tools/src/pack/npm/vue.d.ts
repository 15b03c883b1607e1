// <irozuku-demo> in templates of Vue 3: import type {} from 'irozuku/vue';
import type { HTMLAttributes, PublicProps } from 'vue';
import type { IrozukuDemo, IrozukuDemoAttributes, State } from './irozuku.js';

type Properties = Omit<HTMLAttributes, keyof IrozukuDemoAttributes> & IrozukuDemoAttributes & PublicProps;

declare module 'vue' {
  interface GlobalComponents {
    'irozuku-demo': new () => IrozukuDemo & {
      $props: Properties & { onStatechange?: (event: CustomEvent<State>) => void };
      $emit: (event: 'statechange', detail: CustomEvent<State>) => void;
    };
  }
}
