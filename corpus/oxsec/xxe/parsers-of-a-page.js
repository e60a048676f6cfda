window.addEventListener('message', (event) => {
  $.parseXML(event.data);
//^^^^^^^^^^^^^^^^^^^^^^ xxe
  new DOMParser().parseFromString(event.data, 'application/xml');
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ xxe
  new ActiveXObject('Microsoft.XMLDOM').loadXML(event.data);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ xxe
});
