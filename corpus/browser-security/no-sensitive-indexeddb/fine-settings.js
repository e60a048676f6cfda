db.createObjectStore('settings');
store.put({ id: 1, theme: 'dark', lang: 'en' });
