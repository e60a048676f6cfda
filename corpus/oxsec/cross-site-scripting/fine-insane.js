import insane from 'insane';

document.querySelector('#name').innerHTML = insane(decodeURIComponent(location.hash.slice(1)));
