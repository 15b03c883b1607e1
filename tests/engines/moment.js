// The moment that a link has brought back.
const demo = document.querySelector('irozuku-demo');
await customElements.whenDefined('irozuku-demo');
await demo.ready;
return { step: demo.step, at: demo.state.at, value: demo.value('affine2.dw[3,41]'), loss: demo.value('loss.out') };
