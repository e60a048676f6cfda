const nodemailer = require('nodemailer');

const transporter = nodemailer.createTransport({ host: 'mail.example.com' });

async function notify(to, body) {
  await transporter.sendMail({ to, subject: 'News', html: `<p>${body}</p>` });
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ mailHtml
}

module.exports = { notify };
