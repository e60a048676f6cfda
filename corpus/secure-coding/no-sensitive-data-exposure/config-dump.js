const settings = require('./settings');

function log(level, ...parts) {
  process.stdout.write(`${level} ${parts.join(' ')}\n`);
}

log('info', 'listening on', settings.port);
log('debug', 'the api_key is', settings.key);
//           ^^^^^^^^^^^^^^^^ sensitiveDataExposure
log('debug', 'private key read from', settings.keyFile);
//           ^^^^^^^^^^^^^^^^^^^^^^^ sensitiveDataExposure

const apiKey = settings.key;
console.trace(apiKey);
//            ^^^^^^ sensitiveDataExposure
