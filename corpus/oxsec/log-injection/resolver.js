// Arguments of resolvers are objects, which the console shows on one line.
const User = require('./models/user');

module.exports = {
  Mutation: {
    invite: async (root, args) => {
      console.log(args);
      console.log(`inviting ${args.email}`);
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
      return User.create({ email: args.email });
    },
  },
};
