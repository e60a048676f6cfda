// safe: purpose
exports.fields = { username: 'Enter your name', password: 'Enter your password', type: 'password' };
exports.rules = { password: 'required', user: 'string' };
exports.initial = { username: '', password: '' };
