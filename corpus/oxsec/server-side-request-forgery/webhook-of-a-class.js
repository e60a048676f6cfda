const https = require('https');

class WebhookController {
  test(req, res) {
    const { host, path } = req.body;
    https.get({ host, path: path || '/' }, (answer) => {
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
      res.json({ status: answer.statusCode });
    });
  }
}

module.exports = WebhookController;
