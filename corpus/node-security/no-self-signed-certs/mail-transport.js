import nodemailer from 'nodemailer';

export function createTransport({ host, user, pass }) {
  return nodemailer.createTransport({
    host,
    port: 465,
    secure: true,
    auth: { user, pass },
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: false },
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^ insecureTls
  });
}
