// options: {"packageManager": "pnpm"}
import { createServer } from 'node:http';
//@1 violationDetected
import { router } from './router.mjs';

createServer(router).listen(process.env.PORT ?? 8080);
