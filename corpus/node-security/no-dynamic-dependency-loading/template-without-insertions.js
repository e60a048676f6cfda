const config = require(`./config`);
//             ^^^^^^^^^^^^^^^^^^^ violationDetected

async function start() {
  const { serve } = await import(`./server.js`);
//                        ^^^^^^^^^^^^^^^^^^^^^ violationDetected
  return serve(config);
}

module.exports = start;
