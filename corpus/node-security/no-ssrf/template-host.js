import https from 'node:https';

export function health(host, done) {
  https
//^^^^^ ssrfVulnerability
    .get(`https://${host}:8443/health`, (res) => {
      res.resume();
      done(null, res.statusCode);
    })
    .on('error', done);
}
