const sendgrid = require('@sendgrid/mail');
const { Resend } = require('resend');
const mailgun = require('mailgun-js')({});

exports.one = (to, body) => sendgrid.send({ to, subject: 'News', html: `<p>${body}</p>` });
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ mailHtml
exports.two = (to, body) => new Resend('').emails.send({ to, subject: 'News', html: `<p>${body}</p>` });
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ mailHtml
exports.three = (to, body) => mailgun.messages().send({ to, subject: 'News', html: `<p>${body}</p>` });
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ mailHtml
