const labels = { password: 'Your password' };
const config = { form: { password: 'Your password' } };

env.DB_PASSWORD = 'correct horse';
module.exports = { config, labels };
