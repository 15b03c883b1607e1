// The hash of all weights after 1,000 updates from the defaults, and after 1,000 of the CNN's.
const demo = document.querySelector('irozuku-demo');
await customElements.whenDefined('irozuku-demo');
await demo.ready;

/** FNV-1a over the bytes of all weights and biases. */
function hash(layers) {
  let sum = 0x811c9dc5;
  for (const layer of layers) {
    for (const param of ['w', 'b']) {
      const { data } = demo.tensor(`${layer}.${param}`);
      for (const byte of new Uint8Array(data.buffer, data.byteOffset, data.byteLength)) sum = Math.imul(sum ^ byte, 0x01000193) >>> 0;
    }
  }
  return sum.toString(16).padStart(8, '0');
}

demo.reset();
demo.state = { settings: { data: 'dominant' } };
await demo.train(1000);
const dense = `${demo.step} ${hash(['affine1', 'affine2', 'affine3', 'affine4'])}`;
demo.state = { settings: { data: 'patterns' } };
await demo.train(1000);
const cnn = `${demo.step} ${hash(['conv1', 'conv2', 'affine1'])}`;
return { dense, cnn };
