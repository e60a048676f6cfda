import caja from 'google-caja';

document.querySelector('#name').innerHTML = caja.sanitize(decodeURIComponent(location.hash.slice(1)));
