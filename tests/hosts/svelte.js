import { mount } from 'svelte';
import App from './App.svelte';

Object.assign(window, { version: '5' });
mount(App, { target: document.getElementById('app') });
