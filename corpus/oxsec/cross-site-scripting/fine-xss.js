import xss from 'xss';

document.querySelector('#name').innerHTML = xss(decodeURIComponent(location.hash.slice(1)));
