// safe: position
const nodemailer = require('nodemailer');

const transporter = nodemailer.createTransport({ host: 'mail.example.com' });

module.exports = (to, body) => transporter.sendMail({ to, subject: 'News', text: body });
