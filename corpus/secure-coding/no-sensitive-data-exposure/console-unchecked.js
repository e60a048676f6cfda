// options: {"checkConsoleLog": false}
function rotate(secret, store) {
  console.log('the secret is', secret);
  if (store.readOnly) throw new Error('secret store is read only');
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^ sensitiveDataExposure
  return store.put('current', secret);
}
