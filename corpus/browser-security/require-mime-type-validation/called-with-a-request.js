function receive(request, response) {
  upload(request, response, (error) => response.json({ error }));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
}

export default receive;
