export const config = {
  port: 3000,
  jwtSecret: 'correct horse battery',
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ secretsInEnv
  'auth-token': 'b3JhbmdlLXRyZWU=',
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ secretsInEnv
};
