const express = require('express');
const router = express.Router();

router.post('/feedback', (req, res) => {
//          ^^^^^^^^^^^ trainingDataExposure
  res.status(204).end();
});

module.exports = { router, options: { 'collect-Feedback': true, fineTune: true } };
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^ trainingDataExposure
//                                                              ^^^^^^^^^^^^^^ trainingDataExposure
