store.add({ 'password': cipherText, id: 2 });
set.add('secret');
