const winston = require('winston');
const logger = winston.createLogger({ transports: [new winston.transports.Console()] });

class PaymentController {
  refuse(req, res) {
    const reason = req.body.amount > 1000 ? 'amount too high' : 'not allowed';
    logger.warn('payment refused: ' + reason);
    res.status(402).json({ reason });
  }
}

module.exports = PaymentController;
