const http = require('http');
const https = require('https');
const micro = require('micro');

https.createServer((question, answer) => answer.end(`<h1>${unescape(question.url)}</h1>`));
//                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
new http.Server((question, answer) => answer.end(`<h1>${unescape(question.url)}</h1>`));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
http.createServer().on('request', (question, answer) => answer.end(`<h1>${unescape(question.url)}</h1>`));
//                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
micro((question, answer) => answer.end(`<h1>${unescape(question.url)}</h1>`));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting

export async function getServerSideProps({ req, res }) {
  res.end(`<h1>${unescape(req.url)}</h1>`);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
}
