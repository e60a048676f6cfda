import he from 'he';

document.querySelector('#name').innerHTML = he.escape(decodeURIComponent(location.hash.slice(1)));
