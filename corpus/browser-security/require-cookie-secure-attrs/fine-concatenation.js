document.cookie = 'lang=' + lang;
