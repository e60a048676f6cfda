router.get('/items/:id', async (req, res) => {
  const item = await items.find(req.params.id);
  if (!item) {
    return res.status(404).json({ error: 'not found' });
  }
  res.json({ id: item.id, title: item.title });
});

router.get('/health', (req, res) => res.send('ok'));
