import express from 'express';

app.use(express.json({ limit: '50mb' }));
//                     ^^^^^^^^^^^^^ excessiveLimit
app.use(express.raw({ type: '*/*', limit: "1Gb" }));
//                                 ^^^^^^^^^^^^ excessiveLimit
