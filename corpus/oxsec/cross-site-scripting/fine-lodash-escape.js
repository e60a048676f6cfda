import { escape } from 'lodash';

document.querySelector('#name').innerHTML = escape(decodeURIComponent(location.hash.slice(1)));
