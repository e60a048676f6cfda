if (localStorage.getItem('isAdmin')) {
//@1 violationDetected
  document.querySelector('#admin').hidden = false;
}
