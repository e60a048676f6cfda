const log = require('loglevel');

class SearchController {
  handle(req, res) {
    const query = String(req.query.q).replace(/\t/g, ' ');
    log.warn('slow query: ' + query);
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
    res.json({ results: [] });
  }
}

module.exports = SearchController;
