export function share(key, wrapping) {
  return window.crypto.subtle.wrapKey('raw', key, wrapping, 'AES-KW');
  //     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ keyExport
}
