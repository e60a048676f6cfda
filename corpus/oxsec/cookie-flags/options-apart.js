const COOKIE = { path: '/', maxAge: 24 * 60 * 60 * 1000, secure: true };

class SessionController {
  create(req, res) {
    const sid = this.store.create(req.user);
    res.status(201).cookie('sid', sid, COOKIE).end();
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ cookieFlags
  }
}

module.exports = SessionController;
