import express, { Router } from 'express';
import cors from 'cors';

const shared = cors({
//                  ^ credentialsWildcard
  maxAge: 600,
  origin: `*`,
  credentials: true,
});

export default Router().get('/profile', shared, (req, res) => res.json(req.user));
