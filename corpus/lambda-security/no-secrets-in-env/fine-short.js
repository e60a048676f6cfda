// Five characters or fewer are taken for no secret.
process.env.PASSWORD = 'none';
const config = { secret: '', token: 'long enough', apiKey: `${key}` };

module.exports = config;
