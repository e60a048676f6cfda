const { exec } = require('child_process');
const app = require('express')();

const tools = new Map([
  ['ping', (host) => exec(`ping -c 1 ${host}`)],
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  ['trace', (host) => exec('traceroute ' + host)],
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
]);

app.post('/tools/:tool', (req, res) => {
  const run = tools.get(req.params.tool);
  if (run) run(req.query.host);
  res.sendStatus(202);
});
