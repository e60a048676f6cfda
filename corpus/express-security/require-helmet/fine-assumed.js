// options: {"assumeHelmetMiddleware": true}
import express from 'express';

// The proxy in front sets the headers.
export const app = express();
