window.addEventListener('message', (event) => {
  webix.ui({ view: 'template', template: 'Dear ' + event.data });
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ templateInjection
});
