const sent = new Map();

function remember(token, address) {
  sent.set(token, address);
}

exports.invite = (address) => remember(Math.random().toString(36).slice(2), address);
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ insecureRandomness
