export function requireApiKey(store) {
  return async (req, res, next) => {
    const client = await store.find(req.get('x-client'));
    if (client && client.apiKey === req.get('x-api-key')) {
//                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ timingUnsafeCompare
      req.client = client;
      return next();
    }
    res.status(401).json({ error: 'unknown client' });
  };
}
