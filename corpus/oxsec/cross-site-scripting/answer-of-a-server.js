async function load() {
  const answer = await fetch('https://news.example/latest');
  document.querySelector('#news').innerHTML = await answer.text();
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
}

load();
