app.get(/^\/orders\/\d+$/, show);
app.get(/^\/(?:de|en|fr)\/help$/, help);
app.get(new RegExp(`^/${prefix}/\\d+$`), show);
