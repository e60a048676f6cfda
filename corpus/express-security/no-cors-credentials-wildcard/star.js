import cors from 'cors';

export const open = cors({ credentials: true, origin: '*', methods: ['GET', 'POST'] });
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ credentialsWildcard
