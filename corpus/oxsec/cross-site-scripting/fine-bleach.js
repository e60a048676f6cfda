import bleach from 'bleach';

document.querySelector('#name').innerHTML = bleach.sanitize(decodeURIComponent(location.hash.slice(1)));
