// options: {"knownAudiences": ["https://api.example.com"]}
import { jwtVerify } from 'jose';

const claim = 'audience';

export const read = (token, key) =>
  jwtVerify(token, key, { 'audience': 'https://api.example.com', issuer: 'https://id.example.com' });
//                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missingAudienceValidation

export const readByName = (token, key) => jwtVerify(token, key, { [claim]: 'https://api.example.com' });
//                                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missingAudienceValidation
