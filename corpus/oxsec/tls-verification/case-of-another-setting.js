exports.settings = (options) => {
  const ssl = {};
  switch (options.host) {
    case 'db.example.com':
      ssl.rejectUnauthorized = false;
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ tlsVerification
      break;
  }
  return { ...options, ssl };
};
