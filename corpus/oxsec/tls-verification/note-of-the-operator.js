exports.settings = () => {
  switch (process.env.PGSSLMODE) {
    case 'verify-full':
      return true;
    case 'no-verify':
      return { rejectUnauthorized: false };
//             ^^^^^^^^^^^^^^^^^^^^^^^^^ tlsVerification
  }
  return false;
};
