exports.signUp = function (user) {
  if (process.env.NODE_ENV !== 'production') {
    console.log('signed up', user.email);
  }
};
