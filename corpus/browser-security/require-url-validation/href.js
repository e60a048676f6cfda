export function go(url) {
  location.href = url;
//^^^^^^^^^^^^^^^^^^^ violationDetected
}
