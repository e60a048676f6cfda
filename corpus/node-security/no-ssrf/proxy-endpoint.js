import express from 'express';

const app = express();

app.get('/preview', async (req, res) => {
  const page = await fetch(req.query.url);
//                   ^^^^^^^^^^^^^^^^^^^^ ssrfVulnerability
  res.type('html').send(await page.text());
});

app.listen(3000);
