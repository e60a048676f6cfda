const HOSTS = new Set(['images.example.com', 'cdn.example.com']);

exports.image = async (req, res) => {
  const address = new URL(String(req.query.src));
  if (address.protocol !== 'https:' || !HOSTS.has(address.hostname)) {
    return res.status(400).send('host not allowed');
  }
  const image = await fetch(address.href);
  res.send(Buffer.from(await image.arrayBuffer()));
};
