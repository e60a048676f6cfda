// options: {"alternativeMiddleware": ["securityHeaders"]}
import express from 'express';
import { headers } from './headers.js';

const app = express();
//          ^^^^^^^^^ missingHelmet
app.use(headers());
