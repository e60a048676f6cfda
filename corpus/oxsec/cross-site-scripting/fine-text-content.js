// safe: position
const params = new URLSearchParams(location.search);
const banner = document.querySelector('#banner');

banner.textContent = `Welcome back, ${params.get('name')}`;
