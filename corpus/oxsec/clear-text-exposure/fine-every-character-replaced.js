exports.login = (user, password) => {
  console.log(user, password.replace(/./g, '*'));
};
