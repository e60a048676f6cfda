import purify from 'isomorphic-dompurify';

document.querySelector('#name').innerHTML = purify.sanitize(decodeURIComponent(location.hash.slice(1)));
