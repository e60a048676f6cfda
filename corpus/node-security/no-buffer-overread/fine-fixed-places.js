const MAGIC = 0x89;

function isPng(buffer) {
  return buffer[0] === MAGIC && buffer[1] === 0x50 && buffer.readUInt8(2) === 0x4e;
}

function body(buffer) {
  return buffer.slice(8);
}

module.exports = { isPng, body };
