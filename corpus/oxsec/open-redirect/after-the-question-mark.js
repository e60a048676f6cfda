function run() {
  const address = window.location.href;
  window.location = address.substring(address.indexOf('?') + 1);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ openRedirect
}

run();
