app.get('/', (req, res) => {
  res.send('<!DOCTYPE html><title>Hello</title>');
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
});
