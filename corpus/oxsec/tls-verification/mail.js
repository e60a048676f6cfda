const nodemailer = require('nodemailer');

const isLocal = process.env.MAIL_HOST === 'localhost';

exports.transport = nodemailer.createTransport({
  host: process.env.MAIL_HOST,
  port: isLocal ? 1025 : 465,
  tls: { rejectUnauthorized: false },
//       ^^^^^^^^^^^^^^^^^^^^^^^^^ tlsVerification
});
