import express from 'express';
import rateLimit from 'express-rate-limit';

// Only what `use` gets counts.
const app = express();
//          ^^^^^^^^^ missingRateLimiting
app.post('/login', rateLimit({ limit: 5 }), login);
