document.querySelector('#name').innerHTML = _.escape(decodeURIComponent(location.hash.slice(1)));
