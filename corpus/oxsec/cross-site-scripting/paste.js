document.querySelector('#editor').addEventListener('paste', (event) => {
  const html = event.clipboardData.getData('text/html');
  document.querySelector('#editor').innerHTML = html;
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
});
