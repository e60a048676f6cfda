import { createDecipheriv } from 'node:crypto';

// Where a variable comes from is not followed.
export function open(key, message) {
  const iv = message.subarray(0, 16);
  return createDecipheriv('aes-256-cbc', key, iv).update(message.subarray(16));
}

export const member = (key, message) => createDecipheriv('aes-256-cbc', key, message.iv);
