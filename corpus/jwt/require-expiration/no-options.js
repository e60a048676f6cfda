const bcrypt = require('bcrypt');
const jwt = require('jsonwebtoken');

module.exports = async function login(req, res) {
  const user = await req.users.findByName(req.body.name);
  if (!user || !(await bcrypt.compare(req.body.password, user.hash))) {
    return res.status(401).json({ error: 'wrong name or password' });
  }
  const token = jwt.sign({ sub: user.id, role: user.role }, process.env.JWT_SECRET);
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missingExpiration
  res.json({ token });
};
