import { escape } from 'html-escaper';

document.querySelector('#name').innerHTML = escape(decodeURIComponent(location.hash.slice(1)));
