const express = require('express');
const mongoose = require('mongoose');
const User = mongoose.model('User');

express().get('/:name', async (req, res) => {
  res.json(await User.find().$where(`this.name === '${req.params.name}'`));
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ codeInjection
});
