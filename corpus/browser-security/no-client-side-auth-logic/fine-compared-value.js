if (localStorage.getItem('role') === 'admin') {
  showPanel();
}
