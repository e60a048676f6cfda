const query = new URLSearchParams(window.location.search);
const goal = query.get('continue');

if (goal) {
  window.location = goal;
//^^^^^^^^^^^^^^^^^^^^^^ openRedirect
}
