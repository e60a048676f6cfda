exports.settings = (options) => {
  const ssl = {};
  switch (options.sslmode) {
    case 'verify-full':
      break;
    case 'no-verify':
      ssl.rejectUnauthorized = false;
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ tlsVerification
      break;
  }
  return { ...options, ssl };
};
