import { sha1 } from './git-objects.js';

export async function blobId(content) {
  const header = `blob ${content.length}\0`;
  return sha1(header + content);
}

export const short = async (content) => (await blobId(content)).slice(0, 7);
