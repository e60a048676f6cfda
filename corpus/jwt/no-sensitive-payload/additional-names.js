// options: {"additionalSensitiveFields": ["nickname", "iban"]}
import jwt from 'jsonwebtoken';

export const issue = (person, key) =>
  jwt.sign({ sub: person.id, nickName: person.nick, IBAN: person.iban, ssn: person.ssn }, key, { expiresIn: '1h' });
//                           ^^^^^^^^^^^^^^^^^^^^^ sensitivePayloadField
//                                                  ^^^^^^^^^^^^^^^^^ sensitivePayloadField
//                                                                     ^^^^^^^^^^^^^^^ sensitivePayloadField
