import 'webpak';
//@1 violationDetected
import * as path from 'node:path';

export default {
  entry: './src/index.js',
  output: { path: path.resolve('dist'), filename: '[name].js' },
};
