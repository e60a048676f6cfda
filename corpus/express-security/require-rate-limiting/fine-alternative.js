// options: {"alternativeMiddleware": ["Quota"]}
import express from 'express';
import { dailyQuota } from './quota.js';

const app = express();
app.use(dailyQuota(1000));
