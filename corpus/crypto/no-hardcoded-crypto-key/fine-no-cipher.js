import { createHmac } from 'node:crypto';

// Another rule's matter.
export const sign = (body) => createHmac('sha256', 'kV3q9sT1xYb8LmZ0').update(body).digest('hex');
export const half = (createCipheriv) => createCipheriv('aes-256-gcm');
