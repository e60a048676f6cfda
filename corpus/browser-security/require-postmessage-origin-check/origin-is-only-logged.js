window.addEventListener(
  'message',
  (event) => {
//^^^^^^^^^^^^ missingOriginCheck
    console.log('message from', event.origin);
    run(event.data);
  },
  false,
);
