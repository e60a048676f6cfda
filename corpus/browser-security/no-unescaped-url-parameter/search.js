app.get('/find', async (req, res) => {
  const answer = await fetch(`https://api.example.com/find?q=${req.query.q}`);
//                                                             ^^^^^^^^^^^ unescapedUrlParameter
  res.json(await answer.json());
});
