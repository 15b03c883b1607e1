import 'irozuku';
import { createApp, ref, shallowRef, version } from 'vue';
import { given } from './given.js';

const app = createApp({
  setup() {
    const [now, told] = [shallowRef(given), ref('')];
    Object.assign(window, { version, give: (next) => (now.value = next) });
    return { now, told };
  },
  template: `<main><output>{{ told }}</output>
    <irozuku-demo v-bind="now" style="display: block; height: 450px" @statechange="told = String($event.detail.step)"></irozuku-demo></main>`,
});
app.config.compilerOptions.isCustomElement = (tag) => tag === 'irozuku-demo';
app.mount('#app');
