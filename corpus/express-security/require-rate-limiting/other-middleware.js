import express from 'express';
import helmet from 'helmet';

const app = express();
//          ^^^^^^^^^ missingRateLimiting
app.use(helmet(), express.json({ limit: '10kb' }));
