function menu() {
  if (localStorage.getItem('user-ROLE', 'guest')) return ['edit'];
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
  return [];
}

console.log(menu());
