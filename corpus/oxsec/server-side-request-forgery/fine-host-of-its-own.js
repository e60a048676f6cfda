export default {
  async fetch(request, env) {
    const url = new URL(request.url);
    url.hostname = 'api.example.com';
    return fetch(url.toString(), { headers: request.headers });
  },
};
