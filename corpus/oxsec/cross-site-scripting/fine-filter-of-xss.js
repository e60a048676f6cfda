import { filterXSS } from 'xss';

document.querySelector('#name').innerHTML = filterXSS(decodeURIComponent(location.hash.slice(1)));
