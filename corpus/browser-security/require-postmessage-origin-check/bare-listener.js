addEventListener('message', function (event) {
//                          ^^^^^^^^^^^^^^^^^^ missingOriginCheck
  document.title = event.data.title;
});
