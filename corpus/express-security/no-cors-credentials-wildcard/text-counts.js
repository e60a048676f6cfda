// What stands in a comment counts as well.
import cors from 'cors';

export const handler = cors({ origin: ['https://shop.example'], /* was origin: true */ credentials: true });
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ credentialsWildcard
