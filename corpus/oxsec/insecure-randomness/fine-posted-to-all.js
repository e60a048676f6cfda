const schedule = ((token, waiting) => {
  window.addEventListener('message', ({ source, data }) => {
    if (source === window && data === token) waiting.shift()?.();
  });
  return (run) => {
    waiting.push(run);
    window.postMessage(token, '*');
  };
})(`run@${Math.random()}`, []);

export default schedule;
