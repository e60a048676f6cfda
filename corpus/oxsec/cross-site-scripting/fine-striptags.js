import striptags from 'striptags';

document.querySelector('#name').innerHTML = striptags(decodeURIComponent(location.hash.slice(1)));
