app.post('/account', async (req, res) => {
  const { email, action, password } = req.body;
  const user = await users.findByEmail(email);
  if (action === 'reset' && password && email === user.email) {
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ weakRecoveryVerification
    await user.setPassword(password);
    return res.redirect('/login');
  }
  res.render('account', { user });
});
