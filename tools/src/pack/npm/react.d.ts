// <irozuku-demo> in JSX, for React 18 and 19: import type {} from 'irozuku/react';
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { IrozukuDemo, IrozukuDemoAttributes, State } from './irozuku.js';

/** React 18 sets attributes only: there `state` must be a text, and `onstatechange` is not heard. */
type Properties = Omit<DetailedHTMLProps<HTMLAttributes<IrozukuDemo>, IrozukuDemo>, keyof IrozukuDemoAttributes> &
  IrozukuDemoAttributes & { class?: string; onstatechange?: (event: CustomEvent<State>) => void };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'irozuku-demo': Properties;
    }
  }
}
