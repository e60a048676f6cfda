// safe: constant
class NotFound extends Error {}

exports.show = async (req, res) => {
  try {
    res.json(await req.app.locals.store.get(req.params.id));
  } catch (error) {
    const status = error instanceof NotFound ? 404 : 500;
    res.status(status).json({ error: status === 404 ? 'not found' : 'internal error' });
  }
};
