// options: {"allowInTests": false}
// filename: preview.test.js
import got from 'got';

export async function download(sourceUrl) {
  const response = await got(sourceUrl, { responseType: 'buffer' });
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ssrfVulnerability
  if (response.body.length > 1_000_000) {
    return null;
  }
  return response.body;
}
