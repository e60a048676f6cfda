const panel = document.querySelector('.panel');
panel.innerHTML = '<p>Nothing here yet</p>';
panel.innerHTML = `<p>Still nothing</p>`;
