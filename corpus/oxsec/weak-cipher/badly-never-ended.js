const crypto = require('crypto');

function open(key, { iv, tag, data }) {
  const decipher = crypto.createDecipheriv('chacha20-poly1305', key, iv, { authTagLength: 16 });
//                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ tagUnchecked
  decipher.setAuthTag(tag);
  return decipher.update(data, null, 'utf8');
}

module.exports = { open };
