import cryptoRandomString from 'crypto-random-string';

export const resetToken = () => cryptoRandomString({ length: 32, type: 'numeric' });
//                                                                     ^^^^^^^^^ numericOnlyToken
