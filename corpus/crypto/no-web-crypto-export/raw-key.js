export async function backup(key) {
  const raw = await crypto.subtle.exportKey('raw', key);
  //                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ keyExport
  localStorage.setItem('backup', btoa(String.fromCharCode(...new Uint8Array(raw))));
}
