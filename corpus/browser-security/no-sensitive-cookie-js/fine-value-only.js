document.cookie = 'note=session ended';
document.cookie = name + '=' + token;
