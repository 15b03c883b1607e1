// The words that are wanted first: until the others are there, and where a state is made. Same keys as in ../ja/.

/** @type {typeof import('../ja/first.js').first} */
export const first = {
  loading: 'Loading…',
  loadingSlow: 'Still loading. Check the connection, or load the page again.',
  notLoaded: 'The computing part could not be loaded. Load the page again, or open it in Chrome, Edge, Firefox or Safari of 2023 or later.',
  ownFirst: ['warm', 'cool'],
};
