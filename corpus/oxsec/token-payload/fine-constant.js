// safe: constant
const jwt = require('jsonwebtoken');

const SERVICE = { sub: 'billing', scope: 'invoices:read' };

module.exports = () => jwt.sign(SERVICE, process.env.SERVICE_SECRET, { expiresIn: '5m' });
