document.querySelector('#name').innerHTML = $sanitize(decodeURIComponent(location.hash.slice(1)));
