const { execSync, spawn } = require('node:child_process');

module.exports = async (ask, task) => {
  const aiResponse = await ask(task);
  execSync(aiResponse.command, { stdio: 'inherit' });
//         ^^^^^^^^^^^^^^^^^^ unsafeOutputExecution
  return spawn('sh', ['-c', aiResponse.script]);
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^ unsafeOutputExecution
};
