import underscore from 'underscore';

document.querySelector('#name').innerHTML = underscore.escape(decodeURIComponent(location.hash.slice(1)));
