import { signJWT } from './tokens.js';

const HOUR = 3600;

export function download(file, user) {
  const now = Math.floor(Date.now() / 1000);
  return signJWT({ sub: user.id, file: file.id, exp: now + HOUR }, process.env.DOWNLOAD_KEY);
}
