import got from 'got';

export async function handler(req) {
  return got({ method: 'POST', url: 'https://' + req.headers.host, json: {} });
  //     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ssrfVulnerability
}
