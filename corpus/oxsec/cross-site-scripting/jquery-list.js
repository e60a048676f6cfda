$('#search').on('click', () => {
  const term = $('#term').val();
  $('#results').append('<li>Results for ' + term + '</li>');
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
});
