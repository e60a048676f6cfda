function run() {
  const script = document.createElement('script');
  script.src = new URLSearchParams(location.search).get('theme');
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ openRedirect
  document.head.appendChild(script);
}

run();
