import _ from 'lodash';
import express from 'express';

export const router = express.Router();

router.post('/badge', (req, res) => {
  const draw = _.template(`<b>${req.body.label}</b> <%- count %>`);
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ templateInjection
  res.send(draw({ count: 3 }));
});
