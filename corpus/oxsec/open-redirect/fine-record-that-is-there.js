const router = require('express').Router();
const Event = require('./models/event');

router.post('/events/:eventID/leave', async (req, res) => {
  const event = await Event.findOne({ id: req.params.eventID });
  if (!event) {
    return res.status(404).end();
  }
  event.left = true;
  await event.save();
  return res.redirect(`/${req.params.eventID}`);
});

router.get('/tickets/:id', (req, res) => {
  Event.findById(req.params.id).then((event) => {
    if (event) res.redirect('/' + req.params.id);
  });
});

module.exports = router;
