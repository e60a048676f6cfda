const Order = require('./order');

class OrderController {
  async byYear(req, res) {
    const year = parseInt(req.query.year, 10);
    const orders = await Order.find({ year, status: 'paid' });
    res.json(orders);
  }
}

module.exports = OrderController;
