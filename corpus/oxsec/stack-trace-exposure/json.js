const orders = require('./orders');

exports.list = async (req, res) => {
  try {
    res.json(await orders.all());
  } catch (error) {
    res.status(500).json({ error: error.message, stack: error.stack });
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ stackTraceExposure
  }
};
