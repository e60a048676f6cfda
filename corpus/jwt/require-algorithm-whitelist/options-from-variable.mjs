// options: {"recommendedAlgorithms": ["EdDSA"]}
import { jwtVerify } from 'jose';
import { key, options } from './settings.mjs';

export const claims = async (token) => {
  const { payload } = await jwtVerify(token, key, options);
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missingAlgorithmWhitelist
  return payload;
};

export const loose = (token) => jwtVerify(token, key, { ...options });
//                                                    ^^^^^^^^^^^^^^ missingAlgorithmWhitelist
