$('#preview').on('click', function () {
  $('#out').html($('#comment').val());
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
});
