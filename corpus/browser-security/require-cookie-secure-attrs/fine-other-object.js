const jar = {};
jar.cookie = 'lang=en';
frame.document.cookie = 'lang=en';
