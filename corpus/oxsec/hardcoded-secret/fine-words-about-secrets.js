// safe: constant
// Paths, names of settings, abbreviations and texts for people are no secrets.
module.exports = {
  endpoints: { host: 'auth.example.net', token: '/method/app.oauth2.get_token', authorization: '/connect/authorize' },
  coin: { address: '0x13', account: 'main', token: 'BNB' },
  placeholder: { username: 'login:enterUsername', password: 'login:enterPassword' },
  'npm_config_scripts_prepend_node_path': 'npm_config_scripts_prepend_node_path',
};
