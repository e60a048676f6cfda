import createPurify from 'dompurify';

const purify = createPurify(window);

document.querySelector('#name').innerHTML = purify.sanitize(decodeURIComponent(location.hash.slice(1)));
