function run() {
  const draft = new URLSearchParams(location.search).get('draft');
  localStorage.setItem('draft', draft);

  document.querySelector('#draft').innerHTML = localStorage.getItem('draft');
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  document.querySelector('#theme').innerHTML = localStorage.getItem('theme');
}

run();
