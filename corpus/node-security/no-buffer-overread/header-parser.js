function parseHeader(message) {
  const buffer = Buffer.from(message, 'base64');
  let cursor = 0;
  const version = buffer[cursor];
//                ^^^^^^^^^^^^^^ unsafeBufferAccess
  cursor += 1;
  const kind = buffer[cursor];
//             ^^^^^^^^^^^^^^ unsafeBufferAccess
  return { version, kind };
}

module.exports = parseHeader;
