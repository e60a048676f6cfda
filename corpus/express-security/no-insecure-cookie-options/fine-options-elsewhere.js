const flags = { httpOnly: true, secure: true, sameSite: 'strict' };

module.exports = (res, id) => res.cookie('sid', id, flags);
