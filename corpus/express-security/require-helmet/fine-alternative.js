// options: {"alternativeMiddleware": ["securityHeaders"]}
import express from 'express';
import { securityHeaders } from './headers.js';

const app = express();
app.use(securityHeaders);
