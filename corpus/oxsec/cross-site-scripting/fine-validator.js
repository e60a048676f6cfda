import validator from 'validator';

document.querySelector('#name').innerHTML = validator.escape(decodeURIComponent(location.hash.slice(1)));
