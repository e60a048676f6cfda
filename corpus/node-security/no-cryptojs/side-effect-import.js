import 'crypto-js/core';
//@1 deprecatedCryptojs
import { start } from './app.js';

const app = start({ port: Number(process.env.PORT ?? 3000) });

process.on('SIGTERM', async () => {
  await app.close();
  process.exit(0);
});
