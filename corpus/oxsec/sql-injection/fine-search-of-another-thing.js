// safe: other function
// What a request says is the whole argument: no statement of SQL comes from there.
const jobs = require('reds').createSearch('jobs');

exports.search = (req, res) => jobs.query(req.query.q).end((error, ids) => res.json({ error, ids }));

exports.Captcha = class {
  constructor(verification) {
    this.verification = verification;
  }

  async verify(req, res) {
    const { passed } = await this.verification.execute(req.body.token);
    res.json({ passed });
  }
};
