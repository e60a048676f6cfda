import express from 'express';
import cors from 'cors';

const options = { origin: true, methods: ['GET', 'PUT'], credentials: true };

export function createApp() {
  const app = express();
  app.use(cors(options));
//        ^^^^^^^^^^^^^ cors
  return app;
}
