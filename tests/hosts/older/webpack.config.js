// Builds the page of React 18 with webpack.
export default {
  mode: 'production',
  entry: './react.js',
  output: { path: new URL('built', import.meta.url).pathname, filename: 'react.js' },
  performance: { hints: false },
};
