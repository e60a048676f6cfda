const list = document.querySelector('ul');
window.addEventListener('message', function (e) {
  list.insertAdjacentHTML('beforeend', e.data.html);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafeInnerhtml
});
