import md5 from 'md5';
import { sha1 } from './hashes.js';

export async function gravatar(email) {
  const digest = md5(email.trim().toLowerCase());
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ weakHashAlgorithm
  return `https://www.gravatar.com/avatar/${digest}`;
}

export async function blobId(content) {
  return sha1(`blob ${content.length}\0${content}`);
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ weakHashAlgorithm
}
