// options: {"minSecretLength": 16}
import jwt from 'jsonwebtoken';

export function pairingToken(device) {
  return jwt.sign({ device: device.id }, 'x7Qp0vLm2ZtR9cEw', { expiresIn: '90s' });
}

export const pairingSecret = (device) => `${device.id}`;
