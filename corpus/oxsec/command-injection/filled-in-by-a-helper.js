const { exec } = require('child_process');

function fill(options, name) {
  options.name = name;
}

exports.start = (name) => {
  const options = { image: 'alpine' };
  fill(options, name);
  exec(`docker run --name ${options.name} ${options.image}`);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
};
