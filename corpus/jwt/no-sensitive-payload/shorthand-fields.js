import { sign } from 'jsonwebtoken';

export async function verifyAddress(form, key) {
  const { name, Email, address } = form;
  const token = sign({ name, Email, address }, key, { expiresIn: '1d' });
//                           ^^^^^ sensitivePayloadField
//                                  ^^^^^^^ sensitivePayloadField
  await form.mailer.send(Email, `https://shop.example/confirm?t=${token}`);
}
