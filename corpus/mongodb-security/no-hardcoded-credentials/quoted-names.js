export const databases = {
  main: { 'username': 'admin', "Password": 'changeme', host: 'db1' },
//        ^^^^^^^^^^^^^^^^^^^ hardcodedCredentials
//                             ^^^^^^^^^^^^^^^^^^^^^^ hardcodedCredentials
  replica: { USER: 'reader', host: 'db2' },
//           ^^^^^^^^^^^^^^ hardcodedCredentials
};
