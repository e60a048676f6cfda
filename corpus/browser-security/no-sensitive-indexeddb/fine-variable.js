const record = { id: 1, password: encrypted };
store.put(record);
db.createObjectStore(STORES.secrets);
