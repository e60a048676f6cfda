import { createServer } from './server.js';

if (process.env.NODE_ENV !== 'production') {
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ insecureTls
}

const server = createServer();
server.listen(process.env.PORT ?? 3000, () => {
  console.log('listening');
});
