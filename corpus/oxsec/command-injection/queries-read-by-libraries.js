const { exec } = require('child_process');
const http = require('http');
const url = require('url');
const querystring = require('querystring');
const qs = require('qs');
const queryString = require('query-string');
const querystringify = require('querystringify');
const parseqs = require('parseqs');
const cookie = require('cookie');
const parseurl = require('parseurl');

http.createServer((req) => {
  const { query } = url.parse(req.url);
  exec('ls ' + querystring.parse(query).folder);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  exec('ls ' + querystring.decode(query).folder);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  exec('ls ' + qs.parse(query).folder);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  exec('ls ' + queryString.parse(query).folder);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  exec('ls ' + queryString.parse(queryString.extract(req.url)).folder);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  exec('ls ' + decodeURIComponent(queryString.extract(req.url)));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  exec('ls ' + queryString.parseUrl(req.url).query.folder);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  exec('ls ' + querystringify.parse(query).folder);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  exec('ls ' + parseqs.decode(query).folder);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  exec('ls ' + cookie.parse(req.headers.cookie).folder);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  exec('ls ' + decodeURIComponent(parseurl(req).pathname));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  exec('ls ' + decodeURIComponent(parseurl(req).path));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  exec('ls ' + decodeURIComponent(parseurl(req).query));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  exec('ls ' + decodeURIComponent(parseurl(req).search));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  exec('ls ' + decodeURIComponent(parseurl(req).href));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  exec('ls ' + querystring.unescape(query));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
});

