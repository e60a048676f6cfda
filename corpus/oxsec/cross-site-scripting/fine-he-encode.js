import he from 'he';

document.querySelector('#name').innerHTML = he.encode(decodeURIComponent(location.hash.slice(1)));
