// What each page gives the element at first: as numbers, texts and objects, as one writes them in that framework.
export const given = { scene: 'backward', controls: 'step', step: 3, seed: 7, color: '#e93f7f', lang: 'en' };
