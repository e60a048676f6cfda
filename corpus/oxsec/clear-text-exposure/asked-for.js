const vault = require('./vault');

exports.login = async () => {
  console.log('logging in with', vault.getPassword('admin'));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ secretLogged
};
