import { encode } from 'html-entities';

document.querySelector('#name').innerHTML = encode(decodeURIComponent(location.hash.slice(1)));
