import express from 'express';

const FEEDS = new Map([['news', 'https://news.example.com/rss'], ['blog', 'https://blog.example.com/rss']]);
export const router = express.Router();

router.get('/feed/:name', async (req, res) => {
  const feed = FEEDS.get(req.params.name);
  if (!feed) return res.sendStatus(404);
  const answer = await fetch(feed);
  res.type('xml').send(await answer.text());
});
