const axios = require('axios');

exports.resolvers = {
  Mutation: {
    importFile: async (parent, { url }) => {
      if (new URL(url).host !== 'files.example.com') throw new Error('another host');
      return axios.get(url);
    },
  },
};
