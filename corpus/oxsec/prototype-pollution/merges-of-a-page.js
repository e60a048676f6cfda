window.addEventListener('message', (event) => {
  webix.extend({}, JSON.parse(event.data));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ prototypePollution
  webix.copy(JSON.parse(event.data));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ prototypePollution
});
