import AES from 'crypto-js/aes';
import { SignJWT } from 'jose/jwt/sign';
import { jwtVerify } from 'jose/jwt/verify';

export const seal = (message) => AES.encrypt(message, 'kT9x2LmQ7rWv').toString();
//                                                    ^^^^^^^^^^^^^^ hardcodedSecret

export const sign = (claims) => new SignJWT(claims).sign(new TextEncoder().encode('kT9x2LmQ7rWv'));
//                                                                                ^^^^^^^^^^^^^^ hardcodedSecret

export const verify = (token) => jwtVerify(token, new TextEncoder().encode('kT9x2LmQ7rWv'));
//                                                                         ^^^^^^^^^^^^^^ hardcodedSecret
