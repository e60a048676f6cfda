const express = require('express');
const slowDown = require('express-slow-down');

const loginLimiter = makeLimiter();
const app = express();
app.use('/login', loginLimiter);
app.use(slowDown({ delayAfter: 50 }));
