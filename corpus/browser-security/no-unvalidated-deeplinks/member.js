Linking.addEventListener('url', (event) => {
  Linking.openURL(event.url);
//^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
});
