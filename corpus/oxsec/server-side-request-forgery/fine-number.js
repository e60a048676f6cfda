// safe: not seen
const axios = require('axios');
const client = axios.create({ baseURL: 'https://orders.internal' });

module.exports = async (req, res) => {
  const id = Number.parseInt(req.params.id, 10);
  const { data } = await client.get(`/orders/${id}`);
  res.json(data);
};
