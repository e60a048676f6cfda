// Without a default import the package's usual name counts.
import { cryptoRandomStringAsync } from 'crypto-random-string';

const cryptoRandomString = wrap(cryptoRandomStringAsync);

export default () => cryptoRandomString({ type: "numeric", length: 64 });
//                                              ^^^^^^^^^ numericOnlyToken
