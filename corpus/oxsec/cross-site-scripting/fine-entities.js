import { encode } from 'entities';

document.querySelector('#name').innerHTML = encode(decodeURIComponent(location.hash.slice(1)));
