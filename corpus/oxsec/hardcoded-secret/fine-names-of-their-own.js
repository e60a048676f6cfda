// safe: constant
export const H5P_EXCHANGE_CONFIG_TOKEN = 'H5P_EXCHANGE_CONFIG_TOKEN';

export const collections = { UserName: 'UserNames', LoginToken: 'LoginTokens', User: 'Users' };

export const labels = {
  USER: 'user',
  AUTHENTICATION_PAGES_GH_TOKEN: 'authentication-pages-github-token',
};
