const router = require('express').Router();
const Event = require('./models/event');

router.post('/events/:eventID/leave', async (req, res) => {
  const event = await Event.findOne({ id: req.params.eventID });
  if (event) {
    event.left = true;
    await event.save();
  }
  return res.redirect(`/${req.params.eventID}`);
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ openRedirect
});

router.get('/events/:name', async (req, res) => {
  const event = await Event.findOne({ title: req.params.name });
  if (!event) return res.status(404).end();
  return res.redirect(`/${req.params.name}`);
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ openRedirect
});

module.exports = router;
