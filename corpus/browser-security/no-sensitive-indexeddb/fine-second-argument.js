store.put(await encrypt(data), { secret: true });
store.get({ password: true });
