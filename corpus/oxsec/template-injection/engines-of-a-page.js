window.addEventListener('message', (event) => {
  greeting.textContent = doT.template(`Dear ${event.data}`)({});
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ templateInjection
  greeting.textContent = Eta.render(`Dear ${event.data}`, {});
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ templateInjection
  greeting.textContent = Sqrl.render(`Dear ${event.data}`, {});
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ templateInjection
});
