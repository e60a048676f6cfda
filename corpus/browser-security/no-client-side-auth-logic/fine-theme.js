if (localStorage.getItem('theme')) {
  document.body.className = localStorage.getItem('theme');
}
