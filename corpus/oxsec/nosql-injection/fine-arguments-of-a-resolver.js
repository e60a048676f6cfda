// safe: other function
const User = require('./models/user');

module.exports = {
  Query: {
    user: async (root, args) => User.findOne({ email: args.email }),
    found: async (root, { filter }) => User.find({ name: filter.name }),
  },
};
