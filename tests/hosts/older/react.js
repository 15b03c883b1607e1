import { createElement, useEffect, useRef, useState, version } from 'react';
import { createRoot } from 'react-dom/client';
import 'irozuku';
import { given } from './given.js';

function App() {
  const [now, give] = useState(given);
  const [told, tell] = useState('');
  const demo = useRef(null);
  // React 18 hears only the events that it knows.
  useEffect(() => {
    const { current } = demo;
    const hear = ({ detail }) => tell(String(detail.step));
    current.addEventListener('statechange', hear);
    return () => current.removeEventListener('statechange', hear);
  }, []);
  Object.assign(window, { version, give });
  return createElement('main', {}, createElement('output', {}, told), createElement('irozuku-demo', { ...now, ref: demo, style: { display: 'block', height: 450 } }));
}

createRoot(document.getElementById('app')).render(createElement(App));
