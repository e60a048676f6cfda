function go(event) {
  event.preventDefault();
  window.location.href = new URL(window.location).searchParams.get('next');
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ insecureRedirect
}

link.onclick = go;
