$(function () {
  function field(name) {
    const fields = window.location.search.substring(1).split('&');
    for (let i = 0; i < fields.length; i++) {
      const pair = fields[i].split('=');
      if (pair[0] == name) return decodeURIComponent(pair[1]);
    }
  }
  $('#greeting').html('Hello ' + field('name'));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
});
