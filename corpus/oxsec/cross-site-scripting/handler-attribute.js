function run() {
  const action = new URLSearchParams(location.search).get('do');
  document.querySelector('#go').setAttribute('onclick', action);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  document.querySelector('#go').setAttribute('title', action);
}

run();
