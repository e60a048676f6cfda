const axios = require('axios');

exports.resolvers = {
  Mutation: {
    importFile: async (parent, { url }) => axios.get(url),
//                                         ^^^^^^^^^^^^^^ serverSideRequestForgery
  },
};
