const jwt = require('jsonwebtoken');

class Mailer {
  resetLink(user) {
    const token = jwt.sign({ sub: user.id, purpose: 'reset-password' }, process.env.RESET_SECRET, { expiresIn: '20m' });
    return `https://app.example.com/reset?token=${token}`;
  }
}

module.exports = Mailer;
