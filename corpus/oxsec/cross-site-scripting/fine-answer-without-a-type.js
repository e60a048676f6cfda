// safe: position
// Nobody says a type: browsers take it for HTML only if it begins with a tag.
const http = require('http');

http.createServer((question, answer) => {
  answer.statusCode = 404;
  answer.end(`No job called ${decodeURIComponent(question.url)}`);
});
