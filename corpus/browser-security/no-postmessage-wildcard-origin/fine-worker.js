const worker = new Worker('./count.js');
worker.postMessage({ text: '*' });
worker.postMessage(buffer, [buffer]);
