window.onmessage = function (event) {
  document.body.insertAdjacentHTML('beforeend', event.data.markup);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
};
