import express from 'express';

app.use(express.json({ limit: '100kb' }));
app.use(express.urlencoded({ extended: false, limit: 20_000 }));
