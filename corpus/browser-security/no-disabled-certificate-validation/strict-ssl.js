request.get({ url, strictSSL: false }, (error, response) => {
//                 ^^^^^^^^^^^^^^^^ violationDetected
  console.log(error, response?.statusCode);
});
