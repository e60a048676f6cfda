document.querySelector('#name').innerHTML = DOMPurify.sanitize(decodeURIComponent(location.hash.slice(1)));
