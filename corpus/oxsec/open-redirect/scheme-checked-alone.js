class LinkController {
  follow(req, res) {
    const link = req.query.link;
    if (!/^https:\/\//.test(link)) {
      return res.status(400).json({ error: 'https only' });
    }
    return res.redirect(301, link);
//         ^^^^^^^^^^^^^^^^^^^^^^^ openRedirect
  }
}

module.exports = LinkController;
