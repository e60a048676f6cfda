// safe: position
const script = document.createElement('script');
script.src = '/themes/' + encodeURIComponent(new URLSearchParams(location.search).get('theme')) + '.js';
document.head.appendChild(script);
