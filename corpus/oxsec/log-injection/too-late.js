exports.subscribe = (req, res) => {
  const address = req.body.email;
  console.warn(`subscribing ${address}`);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
  if (!/^[\w.+-]+@[\w.-]+$/.test(address)) {
    return res.status(422).end();
  }
  res.status(201).end();
};
