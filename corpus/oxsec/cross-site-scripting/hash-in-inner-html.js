function openTab() {
  const tab = decodeURIComponent(location.hash.slice(1));
  const title = document.getElementById('tab-title');
  title.innerHTML = 'Section: ' + tab;
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
}

window.addEventListener('hashchange', openTab);
