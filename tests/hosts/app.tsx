// A page in React, with types as strict as they get.
import { useRef } from 'react';
import type { IrozukuDemo } from 'irozuku';
import type {} from 'irozuku/react';

export function App() {
  const demo = useRef<IrozukuDemo>(null);
  return (
    <irozuku-demo ref={demo} key="one" className="wide" style={{ height: 450 }} scene="forward" controls="step" at="relu1" step={3} seed={7}
      color="#e93f7f" lang="en" theme="dark" chapter="forward" state="#seed=3" fill={false}
      onstatechange={(event) => console.log(event.detail.at, demo.current?.step)} />
  );
}

// @ts-expect-error: there is no such scene
export const wrong = <irozuku-demo scene="sideways" />;
