import util from 'node:util';

export function notify(params) {
  const message = params.message;
  const line = message;
  util.format(line, 1);
//            ^^^^ userControlledFormatString
  const userMessage = sprintf('%s logged in');
//                            ^^^^^^^^^^^^^^ missingFormatValidation
  return userMessage;
}
