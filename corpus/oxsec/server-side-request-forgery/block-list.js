const axios = require('axios');

async function fetchPreview(req, res) {
  const link = String(req.body.link);
  if (link.includes('localhost') || link.includes('127.0.0.1')) {
    return res.status(400).send('internal address');
  }
  const page = await axios.get(link);
//                   ^^^^^^^^^^^^^^^ serverSideRequestForgery
  res.send({ title: /<title>([^<]*)/.exec(page.data)?.[1] });
}

module.exports = { fetchPreview };
