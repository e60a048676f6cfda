import express from 'express';

export const admin = express();
export const shop = express();
//                  ^^^^^^^^^ missingRateLimiting
