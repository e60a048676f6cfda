app.post('/signup', async (req, res) => {
  try {
    const user = await users.create(req.body);
    console.log(req.body.Email);
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
    res.status(201).json({ id: user.id });
  } catch (error) {
    console.error('Could not sign up, password: not acceptable', error.message);
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
    res.status(400).json({ error: 'invalid' });
  }
});
