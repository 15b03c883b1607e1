// Builds the pages of React 19, Vue 3 and Svelte 5 as a project of somebody else would.
import { compile } from 'svelte/compiler';
import { defineConfig } from 'vite';

/** The compiler of Svelte, which is all that its own plugin is needed for here. */
const svelte = {
  name: 'svelte',
  transform: (code, id) => (id.endsWith('.svelte') ? compile(code, { filename: id, generate: 'client' }).js : null),
};

export default defineConfig({
  base: './',
  plugins: [svelte],
  esbuild: { jsx: 'automatic' },
  // Vue with its compiler of templates.
  resolve: { alias: { vue: 'vue/dist/vue.esm-bundler.js' } },
  build: { outDir: 'built', rollupOptions: { input: ['react.html', 'vue.html', 'svelte.html'] }, chunkSizeWarningLimit: 5000 },
});
