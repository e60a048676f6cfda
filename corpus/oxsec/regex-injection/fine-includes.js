// safe: other function
const cities = ['Basel', 'Bern', 'Zug'];

exports.search = (req, res) => {
  const term = String(req.query.term).toLowerCase();
  res.json(cities.filter((city) => city.toLowerCase().includes(term)));
};
