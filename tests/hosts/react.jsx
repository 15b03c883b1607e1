import { useState, version } from 'react';
import { createRoot } from 'react-dom/client';
import 'irozuku';
import { given } from './given.js';

function App() {
  const [now, give] = useState(given);
  const [told, tell] = useState('');
  Object.assign(window, { version, give });
  return (
    <main>
      <output>{told}</output>
      <irozuku-demo {...now} style={{ display: 'block', height: 450 }} onstatechange={({ detail }) => tell(String(detail.step))} />
    </main>
  );
}

createRoot(document.getElementById('app')).render(<App />);
